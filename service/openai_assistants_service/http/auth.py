"""Who may use the service, and whose objects they see."""

import asyncio
import math
from collections.abc import Mapping
from typing import Self

from attrs import frozen

from ..errors import ApiError, invalid_key, too_many_requests
from ..storage import api_keys
from ..storage.api_keys import digest_of
from ..storage.database import Database, Row
from .key_uses import KeyUses
from .rate_limit import RequestBucket
from .same_origin import require_same_origin

REFRESH = 1.0
"""Seconds for which keys are known as they were read: so long may one that is revoked be good."""


@frozen
class Caller:
    """Who sends a request: whose objects there are for it, and the key, if it is a stored one."""

    tenant: str = ""
    id: str | None = None
    name: str | None = None
    requests_per_minute: int | None = None

    @classmethod
    def of(cls, key: Row) -> Self:
        """Return who uses a stored key."""
        return cls(key["tenant"], key["id"], key["name"], key["requests_per_minute"])


class Gate:
    """Lets in who has a key: a stored one, or the one that the service was started with.

    Where there is no key at all, everybody on this machine is let in. A service that has known a
    key asks for one as long as it runs.

    Args:
        api_key: the key of the objects that are of no project.
        keyless: whether it may go without a key, as it may on loopback only.
    """

    def __init__(
        self, database: Database, api_key: str | None = None, *, keyless: bool = True
    ) -> None:
        self._database = database
        self._started_with = {} if api_key is None else {digest_of(api_key): Caller()}
        self._callers: Mapping[str, Caller] = self._started_with
        self._guarded = api_key is not None or not keyless
        self._refreshing = asyncio.Lock()
        self._read_at = -math.inf
        self._buckets: dict[str, RequestBucket] = {}
        self.uses = KeyUses(database)

    @property
    def guarded(self) -> bool:
        """Whether a key is asked for, as far as is known since `refresh`."""
        return self._guarded

    async def refresh(self) -> None:
        """Read the keys, unless they were read within the last second."""
        if abs(self._database.clock() - self._read_at) < REFRESH:
            return
        async with self._refreshing:
            now = self._database.clock()
            if abs(now - self._read_at) < REFRESH:
                return
            async with self._database.read() as tx:
                stored = await api_keys.every(tx)
            good = [row for row in stored if row["revoked_at"] is None]
            callers = {row["digest"]: Caller.of(row) for row in good}
            self._callers = {**callers, **self._started_with}
            self._guarded = self._guarded or bool(stored)
            self._read_at = now

    async def admit(self, headers: Mapping[str, str], scheme: str) -> Caller:
        """Return who sends a request.

        Raises:
            ApiError: the key is wrong or missing (401), or has sent too many requests (429); or
                there is none, and the request comes from elsewhere (403).
        """
        await self.refresh()
        if not self._guarded:
            require_same_origin(headers, scheme)
            return Caller()
        caller = self.caller(digest_of_key(headers))
        if caller is None:
            raise invalid_key(_key(headers))
        if caller.id is not None:
            self._count(caller, caller.id)
        return caller

    def caller(self, digest: str) -> Caller | None:
        """Return who uses the key with this digest; None if no key has it, or none any more."""
        return self._callers.get(digest)

    def _count(self, caller: Caller, id: str) -> None:
        now = self._database.clock()
        self.uses.note(id, int(now))
        if caller.requests_per_minute is None:
            return
        if id not in self._buckets:
            self._buckets[id] = RequestBucket(caller.requests_per_minute, now)
        if seconds := self._buckets[id].take(now):
            raise too_many_requests(caller.requests_per_minute, math.ceil(seconds))


def require_metrics(caller: Caller) -> None:
    """Check that somebody may see what concerns all projects.

    Raises:
        ApiError: the key is of one project (403).
    """
    if caller.tenant:
        raise ApiError(
            403,
            "The metrics are of all projects: use --api-key, or a key of the project 'default'.",
            code="forbidden_project",
        )


def digest_of_key(headers: Mapping[str, str]) -> str:
    """Return the digest of the key of a request, in either of its headers."""
    return digest_of(_key(headers))


def _key(headers: Mapping[str, str]) -> str:
    return headers.get("api-key") or _bearer(headers.get("authorization", ""))


def _bearer(header: str) -> str:
    scheme, _, key = header.partition(" ")
    return key.strip() if scheme.lower() == "bearer" else ""
