"""How long vector stores live: some expire when nobody has used them for a number of days."""

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, select, update

from ..json_types import JsonObject
from .database import Row, Tx
from .tables import chunks, vector_store_files, vector_stores

_DAY = 86_400

_HELD = vector_store_files.c
_OVER = select(vector_stores.c.id).where(vector_stores.c.expires_at <= bindparam("now"))
_CANCEL = (
    update(vector_store_files)
    .where(_HELD.vector_store_id.in_(_OVER), _HELD.status == "in_progress")
    .values(status="cancelled")
)
_EMPTY = delete(chunks).where(
    chunks.c.store_file.in_(select(_HELD.seq).where(_HELD.vector_store_id.in_(_OVER)))
)


def expires_at(policy: JsonObject | None, last_active_at: int) -> int | None:
    """Return when a store expires that was last used then; None if never."""
    return last_active_at + int(policy["days"]) * _DAY if policy else None


def is_over(store: Row, now: int) -> bool:
    """Whether a store has expired."""
    return store["expires_at"] is not None and store["expires_at"] <= now


async def touch(tx: Tx, ids: Sequence[str]) -> None:
    """Note that stores are in use, which puts off their expiry; one that has expired stays so."""
    table = vector_stores.c
    alive = table.expires_at.is_(None) | (table.expires_at > tx.now)
    lifetime = table.expires_at - table.last_active_at
    stale = (table.id.in_(ids), table.last_active_at < tx.now, alive, *tx.mine(vector_stores))
    await tx.lock(vector_stores, select(table.id).where(*stale))
    await tx.run(
        update(vector_stores)
        .where(*stale)
        .values(last_active_at=tx.now, expires_at=tx.now + lifetime)
    )


async def expired(tx: Tx, ids: Sequence[str]) -> list[str]:
    """Return those of the stores that have expired."""
    if not ids:
        return []
    table = vector_stores.c
    over = (table.id.in_(ids), table.expires_at <= tx.now, *tx.mine(vector_stores))
    statement = select(table.id).where(*over)
    return await tx.values(statement.order_by(table.seq))


async def expire(tx: Tx) -> None:
    """Throw away what the expired stores held; the stores themselves stay, to say so."""
    await tx.run(_CANCEL, {"now": tx.now})
    await tx.run(_EMPTY, {"now": tx.now})
