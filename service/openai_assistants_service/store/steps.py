"""Run steps: the tool calls and messages a run is made of."""

from sqlalchemy import insert, select, update

from ..errors import not_found
from . import events
from .database import Record, Tx
from .paging import Slice, Window, page
from .tables import steps

_EVENT = "thread.run.step."


async def open_step(tx: Tx, run: Record, details: Record, notes: Record | None = None) -> Record:
    """Begin a step of a run."""
    step_id = tx.ids.new("step")
    row: Record = {
        "id": step_id,
        "created_at": tx.now,
        "run_id": run["id"],
        "thread_id": run["thread_id"],
        "assistant_id": run["assistant_id"],
        "type": details["type"],
        "status": "in_progress",
        "step_details": details,
        "notes": notes,
        "expires_at": run["expires_at"],
    }
    await tx.run(insert(steps).values(**row))
    step = await _row(tx, step_id)
    await events.emit(tx, run["id"], _EVENT + "created", step)
    await events.emit(tx, run["id"], _EVENT + "in_progress", step)
    return step


async def complete(
    tx: Tx, step: Record, details: Record, usage: Record | None, notes: Record | None = None
) -> None:
    """End a step that went well."""
    values: Record = {
        "status": "completed",
        "completed_at": tx.now,
        "step_details": details,
        "usage": usage,
        "notes": notes,
    }
    await _end(tx, step, values)


async def abandon(tx: Tx, run_id: str, status: str, error: Record | None = None) -> None:
    """End the steps that are open when their run is cancelled, expires or fails."""
    moment = {"cancelled": "cancelled_at", "failed": "failed_at"}.get(status)
    values: Record = {"status": status, "last_error": error}
    if moment:
        values[moment] = tx.now
    where = (steps.c.run_id == run_id, steps.c.status == "in_progress")
    for step in await tx.all(select(steps).where(*where)):
        await _end(tx, step, values)


async def _end(tx: Tx, step: Record, values: Record) -> None:
    await tx.run(update(steps).where(steps.c.id == step["id"]).values(**values))
    name = _EVENT + values["status"]
    await events.emit(tx, step["run_id"], name, await _row(tx, step["id"]))


async def _row(tx: Tx, id: str) -> Record:
    row = await tx.first(select(steps).where(steps.c.id == id))
    if row is None:
        raise not_found("run step", id)
    return row


async def get(tx: Tx, run_id: str, id: str) -> Record:
    """Return a step of a run, or raise a 404."""
    row = await tx.first(select(steps).where(steps.c.id == id, steps.c.run_id == run_id))
    if row is None:
        raise not_found("run step", id)
    return row


async def listing(tx: Tx, run_id: str, window: Window) -> Slice:
    """Return a page of a run's steps."""
    return await page(tx, steps, window, steps.c.run_id == run_id, what="run step")


async def history(tx: Tx, run_id: str) -> list[Record]:
    """Return all steps of a run, oldest first."""
    return await tx.all(select(steps).where(steps.c.run_id == run_id).order_by(steps.c.seq))
