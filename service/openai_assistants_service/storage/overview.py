"""What is shown of many objects at once, where the API would take a request for each."""

from collections.abc import Mapping, Sequence

from attrs import frozen
from sqlalchemy import ColumnElement, Table, func, or_, select

from .database import SLOW, Row, Tx
from .tables import assistants, messages, runs, steps


async def first_messages(tx: Tx, thread_ids: Sequence[str]) -> dict[str, Row]:
    """Return the oldest message of each thread that has one, without its attachments."""
    return await _one_each(tx, messages, func.min(messages.c.seq), thread_ids)


async def last_runs(tx: Tx, thread_ids: Sequence[str]) -> dict[str, Row]:
    """Return the newest run of each thread that has one."""
    return await _one_each(tx, runs, func.max(runs.c.seq), thread_ids)


async def _one_each(
    tx: Tx, table: Table, which: ColumnElement[int], thread_ids: Sequence[str]
) -> dict[str, Row]:
    wanted = select(which).where(table.c.thread_id.in_(thread_ids)).group_by(table.c.thread_id)
    rows = await tx.all(select(table).where(table.c.seq.in_(wanted)))
    return {row["thread_id"]: row for row in rows}


async def runs_beside(tx: Tx, thread_id: str, beside: Sequence[Row], latest: bool) -> list[Row]:
    """Return the runs that belong to some consecutive messages of a thread, oldest first.

    These are the runs that wrote them, and those that wrote nothing and were created in their time.

    Args:
        beside: the messages, oldest first.
        latest: whether they are the newest, so that any later run belongs to them, too.
    """
    created, conditions = runs.c.created_at, [runs.c.thread_id == thread_id]
    if beside:
        writers = [row["run_id"] for row in beside if row["run_id"]]
        time = created >= beside[0]["created_at"]
        if not latest:
            time &= created <= beside[-1]["created_at"]
        conditions.append(or_(runs.c.id.in_(writers), time))
    rows = await tx.all(select(runs).where(*conditions).order_by(runs.c.seq.desc()).limit(_MOST))
    return rows[::-1]


_MOST = 200


async def steps_of(tx: Tx, run_ids: Sequence[str]) -> list[Row]:
    """Return the steps of some runs, oldest first."""
    return await tx.all(select(steps).where(steps.c.run_id.in_(run_ids)).order_by(steps.c.seq))


async def assistant_names(tx: Tx, ids: Sequence[str]) -> dict[str, str | None]:
    """Return the names of those of the assistants that are there, by id."""
    statement = select(assistants.c.id, assistants.c.name)
    rows = await tx.all(statement.where(assistants.c.id.in_(ids), *tx.mine(assistants)))
    return {row["id"]: row["name"] for row in rows}


@frozen
class QueueState:
    """How many runs there are of each status, and how long the oldest has been queued (seconds)."""

    runs: Mapping[str, int]
    age: float


async def queue_state(tx: Tx, queued: str) -> QueueState:
    """Return the state of the queue; `queued` is the status of the runs in it."""
    number = select(runs.c.status, func.count().label("number")).group_by(runs.c.status)
    counted = await tx.all(number.execution_options(**SLOW))
    (oldest,) = await tx.values(select(func.min(runs.c.created_at)).where(runs.c.status == queued))
    return QueueState(
        {row["status"]: row["number"] for row in counted},
        0.0 if oldest is None else max(0.0, float(tx.now - oldest)),
    )
