"""Claim runs and execute them, several at a time."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from uuid import uuid4

from ..interpreter.base import Interpreter
from ..metrics import Metrics
from ..models.base import FindModel
from ..search.index import Indexer
from ..storage import events, expiry, files, idempotency, identity, runs, vector_store_files
from ..storage.database import Database, Row, StorageError
from ..storage.subscriptions import Subscription
from ..turns import Turns
from .code_sessions import CodeSessions
from .engine_tools import EngineTools
from .executor import Executor
from .lifecycle import RunStatus
from .retention import Retention
from .run_ends import RunEnds
from .transitions import claim, expire
from .writer import RunWriter, failed

_LOG = logging.getLogger(__name__)
_FAILED = failed("server_error", "Sorry, something went wrong.")

LEASE = 5.0
"""Seconds for which a run is its worker's, unless renewed."""

_CONCURRENCY = 64
"""How many runs are executed at once; most of them wait for their models."""

_CLAIMED_AT_ONCE = 8
"""How many runs are claimed in a transaction: the other workers find some, too."""

_GRACE = 5.0


class Worker:
    """Executes the runs of one database, beside the workers of other processes.

    A run is claimed with a lease, which is renewed while it lasts. If this process dies, the lease
    runs out, and the run goes on elsewhere from the last turn that was written.
    """

    def __init__(
        self,
        database: Database,
        indexer: Indexer,
        models: FindModel,
        interpreter: Interpreter,
        lease: float = LEASE,
        *,
        metrics: Metrics | None = None,
        delete_threads_after: int | None = None,
    ) -> None:
        self.name = uuid4().hex
        self._database = database
        self._indexer = indexer
        self._lease = lease
        self._sessions = CodeSessions(database, indexer.blobs, interpreter)
        tools = EngineTools(database, indexer, self._sessions)
        self._ends = RunEnds(database.clock, metrics or Metrics())
        self._executor = Executor(database, models, tools, self._ends)
        self._retention = Retention(delete_threads_after)
        self._claim_wake = database.subscribe(runs.WAITING)
        self._index_wake = database.subscribe(vector_store_files.WAITING)
        self._maintain_wake = database.subscribe("")
        self._stopping = asyncio.Event()
        self._turns = Turns()
        self._executing: dict[asyncio.Task[None], tuple[str, str]] = {}
        self._loops: list[asyncio.Task[None]] = []

    def wake(self) -> None:
        """Say that there may be a run to claim, or a file to read."""
        self._claim_wake.wake()
        self._index_wake.wake()

    def start(self) -> None:
        """Begin to claim runs and to read files."""
        self._loops = [
            asyncio.create_task(self._repeat(self._claim_all, self._claim_wake)),
            asyncio.create_task(self._repeat(self.maintain, self._maintain_wake)),
            asyncio.create_task(self._repeat(self._indexer.catch_up, self._index_wake)),
        ]

    async def stop(self) -> None:
        """Stop after the turns that are being taken; what is unfinished can be claimed again."""
        self._stopping.set()
        self.wake()
        self._maintain_wake.wake()
        await asyncio.gather(*self._loops[:2])
        if self._executing:
            _, late = await asyncio.wait(self._executing, timeout=_GRACE)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await self._sessions.close()
        await self._indexer.close()  # not before: a run may wait for a file
        await asyncio.gather(*self._loops)
        async with self._database.write() as tx:
            await runs.release(tx, self.name)

    async def _repeat(self, job: Callable[[], Awaitable[object]], changes: Subscription) -> None:
        """Do a job whenever it is woken, and four times in each lease, until the worker stops."""
        with changes:
            while not self._stopping.is_set():
                try:
                    await job()
                except StorageError as error:
                    _LOG.warning("a job of the worker will be tried again: %s", error)
                except Exception:
                    _LOG.exception("a job of the worker failed; it will be tried again")
                await changes.wait(self._lease / 4)

    async def _claim_all(self) -> None:
        """Claim runs until there are none, or as many as are executed at once."""
        while not self._stopping.is_set() and (free := _CONCURRENCY - len(self._executing)) > 0:
            limit = min(free, _CLAIMED_AT_ONCE)
            async with self._database.write() as tx:
                now = self._database.clock()
                claimed = await claim(tx, self._owner(), now, self._lease, limit)
            for run in claimed:
                task = asyncio.create_task(self._execute(run))
                self._executing[task] = (run["id"], run["owner"])
                task.add_done_callback(self._done)
            if len(claimed) < limit:
                return

    def _owner(self) -> str:
        """Return a name for one claim of runs.

        It is never used again: if a lease runs out while its run is still being executed here,
        and the run is claimed once more, the earlier claim counts for nothing.
        """
        return f"{self.name}:{uuid4().hex}"

    def _done(self, task: asyncio.Task[None]) -> None:
        if len(self._executing) >= _CONCURRENCY:
            self._claim_wake.wake()
        del self._executing[task]

    async def _execute(self, run: Row) -> None:
        """Execute a run; a bug of the service ends it as failed.

        If the database cannot be used, the lease runs out, and the run can be claimed again.
        """
        await self._turns.begin()
        self._ends.begun(run)
        try:
            await self._executor.execute(run, self._stopping)
        except runs.LeaseLost:
            _LOG.info("lost the lease of run %s", run["id"])
        except StorageError as error:
            _LOG.warning("run %s has to be claimed again: %s", run["id"], error)
        except Exception:
            _LOG.exception("run %s failed", run["id"])
            with contextlib.suppress(runs.LeaseLost, StorageError):
                await RunWriter(self._database, self._ends).end(run, RunStatus.FAILED, _FAILED)
        finally:
            await self._sessions.release(run)

    async def maintain(self) -> None:
        """Renew the leases; end and delete what has expired, if nobody else is about to."""
        if held := set(self._executing.values()):
            async with self._database.write() as tx:
                until = self._database.clock() + self._lease
                await runs.renew(tx, held, RunStatus.IN_PROGRESS, until)
        async with self._database.write() as tx:
            if not await identity.is_housekeeper(tx):
                return
            for run in await expire(tx):
                tx.on_commit(partial(self._ends.ended, run))
            await expiry.expire(tx)
            await idempotency.expire(tx)
            await events.expire(tx)
            expired = await files.expired(tx)
            for file_id in expired:
                await files.remove(tx, file_id)
            expired += await self._retention.apply(tx)
        for file_id in expired:
            await self._indexer.blobs.remove(file_id)
