"""Gets tokens from a credential, by whichever method it has, and says what went wrong."""

import inspect
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar, cast

from ..credentials import AccessToken, clean_secret
from ..errors import CredentialError

T = TypeVar("T")

_TEXT_SHOWN = 2000


class CredentialTokenProvider:
    """Gets tokens from one credential.

    The newer `get_token_info` of azure-core is preferred to `get_token`: it says when to refresh.
    Continuous access evaluation is enabled if the credential accepts claims.
    """

    def __init__(self, credential: Any, scopes: tuple[str, ...]) -> None:
        self.name = type(credential).__name__
        self._scopes = scopes
        self._has_options = hasattr(credential, "get_token_info")
        self._function = credential.get_token_info if self._has_options else credential.get_token
        self._accepted = accepted_keywords(self._function, ("claims", "enable_cae"))

    @property
    def takes_claims(self) -> bool:
        """Whether it can get a token with certain claims."""
        return self._has_options or "claims" in self._accepted

    @property
    def is_async(self) -> bool:
        """Whether it has to be awaited, as far as that can be told before the first call."""
        return inspect.iscoroutinefunction(self._function)

    def get_token(self, claims: str | None) -> AccessToken:
        """A token of a synchronous credential.

        Raises:
            CredentialError: it failed.
        """
        token: AccessToken = call_credential(self.name, self._call(claims), claims)
        return token

    async def get_token_async(self, claims: str | None) -> AccessToken:
        """A token of a credential of either kind.

        Raises:
            CredentialError: it failed.
        """
        call = self._call(claims)
        return await call_credential_async(self.name, call, claims, is_async=self.is_async)

    def _call(self, claims: str | None) -> Callable[[], Any]:
        wanted: dict[str, Any] = {"enable_cae": True} if self.takes_claims else {}
        if claims is not None:
            wanted["claims"] = claims
        if self._has_options:
            return lambda: self._function(*self._scopes, options=wanted)
        keywords = {name: value for name, value in wanted.items() if name in self._accepted}
        return lambda: self._function(*self._scopes, **keywords)


def accepted_keywords(function: Callable[..., Any], names: tuple[str, ...]) -> set[str]:
    """Those of the names that a function takes as keyword arguments, as far as it tells."""
    try:
        parameters = inspect.signature(function).parameters
    except (TypeError, ValueError):
        return set()
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters.values()):
        return set(names)
    by_name = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    return {name for name in names if name in parameters and parameters[name].kind in by_name}


def call_credential(name: str, call: Callable[[], T], claims: str | None = None) -> T:
    """What a synchronous credential returns.

    Args:
        name: of the credential, for messages.
        call: calls it.
        claims: that the token must have.

    Raises:
        CredentialError: it failed, or is asynchronous.
    """
    try:
        result = call()
    except Exception as error:
        raise credential_error(name, error, claims) from error
    if inspect.isawaitable(result):
        if inspect.iscoroutine(result):
            result.close()
        raise CredentialError(f"{name} is asynchronous and needs AsyncAssistantsClient")
    return result


async def call_credential_async(
    name: str, call: Callable[[], T | Awaitable[T]], claims: str | None = None, *, is_async: bool
) -> T:
    """What a credential of either kind returns; a synchronous one is called in a thread.

    Raises:
        CredentialError: it failed.
    """
    import anyio.to_thread

    def checked_call() -> T | Awaitable[T]:
        # Within the thread: a StopIteration cannot be raised out of one.
        try:
            return call()
        except Exception as error:
            raise credential_error(name, error, claims) from error

    result = (
        checked_call()
        if is_async
        else await anyio.to_thread.run_sync(checked_call, abandon_on_cancel=True)
    )
    if not inspect.isawaitable(result):
        return result
    try:
        return cast("T", await result)
    except Exception as error:
        raise credential_error(name, error, claims) from error


def credential_error(name: str, error: Exception, claims: str | None = None) -> CredentialError:
    """The error for an exception that a credential raised."""
    advice = "check how it is set up, and that it can reach what it gets tokens from"
    if claims is not None:
        advice = (
            "the service accepts no earlier token any more and asks for one with certain claims, "
            "so a new sign-in may be needed"
        )
    return CredentialError(f"{name} failed ({_reason(error)}); {advice}")


def valid_secret(name: str, secret: object, what: str) -> str:
    """A key or token that an HTTP header can carry.

    Args:
        name: of the credential that returned it, for messages.
        secret: the key or token.
        what: "key" or "token".

    Raises:
        CredentialError: no header can carry it; the message does not show it.
    """
    try:
        return clean_secret(secret, what)
    except (TypeError, ValueError) as error:
        raise invalid_secret(name, what, error) from error


def invalid_secret(name: str, what: str, error: Exception) -> CredentialError:
    """The error for a key or token that no HTTP header can carry; as for `valid_secret`."""
    return CredentialError(f"{name} returned an invalid {what}: {error}")


def _reason(error: Exception) -> str:
    """The kind of an error, and its text where that is made for people, as azure-core's `message`.

    Any other text may hold a secret, such as the command line of a program that failed.
    """
    kind, message = type(error).__name__, getattr(error, "message", None)
    if isinstance(message, str) and message.strip():
        return f"{kind}: {message.strip()[:_TEXT_SHOWN]}"
    return f"{kind}, shown by __cause__"
