"""What an attempt came to, and what the caller gets of the last one."""

from collections.abc import Mapping
from typing import Any, NoReturn, TypeVar, cast

import httpx

from openai_assistants_core import (
    APIConnectionError,
    APITimeoutError,
    BinaryContent,
    Operation,
    Request,
    ResponseDecodeError,
    error_for,
)

from .retry import Failure, Outcome

T = TypeVar("T")

_NEVER_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)

_SECRET_HEADERS = ("authorization", "api-key", "x-api-key", "ocp-apim-subscription-key")


def failed(error: httpx.RequestError, at: float) -> Outcome:
    """The outcome of an attempt without an answer."""
    if isinstance(error, _NEVER_SENT):
        failure = Failure.NEVER_SENT
    elif isinstance(error, httpx.TimeoutException):
        failure = Failure.TIMED_OUT
    else:
        failure = Failure.LOST
    return Outcome(at=at, failure=failure, value=error)


def answered(response: httpx.Response, at: float) -> Outcome:
    """The outcome of an attempt with an answer, whatever it is."""
    return Outcome(at=at, status=response.status_code, headers=response.headers, value=response)


def conclude(operation: Operation[T], request: Request, outcome: Outcome) -> T:
    """The decoded answer, or the error that says what went wrong."""
    if isinstance(outcome.value, httpx.RequestError):
        _raise_unanswered(outcome.value)
    response = cast("httpx.Response", outcome.value)
    if request.options.on_response is not None:
        request.options.on_response(response.headers)
    if not response.is_success:
        hide_secrets(response.request)
        raise error_for(response, response.content)
    try:
        return _decode(operation, request, response.content, response.headers)
    except ResponseDecodeError as error:
        hide_secrets(response.request)
        error.request = response.request
        raise


def _decode(
    operation: Operation[T], request: Request, content: bytes, headers: Mapping[str, str]
) -> T:
    if operation.kind == "binary":
        return cast("T", BinaryContent(content, headers))
    if not content and operation.method == "DELETE":
        return operation.decode({"id": request.path[-1], "deleted": True})
    return operation.parse(content)


def _raise_unanswered(error: httpx.RequestError) -> NoReturn:
    request = error.request
    hide_secrets(request)
    where = f"{request.method} {request.url.copy_with(query=None)}"
    reason = str(error) or type(error).__name__
    if isinstance(error, httpx.TimeoutException):
        raise APITimeoutError(request, message=f"Request timed out: {where}: {reason}") from error
    raise APIConnectionError(
        message=f"Connection error: {where}: {reason}", request=request
    ) from error


def hide_secrets(request: httpx.Request) -> None:
    """Takes credentials out of a request that was sent, before an error carries it away."""
    for name in _SECRET_HEADERS:
        if name in request.headers:
            request.headers[name] = "***"


def same_origin(one: httpx.URL, other: httpx.URL) -> bool:
    """Whether two URLs lead to the same scheme, host and port."""
    return _origin(one) == _origin(other)


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port or {"http": 80, "https": 443}.get(url.scheme)


def next_hop(response: httpx.Response) -> httpx.Request | None:
    """The request a redirect asks for, if it may be followed.

    Credentials stay where they were sent: another origin is not followed. Nor is a redirect that
    would turn a POST into a GET.
    """
    hop: Any = response.next_request
    if hop is None or hop.method != response.request.method:
        return None
    return hop if same_origin(hop.url, response.request.url) else None
