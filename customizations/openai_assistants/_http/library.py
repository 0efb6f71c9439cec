"""The HTTP library of a client: httpx, or httpx2 if the caller's own client belongs to it."""

import sys
from typing import Any

import httpx

from ..retry import Failure


def library_of(http: object) -> Any:
    """The module a client belongs to.

    Raises:
        TypeError: it is neither httpx nor httpx2.
    """
    own = getattr(http, "library", None)
    if own is not None:
        return own
    for base in type(http).__mro__:
        name = base.__module__.partition(".")[0]
        if name in ("httpx", "httpx2"):
            return sys.modules[name]
    raise TypeError(
        f"http_client must be an httpx.Client (or of httpx2), not {type(http).__name__}"
    )


def failures(library: Any) -> tuple[type[Exception], ...]:
    """What the library raises when there is no response; InvalidURL if a redirect has a bad URL."""
    return library.RequestError, library.StreamError, library.InvalidURL


def failure_of(error: object) -> Failure:
    """How a request failed, from an exception of either library."""
    library = library_of(error)
    if isinstance(
        error,
        (
            library.ConnectError,
            library.ConnectTimeout,
            library.PoolTimeout,
            library.ProxyError,
            library.UnsupportedProtocol,
        ),
    ):
        return "never_sent"
    return "timed_out" if is_timeout(error) else "lost"


def is_timeout(error: object) -> bool:
    """Whether an exception of either library is a timeout."""
    return isinstance(error, library_of(error).TimeoutException)


def limits_of(timeout: Any) -> dict[str, float | None]:
    """The seconds for each phase of a request: connect, read, write and pool.

    Args:
        timeout: seconds for each, None for no limit, a tuple of four, or a Timeout of either
            library.
    """
    given: Any = httpx.Timeout(timeout) if not hasattr(timeout, "connect") else timeout
    return {phase: getattr(given, phase) for phase in ("connect", "read", "write", "pool")}
