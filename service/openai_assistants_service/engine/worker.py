"""Claim runs and have them worked on, several at a time."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from uuid import uuid4

from ..search.index import Indexer
from ..store import expiry, files, idempotency, runs
from ..store.database import Database, Record
from .turns import Turns
from .work import Model, Work

_LOG = logging.getLogger(__name__)
_FAILED: Record = {
    "last_error": {"code": "server_error", "message": "Sorry, something went wrong."}
}

LEASE = 5.0
"""Seconds for which a run is its worker's, unless renewed."""

_AT_ONCE = 8
_GRACE = 5.0


class Worker:
    """Works on the runs of one database, beside the workers of other processes.

    A run is claimed with a lease, which is renewed while it lasts. If this process dies, the lease
    runs out, and the run goes on elsewhere from the last turn that was written.
    """

    def __init__(
        self, database: Database, indexer: Indexer, model: Model | None = None, lease: float = LEASE
    ) -> None:
        self.name = uuid4().hex
        self._database = database
        self._indexer = indexer
        self._lease = lease
        self._work = Work(database, indexer, model or Model())
        self._bells = [asyncio.Event(), asyncio.Event()]
        self._stopping = asyncio.Event()
        self._slots = asyncio.Semaphore(_AT_ONCE)
        self._working: set[asyncio.Task[None]] = set()
        self._loops: list[asyncio.Task[None]] = []

    def wake(self) -> None:
        """Say that there may be a run to claim, or a file to read."""
        for bell in self._bells:
            bell.set()

    def start(self) -> None:
        """Begin to claim runs and to read files."""
        pause = self._lease / 4
        runs_bell, files_bell = self._bells
        self._loops = [
            asyncio.create_task(self._repeat(self._claim_all, runs_bell, pause)),
            asyncio.create_task(self._repeat(self.keep, self._stopping, pause)),
            asyncio.create_task(self._repeat(self._indexer.catch_up, files_bell, pause)),
        ]

    async def stop(self) -> None:
        """Stop after the turns that are being taken; what is unfinished can be claimed again."""
        self._stopping.set()
        self.wake()
        await asyncio.gather(*self._loops)
        if self._working:
            _, late = await asyncio.wait(self._working, timeout=_GRACE)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        async with self._database.write() as tx:
            await runs.release(tx, self.name)

    async def _repeat(
        self, job: Callable[[], Awaitable[object]], bell: asyncio.Event, pause: float
    ) -> None:
        """Do a job whenever the bell rings, and after each pause, until the worker stops."""
        while not self._stopping.is_set():
            if bell in self._bells:
                bell.clear()
            try:
                await job()
            except Exception:
                _LOG.exception("the worker stumbled")
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(bell.wait(), pause)

    async def _claim_all(self) -> None:
        while not self._stopping.is_set() and await self._claim():
            pass

    async def _claim(self) -> bool:
        """Claim a run, if there is one, once there is a slot to work on it."""
        await self._slots.acquire()
        try:
            async with self._database.write() as tx:
                now = self._database.clock()
                run = await runs.claim(tx, self._owner(), now, self._lease)
        except BaseException:
            self._slots.release()
            raise
        if run is None:
            self._slots.release()
            return False
        task = asyncio.create_task(self._see_to(run))
        self._working.add(task)
        task.add_done_callback(self._done)
        return True

    def _owner(self) -> str:
        """Return a name for one claim.

        It is never used again: if a lease runs out while its run is still being worked on here,
        and the run is claimed once more, the earlier claim counts for nothing.
        """
        return f"{self.name}:{uuid4().hex}"

    def _done(self, task: asyncio.Task[None]) -> None:
        self._working.discard(task)
        self._slots.release()

    async def _see_to(self, run: Record) -> None:
        """Work on a run; a mistake of the service's own ends it as failed."""
        try:
            await self._work.on(run, self._stopping)
        except runs.LeaseLost:
            _LOG.info("run %s was taken away", run["id"])
        except Exception:
            _LOG.exception("run %s failed", run["id"])
            with contextlib.suppress(runs.LeaseLost):
                await Turns(self._database).end(run, "failed", _FAILED)

    async def keep(self) -> None:
        """Renew the leases, and end what has expired."""
        async with self._database.write() as tx:
            await runs.renew(tx, self.name, self._database.clock() + self._lease)
            await runs.expire(tx)
            await expiry.expire(tx)
            await idempotency.expire(tx)
            gone = await files.expired(tx)
            for file_id in gone:
                await files.remove(tx, file_id)
        for file_id in gone:
            await self._indexer.uploads.remove(file_id)
