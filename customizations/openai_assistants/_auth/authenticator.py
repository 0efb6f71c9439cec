"""The headers that authenticate a request, made anew for each attempt."""

from __future__ import annotations

import inspect
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

from ..credentials import AzureKeyCredential, clean_secret, credential_kind
from .token_provider import answer_of, answer_of_either, explained, usable

if TYPE_CHECKING:
    from ..credentials import AsyncCredential, Credential
    from ..endpoints import Endpoint
    from .token_cache import AsyncTokenSource, Clock, TokenSource

Headers = dict[str, str]
AsHeader = Callable[[str], tuple[str, str]]


class _Challenged:
    """What an authenticator does when the service refuses what it gave.

    Args:
        as_header: makes a header of a key or token.
        source: of tokens that are kept until they expire or are refused, if there is one.
    """

    def __init__(self, as_header: AsHeader, source: TokenSource | AsyncTokenSource | None) -> None:
        self._as_header = as_header
        self._source = source

    def challenged(
        self,
        response_status: int,
        www_authenticate: str | None,
        sent: Mapping[str, str] | None = None,
    ) -> bool:
        """Takes note of a refusal, so that the token refused is not sent again.

        Args:
            response_status: of the answer; nothing but 401 matters.
            www_authenticate: the header of that name; several are joined with commas.
            sent: the headers of the request, as `headers` gave them. With them, the answer to a
                request sent with an older token does not count against the present one.

        Returns:
            Whether the service asks for a token with certain claims, and the credential can be
            asked for one: then the next `headers` have it, and the request is worth repeating.
        """
        if response_status != 401 or self._source is None:
            return False
        from .www_authenticate import asked_claims

        claims = asked_claims(www_authenticate) if self._source.asker.takes_claims else None
        if not self._is_older(sent):
            self._source.cache.refuse(claims)
        return claims is not None

    def _is_older(self, sent: Mapping[str, str] | None) -> bool:
        token = None if self._source is None else self._source.cache.text
        if sent is None or token is None:
            return False
        name, value = self._as_header(token)
        return sent.get(name) != value


class Authenticator(_Challenged):
    """What a synchronous client asks before each attempt, and tells of each refusal."""

    def __init__(
        self,
        as_header: AsHeader,
        secret: Callable[[], str] | None = None,
        source: TokenSource | None = None,
    ) -> None:
        super().__init__(as_header, source)
        self._secret = secret

    def headers(self) -> Headers:
        """The headers that authenticate one attempt.

        Raises:
            CredentialError: the credential gave no key or token.
        """
        return {} if self._secret is None else dict([self._as_header(self._secret())])


class AsyncAuthenticator(_Challenged):
    """What an asynchronous client asks before each attempt, and tells of each refusal."""

    def __init__(
        self,
        as_header: AsHeader,
        secret: Callable[[], Awaitable[str]] | None = None,
        source: AsyncTokenSource | None = None,
    ) -> None:
        super().__init__(as_header, source)
        self._secret = secret

    async def headers(self) -> Headers:
        """The headers that authenticate one attempt.

        Raises:
            CredentialError: the credential gave no key or token.
        """
        return {} if self._secret is None else dict([self._as_header(await self._secret())])


def authenticator(
    endpoint: Endpoint, credential: Credential | None, clock: Clock = time.time
) -> Authenticator:
    """How a synchronous client authenticates.

    Raises:
        TypeError: the credential is none, or an asynchronous one.
        ValueError: no header can carry the key.
    """
    if credential is None:
        return Authenticator(endpoint.key_header)
    anything = cast("Any", credential)
    match credential_kind(credential):
        case "key":
            return Authenticator(endpoint.key_header, _key_of(anything))
        case "token":
            from .token_cache import TokenSource

            source = TokenSource(anything, _scopes(endpoint), clock)
            _refuse_async(source.asker.is_async)
            return Authenticator(endpoint.token_header, source.token, source)
        case "function":
            _refuse_async(inspect.iscoroutinefunction(anything))
            who = _name_of(anything)
            return Authenticator(
                endpoint.token_header, lambda: usable(who, answer_of(who, anything), "token")
            )


def async_authenticator(
    endpoint: Endpoint, credential: AsyncCredential | None, clock: Clock = time.time
) -> AsyncAuthenticator:
    """How an asynchronous client authenticates.

    Raises:
        TypeError: the credential is none.
        ValueError: no header can carry the key.
    """
    if credential is None:
        return AsyncAuthenticator(endpoint.key_header)
    anything = cast("Any", credential)
    match credential_kind(credential):
        case "key":
            key = _key_of(anything)

            async def get_key() -> str:
                return key()

            return AsyncAuthenticator(endpoint.key_header, get_key)
        case "token":
            from .token_cache import AsyncTokenSource

            source = AsyncTokenSource(anything, _scopes(endpoint), clock)
            return AsyncAuthenticator(endpoint.token_header, source.token, source)
        case "function":
            who, is_async = _name_of(anything), inspect.iscoroutinefunction(anything)

            async def get_token() -> str:
                token = await answer_of_either(who, anything, is_async=is_async)
                return usable(who, token, "token")

            return AsyncAuthenticator(endpoint.token_header, get_token)


def _key_of(credential: Any) -> Callable[[], str]:
    holder = AzureKeyCredential(credential) if isinstance(credential, str) else credential
    who = type(holder).__name__
    clean_secret(holder.key, "key")

    def key() -> str:
        with explained(who):
            present = holder.key
        return usable(who, present, "key")

    return key


def _name_of(function: Any) -> str:
    return f"the token function {getattr(function, '__qualname__', type(function).__name__)}"


def _scopes(endpoint: Endpoint) -> tuple[str, ...]:
    return () if endpoint.token_scope is None else (endpoint.token_scope,)


def _refuse_async(is_async: bool) -> None:
    if is_async:
        raise TypeError("an asynchronous credential needs AsyncAssistantsClient")
