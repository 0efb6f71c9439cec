"""Run steps: the tool calls and messages a run is made of."""

from ..errors import not_found
from . import statements
from .database import Row, Tx
from .lists import STEPS
from .paging import Slice, Window, page
from .tables import steps


async def create(tx: Tx, run: Row, values: Row) -> Row:
    """Write a step of a run and return its row."""
    row: Row = {
        "id": tx.ids.new("step"),
        "created_at": tx.now,
        "run_id": run["id"],
        "thread_id": run["thread_id"],
        "assistant_id": run["assistant_id"],
        "type": values["step_details"]["type"],
        "expires_at": run["expires_at"],
        **values,
    }
    return await statements.created(tx, steps, row)


async def change(tx: Tx, id: str, values: Row) -> Row:
    """Write to a step and return its row."""
    row = await tx.first(statements.change(steps, "id"), {"of_id": id, **values})
    if row is None:
        raise not_found("run step", id)
    return row


async def get(tx: Tx, run_id: str, id: str) -> Row:
    """Return a step of a run, or raise a 404."""
    row = await tx.first(statements.find(steps, "id", "run_id"), {"id": id, "run_id": run_id})
    if row is None:
        raise not_found("run step", id)
    return row


async def listing(tx: Tx, run_id: str, window: Window) -> Slice:
    """Return a page of a run's steps."""
    return await page(tx, STEPS, window, owner=run_id)


async def in_status(tx: Tx, run_id: str, status: str) -> list[Row]:
    """Return the steps of a run that have a status."""
    statement = statements.find(steps, "run_id", "status")
    return await tx.all(statement, {"run_id": run_id, "status": status})


async def history(tx: Tx, run_id: str) -> list[Row]:
    """Return all steps of a run, oldest first."""
    return await tx.all(statements.find(steps, "run_id"), {"run_id": run_id})
