"""Calls that the service has to refuse, by any client's error classes."""

from functools import partial
from types import ModuleType
from typing import Any


def not_found(errors: Any, call: Any, *args: Any, message: str, **kwargs: Any) -> Any:
    """Expect a 404 that says `message`."""
    return refused(errors, "NotFoundError", 404, message, partial(call, *args, **kwargs))


def bad_request(errors: Any, call: Any, *args: Any, message: str, **kwargs: Any) -> Any:
    """Expect a 400 that says `message`."""
    return refused(errors, "BadRequestError", 400, message, partial(call, *args, **kwargs))


def refused(errors: Any, kind: str, status: int, message: str, call: Any) -> Any:
    """Expect an error, with everything on it that its kind promises."""
    try:
        result = call()
    except getattr(errors, kind) as error:
        seen: Any = error
        assert seen.status_code == status
        assert message in seen.body["message"], seen.body
        assert message in str(seen), str(seen)
        assert (seen.code, seen.param, seen.type) == (
            seen.body["code"],
            seen.body["param"],
            "invalid_request_error",
        )
        assert seen.request_id
        if isinstance(errors, ModuleType):  # the openai package's own, or ours in its place
            assert seen.response.status_code == status
            assert seen.request.method in {"GET", "POST", "DELETE"}
        return seen
    raise AssertionError(f"{kind} expected, got {result}")
