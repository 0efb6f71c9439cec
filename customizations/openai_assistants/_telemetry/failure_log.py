"""What is logged of calls that fail.

Secrets are never logged, nor what `RedactionPolicy` does not list.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from openai_assistants_core import AmbiguousOutcome

from .log_level import LOGGER
from .observer import CallObserver

if TYPE_CHECKING:
    from ..retry import AttemptResult, Step
    from .observed import ObservedCall


class FailureLog(CallObserver):
    """Logs what goes wrong: retries at WARNING, calls of unknown outcome at ERROR."""

    __slots__ = ()

    def on_attempt(self, call: ObservedCall, result: AttemptResult, next_step: Step | None) -> None:
        """Logs that a call is retried, or that what it created is searched for."""
        if next_step is not None and LOGGER.isEnabledFor(logging.WARNING):
            what = "searches for what it created" if next_step.reconcile else "is sent again"
            text = f"{summary(result)}; {what} in {next_step.wait:.3f} s"
            log(call, logging.WARNING, f"{call.request.operation.id}: {text}")

    def on_end(self, call: ObservedCall, error: BaseException | None) -> None:
        """Logs that it is unknown whether a call was executed."""
        if isinstance(error, AmbiguousOutcome):
            log(call, logging.ERROR, str(error))


FAILURE_LOG = FailureLog()


def log(call: ObservedCall, level: int, text: str) -> None:
    """Logs a text on a call, without its secrets."""
    LOGGER.log(level, "call %s: %s", call.call_id, call.redactor.redact(text))


def summary(result: AttemptResult) -> str:
    """What an attempt or a search came to, in a few words."""
    if isinstance(result.value, BaseException):
        return type(result.value).__name__
    if result.value is None:
        return "nothing found"
    return f"{result.value.status_code} {result.value.reason_phrase}".strip()
