"""Tell other processes what was committed, and hear it from them, by LISTEN and NOTIFY."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable, Iterable

import asyncpg

from .database import StorageError
from .server_clock import ServerClock
from .subscriptions import Subscriptions

_LOG = logging.getLogger(__name__)
_CHANNEL = "assistants_changes"
_LISTEN = f"LISTEN {_CHANNEL}"
_TELL = f"SELECT pg_notify('{_CHANNEL}', topic) FROM unnest($1::text[]) AS topic"
_NOW = "SELECT extract(epoch FROM clock_timestamp())::float8"

_AGAIN = 10.0
"""Seconds between two looks at the server's clock."""

_PAUSE = 1.0
"""Seconds until a connection that was lost is tried again."""

_ANSWER = 5.0
"""Seconds after which a connection that does not answer counts as lost."""

Connect = Callable[[], Awaitable["asyncpg.Connection[asyncpg.Record]"]]


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

    async def start(self) -> None:
        """Connect, and set the clock; from then on a connection that is lost is replaced."""
        connection = await self._open()
        self._task = asyncio.create_task(self._keep(connection))

    async def stop(self) -> None:
        """Tell what is left, and close the connection."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def tell(self, topics: Iterable[str]) -> None:
        """Have other processes told that something of these topics was committed."""
        self._topics.update(topics)
        if self._topics:
            self._told.set()

    async def _open(self) -> "asyncpg.Connection[asyncpg.Record]":
        connection = await self._connect()
        await connection.add_listener(_CHANNEL, self._hear)
        await self._set_clock(connection)
        return connection

    def _hear(self, connection: object, pid: int, channel: str, payload: object) -> None:
        self._subscriptions.wake([str(payload)])

    async def _set_clock(self, connection: "asyncpg.Connection[asyncpg.Record]") -> None:
        asked = time.monotonic()
        now: float = await connection.fetchval(_NOW, timeout=_ANSWER)
        self._clock.set(now, asked)

    async def _keep(self, connection: "asyncpg.Connection[asyncpg.Record]") -> None:
        while True:
            try:
                await self._serve(connection)
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
                _LOG.warning(
                    "the connection that hears of changes was lost: %s", type(error).__name__
                )
            finally:
                connection.terminate()
            connection = await self._reopened()

    async def _reopened(self) -> "asyncpg.Connection[asyncpg.Record]":
        while True:
            with contextlib.suppress(
                StorageError, OSError, asyncpg.PostgresError, asyncpg.InterfaceError
            ):
                connection = await self._open()
                self._subscriptions.wake_all()  # of what happened meanwhile nobody was told
                return connection
            await asyncio.sleep(_PAUSE)

    async def _serve(self, connection: "asyncpg.Connection[asyncpg.Record]") -> None:
        """Tell what is to be told as it comes, and set the clock from time to time."""
        clock = asyncio.get_running_loop().time
        due = clock() + _AGAIN
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout_at(due):
                    await self._told.wait()
            self._told.clear()
            topics, self._topics = list(self._topics), set()
            if topics:
                await connection.execute(_TELL, topics, timeout=_ANSWER)
            if clock() >= due:
                await self._set_clock(connection)
                due = clock() + _AGAIN
