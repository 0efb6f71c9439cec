"""One SQLite database: many readers, one writer at a time."""

import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, Protocol

from attrs import field, frozen
from sqlalchemy import URL, Connection, Executable, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from .ids import Ids
from .migrate import migrate

Row = dict[str, Any]
"""A row of a table, by the names of its columns."""
DatabaseError = DBAPIError
"""What the database raises when it cannot be read or written."""

Clock = Callable[[], float]
Job = Callable[[], Awaitable[None] | None]

_BUSY_MS = 30_000
_READERS = 4


@frozen
class Tx:
    """A transaction: its connection, and the time and the ids for what is written in it."""

    connection: AsyncConnection
    now: int
    ids: Ids
    _on_commit: list[Job] = field(factory=list[Job], init=False)

    async def all(self, statement: Executable) -> list[Row]:
        """Return the rows of a statement as dicts."""
        result = await self.connection.execute(statement)
        return [dict(row) for row in result.mappings()]

    async def first(self, statement: Executable) -> Row | None:
        """Return the first row of a statement, or None."""
        row = (await self.connection.execute(statement)).mappings().first()
        return None if row is None else dict(row)

    async def values(self, statement: Executable) -> list[Any]:
        """Return the first column of a statement's rows."""
        return list((await self.connection.execute(statement)).scalars())

    async def run(self, statement: Executable) -> int:
        """Execute a statement and return how many rows it changed."""
        return (await self.connection.execute(statement)).rowcount

    async def add(self, statement: Executable, rows: list[Row]) -> None:
        """Insert many rows."""
        await self.connection.execute(statement, rows)

    def on_commit(self, job: Job) -> None:
        """Have something done once the transaction is committed; never if it is rolled back."""
        self._on_commit.append(job)

    async def run_on_commit(self) -> None:
        """Do what had to wait until the transaction was committed."""
        for job in self._on_commit:
            done = job()
            if done is not None:
                await done


class Transactions(Protocol):
    """Where transactions come from."""

    def write(self) -> AbstractAsyncContextManager[Tx]:
        """Give a transaction to write in."""
        ...

    def read(self) -> AbstractAsyncContextManager[Tx]:
        """Give a transaction to read in."""
        ...


@frozen
class Joined:
    """One transaction in the place of a database: every block takes part in it, none ends it."""

    tx: Tx

    @asynccontextmanager
    async def write(self) -> AsyncGenerator[Tx]:
        """Give the transaction."""
        yield self.tx

    read = write


class Database:
    """The engines over one database file. Writers wait for each other, readers for nobody."""

    def __init__(self, path: Path, *, clock: Clock = time.time, ids: Ids | None = None) -> None:
        self.path = path
        self.clock = clock
        self.ids = ids or Ids()
        self._writer = _engine(path, "BEGIN IMMEDIATE", 1)
        self._reader = _engine(path, "BEGIN", _READERS)

    async def open(self) -> None:
        """Bring the schema up to date."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        async with self._writer.begin() as connection:
            await connection.run_sync(migrate)

    async def close(self) -> None:
        """Close every connection."""
        await self._reader.dispose()
        await self._writer.dispose()

    @asynccontextmanager
    async def write(self) -> AsyncGenerator[Tx]:
        """Give a transaction: committed if the block ends well, rolled back otherwise."""
        async with self._writer.begin() as connection:
            tx = Tx(connection, int(self.clock()), self.ids)
            yield tx
        await tx.run_on_commit()

    @asynccontextmanager
    async def read(self) -> AsyncGenerator[Tx]:
        """Give a snapshot to read from."""
        async with self._reader.begin() as connection:
            yield Tx(connection, int(self.clock()), self.ids)


def _engine(path: Path, begin: str, connections: int) -> AsyncEngine:
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(path)),
        connect_args={"isolation_level": None, "timeout": _BUSY_MS / 1000},
        pool_size=connections,
        max_overflow=0,
        pool_timeout=120,
    )

    def configure(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        for pragma in (
            "journal_mode = WAL",
            "synchronous = NORMAL",
            "foreign_keys = ON",
            f"busy_timeout = {_BUSY_MS}",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    event.listen(engine.sync_engine, "connect", configure)

    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine.sync_engine, "begin", start)
    return engine
