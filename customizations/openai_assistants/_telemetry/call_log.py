"""What is logged of every call, where INFO is. What is redacted is as for `failure_log`."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from .failure_log import log, summary
from .log_level import LOGGER
from .observer import CallObserver

if TYPE_CHECKING:
    from openai_assistants_core import StreamEvent

    from ..retry import AttemptResult, Step
    from .observed import ObservedCall

MAX_BODY = 4096
"""Bytes of a body that are logged at most."""

_TEXT = ("application/json", "text/", "application/problem+json")


class RequestLog(CallObserver):
    """Logs one call: requests and responses at INFO, and bodies at DEBUG."""

    __slots__ = ("_attempt", "_events", "_first_at", "_sent_at", "_streams")

    def __init__(self) -> None:
        self._attempt = 0
        self._sent_at = 0.0
        self._events = 0
        self._first_at = 0.0
        self._streams = False

    def on_request(self, call: ObservedCall, request: Any) -> None:
        """Logs a request."""
        self._attempt += 1
        self._sent_at = call.elapsed()
        call.redactor.collect(request)
        policy = call.redactor.policy
        url, headers = policy.redact_url(str(request.url)), policy.redact_headers(request.headers)
        self._log(call, logging.INFO, f"{request.method} {url} headers={headers}")
        if _with_bodies(call):
            self._log(call, logging.DEBUG, f"request body {_request_body(call, request)}")

    def on_attempt(self, call: ObservedCall, result: AttemptResult, next_step: Step | None) -> None:
        """Logs a response, or that there is none."""
        response = result.value
        text = f"{summary(result)} in {call.elapsed() - self._sent_at:.3f} s"
        if response is None or isinstance(response, BaseException):
            self._log(call, logging.INFO, f"{text}: {response}" if response else text)
            return
        headers = call.redactor.policy.redact_headers(response.headers)
        self._log(call, logging.INFO, f"{text} headers={headers}")
        if _with_bodies(call):
            self._log(call, logging.DEBUG, f"response body {_response_body(call, response)}")

    def on_stream(self, call: ObservedCall) -> None:
        """Notes that there is an end to log."""
        self._streams = True

    def on_event(self, call: ObservedCall, event: StreamEvent) -> None:
        """Counts the events of a stream; what they bring is not logged."""
        self._events += 1
        if self._events == 1:
            self._first_at = call.elapsed()

    def on_end(self, call: ObservedCall, error: BaseException | None) -> None:
        """Logs the end of a stream."""
        if self._streams:
            how = "ended" if error is None else f"ended with {type(error).__name__}"
            took = f"{call.elapsed() - self._sent_at:.3f} s"
            if self._events:
                took += f", the first in {self._first_at - self._sent_at:.3f} s"
            self._log(call, logging.INFO, f"stream {how} after {self._events} events in {took}")

    def _log(self, call: ObservedCall, level: int, text: str) -> None:
        log(call, level, f"attempt {self._attempt}: {text}")


def _with_bodies(call: ObservedCall) -> bool:
    return call.settings.log_bodies and LOGGER.isEnabledFor(logging.DEBUG)


def _request_body(call: ObservedCall, request: Any) -> str:
    content = call.prepared.content
    if content is not None:
        return _body(call, content, "application/json")
    if call.prepared.form is None:
        return "(none)"
    return f"({request.headers.get('content-length', 'an unknown number of')} bytes in parts)"


def _response_body(call: ObservedCall, response: Any) -> str:
    if call.request.options.raw == "stream" and response.is_success:
        return "(a stream)"
    return _body(call, response.content, response.headers.get("content-type", ""))


def _body(call: ObservedCall, content: bytes, content_type: str) -> str:
    if call.request.operation.kind == "binary" or not content_type.lower().startswith(_TEXT):
        return f"({len(content)} bytes of {content_type or 'unknown type'})"
    redacted = call.redactor.redact_bytes(content)
    text = redacted[:MAX_BODY].decode("utf-8", "replace")
    return text if len(redacted) <= MAX_BODY else f"{text}... ({len(content)} bytes)"
