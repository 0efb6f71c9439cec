"""The HTTP client of a transport: the one the caller gave, or a pooled client of ours."""

from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

import httpx

from .idle_connections import KEEPALIVE_EXPIRY, max_connections
from .library import library_of, limits_of
from .tls import shared_context

DEFAULT_TIMEOUT = httpx.Timeout(600.0, connect=5.0)
ONE_CONNECTION = httpx.Limits(
    max_connections=1, max_keepalive_connections=1, keepalive_expiry=KEEPALIVE_EXPIRY
)


def new_connection() -> httpx.Client:
    """A new client with one connection."""
    return httpx.Client(**_options())


def new_async_connection() -> httpx.AsyncClient:
    """A new asynchronous client with one connection."""
    return httpx.AsyncClient(**_options())


def _options() -> dict[str, Any]:
    return {
        "timeout": DEFAULT_TIMEOUT,
        "limits": ONE_CONNECTION,
        "cookies": no_cookies(),
        "verify": shared_context(),
    }


def http_for(given: Any) -> Any:
    """The client given, or a pooled client.

    Raises:
        TypeError: it is not a Client of httpx or httpx2.
    """
    if given is None:
        from .pool import PooledClient

        return PooledClient(new_connection, max_connections())
    if not isinstance(given, library_of(given).Client):
        raise TypeError(f"http_client must be an httpx.Client, not {type(given).__name__}")
    return given


def async_http_for(given: Any) -> Any:
    """The client given, or a pooled client.

    Raises:
        TypeError: it is not an AsyncClient of httpx or httpx2.
    """
    if given is None:
        from .async_pool import AsyncPooledClient

        return AsyncPooledClient(new_async_connection, max_connections())
    if not isinstance(given, library_of(given).AsyncClient):
        raise TypeError(f"http_client must be an httpx.AsyncClient, not {type(given).__name__}")
    return given


def no_cookies() -> CookieJar:
    """A jar that accepts none: the API needs none, and a malformed one fails every later call."""
    return CookieJar(DefaultCookiePolicy(allowed_domains=()))


def timeout_of(http: Any) -> Any:
    """The timeout of a client; ours in place of httpx's default, which is too short for uploads."""
    return DEFAULT_TIMEOUT if limits_of(http.timeout) == limits_of(5.0) else http.timeout
