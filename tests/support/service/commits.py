"""Waiting for what a service commits, instead of asking it again and again."""

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine
from sqlalchemy.pool import Pool

from openai_assistants_service.storage.sqlite import BEGIN_TO_WRITE

_Found = TypeVar("_Found")
_WRITES = "writes"
_OF_OTHERS = 0.05
_PATIENCE = 30.0


class Commits:
    """Counts the transactions that this process has written, in any database.

    Attributes:
        count: read it before what is looked for, and wait for more if that is not there.
    """

    def __init__(self) -> None:
        self.count = 0
        self._changed = threading.Condition()

    def add(self) -> None:
        with self._changed:
            self.count += 1
            self._changed.notify_all()

    def wait(self, count: int) -> None:
        """Wait for more than `count`, or long enough for a service of another process."""
        with self._changed:
            self._changed.wait_for(lambda: self.count > count, _OF_OTHERS)


COMMITS = Commits()


@event.listens_for(Engine, "before_cursor_execute")
def _begin(connection: Connection, cursor: object, statement: str, *others: object) -> None:
    if statement == BEGIN_TO_WRITE:
        connection.info[_WRITES] = True


@event.listens_for(Pool, "checkin")
def _end(connection: object, record: Any) -> None:
    """A connection comes back once its transaction is committed, or rolled back."""
    if record.info.pop(_WRITES, False):
        COMMITS.add()


def until(
    look: Callable[[], _Found], done: Callable[[_Found], bool], patience: float = _PATIENCE
) -> _Found:
    """Look after each commit, until it is done."""
    deadline = time.monotonic() + patience
    while True:
        count = COMMITS.count
        found = look()
        if done(found):
            return found
        assert time.monotonic() < deadline, found
        COMMITS.wait(count)


async def until_async(
    look: Callable[[], Awaitable[_Found]], done: Callable[[_Found], bool]
) -> _Found:
    """Look after each commit, until it is done."""
    async with asyncio.timeout(_PATIENCE):
        while True:
            count = COMMITS.count
            found = await look()
            if done(found):
                return found
            await asyncio.to_thread(COMMITS.wait, count)


class Latch:
    """Coroutines of any event loop wait until any thread opens it."""

    def __init__(self) -> None:
        self._opened: Future[None] = Future()

    def open(self) -> None:
        if not self._opened.done():
            self._opened.set_result(None)

    async def wait(self) -> None:
        await asyncio.shield(asyncio.wrap_future(self._opened))
