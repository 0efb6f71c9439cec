"""What the rest of the service needs of a database, whichever it is: transactions."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Protocol

from attrs import field, frozen
from sqlalchemy import ColumnElement, CursorResult, Executable, Select, Table, select

from .dialect import Dialect
from .ids import Ids
from .subscriptions import Subscription

Row = dict[str, Any]
"""A row of a table, by the names of its columns."""

Clock = Callable[[], float]
Job = Callable[[], Awaitable[None] | None]


SLOW: Mapping[str, Any] = {"slow": True}
"""The execution option of statements that may take more than a few milliseconds."""


class StorageError(Exception):
    """The database, or the folder of files beside it, cannot be used; the text says why."""


Parameters = Mapping[str, Any] | Sequence[Mapping[str, Any]]


class Conflict(StorageError):
    """Of several transactions that wait for each other, this one was undone: it may be repeated."""


class Connection(Protocol):
    """What a transaction needs of a connection; SQLAlchemy's AsyncConnection is one."""

    async def execute(
        self, statement: Executable, parameters: Parameters | None = None, /
    ) -> CursorResult[Any]:
        """Execute a statement, once for each set of parameters if there are several."""
        ...


@frozen
class Tx:
    """A transaction: the time and the ids for what is written in it.

    Statements are for the modules of this package alone.

    Attributes:
        sql: what the database says in words of its own.
        writes: whether it may change anything.
        tenant: whose objects there are for it; None for all, as the service itself sees them.
    """

    _connection: Connection
    now: int
    ids: Ids
    sql: Dialect
    writes: bool
    tenant: str | None = None
    _on_commit: list[Job] = field(factory=list[Job], init=False)
    _at_end: dict[Executable, list[Row]] = field(factory=dict[Executable, list[Row]], init=False)
    changed: set[str] = field(factory=set[str], init=False)
    """The topics of which subscribers are told once the transaction is committed."""

    @property
    def own(self) -> Mapping[str, str]:
        """The column that tells whose rows are, with its value; none for all."""
        return {} if self.tenant is None else {"tenant": self.tenant}

    def mine(self, table: Table) -> tuple[ColumnElement[bool], ...]:
        """Return the condition for the rows of the tenant, as arguments of `where`.

        Every statement that finds rows of a table with a tenant has it, from here: what is
        another's is as if it were not there.
        """
        return () if self.tenant is None else (table.c.tenant == self.tenant,)

    async def all(self, statement: Executable, values: Row | None = None) -> list[Row]:
        """Return the rows of a statement as dicts; `values` are those of its parameters."""
        result = await self._connection.execute(statement, values)
        names = tuple(result.keys())
        return [dict(zip(names, row, strict=True)) for row in result]

    async def first(self, statement: Executable, values: Row | None = None) -> Row | None:
        """Return the first row of a statement, or None."""
        result = await self._connection.execute(statement, values)
        row = result.first()
        return None if row is None else dict(zip(result.keys(), row, strict=True))

    async def values(self, statement: Executable, values: Row | None = None) -> list[Any]:
        """Return the first column of a statement's rows."""
        return list((await self._connection.execute(statement, values)).scalars())

    async def run(self, statement: Executable, values: Row | None = None) -> int:
        """Execute a statement and return how many rows it changed."""
        return (await self._connection.execute(statement, values)).rowcount

    async def add(self, statement: Executable, rows: list[Row]) -> None:
        """Insert many rows, in one statement, if there are any."""
        if rows:
            await self._connection.execute(statement, rows)

    def add_at_end(self, statement: Executable, rows: Iterable[Row]) -> None:
        """Have rows inserted before the transaction is committed: all of one statement at once."""
        self._at_end.setdefault(statement, []).extend(rows)

    async def finish(self) -> None:
        """Insert what had to wait for the end of the transaction."""
        for statement, rows in self._at_end.items():
            await self.add(statement, rows)

    def locking(self, statement: "Select[Any]", *, skip: bool = False) -> "Select[Any]":
        """Have the rows of a SELECT stay as they are until the transaction ends.

        Other transactions that want them wait, or see none of them if they `skip`. It changes
        nothing where a transaction is the only one that writes, or does not write.
        """
        if not (self.writes and self.sql.MANY_WRITERS):
            return statement
        return statement.with_for_update(key_share=True, skip_locked=skip)

    async def lock(
        self, table: Table, ids: Sequence[str] | Select[Any], *, shared: bool = False
    ) -> None:
        """Have rows, named by their ids, stay as they are until the transaction ends.

        Args:
            shared: have them only not be deleted, which others may want, too.
        """
        if self.writes and self.sql.MANY_WRITERS:
            mine = self.mine(table) if "tenant" in table.c else ()
            some = select(table.c.seq).where(table.c.id.in_(ids), *mine).order_by(table.c.seq)
            await self._connection.execute(some.with_for_update(read=shared, key_share=True))

    def notify(self, topic: str) -> None:
        """Have the subscribers of a topic woken once the transaction is committed."""
        self.changed.add(topic)

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
        """Give a transaction to write in: committed if the block ends well, else rolled back."""
        ...

    def read(self) -> AbstractAsyncContextManager[Tx]:
        """Give a snapshot to read from."""
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


@frozen
class Answer:
    """The answer to a request, as it is stored under an idempotency key."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    replayed: bool = False
    """Whether it was stored by an earlier request."""


Act = Callable[[Transactions], Awaitable[Answer]]
"""Carries a request out, within the transactions that it is given."""


class Database(Transactions, Protocol):
    """A database: SQLite or PostgreSQL. Each has its SQL in a module of its own, a `Dialect`.

    Everything else is written for the harder case, in which transactions write side by side and see
    what others have committed (READ COMMITTED). What keeps it right:

    - Who writes in a thread holds the row of the thread: `threads.require` takes it. So a rule that
      was checked holds when something is written, and messages have the order they were committed
      in.
    - The events of a run are written while its row is held (`runs.hold`, `runs.get`, a claim, an
      UPDATE): their order is that of the commits.
    - Who changes an assistant or what is in a vector store holds its row; who links to a file or a
      store keeps it from being deleted.
    - Rows are locked in one order: thread, run, assistant, vector store, file; of several of a kind
      the oldest first. If others wait for each other all the same, one of them is told `Conflict`.
    - Claims skip the rows that others hold. A claim has a name that no other has: what a worker
      writes counts only as long as the run bears the name of its claim.
    """

    @property
    def clock(self) -> Clock:
        """Tells the time, in seconds since 1970."""
        ...

    @property
    def ids(self) -> Ids:
        """Makes the ids of what is written."""
        ...

    def of(self, tenant: str) -> "Database":
        """Return the same database as a tenant sees it: nothing in it is another's."""
        ...

    async def open(self, *, create: bool = True) -> None:
        """Connect, and bring the schema up to date.

        Args:
            create: whether tables are made in a database that has none; else that is refused.

        Raises:
            StorageError: it cannot be used.
        """
        ...

    async def close(self) -> None:
        """Close every connection."""
        ...

    def subscribe(self, topic: str) -> Subscription:
        """Make a subscription, which transactions wake that notify of its topic.

        It is certain to hear of what this process commits. Of what other processes commit on the
        same database it may hear nothing, so whoever waits looks again from time to time.
        """
        ...

    async def once(self, key: str, digest: str, act: Act) -> Answer:
        """Carry a request out unless one with its key was, and return the answer to that.

        What `act` does and the answer are stored in one transaction: of both or neither is there
        a trace, whenever the process dies. The same request sent twice at once waits for the first.
        What `act` raises undoes all, so that the key can be used again.

        Args:
            key: the idempotency key.
            digest: tells the request from every other with the same key.
            act: carries it out.

        Raises:
            ApiError: the key belongs to another request (422).
        """
        ...
