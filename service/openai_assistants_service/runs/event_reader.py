"""Read the events of a run in order, as far as one stream of them goes, while the run goes on."""

import asyncio
from collections.abc import AsyncGenerator

from ..storage import events, runs
from ..storage.database import Database, Row, StorageError
from .lifecycle import STREAM_ENDS

KEEP_ALIVE = 15.0
"""Seconds of silence after which a reader is given a page without events."""

PATIENCE = 60.0
"""Seconds for which the database may be away, as while its server starts again."""

_PAGE = 64
_SHORTEST_PAUSE = 0.1
_LONGEST_PAUSE = 2.0
"""Seconds after which the database is asked for what other processes did; longer each time."""


class RunDeleted(Exception):
    """The run was deleted with its thread: there will be no more events."""


class EventReader:
    """Reads a run's events from the database, a page at a time, as they are committed.

    Who takes their time holds a page at most, and nobody waits for them: between two pages there is
    no transaction. What this process commits is read at once. For what other processes commit the
    database is asked, after pauses that get longer while nothing happens.

    Args:
        after: the place of the event behind which to begin; with 0 the first is the first.
    """

    def __init__(self, database: Database, run_id: str, after: int) -> None:
        self._database = database
        self._run_id = run_id
        self._after = after
        self._changes = database.subscribe(run_id)
        self._stopped = False

    def stop(self) -> None:
        """Have the reading end: at once if it waits for events, else with the page that is out."""
        self._stopped = True
        self._changes.wake()

    async def pages(self) -> AsyncGenerator[list[Row]]:
        """Yield the events up to the next one that ends a stream.

        Raises:
            RunDeleted: there is no such run any more.
            StorageError: the database was away for too long.
        """
        clock = asyncio.get_running_loop().time
        pause, spoken, read = _SHORTEST_PAUSE, clock(), clock()
        with self._changes:
            while not self._stopped:
                try:
                    page = await self._next_page()
                    read = clock()
                except StorageError:
                    if clock() - read >= PATIENCE:
                        raise
                    page = []
                if page or clock() - spoken >= KEEP_ALIVE:
                    yield page
                    spoken = clock()
                if page and page[-1]["name"] in STREAM_ENDS:
                    return
                if len(page) < _PAGE:  # else there may be more; that of others is heard of
                    pause = _SHORTEST_PAUSE if page else min(2 * pause, _LONGEST_PAUSE)
                    await self._changes.wait(min(pause, spoken + KEEP_ALIVE - clock()))

    async def _next_page(self) -> list[Row]:
        async with self._database.read() as tx:
            page = await events.listing(tx, self._run_id, self._after, _PAGE)
            if not page and not await runs.exists(tx, self._run_id):
                raise RunDeleted(self._run_id)
        for number, event in enumerate(page, start=1):
            self._after = event["seq"]
            if event["name"] in STREAM_ENDS:
                return page[:number]
        return page
