"""Write what comes of a run between the turns of its model, and its end."""

from attrs import frozen

from ..models.base import ErrorCode
from ..storage import events, files, runs
from ..storage.database import Database, Row
from .engine_tools import Used
from .function_step import FunctionStep
from .lifecycle import STEP_DELTA, RunStatus
from .run_ends import RunEnds
from .step_deltas import of_step, output_deltas
from .tool_calls import details
from .transitions import complete_step, end


def failed(code: ErrorCode, message: str) -> Row:
    """Return what is written to a run that fails."""
    return {"last_error": {"code": code, "message": message}}


def incomplete(reason: str) -> Row:
    """Return what is written to a run that ends incomplete."""
    return {"incomplete_details": {"reason": reason}}


@frozen
class RunWriter:
    """The writes of a worker, each one transaction under the lease.

    Each raises LeaseLost, and writes nothing, if the run is not the worker's.
    """

    database: Database
    ends: RunEnds

    async def complete_tools(self, run: Row, step: Row, used: Used) -> None:
        """Write what came of the engine's tools."""
        async with self.database.write() as tx:
            await runs.hold(tx, run)
            for row in used.files:
                await files.create(tx, row)
            for index, call in enumerate(used.calls):
                deltas = of_step(step["id"], output_deltas(index, call))
                events.emit_all(tx, run["id"], STEP_DELTA, deltas)
            notes = used.notes
            await complete_step(tx, step, details(used.calls), notes["usage"], notes)

    async def require_action(self, run: Row, functions: FunctionStep) -> None:
        """Ask the caller for the results of functions."""
        async with self.database.write() as tx:
            await runs.hold(tx, run)
            await functions.require_action(tx, {}, {})

    async def end(self, run: Row, status: RunStatus, values: Row | None = None) -> None:
        """Bring the run to an end."""
        async with self.database.write() as tx:
            await runs.hold(tx, run)
            ended = await end(tx, run, status, values)
        self.ends.ended(ended)
