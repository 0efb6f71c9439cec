"""When a token is replaced: shortly before it expires, or once it is rejected. No clock, no I/O."""

from collections.abc import Callable
from typing import Any

from openai_assistants_core.record import Record

from ..credentials import AccessToken
from ..errors import CredentialError
from .token_provider import valid_secret

REFRESH_BEFORE = 300.0
"""Seconds before its expiry from which a token is replaced, unless it has a `refresh_on`."""

RETRY_AFTER = 30.0
"""Seconds between attempts to replace a token that is still valid."""

EXPIRY_MARGIN = 10.0
"""Seconds before its expiry from which a token is not sent any more."""

Clock = Callable[[], float]


class Token(Record, frozen=True):
    """A token; when it expires and when to replace it, in seconds since 1970."""

    _hidden = ("text",)

    text: str
    expires_on: float
    refresh_on: float


def read_token(name: str, access_token: AccessToken) -> Token:
    """The token that a credential returned.

    Raises:
        CredentialError: it is not a valid one.
    """
    try:
        expires_on = float(access_token.expires_on)
        refresh_on = float(getattr(access_token, "refresh_on", None) or expires_on - REFRESH_BEFORE)
        text: Any = access_token.token
    except (AttributeError, TypeError, ValueError) as error:
        kind = type(access_token).__name__
        raise CredentialError(
            f"{name} returned no token with expires_on, in seconds since 1970, but {kind}"
        ) from error
    return Token(valid_secret(name, text, "token"), expires_on, refresh_on)


class TokenCache:
    """A token, and the rule that says when to replace it."""

    def __init__(self) -> None:
        self._token: Token | None = None
        self._rejected = False
        self._claims: str | None = None
        self._refreshed_at = float("-inf")
        self.failure: CredentialError | None = None

    @property
    def text(self) -> str | None:
        """The latest token, valid or not."""
        return None if self._token is None else self._token.text

    def valid(self, now: float) -> str | None:
        """The token, if it can still be sent."""
        token = self._token
        if token is None or self._rejected or token.expires_on - now <= EXPIRY_MARGIN:
            return None
        return token.text

    def ready(self, now: float) -> str | None:
        """The token, if it can be sent and need not be replaced now."""
        token = self._token
        due = token is None or now >= token.refresh_on
        return None if due and now - self._refreshed_at >= RETRY_AFTER else self.valid(now)

    def invalidate(self, claims: str | None) -> None:
        """The service rejected the token, and may demand claims of the next one."""
        self._claims = self._claims or claims
        self._rejected = True

    def begin_refresh(self, now: float, seen: CredentialError | None) -> str | None:
        """Begins to get a new token, unless another caller has got one meanwhile: then returns it.

        Args:
            now: seconds since 1970.
            seen: the `failure` that was known before waiting for the lock.

        Raises:
            CredentialError: another caller has tried meanwhile, and failed.
        """
        ready, failure = self.ready(now), self.failure
        if ready is not None:
            return ready
        if failure is not None and failure is not seen:
            raise CredentialError(*failure.args) from failure.__cause__
        self._refreshed_at = now
        return None

    @property
    def claims(self) -> str | None:
        """The claims that the next token must have."""
        return self._claims

    def store(self, token: Token, claims: str | None) -> str:
        """Keeps a new token that was requested with these claims, and returns its text."""
        self._token, self.failure = token, None
        if claims == self._claims:
            self._claims, self._rejected = None, False
        return token.text

    def refresh_failed(self, error: CredentialError, now: float) -> str:
        """The present token, if it is still valid although there is no new one.

        Raises:
            CredentialError: it is not.
        """
        self.failure = error
        valid = self.valid(now)
        if valid is None:
            raise error
        return valid
