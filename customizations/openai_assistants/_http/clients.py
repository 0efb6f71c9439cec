"""The HTTP client of a transport: the one the caller gave, or a pooled client of ours."""

from functools import partial
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

import httpx

from ..endpoints.in_process import is_in_process
from .idle_connections import KEEPALIVE_EXPIRY, max_connections
from .library import library_of, limits_of
from .proxies import environment_proxy
from .tls import shared_context

DEFAULT_TIMEOUT = httpx.Timeout(600.0, connect=5.0)
ONE_CONNECTION = httpx.Limits(
    max_connections=1, max_keepalive_connections=1, keepalive_expiry=KEEPALIVE_EXPIRY
)


def new_connection(proxy: httpx.Proxy | None) -> httpx.Client:
    """A new client with one connection."""
    return httpx.Client(**_options(proxy))


def new_async_connection(proxy: httpx.Proxy | None) -> httpx.AsyncClient:
    """A new asynchronous client with one connection."""
    return httpx.AsyncClient(**_options(proxy))


def _options(proxy: httpx.Proxy | None) -> dict[str, Any]:
    return {
        "proxy": proxy,
        "trust_env": False,  # it is read already, see `environment_proxy`
        "timeout": DEFAULT_TIMEOUT,
        "limits": ONE_CONNECTION,
        "cookies": no_cookies(),
        "verify": shared_context(),
    }


def http_for(given: Any, endpoint: Any, url: str) -> Any:
    """The client given, that of an endpoint in this process, or a pooled client for a URL.

    Raises:
        TypeError: it is not a Client of httpx or httpx2.
        ValueError: the environment names a proxy that cannot be one.
    """
    if given is None and is_in_process(endpoint):
        return endpoint.http_client()
    if given is None:
        from .pool import PooledClient

        connect = partial(new_connection, environment_proxy(url))
        return PooledClient(connect, max_connections())
    if not isinstance(given, library_of(given).Client):
        raise TypeError(f"http_client must be an httpx.Client, not {type(given).__name__}")
    return given


def async_http_for(given: Any, endpoint: Any, url: str) -> Any:
    """The client given, that of an endpoint in this process, or a pooled client for a URL.

    Raises:
        TypeError: it is not an AsyncClient of httpx or httpx2.
        ValueError: the environment names a proxy that cannot be one.
    """
    if given is None and is_in_process(endpoint):
        return endpoint.async_http_client()
    if given is None:
        from .async_pool import AsyncPooledClient

        connect = partial(new_async_connection, environment_proxy(url))
        return AsyncPooledClient(connect, max_connections())
    if not isinstance(given, library_of(given).AsyncClient):
        raise TypeError(f"http_client must be an httpx.AsyncClient, not {type(given).__name__}")
    return given


def no_cookies() -> CookieJar:
    """A jar that accepts none: the API needs none, and a malformed one fails every later call."""
    return CookieJar(DefaultCookiePolicy(allowed_domains=()))


def timeout_of(http: Any) -> Any:
    """The timeout of a client; ours in place of httpx's default, which is too short for uploads."""
    return DEFAULT_TIMEOUT if limits_of(http.timeout) == limits_of(5.0) else http.timeout
