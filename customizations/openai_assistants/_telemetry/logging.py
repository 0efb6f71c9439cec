"""What is logged of calls, by the logger `openai_assistants`, and where to.

Credentials are never logged, nor what is not on the lists of `_redaction`.
"""

import logging
import sys
import warnings
from collections.abc import Mapping
from contextvars import ContextVar, Token
from typing import TYPE_CHECKING, Any, TextIO

from openai_assistants_core import AmbiguousOutcome

from .observer import Watcher
from .redaction import Redaction

if TYPE_CHECKING:
    from .._pipeline.call import Exchange
    from ..retry import Outcome, Step

LOGGER = logging.getLogger("openai_assistants")
LOGGER.addHandler(logging.NullHandler())

VARIABLE = "AZURE_LOG_LEVEL"
LEVELS = {
    "verbose": logging.DEBUG,
    "info": logging.INFO,
    "warning": logging.WARNING,
    "error": logging.ERROR,
}
LONGEST_BODY = 4096
"""Bytes of a body that are logged at most."""

_TEXT = ("application/json", "text/", "application/problem+json")


class _Stderr(logging.StreamHandler[TextIO]):
    """Prints to stderr, unless the application has handlers of its own for what is logged."""

    def __init__(self) -> None:
        logging.Handler.__init__(self)
        self.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))

    @property
    def stream(self) -> TextIO:  # type: ignore[override]
        """Stderr, whatever it is now."""
        return sys.stderr

    def emit(self, record: logging.LogRecord) -> None:
        """Prints a record."""
        handlers = [*LOGGER.handlers, *logging.getLogger().handlers]
        if all(handler is self or isinstance(handler, logging.NullHandler) for handler in handlers):
            super().emit(record)


_STDERR = _Stderr()
_chosen = False


def set_log_level(level: str | None) -> None:
    """Says what is logged of the calls of all clients, in place of AZURE_LOG_LEVEL.

    Lines go to stderr; where the application has logging handlers of its own, on the logger
    `openai_assistants` or on the root logger, they go there instead.

    Args:
        level: "error" logs calls of unknown outcome; "warning" also each repetition of a call;
            "info" also each request and each answer, without bodies; "verbose" also bodies, of
            clients with `log_bodies`.
            None turns it off.

    Raises:
        ValueError: there is no such level.
    """
    global _chosen  # noqa: PLW0603 - the process has one log
    number = logging.NOTSET if level is None else LEVELS.get(level.lower())
    if number is None:
        raise ValueError(f"the log level must be one of {', '.join(LEVELS)} or None, not {level!r}")
    _chosen = True
    LOGGER.setLevel(number)
    if level is None:
        LOGGER.removeHandler(_STDERR)
    else:
        LOGGER.addHandler(_STDERR)


def log_as_environment_says(environ: Mapping[str, str]) -> None:
    """Takes AZURE_LOG_LEVEL at its word, once, unless `set_log_level` was called before."""
    global _chosen  # noqa: PLW0603
    if _chosen:
        return
    _chosen = True
    level = environ.get(VARIABLE, "").strip()
    if level.lower() in LEVELS:
        set_log_level(level)
    elif level:
        warnings.warn(
            f"{VARIABLE} is {level!r}, which is none of {', '.join(LEVELS)}: nothing is logged",
            RuntimeWarning,
            stacklevel=3,
        )


class Faults(Watcher):
    """Logs what went wrong with calls: repetitions at WARNING, unknown outcomes at ERROR."""

    __slots__ = ()

    def goes_on(self, exchange: "Exchange", outcome: "Outcome", step: "Step") -> None:
        """Logs that a call is repeated, or what it created is looked for."""
        if LOGGER.isEnabledFor(logging.WARNING):
            what = "looks for what it created" if step.look else "is sent again"
            text = f"{_summary(outcome)}; {what} in {step.wait:.3f} s"
            _log(exchange, logging.WARNING, f"{exchange.operation.id}: {text}")

    def ended(self, exchange: "Exchange", error: BaseException | None) -> None:
        """Logs that nobody knows what became of a call."""
        if isinstance(error, AmbiguousOutcome):
            _log(exchange, logging.ERROR, str(error))


FAULTS = Faults()


class Lines(Watcher):
    """Logs one call: requests and answers at INFO, and bodies at DEBUG."""

    __slots__ = ("_attempt", "_sent")

    def __init__(self) -> None:
        self._attempt = 0
        self._sent = 0.0

    def sending(self, exchange: "Exchange", request: Any) -> None:
        """Logs a request."""
        self._attempt += 1
        self._sent = exchange.budget.elapsed()
        exchange.discretion.learn(request)
        redaction = exchange.discretion.redaction
        url, headers = redaction.url(str(request.url)), redaction.shown(request.headers)
        self._log(exchange, logging.INFO, f"{request.method} {url} headers={headers}")
        if _with_bodies(exchange):
            self._log(exchange, logging.DEBUG, f"request body {_sent_body(exchange, request)}")

    def came(self, exchange: "Exchange", outcome: "Outcome") -> None:
        """Logs an answer, or that there is none."""
        answer = outcome.value
        text = f"{_summary(outcome)} in {exchange.budget.elapsed() - self._sent:.3f} s"
        if answer is None or isinstance(answer, BaseException):
            self._log(exchange, logging.INFO, f"{text}: {answer}" if answer else text)
            return
        headers = exchange.discretion.redaction.shown(answer.headers)
        self._log(exchange, logging.INFO, f"{text} headers={headers}")
        if _with_bodies(exchange):
            self._log(exchange, logging.DEBUG, f"answer body {_answered_body(exchange, answer)}")

    def _log(self, exchange: "Exchange", level: int, text: str) -> None:
        _log(exchange, level, f"attempt {self._attempt}: {text}")


def _log(exchange: "Exchange", level: int, text: str) -> None:
    LOGGER.log(level, "call %s: %s", exchange.call_id, exchange.discretion.hidden(text))


def _summary(outcome: "Outcome") -> str:
    if isinstance(outcome.value, BaseException):
        return type(outcome.value).__name__
    if outcome.value is None:
        return "nothing found"
    return f"{outcome.value.status_code} {outcome.value.reason_phrase}".strip()


def _with_bodies(exchange: "Exchange") -> bool:
    return exchange.settings.log_bodies and LOGGER.isEnabledFor(logging.DEBUG)


def _sent_body(exchange: "Exchange", request: Any) -> str:
    content = exchange.prepared.content
    if content is not None:
        return _shown(exchange, content, "application/json")
    if exchange.prepared.form is None:
        return "(none)"
    return f"({request.headers.get('content-length', 'an unknown number of')} bytes in parts)"


def _answered_body(exchange: "Exchange", answer: Any) -> str:
    if exchange.opens_stream and answer.is_success:
        return "(a stream)"
    return _shown(exchange, answer.content, answer.headers.get("content-type", ""))


def _shown(exchange: "Exchange", content: bytes, kind: str) -> str:
    if exchange.operation.kind == "binary" or not kind.lower().startswith(_TEXT):
        return f"({len(content)} bytes of {kind or 'unknown type'})"
    hidden = exchange.discretion.hidden_bytes(content)
    text = hidden[:LONGEST_BODY].decode("utf-8", "replace")
    return text if len(hidden) <= LONGEST_BODY else f"{text}... ({len(content)} bytes)"


_IN_CALL: ContextVar[Redaction | None] = ContextVar("openai_assistants_in_call", default=None)


class _HideQuery(logging.Filter):
    """Hides queries in what the HTTP library logs of our calls, and leaves all else alone."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Lets every record pass."""
        redaction = _IN_CALL.get()
        if redaction is not None and isinstance(record.args, tuple):
            record.args = tuple(
                redaction.url(str(value)) if hasattr(value, "raw_path") else value
                for value in record.args
            )
        return True


_HIDE_QUERY = _HideQuery()
_HTTP_LOGGERS = [logging.getLogger(name) for name in ("httpx", "httpx2")]


def logs_urls() -> bool:
    """Whether one of the HTTP libraries logs the URLs it sends requests to."""
    return any(logger.isEnabledFor(logging.INFO) for logger in _HTTP_LOGGERS)


class HttpLines(Watcher):
    """Sees to it that the HTTP library's own lines on a call show no query."""

    __slots__ = ("_token",)

    _token: Token[Redaction | None]

    def began(self, exchange: "Exchange") -> None:
        """From now on."""
        for logger in _HTTP_LOGGERS:
            logger.addFilter(_HIDE_QUERY)
        self._token = _IN_CALL.set(exchange.discretion.redaction)

    def ended(self, exchange: "Exchange", error: BaseException | None) -> None:
        """Not any more."""
        _IN_CALL.reset(self._token)
