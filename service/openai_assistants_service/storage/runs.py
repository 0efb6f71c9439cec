"""Runs. The row of a run is its place in the queue: who works on it holds a lease on it."""

from collections.abc import Collection, Sequence

from attrs import frozen
from sqlalchemy import ColumnElement, func, insert, or_, select, update

from ..errors import not_found
from ..json_types import JsonObject
from .database import Row, Tx
from .lists import RUNS
from .paging import Slice, Window, page
from .tables import runs, threads

WAITING = "waiting runs"
"""The topic of runs that a worker can claim."""

_NO_LEASE: Row = {"owner": None, "lease_until": None}


class LeaseLost(Exception):
    """The run was cancelled, expired, deleted or claimed by someone else in the meantime."""


@frozen
class Lease:
    """Who works on a run, and until when nobody else may claim it (seconds since 1970)."""

    owner: str
    until: float


async def create(tx: Tx, values: Row) -> Row:
    """Write a run and return its row."""
    row: Row = {"id": tx.ids.new("run"), "created_at": tx.now, **values}
    await tx.run(insert(runs).values(**row))
    return await _require(tx, row["id"])


async def get(tx: Tx, thread_id: str, id: str) -> Row:
    """Return a run of a thread, or raise a 404; who writes holds the run from now on."""
    statement = select(runs).where(runs.c.id == id, runs.c.thread_id == thread_id)
    row = await tx.first(tx.locking(statement))
    if row is None:
        raise not_found("run", id)
    return row


async def exists(tx: Tx, id: str) -> bool:
    """Whether there is such a run."""
    return await tx.first(select(runs.c.id).where(runs.c.id == id)) is not None


async def _require(tx: Tx, id: str) -> Row:
    row = await tx.first(select(runs).where(runs.c.id == id))
    if row is None:
        raise LeaseLost(id)
    return row


async def status(tx: Tx, id: str) -> str | None:
    """Return the status of a run; None if it is gone."""
    found = await tx.values(select(runs.c.status).where(runs.c.id == id))
    return found[0] if found else None


async def listing(tx: Tx, thread_id: str, window: Window) -> Slice:
    """Return a page of a thread's runs."""
    return await page(tx, RUNS, window, owner=thread_id)


async def in_status(tx: Tx, thread_ids: Sequence[str], statuses: Sequence[str]) -> Row | None:
    """Return a run of the threads that has one of the statuses, if there is one."""
    statement = select(runs).where(runs.c.thread_id.in_(thread_ids), runs.c.status.in_(statuses))
    return await tx.first(statement.order_by(runs.c.seq).limit(1))


async def in_threads(tx: Tx, ids: Sequence[str]) -> dict[str, str]:
    """Return the threads of those of some runs that are there, by the ids of the runs."""
    rows = await tx.all(select(runs.c.id, runs.c.thread_id).where(runs.c.id.in_(ids)))
    return {row["id"]: row["thread_id"] for row in rows}


async def count(tx: Tx, statuses: Sequence[str]) -> int:
    """Return how many runs have one of the statuses."""
    statement = select(func.count()).select_from(runs).where(runs.c.status.in_(statuses))
    number: int = (await tx.values(statement))[0]
    return number


async def due(tx: Tx, statuses: Sequence[str]) -> list[Row]:
    """Return the runs of these statuses that have to expire, and hold them."""
    late = select(runs).where(runs.c.status.in_(statuses), runs.c.expires_at <= tx.now)
    return await tx.all(tx.locking(late, skip=True))


async def set_metadata(tx: Tx, id: str, metadata: JsonObject) -> None:
    """Replace the metadata of a run."""
    await tx.run(update(runs).where(runs.c.id == id).values(metadata=metadata))


async def change(tx: Tx, id: str, statuses: Sequence[str], values: Row) -> Row:
    """Write to a run of these statuses whoever works on it, who loses the lease; return its row.

    Raises:
        LeaseLost: there is no such run any more.
    """
    statement = update(runs).where(runs.c.id == id, runs.c.status.in_(statuses)).returning(runs)
    row = await tx.first(statement.values(**_NO_LEASE, **values))
    if row is None:
        raise LeaseLost(id)
    return row


async def claim_abandoned(tx: Tx, statuses: Sequence[str], lease: Lease, now: float) -> Row | None:
    """Take the oldest run of these statuses on which no lease is left."""
    free = or_(runs.c.lease_until.is_(None), runs.c.lease_until < now)
    return await _claim(tx, runs.c.status.in_(statuses) & free, lease, {})


async def claim_waiting(tx: Tx, waiting: str, started: str, lease: Lease) -> Row | None:
    """Take the oldest run of the status `waiting`, which becomes `started`."""
    values = {"status": started, "started_at": func.coalesce(runs.c.started_at, tx.now)}
    return await _claim(tx, runs.c.status == waiting, lease, values)


async def _claim(tx: Tx, which: ColumnElement[bool], lease: Lease, values: Row) -> Row | None:
    oldest = tx.locking(select(runs.c.seq).where(which).order_by(runs.c.seq).limit(1), skip=True)
    statement = update(runs).where(runs.c.seq == oldest.scalar_subquery())
    statement = statement.values(owner=lease.owner, lease_until=lease.until, **values)
    return await tx.first(statement.returning(runs))


async def renew(tx: Tx, owners: Collection[str], status: str, until: float) -> None:
    """Prolong leases."""
    mine = (runs.c.owner.in_(owners), runs.c.status == status)
    await tx.run(update(runs).where(*mine).values(lease_until=until))


async def release(tx: Tx, worker: str) -> None:
    """Give up every lease of a worker, whose owners all begin with its name; its runs can be
    claimed at once.
    """
    tx.notify(WAITING)
    await tx.run(update(runs).where(runs.c.owner.startswith(worker)).values(**_NO_LEASE))


async def hold(tx: Tx, run: Row, values: Row | None = None) -> Row:
    """Write to a run as its worker; nothing is written if the lease is lost.

    The worker holds the thread and the run from then on.

    Raises:
        LeaseLost: it is; the transaction must not be committed.
    """
    table = runs.c
    await tx.lock(threads, [run["thread_id"]])
    mine = (table.id == run["id"], table.owner == run["owner"], table.status == run["status"])
    statement = update(runs).where(*mine).returning(runs)
    held = await tx.first(statement.values(**(values or {"owner": run["owner"]})))
    if held is None:
        raise LeaseLost(run["id"])
    return held


async def check_lease(tx: Tx, run: Row) -> None:
    """Raise LeaseLost unless the run is still its worker's; nothing is written."""
    table = runs.c
    mine = (table.id == run["id"], table.owner == run["owner"], table.status == run["status"])
    if await tx.first(select(table.id).where(*mine)) is None:
        raise LeaseLost(run["id"])
