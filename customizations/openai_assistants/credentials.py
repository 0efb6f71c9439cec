"""Credentials: what a client can authenticate with.

They are recognised by their methods, so those of azure-core and azure-identity work as they are:

- something with `.key`: AzureKeyCredential and OpenAIKeyCredential, here or of azure-core
- something with `.get_token(*scopes)`: any token credential, synchronous or not; where there is
  `.get_token_info(*scopes, options=...)` too, or alone, that is used
- a function without arguments that returns a token, or an awaitable of one
- a string, in second place: a key
"""

from collections.abc import Awaitable, Callable
from typing import Any, Literal, Protocol

from openai_assistants_core.record import Record


class AccessToken(Protocol):
    """A token and when it expires.

    It may also have `refresh_on`, in seconds since 1970: when to replace it.
    """

    @property
    def token(self) -> str: ...
    @property
    def expires_on(self) -> float:
        """Seconds since 1970."""
        ...


class KeyCredential(Protocol):
    """Something that holds a key."""

    @property
    def key(self) -> str: ...


class TokenCredential(Protocol):
    """Something that gets tokens, as the credentials of azure-identity do.

    If its `get_token` takes `claims` and `enable_cae` as keywords too, continuous access evaluation
    works: a challenge of the service is answered with a token that has the claims it asks for.
    """

    def get_token(self, *scopes: str) -> AccessToken: ...


class AsyncTokenCredential(Protocol):
    """Something that gets tokens, as the credentials of azure-identity.aio do."""

    async def get_token(self, *scopes: str) -> AccessToken: ...


class SupportsTokenInfo(Protocol):
    """Something that gets tokens by the newer method of azure-core."""

    def get_token_info(self, *scopes: str, options: Any = None) -> AccessToken: ...


class AsyncSupportsTokenInfo(Protocol):
    """The same, asynchronous."""

    async def get_token_info(self, *scopes: str, options: Any = None) -> AccessToken: ...


TokenProvider = Callable[[], str]
AsyncTokenProvider = Callable[[], str | Awaitable[str]]

Credential = str | KeyCredential | TokenCredential | SupportsTokenInfo | TokenProvider
AsyncCredential = Credential | AsyncTokenCredential | AsyncSupportsTokenInfo | AsyncTokenProvider


def credential_kind(credential: object) -> Literal["key", "token", "function"]:
    """How a credential is used: as a key, by asking it for tokens, or by calling it.

    Raises:
        TypeError: it is not a credential; the message does not show it.
    """
    if isinstance(credential, str) or hasattr(credential, "key"):
        return "key"
    if hasattr(credential, "get_token") or hasattr(credential, "get_token_info"):
        return "token"
    if callable(credential) and not isinstance(credential, type):
        return "function"
    raise TypeError(
        f"{type(credential).__name__} is not a credential: expected AzureKeyCredential, "
        "OpenAIKeyCredential, a token credential (get_token), or a function that returns a token"
    )


def clean_secret(secret: object, what: str) -> str:
    """A key or token, once it is sure that an HTTP header can carry it.

    Raises:
        TypeError: it is not a string.
        ValueError: it is empty, or has blanks around it, control characters or characters outside
            ASCII. The message does not repeat it.
    """
    if not isinstance(secret, str):
        raise TypeError(f"the {what} must be a string, not {type(secret).__name__}")
    if not secret:
        raise ValueError(f"the {what} is empty")
    if secret != secret.strip() or not (secret.isascii() and secret.isprintable()):
        raise ValueError(
            f"the {what} has blanks or line breaks around it, or characters that no HTTP header "
            "can carry"
        )
    return secret


class _ReplaceableKey:
    """A key that can be replaced while clients use it."""

    __slots__ = ("_key",)

    def __init__(self, key: str) -> None:
        self._key = clean_secret(key, "key")

    @property
    def key(self) -> str:
        """The key as it is now."""
        return self._key

    def update(self, key: str) -> None:
        """Replaces the key; the next request uses the new one."""
        self._key = clean_secret(key, "key")

    def __repr__(self) -> str:
        return f"{type(self).__name__}(***)"


class AzureKeyCredential(_ReplaceableKey):
    """A key of an Azure resource."""

    __slots__ = ()


class OpenAIKeyCredential(_ReplaceableKey):
    """A key of OpenAI; a "Bearer " in front of it is removed."""

    __slots__ = ()

    def __init__(self, key: str) -> None:
        super().__init__(_without_scheme(key))

    def update(self, key: str) -> None:
        """Replaces the key; the next request uses the new one."""
        super().update(_without_scheme(key))


class _FixedToken(Record, frozen=True):
    _hidden = ("token",)

    token: str
    expires_on: float = float("inf")


class StaticTokenCredential:
    """A token that was got elsewhere and is used for as long as the client lives."""

    __slots__ = ("_token",)

    def __init__(self, token: str) -> None:
        self._token = _FixedToken(clean_secret(_without_scheme(token), "token"))

    def get_token(self, *scopes: str) -> AccessToken:
        """The token, whatever the scopes."""
        return self._token

    def __repr__(self) -> str:
        return "StaticTokenCredential(***)"


def _without_scheme(secret: str) -> str:
    return secret.removeprefix("Bearer ") if isinstance(secret, str) else secret  # pyright: ignore[reportUnnecessaryIsInstance]
