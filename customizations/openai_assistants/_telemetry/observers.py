"""Which observers a call has."""

import logging
from typing import TYPE_CHECKING

from .call_log import FAILURE_LOG, RequestLog
from .log_level import LOGGER
from .observer import CallObserver, CallObservers
from .redaction import SecretRedactor

if TYPE_CHECKING:
    from .spans import Telemetry


def observer_of_call(redactor: SecretRedactor, telemetry: "Telemetry | None") -> CallObserver:
    """The observer of a new call: most often the log of failures alone.

    Args:
        redactor: of the call.
        telemetry: where the call is traced; None, it is not.
    """
    observers: list[CallObserver] = []
    if telemetry is not None:
        observers.append(telemetry.observer())
    if LOGGER.isEnabledFor(logging.INFO):
        observers.append(RequestLog())
    if redactor.extra_query:
        from .http_log import HttpLogFilter, http_library_logs_urls

        if http_library_logs_urls():
            observers.append(HttpLogFilter())
    return CallObservers([*observers, FAILURE_LOG]) if observers else FAILURE_LOG
