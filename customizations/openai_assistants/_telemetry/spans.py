"""Traces and metrics of calls, by OpenTelemetry, where an application uses it.

A call is one span of the kind CLIENT, from its first attempt to its last, with the attributes that
the semantic conventions have for agents (`gen_ai.*`) and HTTP. What is said in instructions and
messages is left out, unless that is asked for.
"""

import traceback
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from openai_assistants_core import APIStatusError, run_status

from .._version import __version__
from .observer import Watcher
from .span_attributes import CALLED, answered, asked_for, brought, field, said

if TYPE_CHECKING:
    from opentelemetry.metrics import MeterProvider
    from opentelemetry.trace import Span, TracerProvider

    from .._pipeline.call import Exchange
    from ..retry import Outcome

NAME = "openai_assistants"
SCHEMA = "https://opentelemetry.io/schemas/1.41.0"
"""The semantic conventions that the names of attributes are taken from."""

SECONDS = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92)
TOKENS = tuple(4**power for power in range(14))
_OF_API = ("opentelemetry.trace", "opentelemetry.metrics")

INVOKED = "invoke_agent"
MEASURED = (
    "gen_ai.operation.name",
    "gen_ai.provider.name",
    "gen_ai.request.model",
    "server.address",
    "server.port",
)
"""Attributes of a call that its measurements have as well."""

_COUNTS = {"input": "prompt_tokens", "output": "completion_tokens"}
MOST_RUNS = 10_000
"""How many runs under way are remembered; the oldest are forgotten first."""


class Telemetry:
    """A tracer, the instruments that measure, and the runs whose tokens are still to be counted."""

    def __init__(
        self, traces: "Callable[[], TracerProvider]", metrics: "Callable[[], MeterProvider]"
    ) -> None:
        from opentelemetry import context, propagate, trace

        meter = metrics().get_meter(NAME, __version__, SCHEMA)
        self.context = context
        self.inject = propagate.inject
        self.api = trace
        self.tracer = traces().get_tracer(NAME, __version__, SCHEMA)
        self.duration = meter.create_histogram(
            "gen_ai.client.operation.duration",
            unit="s",
            description="GenAI operation duration.",
            explicit_bucket_boundaries_advisory=SECONDS,
        )
        self.tokens = meter.create_histogram(
            "gen_ai.client.token.usage",
            unit="{token}",
            description="Number of input and output tokens used.",
            explicit_bucket_boundaries_advisory=TOKENS,
        )
        self._providers = (traces, metrics)
        self._is_configured = False
        self._under_way = OrderedDict[str, None]()

    def is_configured(self) -> bool:
        """Whether there is a provider, other than those of the API itself, which do nothing."""
        if not self._is_configured:
            modules = [type(provider()).__module__ for provider in self._providers]
            self._is_configured = not all(module.startswith(_OF_API) for module in modules)
        return self._is_configured

    def watcher(self) -> Watcher:
        """What traces one call."""
        return Traced(self)

    def spent(self, run: object, *, new: bool) -> dict[str, int]:
        """The tokens, by their type, of a run that has come to its end just now.

        A run is counted once, and only by a process that saw it under way: neither each time that
        it is read, nor by those who read it later.

        Args:
            run: as a call brought it.
            new: whether that call created it.
        """
        run_id, usage = field(run, "id"), field(run, "usage")
        if not isinstance(run_id, str):
            return {}
        if usage is None or field(run, "status") in run_status.ACTIVE:
            self._under_way[run_id] = None
            while len(self._under_way) > MOST_RUNS:
                self._under_way.popitem(last=False)
            return {}
        seen = self._under_way.pop(run_id, self) is None
        counts = {
            "input": field(usage, "prompt_tokens"),
            "output": field(usage, "completion_tokens"),
        }
        return {
            kind: count
            for kind, count in counts.items()
            if (seen or new) and isinstance(count, int)
        }


class Traced(Watcher):
    """Traces one call, and measures it."""

    __slots__ = ("_called", "_measured", "_sends", "_span", "_status", "_telemetry", "_token")

    _span: "Span"
    _called: str
    _measured: dict[str, Any]
    _token: Any

    def __init__(self, telemetry: Telemetry) -> None:
        self._telemetry = telemetry
        self._sends = 0
        self._status: int | None = None

    def began(self, exchange: "Exchange") -> None:
        """Starts the span, within which all is done that belongs to the call."""
        telemetry = self._telemetry
        name, attributes = asked_for(exchange.settings.endpoint, exchange.request)
        self._measured = {key: attributes[key] for key in MEASURED if key in attributes}
        self._span = telemetry.tracer.start_span(
            name, kind=telemetry.api.SpanKind.CLIENT, attributes=attributes
        )
        self._token = telemetry.context.attach(telemetry.api.set_span_in_context(self._span))

    def sending(self, exchange: "Exchange", request: Any) -> None:
        """Sends the context of the trace along, unless the caller has sent one."""
        self._sends += 1
        carrier: dict[str, str] = {}
        self._telemetry.inject(carrier)
        for name, value in carrier.items():
            request.headers.setdefault(name, value)
        exchange.discretion.learn(request)
        if self._sends > 1 or not self._span.is_recording():
            return
        url = exchange.discretion.redaction.url(exchange.prepared.url)
        self._span.set_attribute("url.full", url)
        if exchange.settings.trace_content:
            self._tell(exchange, said(exchange.request))

    def came(self, exchange: "Exchange", outcome: "Outcome") -> None:
        """Keeps the status of the last answer."""
        self._status = outcome.status

    def returns(self, exchange: "Exchange", result: Any) -> None:
        """Tells of what the call brought, and counts the tokens of a run that has ended."""
        brought_object, attributes = brought(result)
        attributes = exchange.discretion.hidden_in(attributes)
        self._span.set_attributes(attributes)
        if "gen_ai.response.model" in attributes:
            self._measured["gen_ai.response.model"] = attributes["gen_ai.response.model"]
        if field(brought_object, "object") == "thread.run":
            new = CALLED.get(exchange.operation.id) == INVOKED
            self._count(self._telemetry.spent(brought_object, new=new))
        if exchange.settings.trace_content and self._span.is_recording():
            self._tell(exchange, answered(brought_object))

    def ended(self, exchange: "Exchange", error: BaseException | None) -> None:
        """Ends the span."""
        span, api = self._span, self._telemetry.api
        if self._status is not None:
            span.set_attribute("http.response.status_code", self._status)
        if self._sends > 1:
            span.set_attribute("http.request.resend_count", self._sends - 1)
        if error is not None:
            self._measured["error.type"] = _type_of(error)
            span.set_attribute("error.type", _type_of(error))
            if span.is_recording():
                self._tell_of(exchange, error)
                span.set_status(api.StatusCode.ERROR, exchange.discretion.hidden(str(error)))
        self._telemetry.context.detach(self._token)
        span.end()
        self._telemetry.duration.record(exchange.budget.elapsed(), self._measured)

    def _count(self, tokens: Mapping[str, int]) -> None:
        measured = {**self._measured, "gen_ai.operation.name": INVOKED}
        for kind, count in tokens.items():
            self._span.set_attribute(f"gen_ai.usage.{kind}_tokens", count)
            self._telemetry.tokens.record(count, {**measured, "gen_ai.token.type": kind})

    def _tell(self, exchange: "Exchange", attributes: Mapping[str, str]) -> None:
        for name, text in attributes.items():
            self._span.set_attribute(name, exchange.discretion.hidden(text))

    def _tell_of(self, exchange: "Exchange", error: BaseException) -> None:
        hidden = exchange.discretion.hidden
        self._span.add_event(
            "exception",
            {
                "exception.type": f"{type(error).__module__}.{type(error).__qualname__}",
                "exception.message": hidden(str(error)),
                "exception.stacktrace": hidden(
                    "".join(traceback.format_exception(error, chain=False))
                ),
            },
        )


def _type_of(error: BaseException) -> str:
    if isinstance(error, APIStatusError):
        return str(error.status_code)
    return type(error).__qualname__
