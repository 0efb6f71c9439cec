"""Runs. The row of a run is its place in the queue: who works on it holds a lease on it."""

from sqlalchemy import ColumnElement, and_, func, insert, or_, select, update

from ..errors import not_found
from . import events, steps
from .database import Record, Tx
from .paging import Slice, Window, page
from .tables import ACTIVE, runs

LIFETIME = 600
"""Seconds from its creation after which a run that has not ended expires."""

_EVENT = "thread.run."


class LeaseLost(Exception):
    """The run was cancelled, expired, deleted or claimed by someone else in the meantime."""


async def create(tx: Tx, values: Record) -> Record:
    """Put a run into the queue."""
    run_id = tx.ids.new("run")
    row: Record = {
        "id": run_id,
        "created_at": tx.now,
        "status": "queued",
        "expires_at": tx.now + LIFETIME,
        **values,
    }
    await tx.run(insert(runs).values(**row))
    run = await _row(tx, run_id)
    await events.emit(tx, run_id, _EVENT + "created", run)
    await events.emit(tx, run_id, _EVENT + "queued", run)
    return run


async def get(tx: Tx, thread_id: str, id: str) -> Record:
    """Return a run of a thread, or raise a 404."""
    row = await tx.first(select(runs).where(runs.c.id == id, runs.c.thread_id == thread_id))
    if row is None:
        raise not_found("run", id)
    return row


async def _row(tx: Tx, id: str) -> Record:
    row = await tx.first(select(runs).where(runs.c.id == id))
    if row is None:
        raise LeaseLost(id)
    return row


async def listing(tx: Tx, thread_id: str, window: Window) -> Slice:
    """Return a page of a thread's runs."""
    return await page(tx, runs, window, runs.c.thread_id == thread_id, what="run")


async def active(tx: Tx, thread_id: str) -> Record | None:
    """Return the run that locks a thread."""
    statement = select(runs).where(runs.c.thread_id == thread_id, runs.c.status.in_(ACTIVE))
    return await tx.first(statement)


async def set_metadata(tx: Tx, id: str, metadata: Record) -> None:
    """Replace the metadata of a run."""
    await tx.run(update(runs).where(runs.c.id == id).values(metadata=metadata))


async def move(tx: Tx, id: str, values: Record) -> Record:
    """Change a run's status from outside (cancel, tool outputs): its worker loses the lease."""
    released: Record = {"owner": None, "lease_until": None}
    await tx.run(update(runs).where(runs.c.id == id).values(**released, **values))
    run = await _row(tx, id)
    await events.emit(tx, id, _EVENT + run["status"], run)
    return run


async def claim(tx: Tx, owner: str, now: float, lease: float) -> Record | None:
    """Take the oldest run whose worker is gone, or else the oldest that waits for one."""
    table = runs.c
    held: Record = {"owner": owner, "lease_until": now + lease}
    abandoned = and_(
        table.status.in_(("in_progress", "cancelling")),
        or_(table.lease_until.is_(None), table.lease_until < now),
    )
    run = await _take(tx, abandoned, held)
    if run is None:
        started = {"status": "in_progress", "started_at": func.coalesce(table.started_at, tx.now)}
        run = await _take(tx, table.status == "queued", {**held, **started})
        if run is not None:
            await events.emit(tx, run["id"], _EVENT + "in_progress", run)
    return run


async def _take(tx: Tx, which: ColumnElement[bool], values: Record) -> Record | None:
    oldest = select(runs.c.seq).where(which).order_by(runs.c.seq).limit(1).scalar_subquery()
    statement = update(runs).where(runs.c.seq == oldest).values(**values)
    return await tx.first(statement.returning(runs))


async def renew(tx: Tx, worker: str, until: float) -> None:
    """Prolong every lease of a worker, whose claims all begin with its name."""
    await tx.run(
        update(runs)
        .where(runs.c.owner.startswith(worker), runs.c.status == "in_progress")
        .values(lease_until=until)
    )


async def release(tx: Tx, worker: str) -> None:
    """Give up every lease of a worker, so that its runs can be claimed at once."""
    values: Record = {"owner": None, "lease_until": None}
    await tx.run(update(runs).where(runs.c.owner.startswith(worker)).values(**values))


async def hold(tx: Tx, run: Record, values: Record | None = None) -> Record:
    """Write to a run as its worker; nothing is written if the lease is lost.

    Raises:
        LeaseLost: it is; the transaction must not be kept.
    """
    table = runs.c
    mine = (table.id == run["id"], table.owner == run["owner"], table.status == run["status"])
    statement = update(runs).where(*mine).returning(runs)
    kept = await tx.first(statement.values(**(values or {"owner": run["owner"]})))
    if kept is None:
        raise LeaseLost(run["id"])
    return kept


async def end(tx: Tx, run: Record, status: str, values: Record | None = None) -> Record:
    """Bring a run to its end, and the steps that are open with it."""
    moment = {"cancelled": "cancelled_at", "failed": "failed_at"}.get(status, "completed_at")
    changes: Record = {"status": status, moment: tx.now, "required_action": None}
    changes.update(values or {})
    if status in ("cancelled", "expired", "failed"):
        await steps.abandon(tx, run["id"], status, changes.get("last_error"))
    return await move(tx, run["id"], changes)


async def expire(tx: Tx) -> int:
    """End the runs whose time is over; return how many."""
    due = await tx.all(select(runs).where(runs.c.status.in_(ACTIVE), runs.c.expires_at <= tx.now))
    for run in due:
        await end(tx, run, "expired")
    return len(due)
