"""Gets a token when the cache needs a new one, one request for a token at a time.

Who still has a valid token goes on with it meanwhile; who has to wait shares the result, be it a
token or a failure.
"""

import os
import threading
import time
from typing import TYPE_CHECKING, Any, Self, cast
from weakref import WeakKeyDictionary

from ..errors import CredentialError
from .token_cache import Clock, TokenCache, read_token
from .token_provider import CredentialTokenProvider

if TYPE_CHECKING:
    import anyio


class _TokenSourceBase:
    """A credential and its token.

    Attributes:
        provider: gets tokens from the credential.
        cache: keeps the latest.
    """

    def __init__(self, credential: Any, scopes: tuple[str, ...], clock: Clock = time.time) -> None:
        self.provider = CredentialTokenProvider(credential, scopes)
        self.cache = TokenCache()
        self._credential, self._scopes, self._clock = credential, scopes, clock

    def with_clock(self, clock: Clock) -> Self:
        """The tokens of the same credential, by another clock; none is cached yet."""
        return type(self)(self._credential, self._scopes, clock)


class TokenSource(_TokenSourceBase):
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
        """One for each process: after a fork, no thread is left to release that of the parent."""
        process, lock = self._process_and_lock
        if process != os.getpid():
            lock = threading.Lock()
            self._process_and_lock = os.getpid(), lock
        return lock

    def _refresh(self, seen: CredentialError | None) -> str:
        ready = self.cache.begin_refresh(self._clock(), seen)
        if ready is not None:
            return ready
        claims = self.cache.claims
        try:
            token = read_token(self.provider.name, self.provider.get_token(claims))
        except CredentialError as error:
            return self.cache.refresh_failed(error, self._clock())
        return self.cache.store(token, claims)


class AsyncTokenSource(_TokenSourceBase):
    """The tokens of a credential of either kind; a synchronous one is called in a thread."""

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
        ready = self.cache.begin_refresh(self._clock(), seen)
        if ready is not None:
            return ready
        claims = self.cache.claims
        try:
            token = read_token(self.provider.name, await self.provider.get_token_async(claims))
        except CredentialError as error:
            return self.cache.refresh_failed(error, self._clock())
        return self.cache.store(token, claims)
