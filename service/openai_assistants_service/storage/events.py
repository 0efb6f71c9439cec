"""What happened in a run, in order: written with each change, so that it can be streamed."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import insert, select

from ..json_types import JsonObject
from .database import Row, Tx
from .tables import events

_PRIVATE = frozenset({"seq", "owner", "lease_until"})


async def emit(tx: Tx, run_id: str, name: str, row: Row) -> None:
    """Write an event; `row` is the object as it is stored, for any API version."""
    data: dict[str, Any] = {key: value for key, value in row.items() if key not in _PRIVATE}
    await tx.run(insert(events).values(run_id=run_id, name=name, data=data))


async def emit_all(tx: Tx, run_id: str, name: str, parts: Sequence[JsonObject]) -> None:
    """Write one event for each part of an object that is streamed."""
    rows = [{"run_id": run_id, "name": name, "data": part} for part in parts]
    await tx.add(insert(events), rows)


async def listing(tx: Tx, run_id: str, after: int = 0) -> list[Row]:
    """Return the events of a run behind a place in its order."""
    table = events.c
    statement = select(events).where(table.run_id == run_id, table.seq > after)
    return await tx.all(statement.order_by(table.seq))
