"""All that can be seen of calls: errors, log, traces and measurements."""

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import attrs
from msgspec.structs import replace
from opentelemetry.sdk.metrics import Histogram, MeterProvider
from opentelemetry.sdk.metrics.export import AggregationTemporality, InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from openai_assistants._telemetry.spans import Telemetry


class Observatory:
    """Traces and measurements that stay in memory."""

    def __init__(self) -> None:
        self.spans = InMemorySpanExporter()
        traces = TracerProvider()
        traces.add_span_processor(SimpleSpanProcessor(self.spans))
        delta = AggregationTemporality.DELTA
        self.reader = InMemoryMetricReader(preferred_temporality={Histogram: delta})
        metrics = MeterProvider([self.reader])
        self.telemetry = Telemetry(lambda: traces, lambda: metrics)

    def attach(self, client: Any) -> Any:
        """A client that is traced and measured here, and nowhere else."""
        copy = client.with_options()
        copy._transport = replace(copy._transport, telemetry=lambda: self.telemetry)
        return copy

    def texts(self) -> Iterator[str]:
        """All of it since it was last asked for, as JSON."""
        for span in self.spans.get_finished_spans():
            yield span.to_json()
        self.spans.clear()
        data = self.reader.get_metrics_data()
        yield "" if data is None else data.to_json()


@attrs.define
class Listener(logging.Handler):
    """Keeps what is logged."""

    texts: list[str] = attrs.field(factory=list[str])

    def __attrs_post_init__(self) -> None:
        super().__init__()

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps a record with all that is in it."""
        self.texts += [record.getMessage(), repr(record.__dict__)]
        self.texts.append(logging.Formatter("%(message)s").format(record))

    __hash__ = logging.Handler.__hash__


@contextmanager
def listening() -> Iterator[list[str]]:
    """What all loggers log meanwhile, at every level."""
    listener, root = Listener(), logging.getLogger()
    level = root.level
    root.addHandler(listener)
    root.setLevel(logging.DEBUG)
    try:
        yield listener.texts
    finally:
        root.setLevel(level)
        root.removeHandler(listener)


def texts_of(error: BaseException) -> Iterator[str]:
    """All that an exception tells."""
    found = [error]
    for one in found:
        yield from (str(one), repr(one), repr(one.args), *getattr(one, "__notes__", ()))
        for name, value in getattr(one, "__dict__", {}).items():
            yield f"{name}={value!r}"
            yield from texts_of_http(value)
        for name in ("request", "response"):
            yield from texts_of_http(getattr(one, f"_{name}", None))
        found += [x for x in (one.__cause__, one.__context__) if x is not None and x not in found]
    yield from traceback.format_exception(error)


def texts_of_http(thing: Any) -> Iterator[str]:
    """All that a request or a response tells."""
    if hasattr(thing, "headers") and hasattr(thing, "url"):
        yield f"{thing!r} {thing.url} {thing.url!r} {thing.headers.raw}"
    if hasattr(thing, "status_code"):
        yield from (repr(thing.content), thing.text, repr(thing.history))
        yield from texts_of_http(thing.request)
        yield from texts_of_http(thing.next_request)
