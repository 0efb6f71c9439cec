"""Keeps the token of a credential until shortly before it expires, or until it is refused.

When to ask for a new one is a rule of its own (`TokenCache`). `TokenSource` and `AsyncTokenSource`
ask, one at a time: whoever still has a valid token goes on with it meanwhile, and whoever had to
wait shares what came of it, be it a token or a failure.
"""

import os
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast
from weakref import WeakKeyDictionary

from openai_assistants_core.record import Record

from ..credentials import AccessToken
from ..errors import CredentialError
from .token_provider import Asker, usable

if TYPE_CHECKING:
    import anyio

REFRESH_BEFORE = 300.0
"""Seconds before its expiry from which a token is replaced, unless it says when itself."""

ASK_AGAIN_AFTER = 30.0
"""Seconds between attempts to replace a token that is still valid."""

SAFETY = 10.0
"""Seconds before its expiry from which a token is not sent any more."""

Clock = Callable[[], float]


class Token(Record, frozen=True):
    """A token; when it expires and when to replace it, in seconds since 1970."""

    _hidden = ("text",)

    text: str
    expires_on: float
    refresh_on: float


def read_token(who: str, answer: AccessToken) -> Token:
    """What a credential gave, checked.

    Raises:
        CredentialError: it is no token.
    """
    try:
        expires_on = float(answer.expires_on)
        refresh_on = float(getattr(answer, "refresh_on", None) or expires_on - REFRESH_BEFORE)
        text: Any = answer.token
    except (AttributeError, TypeError, ValueError) as error:
        kind = type(answer).__name__
        raise CredentialError(
            f"{who} gave no token with expires_on, in seconds since 1970, but {kind}"
        ) from error
    return Token(usable(who, text, "token"), expires_on, refresh_on)


class TokenCache:
    """A token, and the rule that says when to replace it."""

    def __init__(self) -> None:
        self._token: Token | None = None
        self._refused = False
        self._claims: str | None = None
        self._asked_at = float("-inf")
        self.failure: CredentialError | None = None

    @property
    def text(self) -> str | None:
        """The latest token, valid or not."""
        return None if self._token is None else self._token.text

    def valid(self, now: float) -> str | None:
        """The token, if it can still be sent."""
        token = self._token
        if token is None or self._refused or token.expires_on - now <= SAFETY:
            return None
        return token.text

    def ready(self, now: float) -> str | None:
        """The token, if it can be sent and need not be replaced now."""
        token = self._token
        due = token is None or now >= token.refresh_on
        return None if due and now - self._asked_at >= ASK_AGAIN_AFTER else self.valid(now)

    def refuse(self, claims: str | None) -> None:
        """Notes that the service refused the token, and which claims it wants in the next one."""
        self._claims = self._claims or claims
        self._refused = True

    def start(self, now: float, seen: CredentialError | None) -> str | None:
        """Starts to ask for a token, unless someone else has got one meanwhile.

        Args:
            now: seconds since 1970.
            seen: the `failure` that was known before waiting for one's turn.

        Raises:
            CredentialError: someone else has tried meanwhile, and failed.
        """
        ready, failure = self.ready(now), self.failure
        if ready is not None:
            return ready
        if failure is not None and failure is not seen:
            raise CredentialError(*failure.args) from failure.__cause__
        self._asked_at = now
        return None

    @property
    def claims(self) -> str | None:
        """The claims that the next token has to be asked for with."""
        return self._claims

    def store(self, token: Token, claims: str | None) -> str:
        """Keeps a new token that was asked for with these claims, and returns its text."""
        self._token, self.failure = token, None
        if claims == self._claims:
            self._claims, self._refused = None, False
        return token.text

    def failed(self, error: CredentialError, now: float) -> str:
        """The token to go on with, though no new one could be got.

        Raises:
            CredentialError: there is none.
        """
        self.failure = error
        valid = self.valid(now)
        if valid is None:
            raise error
        return valid


class _Source:
    """A credential and its token.

    Attributes:
        asker: asks the credential.
        cache: keeps what it gave.
    """

    def __init__(self, credential: Any, scopes: tuple[str, ...], clock: Clock = time.time) -> None:
        self.asker = Asker(credential, scopes)
        self.cache = TokenCache()
        self._clock = clock


class TokenSource(_Source):
    """The tokens of a synchronous credential."""

    def __init__(self, credential: Any, scopes: tuple[str, ...], clock: Clock = time.time) -> None:
        super().__init__(credential, scopes, clock)
        self._process_and_lock = os.getpid(), threading.Lock()

    def token(self) -> str:
        """A token that is valid now.

        Raises:
            CredentialError: there is none.
        """
        now, seen = self._clock(), self.cache.failure
        ready = self.cache.ready(now)
        if ready is not None:
            return ready
        valid, lock = self.cache.valid(now), self._lock()
        if not lock.acquire(blocking=valid is None):
            return cast("str", valid)
        try:
            return self._refresh(seen)
        finally:
            lock.release()

    def _lock(self) -> threading.Lock:
        """One for each process: after a fork, nobody is left to release that of the parent."""
        process, lock = self._process_and_lock
        if process != os.getpid():
            lock = threading.Lock()
            self._process_and_lock = os.getpid(), lock
        return lock

    def _refresh(self, seen: CredentialError | None) -> str:
        ready = self.cache.start(self._clock(), seen)
        if ready is not None:
            return ready
        claims = self.cache.claims
        try:
            token = read_token(self.asker.name, self.asker.ask(claims))
        except CredentialError as error:
            return self.cache.failed(error, self._clock())
        return self.cache.store(token, claims)


class AsyncTokenSource(_Source):
    """The tokens of a credential of either kind; a synchronous one is asked in a thread."""

    def __init__(self, credential: Any, scopes: tuple[str, ...], clock: Clock = time.time) -> None:
        super().__init__(credential, scopes, clock)
        self._locks: WeakKeyDictionary[Any, anyio.Lock] = WeakKeyDictionary()

    async def token(self) -> str:
        """A token that is valid now.

        Raises:
            CredentialError: there is none.
        """
        now, seen = self._clock(), self.cache.failure
        ready = self.cache.ready(now)
        if ready is not None:
            return ready
        valid, lock = self.cache.valid(now), self._lock()
        if valid is not None and lock.locked():
            return valid
        async with lock:
            return await self._refresh(seen)

    def _lock(self) -> "anyio.Lock":
        """One for each event loop: a client may serve one after the other."""
        import anyio

        from .._http.event_loop import event_loop

        return self._locks.setdefault(event_loop(), anyio.Lock())

    async def _refresh(self, seen: CredentialError | None) -> str:
        ready = self.cache.start(self._clock(), seen)
        if ready is not None:
            return ready
        claims = self.cache.claims
        try:
            token = read_token(self.asker.name, await self.asker.ask_async(claims))
        except CredentialError as error:
            return self.cache.failed(error, self._clock())
        return self.cache.store(token, claims)
