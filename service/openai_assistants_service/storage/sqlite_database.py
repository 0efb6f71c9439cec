"""One SQLite database: many readers, one writer at a time."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from . import idempotency, private, sqlite
from .database import Act, Answer, Clock, StorageError, Tx
from .ids import Ids
from .migrate import WrongSchema, migrate, require_ours
from .subscriptions import Subscription, Subscriptions

_BUSY_TIMEOUT = 30.0
_READERS = 4


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
        self._writer = _engine(path, sqlite.BEGIN_TO_WRITE, 1, busy_timeout)
        self._reader = _engine(path, sqlite.BEGIN_TO_READ, _READERS, busy_timeout)

    async def open(self) -> None:
        """Bring the schema up to date; file, WAL and index of the WAL are for their owner only."""
        try:
            await asyncio.to_thread(self._prepare)
            with self._failures():
                async with self._writer.begin() as connection:
                    await connection.run_sync(migrate)
        except WrongSchema as error:
            raise StorageError(self._cannot(str(error))) from error
        except sqlite3.Error as error:
            raise StorageError(self._cannot(sqlite.reason(error))) from error
        except OSError as error:
            raise StorageError(self._cannot(private.reason(error))) from error

    def _prepare(self) -> None:
        """Create the file, or make sure that it is ours before anything in it is changed."""
        private.create_file(self.path)
        with closing(sqlite3.connect(self.path, timeout=self._busy_timeout)) as connection:
            require_ours({name for (name,) in connection.execute(sqlite.TABLES)})
        for suffix in ("", "-wal", "-shm"):
            private.restrict(self.path.with_name(self.path.name + suffix), private.FILE)

    async def close(self) -> None:
        """Close every connection."""
        await self._reader.dispose()
        await self._writer.dispose()

    @asynccontextmanager
    async def write(self) -> AsyncGenerator[Tx]:
        """Give a transaction: committed if the block ends well, rolled back otherwise."""
        with self._failures():
            async with self._writer.begin() as connection:
                tx = Tx(connection, int(self.clock()), self.ids)
                yield tx
        self._subscriptions.wake(tx.changed)
        await tx.run_on_commit()

    @asynccontextmanager
    async def read(self) -> AsyncGenerator[Tx]:
        """Give a snapshot to read from."""
        with self._failures():
            async with self._reader.begin() as connection:
                yield Tx(connection, int(self.clock()), self.ids)

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

    async def once(self, key: str, digest: str, act: Act) -> Answer:
        """Carry a request out unless one with its key was, and return the answer to that."""
        async with self.write() as tx:
            return await idempotency.once(tx, key, digest, act)


def _engine(path: Path, begin: str, connections: int, busy_timeout: float) -> AsyncEngine:
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(path)),
        connect_args={"isolation_level": None, "timeout": busy_timeout},
        pool_size=connections,
        max_overflow=0,
        pool_timeout=120,
    )
    sqlite.configure(engine.sync_engine, begin, busy_timeout)
    return engine
