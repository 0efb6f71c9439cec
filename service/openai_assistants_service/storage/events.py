"""What happened in a run, in order: written with each change, so that it can be streamed.

Nothing but streams reads it. It is deleted with the run's thread, or when its time is over.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, delete, func, select

from ..json_types import JsonObject
from . import statements
from .database import Row, Tx
from .tables import events, runs

RETENTION = 86_400
"""Seconds for which the events of a run are stored, at least, from when it had to end."""

_EXPIRED_AT_ONCE = 100
_PRIVATE = frozenset({"seq", "tenant", "owner", "lease_until"})

_TABLE = events.c
_OF_RUN = (
    select(events)
    .where(_TABLE.run_id == bindparam("run"), _TABLE.seq > bindparam("after"))
    .order_by(_TABLE.seq)
)
_OLDEST = select(runs.c.id, runs.c.expires_at).join_from(events, runs).order_by(_TABLE.seq).limit(1)
_PAGE_OF_RUN = _OF_RUN.limit(bindparam("limit"))


def emit(tx: Tx, run_id: str, name: str, row: Row) -> None:
    """Have an event written; `row` is the object as it is stored, for any API version."""
    data: dict[str, Any] = {key: value for key, value in row.items() if key not in _PRIVATE}
    emit_all(tx, run_id, name, [data])


def emit_all(tx: Tx, run_id: str, name: str, parts: Sequence[JsonObject]) -> None:
    """Have one event written for each part of an object that is streamed."""
    if parts:
        rows = [{"run_id": run_id, "name": name, "data": part} for part in parts]
        tx.add_at_end(statements.add(events), rows)
        tx.notify(run_id)


async def expire(tx: Tx) -> None:
    """Delete the events of the runs that had to end more than RETENTION ago, a number at a time.

    Whoever has the oldest event is the first whose time is over, so that nothing is searched.
    """
    for _ in range(_EXPIRED_AT_ONCE):
        run = await tx.first(_OLDEST)
        if run is None or run["expires_at"] > tx.now - RETENTION:
            break
        await tx.run(delete(events).where(events.c.run_id == run["id"]))


async def listing(tx: Tx, run_id: str, after: int = 0, limit: int | None = None) -> list[Row]:
    """Return the events of a run behind a place in its order, so many at most."""
    values: Row = {"run": run_id, "after": after}
    if limit is None:
        return await tx.all(_OF_RUN, values)
    return await tx.all(_PAGE_OF_RUN, {**values, "limit": limit})


async def name_at(tx: Tx, run_id: str, place: int) -> str | None:
    """Return the name of one event of a run; None if it is not there."""
    table = events.c
    row = await tx.first(select(table.name).where(table.run_id == run_id, table.seq == place))
    return None if row is None else str(row["name"])


async def last(tx: Tx, run_id: str) -> int:
    """Return the place of the last event of a run; 0 if there is none."""
    places = await tx.values(select(func.max(events.c.seq)).where(events.c.run_id == run_id))
    return places[0] or 0
