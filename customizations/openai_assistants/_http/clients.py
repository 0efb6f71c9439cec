"""The httpx clients that calls go out through."""

from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

import httpx

from .idle_connections import IDLE, most_connections
from .library import library_of, limits_of
from .tls import shared_context

DEFAULT_TIMEOUT = httpx.Timeout(600.0, connect=5.0)
ONE = httpx.Limits(max_connections=1, max_keepalive_connections=1, keepalive_expiry=IDLE)


def own_client() -> httpx.Client:
    """A new client, for one call at a time."""
    return httpx.Client(
        timeout=DEFAULT_TIMEOUT, limits=ONE, cookies=no_cookies(), verify=shared_context()
    )


def own_async_client() -> httpx.AsyncClient:
    """A new asynchronous client, for one call at a time."""
    return httpx.AsyncClient(
        timeout=DEFAULT_TIMEOUT, limits=ONE, cookies=no_cookies(), verify=shared_context()
    )


def sync_http(given: Any) -> Any:
    """The client given, or connections of our own.

    Raises:
        TypeError: it is not a Client of httpx or httpx2.
    """
    if given is None:
        from .pool import Pool

        return Pool(own_client, most_connections())
    if not isinstance(given, library_of(given).Client):
        raise TypeError(f"http_client must be an httpx.Client, not {type(given).__name__}")
    return given


def async_http(given: Any) -> Any:
    """The client given, or connections of our own.

    Raises:
        TypeError: it is not an AsyncClient of httpx or httpx2.
    """
    if given is None:
        from .async_pool import AsyncPool

        return AsyncPool(own_async_client, most_connections())
    if not isinstance(given, library_of(given).AsyncClient):
        raise TypeError(f"http_client must be an httpx.AsyncClient, not {type(given).__name__}")
    return given


def no_cookies() -> CookieJar:
    """A jar that takes none: the API has no use for them, and a broken one spoils a client."""
    return CookieJar(DefaultCookiePolicy(allowed_domains=()))


def timeout_of(http: Any) -> Any:
    """The time limits where none are given: those of httpx itself are too short for uploads."""
    return DEFAULT_TIMEOUT if limits_of(http.timeout) == limits_of(5.0) else http.timeout
