"""Errors that carry HTTP requests and responses along, without the secrets in them."""

from typing import Any

from openai_assistants_core import APIConnectionError, APIError, APITimeoutError
from openai_assistants_core.error_parsing import after
from openai_assistants_core.errors import AmbiguousOutcome, AmbiguousTimeout

from .._http.library import is_timeout
from .redaction import SecretRedactor


def connection_error(
    error: BaseException,
    redactor: SecretRedactor,
    *,
    retries: int = 0,
    note: str = "",
    ambiguous: bool = False,
) -> APIConnectionError:
    """The error for an exception of the HTTP library.

    Args:
        error: the exception, which is redacted too, for it becomes the cause.
        redactor: of the call.
        retries: attempts after the first.
        note: a sentence to add to the message.
        ambiguous: whether it is unknown if the call was executed.
    """
    request: Any = getattr(error, "_request", None)
    redact_http(error, redactor)
    redact_error(error, redactor)
    timed_out = is_timeout(error)
    what = "Request timed out" if timed_out else "Connection error"
    where = f"{request.method} {request.url.copy_with(query=None)}: " if request else ""
    repeated = f" ({after(retries)})" if retries else ""
    message = f"{what}: {where}{str(error) or type(error).__name__}{repeated}"
    if note:
        message = f"{message.removesuffix('.')}. {note}"
    kind: Any = (
        (AmbiguousTimeout if timed_out else AmbiguousOutcome)
        if ambiguous
        else (APITimeoutError if timed_out else APIConnectionError)
    )
    made: APIConnectionError = kind(message=message, request=request)
    made.retries_taken = retries
    return made


def redact_http(carrier: Any, redactor: SecretRedactor) -> None:
    """Redacts a response, or the requests that an exception of the HTTP library carries."""
    request: Any = getattr(carrier, "_request", None)
    redactor.collect(request)
    for one in (request, getattr(carrier, "next_request", None)):
        if one is not None:
            redactor.redact_request(one)
    if not isinstance(carrier, BaseException):
        for name, value in carrier.headers.items():
            if (redacted := redactor.redact(value)) != value:
                carrier.headers[name] = redacted
        if hasattr(carrier, "_content"):
            carrier._content = redactor.redact_bytes(carrier.content)


def redact_error(error: BaseException, redactor: SecretRedactor) -> None:
    """Redacts the message of an exception, and takes its causes off if they contain a secret."""
    error.args = tuple(redactor.redact_json(value) for value in error.args)
    if isinstance(error, APIError):
        error.message = redactor.redact(error.message)
        error.body = redactor.redact_json(error.body)
        for name in ("code", "param", "type"):
            setattr(error, name, redactor.redact_json(getattr(error, name)))
    if any(redactor.leaks(cause) for cause in _causes(error)):
        error.__cause__ = error.__context__ = None


def _causes(error: BaseException) -> list[BaseException]:
    """All exceptions that led to an exception."""
    found = [error]
    for one in found:
        for cause in (one.__cause__, one.__context__):
            if cause is not None and cause not in found:
                found.append(cause)
    return found[1:]
