"""The httpx clients that calls go out through."""

from collections.abc import AsyncIterator, Iterable
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

import httpx

from ._library import library_of, limits_of
from ._tls import shared_context

DEFAULT_TIMEOUT = httpx.Timeout(600.0, connect=5.0)
LIMITS = httpx.Limits(max_connections=1000, max_keepalive_connections=100)


def sync_http(given: Any) -> Any:
    """The client given, or a new one.

    Raises:
        TypeError: it is not a Client of httpx or httpx2.
    """
    if given is None:
        return httpx.Client(**_own_options())
    if not isinstance(given, library_of(given).Client):
        raise TypeError(f"http_client must be an httpx.Client, not {type(given).__name__}")
    return given


def async_http(given: Any) -> Any:
    """The client given, or a new one.

    Raises:
        TypeError: it is not an AsyncClient of httpx or httpx2.
    """
    if given is None:
        return httpx.AsyncClient(**_own_options())
    if not isinstance(given, library_of(given).AsyncClient):
        raise TypeError(f"http_client must be an httpx.AsyncClient, not {type(given).__name__}")
    return given


def _own_options() -> dict[str, Any]:
    return {
        "timeout": DEFAULT_TIMEOUT,
        "limits": LIMITS,
        "cookies": no_cookies(),
        "verify": shared_context(),
    }


def no_cookies() -> CookieJar:
    """A jar that takes none: the API has no use for them, and a broken one spoils a client."""
    return CookieJar(DefaultCookiePolicy(allowed_domains=()))


def timeout_of(http: Any) -> Any:
    """The time limits where none are given: those of httpx itself are too short for uploads."""
    return DEFAULT_TIMEOUT if limits_of(http.timeout) == limits_of(5.0) else http.timeout


class ReadInThreads(httpx.AsyncByteStream):
    """A body in parts, each of which a thread reads, so that the event loop goes on."""

    def __init__(self, parts: Iterable[bytes]) -> None:
        self._parts = parts

    async def __aiter__(self) -> AsyncIterator[bytes]:
        import asyncio

        parts = iter(self._parts)
        while (part := await asyncio.to_thread(next, parts, None)) is not None:
            yield part
