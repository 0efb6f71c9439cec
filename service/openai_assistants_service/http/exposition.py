"""The metrics of a service as text for Prometheus.

prometheus_client is loaded with the first request for it: importing it takes 60 ms.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from ..metrics import Histogram, Metrics
from ..storage.overview import QueueState

if TYPE_CHECKING:
    from prometheus_client.metrics_core import HistogramMetricFamily, Metric

_PREFIX = "assistants_"


@frozen(eq=False)
class _Collector:
    """Shows the numbers to one registry, which asks when it is read."""

    metrics: Metrics
    queue: QueueState

    def collect(self) -> Iterable["Metric"]:
        """Give every metric."""
        yield from self._counters()
        yield from self._gauges()
        yield from self._histograms()

    def _counters(self) -> Iterable["Metric"]:
        from prometheus_client.metrics_core import CounterMetricFamily

        name, text = f"{_PREFIX}http_requests", "Requests answered, by operation and status."
        requests = CounterMetricFamily(name, text, labels=("operation", "status"))
        for (operation, status), count in self.metrics.requests.items():
            requests.add_metric((operation, str(status)), count)
        yield requests
        tokens = CounterMetricFamily(
            f"{_PREFIX}model_tokens", "Tokens that models counted.", labels=("kind",)
        )
        tokens.add_metric(("prompt",), self.metrics.prompt_tokens)
        tokens.add_metric(("completion",), self.metrics.completion_tokens)
        yield tokens

    def _gauges(self) -> Iterable["Metric"]:
        from prometheus_client.metrics_core import GaugeMetricFamily

        runs = GaugeMetricFamily(
            f"{_PREFIX}runs", "Runs that are stored, by status.", labels=("status",)
        )
        for status, count in self.queue.runs.items():
            runs.add_metric((status,), count)
        yield runs
        for name, text, value in (
            ("queue_age_seconds", "Age of the oldest run in the queue.", self.queue.age),
            ("waiting_requests", "Requests that wait for a run.", self.metrics.waiting.value),
            ("open_streams", "Streams that are being sent.", self.metrics.streams.value),
        ):
            yield GaugeMetricFamily(_PREFIX + name, text, value=value)

    def _histograms(self) -> Iterable["Metric"]:
        every = self.metrics
        yield _family(
            "http_request_duration_seconds",
            "Until an answer began.",
            {"": every.request_seconds},
        )
        yield _family(
            "run_duration_seconds",
            "From the creation of a run to its end here, by the status it ended with.",
            every.run_seconds,
            "status",
        )
        yield _family(
            "model_first_delta_seconds",
            "From the call of a model to the first it said.",
            {"": every.first_delta_seconds},
        )
        yield _family(
            "model_turn_duration_seconds",
            "From the call of a model to the last it said.",
            {"": every.turn_seconds},
        )


def _family(
    name: str, text: str, histograms: Mapping[str, Histogram], label: str | None = None
) -> "HistogramMetricFamily":
    """Return histograms, told apart by the values of a label if there is one."""
    from prometheus_client.metrics_core import HistogramMetricFamily

    family = HistogramMetricFamily(_PREFIX + name, text, labels=(label,) if label else ())
    for value, histogram in histograms.items():
        family.add_metric((value,) if label else (), _buckets(histogram), histogram.sum)
    return family


def _buckets(histogram: Histogram) -> list[tuple[str, float]]:
    """Return the counts as Prometheus has them: each includes those before it."""
    total, found = 0, list[tuple[str, float]]()
    for bound, count in zip((*histogram.bounds, float("inf")), histogram.counts, strict=True):
        total += count
        found.append(("+Inf" if bound == float("inf") else str(bound), total))
    return found


def exposition(metrics: Metrics, queue: QueueState) -> tuple[bytes, str]:
    """Return the text, and its media type."""
    from prometheus_client import CollectorRegistry
    from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest

    registry = CollectorRegistry(auto_describe=False)
    registry.register(_Collector(metrics, queue))
    return generate_latest(registry), CONTENT_TYPE_PLAIN_0_0_4
