"""What happened in a run, in order: written with each change, so that it can be streamed.

Nothing but streams reads it. It is deleted with the run's thread, or when its time is over.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, func, insert, select

from ..json_types import JsonObject
from .database import Row, Tx
from .tables import events, runs

RETENTION = 86_400
"""Seconds for which the events of a run are stored, at least, from when it had to end."""

_EXPIRED_AT_ONCE = 100
_PRIVATE = frozenset({"seq", "owner", "lease_until"})


async def emit(tx: Tx, run_id: str, name: str, row: Row) -> None:
    """Write an event; `row` is the object as it is stored, for any API version."""
    data: dict[str, Any] = {key: value for key, value in row.items() if key not in _PRIVATE}
    await tx.run(insert(events).values(run_id=run_id, name=name, data=data))
    tx.notify(run_id)


async def emit_all(tx: Tx, run_id: str, name: str, parts: Sequence[JsonObject]) -> None:
    """Write one event for each part of an object that is streamed."""
    if parts:
        rows = [{"run_id": run_id, "name": name, "data": part} for part in parts]
        await tx.add(insert(events), rows)
        tx.notify(run_id)


async def expire(tx: Tx) -> None:
    """Delete the events of the runs that had to end more than RETENTION ago, a number at a time.

    Whoever has the oldest event is the first whose time is over, so that nothing is searched.
    """
    oldest = select(runs.c.id, runs.c.expires_at).join_from(events, runs)
    oldest = oldest.order_by(events.c.seq).limit(1)
    for _ in range(_EXPIRED_AT_ONCE):
        run = await tx.first(oldest)
        if run is None or run["expires_at"] > tx.now - RETENTION:
            break
        await tx.run(delete(events).where(events.c.run_id == run["id"]))


async def listing(tx: Tx, run_id: str, after: int = 0, limit: int | None = None) -> list[Row]:
    """Return the events of a run behind a place in its order, so many at most."""
    table = events.c
    statement = select(events).where(table.run_id == run_id, table.seq > after)
    return await tx.all(statement.order_by(table.seq).limit(limit))


async def name_at(tx: Tx, run_id: str, place: int) -> str | None:
    """Return the name of one event of a run; None if it is not there."""
    table = events.c
    row = await tx.first(select(table.name).where(table.run_id == run_id, table.seq == place))
    return None if row is None else str(row["name"])


async def last(tx: Tx, run_id: str) -> int:
    """Return the place of the last event of a run; 0 if there is none."""
    places = await tx.values(select(func.max(events.c.seq)).where(events.c.run_id == run_id))
    return places[0] or 0
