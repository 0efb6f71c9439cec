"""Write what comes of a run between the turns of its model, and its end."""

from collections.abc import Sequence

from attrs import frozen

from ..json_types import JsonObject
from ..models.base import ErrorCode
from ..storage import events, runs
from ..storage.database import Database, Row
from .function_step import FunctionStep
from .lifecycle import STEP_DELTA, RunStatus
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

    async def complete_tools(
        self, run: Row, step: Row, calls: Sequence[JsonObject], notes: JsonObject
    ) -> None:
        """Write what came of the engine's tools."""
        async with self.database.write() as tx:
            await runs.hold(tx, run)
            for index, call in enumerate(calls):
                deltas = of_step(step["id"], output_deltas(index, call))
                events.emit_all(tx, run["id"], STEP_DELTA, deltas)
            await complete_step(tx, step, details(calls), notes["usage"], notes)

    async def require_action(self, run: Row, functions: FunctionStep) -> None:
        """Ask the caller for the results of functions."""
        async with self.database.write() as tx:
            await runs.hold(tx, run)
            await functions.require_action(tx, {}, {})

    async def end(self, run: Row, status: RunStatus, values: Row | None = None) -> None:
        """Bring the run to an end."""
        async with self.database.write() as tx:
            await runs.hold(tx, run)
            await end(tx, run, status, values)
