"""What the service answers when it cannot do what it was asked to."""

from collections.abc import Mapping
from typing import Any


class ApiError(Exception):
    """An error as the wire has it: a status and a body with message, type, param and code."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        param: str | None = None,
        code: str | None = None,
        kind: str = "invalid_request_error",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.param = param
        self.code = code
        self.kind = kind
        self.headers = headers or {}

    def body(self) -> dict[str, Any]:
        """Return the JSON body of the answer."""
        return {
            "error": {
                "message": self.message,
                "type": self.kind,
                "param": self.param,
                "code": self.code,
            }
        }


def bad_request(message: str, param: str | None = None, code: str | None = None) -> ApiError:
    """Make a 400."""
    return ApiError(400, message, param=param, code=code)


def not_found(what: str, id: str, param: str | None = None) -> ApiError:
    """Make the 404 of an object other than a file, such as `No thread found with id '...'.`."""
    return ApiError(404, f"No {what} found with id '{id}'.", param=param)


def no_such_file(id: str, param: str = "id") -> ApiError:
    """Make the 404 of a file."""
    return ApiError(404, f"No such File object: {id}", param=param)


def damaged_file(id: str) -> ApiError:
    """Make the 500 of a file whose contents are not what was uploaded."""
    return ApiError(500, f"The stored contents of file {id} are damaged.", kind="server_error")


def too_large() -> ApiError:
    """Make the 413 of a body."""
    return ApiError(413, "The request body is too large.", code="request_too_large")


def repeated(name: str) -> ApiError:
    """Make the 400 of a form that has a field twice."""
    return bad_request(f"Duplicate parameter: '{name}'.", name, "duplicate_parameter")


def invalid_key(key: str | None) -> ApiError:
    """Make the 401; of the key that was sent it repeats no more than the ends."""
    if not key:
        message = "No API key was sent: use 'Authorization: Bearer KEY' or 'api-key: KEY'."
    else:
        shown = f"{key[:3]}***{key[-2:]}" if len(key) > 12 else "***"
        message = f"Incorrect API key provided: {shown}."
    return ApiError(401, message, code="invalid_api_key")


def too_many_requests(per_minute: int, seconds: int) -> ApiError:
    """Make the 429 of a key; it says when the next request will be taken (RFC 9110, 10.2.3)."""
    return ApiError(
        429,
        f"Rate limit reached for requests: the limit of this key is {per_minute} a minute. "
        f"Please try again in {seconds}s.",
        code="rate_limit_exceeded",
        kind="requests",
        headers={"retry-after": str(seconds)},
    )


def server_error(request_id: str) -> ApiError:
    """Make the 500, which says nothing of its cause but how to find it in the log."""
    message = f"The server had an error processing your request (request id {request_id})."
    return ApiError(500, message, kind="server_error")
