"""Tell other processes what was committed, and hear it from them, by LISTEN and NOTIFY."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeAlias

import asyncpg

from .database import StorageError
from .server_clock import ServerClock
from .subscriptions import Subscriptions

_LOG = logging.getLogger(__name__)
_CHANNEL = "assistants_changes"
_TELL = "SELECT pg_notify('assistants_changes', topic) FROM unnest($1::text[]) AS topic"
_NOW = "SELECT extract(epoch FROM clock_timestamp())::float8"

_AGAIN = 10.0
"""Seconds between two looks at the server's clock."""

_PAUSE = 1.0
"""Seconds until a connection that was lost is tried again."""

_ANSWER = 5.0
"""Seconds after which a connection that does not answer counts as lost."""

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"
Connect = Callable[[], Awaitable[Connection]]

_LOST = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)
"""What a connection raises that cannot be used any more.

The last, which is none of the others, if the server says that it closes the connection at the
moment at which something is asked of it.
"""


class Listener:
    """One connection that hears what other processes commit, and tells what this one has.

    Topics are told after the commit, many at once: NOTIFY within the transactions would have all
    of their commits wait for each other. What is not told, because a process died or was cut off,
    is found by looking: who waits looks again from time to time.
    """

    def __init__(self, connect: Connect, subscriptions: Subscriptions, clock: ServerClock) -> None:
        self._connect = connect
        self._subscriptions = subscriptions
        self._clock = clock
        self._topics: set[str] = set()
        self._told = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._connection: Connection | None = None

    async def start(self) -> None:
        """Connect, and set the clock; from then on a connection that is lost is replaced."""
        self._connection = await self._open()
        self._task = asyncio.create_task(self._keep())

    async def stop(self) -> None:
        """Tell what is left, and close the connection."""
        if self._task is None or self._connection is None:
            return
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        with contextlib.suppress(*_LOST):
            await self._tell(self._connection)
            await self._connection.close(timeout=_ANSWER)
        self._connection.terminate()

    def tell(self, topics: Iterable[str]) -> None:
        """Have other processes told that something of these topics was committed."""
        self._topics.update(topics)
        if self._topics:
            self._told.set()

    async def _open(self) -> Connection:
        connection = await self._connect()
        await connection.add_listener(_CHANNEL, self._hear)
        await self._set_clock(connection)
        return connection

    def _hear(self, connection: object, pid: int, channel: str, payload: object) -> None:
        self._subscriptions.wake([str(payload)])

    async def _set_clock(self, connection: Connection) -> None:
        asked = time.monotonic()
        now: float = await connection.fetchval(_NOW, timeout=_ANSWER)
        self._clock.set(now, asked)

    async def _keep(self) -> None:
        while self._connection is not None:
            try:
                await self._serve(self._connection)
            except _LOST as error:
                _LOG.warning("lost the connection that hears of changes: %s", type(error).__name__)
            self._connection.terminate()
            self._connection = await self._reopened()

    async def _reopened(self) -> Connection:
        while True:
            with contextlib.suppress(StorageError, *_LOST):
                connection = await self._open()
                self._subscriptions.wake_all()  # of what happened meanwhile nobody was told
                return connection
            await asyncio.sleep(_PAUSE)

    async def _serve(self, connection: Connection) -> None:
        """Tell what is to be told as it comes, and set the clock from time to time."""
        clock = asyncio.get_running_loop().time
        due = clock() + _AGAIN
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout_at(due):
                    await self._told.wait()
            await self._tell(connection)
            if clock() >= due:
                await self._set_clock(connection)
                due = clock() + _AGAIN

    async def _tell(self, connection: Connection) -> None:
        self._told.clear()
        topics, self._topics = list(self._topics), set()
        if topics:
            await connection.execute(_TELL, topics, timeout=_ANSWER)
