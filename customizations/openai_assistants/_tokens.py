"""Keeps the token of a credential until shortly before it expires.

When to ask for a new one is a rule of its own (`TokenCache`). `TokenSource` and `AsyncTokenSource`
ask, one at a time: whoever still has a valid token goes on with it meanwhile.
"""

import asyncio
import inspect
import threading
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar, cast

from .credentials import AccessToken, AsyncTokenCredential, TokenCredential, clean_secret

REFRESH_BEFORE = 300.0
"""Seconds before its expiry from which a token is replaced."""

ASK_AGAIN_AFTER = 30.0
"""Seconds between attempts to replace a token that is still valid."""

SAFETY = 10.0
"""Seconds before its expiry from which a token is not sent any more."""

Clock = Callable[[], float]
T = TypeVar("T")


class TokenCache:
    """A token, and the rule that says when to replace it."""

    def __init__(self) -> None:
        self._token: AccessToken | None = None
        self._asked_at = float("-inf")

    def valid(self, now: float) -> str | None:
        """The token, if it can still be sent."""
        token = self._token
        return token.token if token is not None and token.expires_on - now > SAFETY else None

    def ready(self, now: float) -> str | None:
        """The token, if it can be sent and need not be replaced now."""
        token = self._token
        if token is None or (
            token.expires_on - now <= REFRESH_BEFORE and now - self._asked_at >= ASK_AGAIN_AFTER
        ):
            return None
        return self.valid(now)

    def asking(self, now: float) -> None:
        """Notes that a token is being asked for."""
        self._asked_at = now

    def store(self, token: AccessToken) -> str:
        """Keeps a new token, and returns its text."""
        text = clean_secret(token.token, "token")
        self._token = token
        return text


class TokenSource:
    """The tokens of a synchronous credential."""

    def __init__(
        self, credential: TokenCredential, scopes: tuple[str, ...], clock: Clock = time.time
    ) -> None:
        self._credential = credential
        self._scopes = scopes
        self._clock = clock
        self._cache = TokenCache()
        self._lock = threading.Lock()

    def token(self) -> str:
        """A token that is valid now."""
        now = self._clock()
        ready = self._cache.ready(now)
        if ready is not None:
            return ready
        valid = self._cache.valid(now)
        if not self._lock.acquire(blocking=valid is None):
            return cast("str", valid)
        try:
            return self._refresh()
        finally:
            self._lock.release()

    def _refresh(self) -> str:
        now = self._clock()
        ready = self._cache.ready(now)
        if ready is not None:
            return ready
        self._cache.asking(now)
        try:
            return self._cache.store(self._credential.get_token(*self._scopes))
        except Exception:
            valid = self._cache.valid(now)
            if valid is None:
                raise
            return valid


class AsyncTokenSource:
    """The tokens of a credential of either kind; a synchronous one is asked in a thread."""

    def __init__(
        self,
        credential: TokenCredential | AsyncTokenCredential,
        scopes: tuple[str, ...],
        clock: Clock = time.time,
    ) -> None:
        self._credential = credential
        self._scopes = scopes
        self._clock = clock
        self._cache = TokenCache()
        self._lock = asyncio.Lock()

    async def token(self) -> str:
        """A token that is valid now."""
        now = self._clock()
        ready = self._cache.ready(now)
        if ready is not None:
            return ready
        valid = self._cache.valid(now)
        if valid is not None and self._lock.locked():
            return valid
        async with self._lock:
            return await self._refresh()

    async def _refresh(self) -> str:
        now = self._clock()
        ready = self._cache.ready(now)
        if ready is not None:
            return ready
        self._cache.asking(now)
        try:
            return self._cache.store(await self._ask())
        except Exception:
            valid = self._cache.valid(now)
            if valid is None:
                raise
            return valid

    async def _ask(self) -> AccessToken:
        get_token = self._credential.get_token
        is_async = inspect.iscoroutinefunction(get_token)
        return await result_of(lambda: get_token(*self._scopes), is_async=is_async)


async def result_of(function: Callable[[], T | Awaitable[T]], *, is_async: bool) -> T:
    """What a function of either kind returns, without holding up the event loop."""
    result = function() if is_async else await asyncio.to_thread(function)
    return cast("T", await result if inspect.isawaitable(result) else result)
