"""Runs. The row of a run is its place in the queue: who works on it holds a lease on it."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from attrs import frozen
from sqlalchemy import ColumnElement, Executable, bindparam, func, or_, select, tuple_, update

from ..errors import not_found
from ..json_types import JsonObject
from . import statements, tables, threads
from .database import Row, Tx
from .lists import RUNS
from .paging import Slice, Window, page
from .tables import runs

WAITING = "waiting runs"
"""The topic of runs that a worker can claim."""

if TYPE_CHECKING:
    from sqlalchemy.sql.dml import ReturningUpdate

_TABLE = runs.c
_STATUSES = _TABLE.status.in_(bindparam("statuses", expanding=True))
_IN_STATUS = (
    select(runs)
    .where(_TABLE.thread_id.in_(bindparam("threads", expanding=True)), _STATUSES)
    .order_by(_TABLE.seq)
    .limit(1)
)
_EXISTS = select(_TABLE.id).where(_TABLE.id == bindparam("id"))
_EXISTS_OF_TENANT = _EXISTS.where(_TABLE.tenant == bindparam("tenant"))
_COUNT = select(func.count()).select_from(runs).where(_STATUSES)
_LATE = select(runs).where(_STATUSES, _TABLE.expires_at <= bindparam("now"))
_HELD = ("id", "owner", "status")
"""The columns by which a worker knows that a run is still its own."""

_HOLD = statements.change(runs, *_HELD)
_CHANGE = statements.change(runs, "id").where(_STATUSES)


def _claims(*which: ColumnElement[bool]) -> "ReturningUpdate[Any]":
    """Return the UPDATE of the oldest rows of some statuses that fulfil conditions.

    Rows that another transaction holds are passed by, where there may be one.
    """
    oldest = select(_TABLE.seq).where(_STATUSES, *which).order_by(_TABLE.seq)
    oldest = oldest.limit(bindparam("limit")).with_for_update(key_share=True, skip_locked=True)
    some = oldest.cte("oldest")  # not a subquery, which might be evaluated more than once
    return update(runs).where(_TABLE.seq.in_(select(some.c.seq))).returning(runs)


_CLAIM_ABANDONED = _claims(or_(_TABLE.lease_until.is_(None), _TABLE.lease_until < bindparam("now")))
_CLAIM_WAITING = _claims().values(started_at=func.coalesce(_TABLE.started_at, bindparam("time")))
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
    row: Row = {"id": tx.ids.new("run"), "created_at": tx.now, **tx.own, **values}
    return await statements.created(tx, runs, row)


async def get(tx: Tx, thread_id: str, id: str) -> Row:
    """Return a run of a thread, or raise the 404 of the thread or of the run.

    Who writes holds the run from now on.
    """
    statement = tx.locking(statements.find(runs, "id", "thread_id", *tx.own))
    row = await tx.first(statement, {"id": id, "thread_id": thread_id, **tx.own})
    if row is None:
        await threads.require(tx, thread_id)
        raise not_found("run", id)
    return row


async def exists(tx: Tx, id: str) -> bool:
    """Whether there is such a run."""
    statement = _EXISTS_OF_TENANT if tx.own else _EXISTS
    return await tx.first(statement, {"id": id, **tx.own}) is not None


async def status(tx: Tx, id: str) -> str | None:
    """Return the status of a run; None if it is gone."""
    found = await tx.values(select(runs.c.status).where(runs.c.id == id))
    return found[0] if found else None


async def listing(tx: Tx, thread_id: str, window: Window) -> Slice:
    """Return a page of a thread's runs."""
    return await page(tx, RUNS, window, owner=thread_id)


async def in_status(tx: Tx, thread_ids: Sequence[str], statuses: Sequence[str]) -> Row | None:
    """Return a run of the threads that has one of the statuses, if there is one."""
    return await tx.first(_IN_STATUS, {"threads": thread_ids, "statuses": statuses})


async def in_threads(tx: Tx, ids: Sequence[str]) -> dict[str, str]:
    """Return the threads of those of some runs that are there, by the ids of the runs."""
    statement = select(runs.c.id, runs.c.thread_id)
    rows = await tx.all(statement.where(runs.c.id.in_(ids), *tx.mine(runs)))
    return {row["id"]: row["thread_id"] for row in rows}


async def count(tx: Tx, statuses: Sequence[str]) -> int:
    """Return how many runs have one of the statuses."""
    number: int = (await tx.values(_COUNT, {"statuses": statuses}))[0]
    return number


async def due(tx: Tx, statuses: Sequence[str]) -> list[Row]:
    """Return the runs of these statuses that have to expire, and hold them."""
    late = tx.locking(_LATE, skip=True)
    return await tx.all(late, {"statuses": statuses, "now": tx.now})


async def set_metadata(tx: Tx, id: str, metadata: JsonObject) -> None:
    """Replace the metadata of a run."""
    await tx.run(update(runs).where(runs.c.id == id).values(metadata=metadata))


async def change(tx: Tx, id: str, statuses: Sequence[str], values: Row) -> Row:
    """Write to a run of these statuses whoever works on it, who loses the lease; return its row.

    Raises:
        LeaseLost: there is no such run any more.
    """
    which = {"of_id": id, "statuses": statuses}
    row = await tx.first(_CHANGE, {**which, **_NO_LEASE, **values})
    if row is None:
        raise LeaseLost(id)
    return row


async def claim_abandoned(
    tx: Tx, statuses: Sequence[str], lease: Lease, now: float, limit: int
) -> list[Row]:
    """Take the oldest runs of these statuses on which no lease is left, so many at most."""
    which: Row = {"statuses": statuses, "now": now, "limit": limit}
    return await _claim(tx, _CLAIM_ABANDONED, which, lease)


async def claim_waiting(tx: Tx, waiting: str, started: str, lease: Lease, limit: int) -> list[Row]:
    """Take the oldest runs of the status `waiting`, which become `started`."""
    which: Row = {"statuses": [waiting], "time": tx.now, "limit": limit}
    return await _claim(tx, _CLAIM_WAITING, {**which, "status": started}, lease)


async def _claim(tx: Tx, statement: Executable, values: Row, lease: Lease) -> list[Row]:
    holder: Row = {"owner": lease.owner, "lease_until": lease.until}
    rows = await tx.all(statement, {**values, **holder})
    return sorted(rows, key=lambda row: int(row["seq"]))


async def renew(tx: Tx, held: Collection[tuple[str, str]], status: str, until: float) -> None:
    """Prolong the leases of some runs, each named by its id and its owner."""
    mine = (tuple_(_TABLE.id, _TABLE.owner).in_(held), _TABLE.status == status)
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
    await tx.lock(tables.threads, [run["thread_id"]])
    mine = {f"of_{name}": run[name] for name in _HELD}
    held = await tx.first(_HOLD, {**mine, **(values or {"owner": run["owner"]})})
    if held is None:
        raise LeaseLost(run["id"])
    return held


async def check_lease(tx: Tx, run: Row) -> None:
    """Raise LeaseLost unless the run is still its worker's; nothing is written."""
    mine = {name: run[name] for name in _HELD}
    if await tx.first(statements.find(runs, *_HELD), mine) is None:
        raise LeaseLost(run["id"])
