"""Traces and metrics of calls, by OpenTelemetry, where an application uses it.

A call is one span of the kind CLIENT, from its first attempt to its last, with the attributes that
the semantic conventions have for agents (`gen_ai.*`) and HTTP. Instructions and messages are left
out, unless a client asks for them.
"""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING, Any

from openai_assistants_core import APIStatusError

from .._version import __version__
from .observer import CallObserver
from .run_tokens import RunTokens
from .span_attributes import OPERATION_NAMES, field, request_attributes, result_attributes
from .span_content import input_attributes, output_attributes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from opentelemetry.metrics import MeterProvider
    from opentelemetry.trace import Span, TracerProvider

    from openai_assistants_core import StreamEvent

    from ..retry import AttemptResult, Step
    from .observed import ObservedCall

NAME = "openai_assistants"
SCHEMA = "https://opentelemetry.io/schemas/1.41.0"
"""The semantic conventions that the names of attributes are taken from."""

SECONDS = (0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92)
TOKENS = tuple(4**power for power in range(14))
_OF_API = ("opentelemetry.trace", "opentelemetry.metrics")

INVOKE_AGENT = "invoke_agent"
EVENTS = "openai_assistants.stream.events"
"""How many events a stream has brought."""
FIRST_EVENT = "gen_ai.response.time_to_first_chunk"
"""Seconds from the start of a call to the first event of its stream."""
_OBJECTS = ("thread.run.", "thread.message.")

METRIC_ATTRIBUTES = (
    "gen_ai.operation.name",
    "gen_ai.provider.name",
    "gen_ai.request.model",
    "server.address",
    "server.port",
)
"""Attributes of a span that the metrics of its call have as well."""


class Telemetry:
    """A tracer, and the instruments of the metrics."""

    def __init__(
        self, traces: Callable[[], TracerProvider], metrics: Callable[[], MeterProvider]
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
        self.run_tokens = RunTokens()

    def is_configured(self) -> bool:
        """Whether there is a provider, other than those of the API itself, which do nothing."""
        if not self._is_configured:
            modules = [type(provider()).__module__ for provider in self._providers]
            self._is_configured = not all(module.startswith(_OF_API) for module in modules)
        return self._is_configured

    def observer(self) -> CallObserver:
        """What traces one call."""
        return CallSpan(self)


class CallSpan(CallObserver):
    """The span and the metrics of one call."""

    __slots__ = (
        "_events",
        "_metric_attributes",
        "_sends",
        "_span",
        "_status",
        "_telemetry",
        "_token",
    )

    _span: Span
    _metric_attributes: dict[str, Any]
    _token: Any

    def __init__(self, telemetry: Telemetry) -> None:
        self._telemetry = telemetry
        self._sends = 0
        self._status: int | None = None
        self._events = 0

    def on_start(self, call: ObservedCall) -> None:
        """Starts the span, and makes it the current one until the call ends."""
        telemetry = self._telemetry
        name, attributes = request_attributes(call.settings.endpoint, call.request)
        self._metric_attributes = {
            key: attributes[key] for key in METRIC_ATTRIBUTES if key in attributes
        }
        self._span = telemetry.tracer.start_span(
            name, kind=telemetry.api.SpanKind.CLIENT, attributes=attributes
        )
        self._token = telemetry.context.attach(telemetry.api.set_span_in_context(self._span))

    def on_request(self, call: ObservedCall, request: Any) -> None:
        """Adds the headers that propagate the context, unless the caller has set them."""
        self._sends += 1
        carrier: dict[str, str] = {}
        self._telemetry.inject(carrier)
        for name, value in carrier.items():
            request.headers.setdefault(name, value)
        call.redactor.collect(request)
        if self._sends > 1 or not self._span.is_recording():
            return
        self._span.set_attribute("url.full", call.redactor.policy.redact_url(call.prepared.url))
        if call.settings.trace_content:
            self._set_texts(call, input_attributes(call.request))

    def on_attempt(self, call: ObservedCall, result: AttemptResult, next_step: Step | None) -> None:
        """Keeps the status of the last response."""
        self._status = result.status

    def on_result(self, call: ObservedCall, value: Any) -> None:
        """Adds what the call returned, and counts the tokens of a run that has ended."""
        returned, attributes = result_attributes(value)
        attributes = call.redactor.redact_json(attributes)
        self._span.set_attributes(attributes)
        if "gen_ai.response.model" in attributes:
            self._metric_attributes["gen_ai.response.model"] = attributes["gen_ai.response.model"]
        if field(returned, "object") == "thread.run":
            created = OPERATION_NAMES.get(call.request.operation.id) == INVOKE_AGENT
            self._count(self._telemetry.run_tokens.count(returned, created=created))
        if call.settings.trace_content and self._span.is_recording():
            self._set_texts(call, output_attributes(returned))

    def on_stream(self, call: ObservedCall) -> None:
        """Makes the span no longer the current one: what reads the stream is not part of it."""
        self._telemetry.context.detach(self._token)
        self._token = None

    def on_event(self, call: ObservedCall, event: StreamEvent) -> None:
        """Notes when the first event comes, and what the others bring as a call would return it."""
        self._events += 1
        if self._events == 1:
            self._span.set_attribute(FIRST_EVENT, call.elapsed())
        if event.event.startswith(_OBJECTS) and not event.event.endswith(".delta"):
            self.on_result(call, event.data)

    def on_end(self, call: ObservedCall, error: BaseException | None) -> None:
        """Ends the span, and records the duration."""
        span, api = self._span, self._telemetry.api
        if self._status is not None:
            span.set_attribute("http.response.status_code", self._status)
        if self._sends > 1:
            span.set_attribute("http.request.resend_count", self._sends - 1)
        if error is not None:
            self._metric_attributes["error.type"] = _error_type(error)
            span.set_attribute("error.type", _error_type(error))
            if span.is_recording():
                self._add_exception(call, error)
                span.set_status(api.StatusCode.ERROR, call.redactor.redact(str(error)))
        if self._token is None:
            span.set_attribute(EVENTS, self._events)
        else:
            self._telemetry.context.detach(self._token)
        span.end()
        self._telemetry.duration.record(call.elapsed(), self._metric_attributes)

    def _count(self, tokens: Mapping[str, int]) -> None:
        attributes = {**self._metric_attributes, "gen_ai.operation.name": INVOKE_AGENT}
        for kind, count in tokens.items():
            self._span.set_attribute(f"gen_ai.usage.{kind}_tokens", count)
            self._telemetry.tokens.record(count, {**attributes, "gen_ai.token.type": kind})

    def _set_texts(self, call: ObservedCall, attributes: Mapping[str, str]) -> None:
        for name, text in attributes.items():
            self._span.set_attribute(name, call.redactor.redact(text))

    def _add_exception(self, call: ObservedCall, error: BaseException) -> None:
        redact = call.redactor.redact
        self._span.add_event(
            "exception",
            {
                "exception.type": f"{type(error).__module__}.{type(error).__qualname__}",
                "exception.message": redact(str(error)),
                "exception.stacktrace": redact(
                    "".join(traceback.format_exception(error, chain=False))
                ),
            },
        )


def _error_type(error: BaseException) -> str:
    if isinstance(error, APIStatusError):
        return str(error.status_code)
    return type(error).__qualname__
