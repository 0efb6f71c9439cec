"""The headers that authenticate a request, made anew for each attempt."""

import inspect
import time
from collections.abc import Awaitable, Callable
from typing import Any, Literal, cast

from ._tokens import AsyncTokenSource, Clock, TokenSource, result_of
from .credentials import AsyncCredential, AzureKeyCredential, Credential, clean_secret
from .endpoints import Endpoint

Headers = dict[str, str]
Authenticate = Callable[[], Headers]
AuthenticateAsync = Callable[[], Awaitable[Headers]]


def shape_of(credential: object) -> Literal["key", "token", "function"]:
    """How a credential is used.

    Raises:
        TypeError: it has none of the shapes there are; the message does not show it.
    """
    if isinstance(credential, str) or hasattr(credential, "key"):
        return "key"
    if hasattr(credential, "get_token"):
        return "token"
    if callable(credential) and not isinstance(credential, type):
        return "function"
    raise TypeError(
        f"{type(credential).__name__} is no credential: expected AzureKeyCredential, "
        "OpenAIKeyCredential, a token credential (get_token), or a function that returns a token"
    )


def authenticator(
    endpoint: Endpoint, credential: Credential | None, clock: Clock = time.time
) -> Authenticate:
    """What a synchronous client calls before each attempt.

    Raises:
        TypeError: the credential is none, or an asynchronous one.
    """
    if credential is None:
        return Headers
    anything = cast("Any", credential)
    match shape_of(credential):
        case "key":
            return _by_key(endpoint, anything)
        case "token":
            _refuse_async(anything.get_token)
            source = TokenSource(anything, _scopes(endpoint), clock)
            return lambda: dict([endpoint.token_header(source.token())])
        case "function":
            _refuse_async(anything)
            return lambda: dict([endpoint.token_header(clean_secret(anything(), "token"))])


def async_authenticator(
    endpoint: Endpoint, credential: AsyncCredential | None, clock: Clock = time.time
) -> AuthenticateAsync:
    """What an asynchronous client calls before each attempt.

    Raises:
        TypeError: the credential is none.
    """
    anything = cast("Any", credential)
    shape = "key" if credential is None else shape_of(credential)
    by_key = _by_key(endpoint, anything) if credential is not None and shape == "key" else Headers
    source = AsyncTokenSource(anything, _scopes(endpoint), clock) if shape == "token" else None

    async def headers() -> Headers:
        if shape == "key":
            return by_key()
        if source is not None:
            return dict([endpoint.token_header(await source.token())])
        is_async = inspect.iscoroutinefunction(anything)
        token = clean_secret(await result_of(anything, is_async=is_async), "token")
        return dict([endpoint.token_header(token)])

    return headers


def _by_key(endpoint: Endpoint, credential: Any) -> Authenticate:
    holder = AzureKeyCredential(credential) if isinstance(credential, str) else credential
    clean_secret(holder.key, "key")
    return lambda: dict([endpoint.key_header(clean_secret(holder.key, "key"))])


def _scopes(endpoint: Endpoint) -> tuple[str, ...]:
    return () if endpoint.token_scope is None else (endpoint.token_scope,)


def _refuse_async(function: Callable[..., Any]) -> None:
    if inspect.iscoroutinefunction(function):
        raise TypeError("an asynchronous credential needs AsyncAssistantsClient")
