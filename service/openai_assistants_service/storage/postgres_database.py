"""One database of a PostgreSQL server, which any number of processes use."""

import time
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from openai_assistants_core.extras import needs_extra

from ..errors import bad_request
from . import idempotency, pgvector, postgres
from .database import Act, Answer, Clock, Conflict, Database, StorageError, Tx
from .ids import Ids
from .location import Postgres
from .migrate import WrongSchema, migrate, require_ours
from .server_clock import ServerClock
from .subscriptions import Subscription, Subscriptions
from .tenants import TenantDatabase

with needs_extra("postgres", StorageError):
    import asyncpg

    from .postgres_listener import Listener

_CONNECTIONS = 20
_CONNECT_TIMEOUT = 10.0

_SETTINGS = {
    "application_name": "openai-assistants-service",
    "idle_in_transaction_session_timeout": "60s",  # a process that is stopped holds no locks
    "lock_timeout": "30s",
    "jit": "off",  # it takes longer than the statements, which are short
}

_MIGRATING = text("SELECT pg_advisory_xact_lock(7305808869229538420)")
"""Has processes that start at once migrate one after another."""

_TABLES = "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = current_schema()"


class PostgresDatabase:
    """The connections to a database. Transactions run side by side, see `Database`.

    Writers are READ COMMITTED, readers have a snapshot (REPEATABLE READ). The time is that of the
    server. What is committed is told to the subscribers of other processes by NOTIFY.
    """

    def __init__(self, at: Postgres, *, clock: Clock = time.time, ids: Ids | None = None) -> None:
        self.location = at
        self.ids = ids or Ids()
        self._subscriptions = Subscriptions()
        server_clock = ServerClock()
        self.clock = server_clock if clock is time.time else clock
        self._listener = Listener(self._connect, self._subscriptions, server_clock)
        self._writer = self._engine()
        self._reader = self._writer.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )

    def _engine(self) -> AsyncEngine:
        return create_async_engine(
            "postgresql+asyncpg://",  # the URL stays out of what SQLAlchemy may show
            async_creator=self._connect,
            pool_size=_CONNECTIONS,
            max_overflow=0,
            pool_use_lifo=True,
            hide_parameters=True,  # of statements that fail: they are what users said
        )

    async def _connect(self) -> "asyncpg.Connection[asyncpg.Record]":
        try:
            return await asyncpg.connect(
                self.location.url, timeout=_CONNECT_TIMEOUT, server_settings=_SETTINGS
            )
        except (OSError, ValueError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            raise StorageError(self._cannot(postgres.reason(error))) from None

    async def open(self, *, create: bool = True) -> None:
        """Connect, and bring the schema up to date."""
        try:
            with self._failures():
                async with self._writer.begin() as connection:
                    await connection.execute(_MIGRATING)
                    found = await connection.exec_driver_sql(_TABLES)
                    require_ours(set(found.scalars()), or_none=create)
                    await connection.run_sync(migrate)
                    await pgvector.prepare(connection)
        except WrongSchema as error:
            raise StorageError(self._cannot(str(error))) from error
        await self._listener.start()

    async def close(self) -> None:
        """Close every connection."""
        await self._listener.stop()
        await self._writer.dispose()

    @asynccontextmanager
    async def write(self, tenant: str | None = None) -> AsyncGenerator[Tx]:
        """Give a transaction: committed if the block ends well, rolled back otherwise.

        Raises:
            Conflict: it was rolled back for the sake of another, and may be repeated.
        """
        with self._failures():
            async with self._writer.begin() as connection:
                tx = self._tx(connection, tenant, writes=True)
                yield tx
                await tx.finish()
        self._subscriptions.wake(tx.changed)
        self._listener.tell(tx.changed)
        await tx.run_on_commit()

    @asynccontextmanager
    async def read(self, tenant: str | None = None) -> AsyncGenerator[Tx]:
        """Give a snapshot to read from."""
        with self._failures():
            async with self._reader.begin() as connection:
                yield self._tx(connection, tenant, writes=False)

    def _tx(self, connection: AsyncConnection, tenant: str | None, *, writes: bool) -> Tx:
        return Tx(connection, int(self.clock()), self.ids, postgres, writes, tenant)

    def subscribe(self, topic: str) -> Subscription:
        """Make a subscription to what any process commits."""
        return Subscription(self._subscriptions, topic)

    @contextmanager
    def _failures(self) -> Generator[None]:
        """Say in one line, without SQL, why the database could not be used."""
        try:
            yield
        except DBAPIError as error:
            cause = error.orig or error
            if postgres.state_of(cause) == postgres.NOT_IN_REPERTOIRE:
                raise bad_request("A name or text has the character U+0000.") from error
            kind = Conflict if postgres.state_of(cause) in postgres.CONFLICTS else StorageError
            raise kind(self._cannot(postgres.reason(cause))) from error
        except asyncpg.InternalClientError as error:  # SQLAlchemy does not know it, see Listener
            raise StorageError(self._cannot(postgres.reason(error))) from error
        except PoolTimeout as error:
            raise StorageError(self._cannot("its connections are all in use")) from error

    def _cannot(self, reason: str) -> str:
        return f"cannot use the database {self.location}: {reason}"

    def of(self, tenant: str) -> Database:
        """Return the database as a tenant sees it."""
        return TenantDatabase(self, tenant)

    async def once(self, key: str, digest: str, act: Act, tenant: str | None = None) -> Answer:
        """Carry a request out unless one with its key was, and return the answer to that."""
        async with self.write(tenant) as tx:
            return await idempotency.once(tx, key, digest, act)
