"""A database as one tenant sees it."""

from contextlib import AbstractAsyncContextManager
from typing import Protocol

from attrs import frozen

from .database import Act, Answer, Clock, Database, Tx
from .ids import Ids
from .subscriptions import Subscription


class Shared(Database, Protocol):
    """A database that several tenants share."""

    def write(self, tenant: str | None = None) -> AbstractAsyncContextManager[Tx]:
        """Give a transaction of a tenant, or of all, to write in."""
        ...

    def read(self, tenant: str | None = None) -> AbstractAsyncContextManager[Tx]:
        """Give a snapshot of a tenant, or of all, to read from."""
        ...

    async def once(self, key: str, digest: str, act: Act, tenant: str | None = None) -> Answer:
        """Carry a request of a tenant out unless one of its own with its key was."""
        ...


@frozen
class TenantDatabase:
    """A database all of whose transactions are of one tenant; it is opened and closed elsewhere."""

    _shared: Shared
    tenant: str

    @property
    def clock(self) -> Clock:
        """The clock of the database."""
        return self._shared.clock

    @property
    def ids(self) -> Ids:
        """What makes ids."""
        return self._shared.ids

    def of(self, tenant: str) -> Database:
        """Return the same database as another tenant sees it."""
        return self._shared.of(tenant)

    async def open(self, *, create: bool = True) -> None:
        """Connect."""
        await self._shared.open(create=create)

    async def close(self) -> None:
        """Close every connection, those of all tenants."""
        await self._shared.close()

    def write(self) -> AbstractAsyncContextManager[Tx]:
        """Give a transaction to write in."""
        return self._shared.write(self.tenant)

    def read(self) -> AbstractAsyncContextManager[Tx]:
        """Give a snapshot to read from."""
        return self._shared.read(self.tenant)

    def subscribe(self, topic: str) -> Subscription:
        """Make a subscription; topics are ids, which nobody guesses."""
        return self._shared.subscribe(topic)

    async def once(self, key: str, digest: str, act: Act) -> Answer:
        """Carry a request out unless one of this tenant with its key was."""
        return await self._shared.once(key, digest, act, self.tenant)
