"""One SQLite database: many readers, one writer at a time."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine
from sqlalchemy.engine import RootTransaction
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import QueuePool

from ..turns import Turns
from . import idempotency, private, sqlite
from .database import Act, Answer, Clock, Database, StorageError, Tx
from .ids import Ids
from .migrate import WrongSchema, migrate, require_ours
from .sqlite_connection import SqliteConnection
from .subscriptions import Subscription, Subscriptions
from .tenants import TenantDatabase

_BUSY_TIMEOUT = 30.0
_READERS = 4
"""Connections to read with that are kept; there are more while more transactions are open."""

_RETRY = 0.001
_LONGEST_RETRY = 0.05
"""Seconds until a lock of another process is tried again; twice as long each time."""


class SqliteDatabase:
    """The engines over one database file. Writers wait for each other, readers for nobody."""

    def __init__(
        self,
        path: Path,
        *,
        clock: Clock = time.time,
        ids: Ids | None = None,
        busy_timeout: float = _BUSY_TIMEOUT,
    ) -> None:
        self.path = path
        self.clock = clock
        self.ids = ids or Ids()
        self._busy_timeout = busy_timeout
        self._subscriptions = Subscriptions()
        self._writing = Turns()
        self._writer = _engine(path, sqlite.BEGIN_TO_WRITE, 0.0)
        self._reader = _engine(path, sqlite.BEGIN_TO_READ, busy_timeout)

    async def open(self, *, create: bool = True) -> None:
        """Bring the schema up to date; file, WAL and index of the WAL are for their owner only."""
        try:
            await asyncio.to_thread(self._prepare, create)
            with self._failures():
                async with self._begin_to_write() as connection:
                    migrate(connection)
        except WrongSchema as error:
            raise StorageError(self._cannot(str(error))) from error
        except sqlite3.Error as error:
            raise StorageError(self._cannot(sqlite.reason(error))) from error
        except OSError as error:
            raise StorageError(self._cannot(private.reason(error))) from error

    def _prepare(self, create: bool) -> None:
        """Create the file, or make sure that it is ours before anything in it is changed."""
        private.create_file(self.path)
        with closing(sqlite3.connect(self.path, timeout=self._busy_timeout)) as connection:
            tables = {name for (name,) in connection.execute(sqlite.TABLES)}
            require_ours(tables, or_none=create)
        for suffix in ("", "-wal", "-shm"):
            private.restrict(self.path.with_name(self.path.name + suffix), private.FILE)

    async def close(self) -> None:
        """Close every connection."""
        self._reader.dispose()
        self._writer.dispose()

    @asynccontextmanager
    async def write(self, tenant: str | None = None) -> AsyncGenerator[Tx]:
        """Give a transaction: committed if the block ends well, rolled back otherwise."""
        with self._failures():
            async with self._begin_to_write() as connection:
                tx = self._tx(connection, tenant, writes=True)
                yield tx
                await tx.finish()
        self._subscriptions.wake(tx.changed)
        await tx.run_on_commit()

    @asynccontextmanager
    async def _begin_to_write(self) -> AsyncGenerator[Connection]:
        """Begin once nobody else writes: no other task, and no other process."""
        async with self._writing.alone():
            with self._writer.connect() as connection, await self._locked(connection):
                yield connection

    async def _locked(self, connection: Connection) -> RootTransaction:
        """Begin to write; while another process does, the event loop goes on."""
        now = asyncio.get_running_loop().time
        until, pause = now() + self._busy_timeout, _RETRY
        while True:
            try:
                return connection.begin()
            except OperationalError as error:
                if not sqlite.is_locked(error.orig) or now() >= until:
                    raise
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_RETRY)

    @asynccontextmanager
    async def read(self, tenant: str | None = None) -> AsyncGenerator[Tx]:
        """Give a snapshot to read from."""
        with self._failures(), self._reader.begin() as connection:
            yield self._tx(connection, tenant, writes=False)

    def _tx(self, connection: Connection, tenant: str | None, *, writes: bool) -> Tx:
        return Tx(SqliteConnection(connection), int(self.clock()), self.ids, sqlite, writes, tenant)

    def subscribe(self, topic: str) -> Subscription:
        """Make a subscription to what this process commits: SQLite itself tells nobody."""
        return Subscription(self._subscriptions, topic)

    @contextmanager
    def _failures(self) -> Generator[None]:
        """Say in one line, without SQL, why the database could not be used."""
        try:
            yield
        except DBAPIError as error:
            raise StorageError(self._cannot(sqlite.reason(error.orig or error))) from error

    def _cannot(self, reason: str) -> str:
        return f"cannot use the database {self.path}: {reason}"

    def of(self, tenant: str) -> Database:
        """Return the database as a tenant sees it."""
        return TenantDatabase(self, tenant)

    async def once(self, key: str, digest: str, act: Act, tenant: str | None = None) -> Answer:
        """Carry a request out unless one with its key was, and return the answer to that."""
        async with self.write(tenant) as tx:
            return await idempotency.once(tx, key, digest, act)


def _engine(path: Path, begin: str, busy_timeout: float) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={
            "isolation_level": None,
            "timeout": busy_timeout,
            "check_same_thread": False,
        },
        hide_parameters=True,  # of statements that fail: they are what users said
        poolclass=QueuePool,
        pool_size=_READERS,
        max_overflow=-1,  # waiting for a connection would stop the event loop
    )
    sqlite.configure(engine, begin, busy_timeout)
    return engine
