"""Do something for a run for as long as the run is its worker's."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from ..storage import runs
from ..storage.database import Database, Row

CHECK_SECONDS = 0.1
"""How often the lease is checked while nothing is written."""

_Result = TypeVar("_Result")


async def check(database: Database, run: Row) -> None:
    """Raise LeaseLost if the run was cancelled, expired, deleted or claimed by someone else."""
    async with database.read() as tx:
        await runs.check_lease(tx, run)


async def while_held(database: Database, run: Row, work: Coroutine[Any, Any, _Result]) -> _Result:
    """Return the result of some work; cancel it once the lease is lost.

    Raises:
        LeaseLost: it is.
    """
    task = asyncio.create_task(work)
    try:
        while not (await asyncio.wait({task}, timeout=CHECK_SECONDS))[0]:
            await check(database, run)
        return task.result()
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
