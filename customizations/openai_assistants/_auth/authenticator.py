"""The headers that authenticate a request, made anew for each attempt."""

from __future__ import annotations

import inspect
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from ..credentials import AzureKeyCredential, clean_secret, credential_kind

if TYPE_CHECKING:
    from ..credentials import AsyncCredential, Credential
    from ..endpoints import Endpoint
    from .token_cache import Clock
    from .token_source import AsyncTokenSource, TokenSource

Headers = dict[str, str]
AsHeader = Callable[[str], tuple[str, str]]
SourceT = TypeVar("SourceT", "TokenSource", "AsyncTokenSource")


class _AuthenticatorBase(Generic[SourceT]):
    """Answers the challenges of a service (RFC 9110, section 11.6.1).

    Args:
        as_header: makes a header of a key or token.
        source: of tokens that are cached, if there is one.
    """

    def __init__(self, as_header: AsHeader, source: SourceT | None) -> None:
        self._as_header = as_header
        self._source: SourceT | None = source

    def on_challenge(
        self,
        response_status: int,
        www_authenticate: str | None,
        sent: Mapping[str, str] | None = None,
    ) -> bool:
        """Invalidates a token that the service rejected, so that it is not sent again.

        Args:
            response_status: of the response; nothing but 401 matters.
            www_authenticate: the header of that name; several are joined with commas.
            sent: the headers that `headers` returned for the request. If they are given, the
                response to a request with an older token does not invalidate the present one.

        Returns:
            Whether the service demands a token with certain claims and the credential can get one:
            then the next `headers` have it, and the request can be sent again.
        """
        if response_status != 401 or self._source is None:
            return False
        from .www_authenticate import requested_claims

        takes_claims = self._source.provider.takes_claims
        claims = requested_claims(www_authenticate) if takes_claims else None
        if not self._is_older(sent):
            self._source.cache.invalidate(claims)
        return claims is not None

    def _is_older(self, sent: Mapping[str, str] | None) -> bool:
        token = None if self._source is None else self._source.cache.text
        if sent is None or token is None:
            return False
        name, value = self._as_header(token)
        return sent.get(name) != value


class Authenticator(_AuthenticatorBase["TokenSource"]):
    """Authenticates the requests of a synchronous client."""

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
            CredentialError: the credential returned no valid key or token.
        """
        return {} if self._secret is None else dict([self._as_header(self._secret())])

    def with_clock(self, clock: Clock) -> Authenticator:
        """The same, with tokens that expire by another clock."""
        if self._source is None:
            return self
        source = self._source.with_clock(clock)
        return Authenticator(self._as_header, source.token, source)


class AsyncAuthenticator(_AuthenticatorBase["AsyncTokenSource"]):
    """Authenticates the requests of an asynchronous client."""

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
            CredentialError: the credential returned no valid key or token.
        """
        return {} if self._secret is None else dict([self._as_header(await self._secret())])

    def with_clock(self, clock: Clock) -> AsyncAuthenticator:
        """The same, with tokens that expire by another clock."""
        if self._source is None:
            return self
        source = self._source.with_clock(clock)
        return AsyncAuthenticator(self._as_header, source.token, source)


def authenticator_for(
    endpoint: Endpoint, credential: Credential | None, clock: Clock = time.time
) -> Authenticator:
    """The authenticator of a synchronous client.

    Raises:
        TypeError: it is not a credential, or an asynchronous one.
        ValueError: no header can carry the key.
    """
    if credential is None:
        return Authenticator(endpoint.key_header)
    anything = cast("Any", credential)
    match credential_kind(credential):
        case "key":
            return Authenticator(endpoint.key_header, _key_of(anything))
        case "token":
            from .token_source import TokenSource

            source = TokenSource(anything, _scopes(endpoint), clock)
            _refuse_async(source.provider.is_async)
            return Authenticator(endpoint.token_header, source.token, source)
        case "function":
            from .token_provider import call_credential, valid_secret

            _refuse_async(inspect.iscoroutinefunction(anything))
            name = _name_of(anything)

            def get_token() -> str:
                return valid_secret(name, call_credential(name, anything), "token")

            return Authenticator(endpoint.token_header, get_token)


def async_authenticator_for(
    endpoint: Endpoint, credential: AsyncCredential | None, clock: Clock = time.time
) -> AsyncAuthenticator:
    """The authenticator of an asynchronous client.

    Raises:
        TypeError: it is not a credential.
        ValueError: no header can carry the key.
    """
    if credential is None:
        return AsyncAuthenticator(endpoint.key_header)
    anything = cast("Any", credential)
    match credential_kind(credential):
        case "key":
            get_key = _key_of(anything)

            async def get_key_async() -> str:
                return get_key()

            return AsyncAuthenticator(endpoint.key_header, get_key_async)
        case "token":
            from .token_source import AsyncTokenSource

            source = AsyncTokenSource(anything, _scopes(endpoint), clock)
            return AsyncAuthenticator(endpoint.token_header, source.token, source)
        case "function":
            from .token_provider import call_credential_async, valid_secret

            name, is_async = _name_of(anything), inspect.iscoroutinefunction(anything)

            async def get_token() -> str:
                token = await call_credential_async(name, anything, is_async=is_async)
                return valid_secret(name, token, "token")

            return AsyncAuthenticator(endpoint.token_header, get_token)


def _key_of(credential: Any) -> Callable[[], str]:
    holder = AzureKeyCredential(credential) if isinstance(credential, str) else credential
    name = type(holder).__name__
    clean_secret(holder.key, "key")

    def get_key() -> str:
        try:
            key = holder.key
        except Exception as error:
            from .token_provider import credential_error

            raise credential_error(name, error) from error
        try:
            return clean_secret(key, "key")
        except (TypeError, ValueError) as error:
            from .token_provider import invalid_secret

            raise invalid_secret(name, "key", error) from error

    return get_key


def _name_of(function: Any) -> str:
    return f"the token function {getattr(function, '__qualname__', type(function).__name__)}"


def _scopes(endpoint: Endpoint) -> tuple[str, ...]:
    return () if endpoint.token_scope is None else (endpoint.token_scope,)


def _refuse_async(is_async: bool) -> None:
    if is_async:
        raise TypeError("an asynchronous credential needs AsyncAssistantsClient")
