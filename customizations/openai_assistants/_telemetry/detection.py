"""Whether the application traces calls, without loading OpenTelemetry if it does not."""

import os
import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .spans import Telemetry

CONTENT = "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"


def captures_content() -> bool:
    """Whether the environment asks for instructions and messages in traces."""
    return os.environ.get(CONTENT, "").strip().lower() in ("true", "span_only", "span_and_event")


def current_telemetry() -> "Telemetry | None":
    """Where calls are traced; None as long as there is no provider of traces or metrics.

    Nothing is imported before the application itself has loaded OpenTelemetry.
    """
    if "opentelemetry" not in sys.modules:
        return None
    telemetry = _global()
    return telemetry if telemetry is not None and telemetry.is_configured() else None


@cache
def _global() -> "Telemetry | None":
    try:
        from opentelemetry import metrics, trace

        from .spans import Telemetry

        return Telemetry(trace.get_tracer_provider, metrics.get_meter_provider)
    except (ImportError, TypeError):  # not all of it is there, or it is older than 1.30
        return None
