"""What the HTTP library logs of calls: whole URLs, whose query must not show secrets."""

from __future__ import annotations

import logging
from contextvars import ContextVar, Token
from typing import TYPE_CHECKING

from .observer import CallObserver

if TYPE_CHECKING:
    from .observed import ObservedCall
    from .redaction import RedactionPolicy

_POLICY: ContextVar[RedactionPolicy | None] = ContextVar(
    "openai_assistants_redaction_policy", default=None
)
"""The policy of the call in progress."""


class _QueryFilter(logging.Filter):
    """Redacts the URLs of calls in progress, and leaves all other records alone."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Lets every record pass."""
        policy = _POLICY.get()
        if policy is not None and isinstance(record.args, tuple):
            record.args = tuple(
                policy.redact_url(str(value)) if hasattr(value, "raw_path") else value
                for value in record.args
            )
        return True


_QUERY_FILTER = _QueryFilter()
_LOGGERS = [logging.getLogger(name) for name in ("httpx", "httpx2")]


def http_library_logs_urls() -> bool:
    """Whether one of the HTTP libraries logs the URLs it sends requests to."""
    return any(logger.isEnabledFor(logging.INFO) for logger in _LOGGERS)


class HttpLogFilter(CallObserver):
    """Redacts the query in what the HTTP library logs during one call."""

    __slots__ = ("_token",)

    _token: Token[RedactionPolicy | None] | None

    def on_start(self, call: ObservedCall) -> None:
        """Starts to redact."""
        for logger in _LOGGERS:
            logger.addFilter(_QUERY_FILTER)
        self._token = _POLICY.set(call.redactor.policy)

    def on_stream(self, call: ObservedCall) -> None:
        """Stops: the request has been sent."""
        self.on_end(call, None)

    def on_end(self, call: ObservedCall, error: BaseException | None) -> None:
        """Stops."""
        if self._token is not None:
            _POLICY.reset(self._token)
            self._token = None
