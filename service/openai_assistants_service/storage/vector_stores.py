"""Vector stores: the sets of files that file search looks into."""

from collections.abc import Sequence

from sqlalchemy import insert, select, update

from ..errors import bad_request, not_found
from ..json_types import JsonObject
from . import expiry, lists, vector_store_files
from .database import Row, Tx
from .lists import BATCH_FILES, STORE_FILES, VECTOR_STORES
from .paging import Slice, Window, page
from .tables import file_batches, vector_stores

_WHAT = "vector store"


async def create(
    tx: Tx,
    file_ids: Sequence[str] = (),
    *,
    name: str | None = None,
    description: str | None = None,
    metadata: JsonObject | None = None,
    chunking: JsonObject | None = None,
    expires_after: JsonObject | None = None,
) -> str:
    """Make a store that holds these files, and return its id."""
    store_id = tx.ids.hexadecimal("vs")
    await tx.run(
        insert(vector_stores).values(
            id=store_id,
            created_at=tx.now,
            **tx.own,
            name=name,
            description=description,
            metadata=metadata or {},
            expires_after=expires_after,
            expires_at=expiry.expires_at(expires_after, tx.now),
            last_active_at=tx.now,
        )
    )
    await vector_store_files.add(tx, store_id, file_ids, chunking)
    return store_id


async def _row(tx: Tx, id: str) -> Row:
    statement = select(vector_stores).where(vector_stores.c.id == id, *tx.mine(vector_stores))
    row = await tx.first(tx.locking(statement))
    if row is None:
        raise not_found(_WHAT, id)
    return row


async def get(tx: Tx, id: str) -> Row:
    """Return a store with what it holds counted up, or raise a 404."""
    return (await counted(tx, [await _row(tx, id)]))[0]


async def listing(tx: Tx, window: Window) -> Slice:
    """Return a page of the stores."""
    found = await page(tx, VECTOR_STORES, window, owner=tx.tenant)
    return Slice(await counted(tx, found.rows), found.has_more)


async def counted(tx: Tx, rows: list[Row]) -> list[Row]:
    """Return rows of stores with their status, and what they hold counted up."""
    tallies = await vector_store_files.tally(tx, [row["id"] for row in rows])
    return [_with_status({**row, **tallies[row["id"]]}, tx.now) for row in rows]


def _with_status(store: Row, now: int) -> Row:
    """Add the status; an expired store holds nothing that takes room."""
    if expiry.is_over(store, now):
        return {**store, "status": "expired", "usage_bytes": 0}
    waiting = store["file_counts"]["in_progress"]
    return {**store, "status": "in_progress" if waiting else "completed"}


async def change(tx: Tx, id: str, values: Row) -> None:
    """Change some columns of a store, which counts as using it."""
    if "expires_after" in values:
        await require_alive(tx, id)
        values = {**values, "expires_at": expiry.expires_at(values["expires_after"], tx.now)}
        values["last_active_at"] = tx.now
    statement = update(vector_stores).where(vector_stores.c.id == id, *tx.mine(vector_stores))
    if not await tx.run(statement.values(**values) if values else statement.values(id=id)):
        raise not_found(_WHAT, id)
    await expiry.touch(tx, [id])


async def remove(tx: Tx, id: str) -> None:
    """Delete a store; its files stay where they were uploaded."""
    await tx.lock(vector_stores, [id])
    await lists.forget(tx, STORE_FILES, [id])
    batches = select(file_batches.c.id).where(file_batches.c.vector_store_id == id)
    await lists.forget(tx, BATCH_FILES, batches)
    which = (vector_stores.c.id == id, *tx.mine(vector_stores))
    if not await lists.remove(tx, VECTOR_STORES, *which):
        raise not_found(_WHAT, id)


async def require(tx: Tx, ids: Sequence[str], param: str | None = None) -> None:
    """Raise a 404 for the first of the stores that is not there; keep the others from deletion."""
    await tx.lock(vector_stores, ids, shared=True)
    table = vector_stores.c
    statement = select(table.id).where(table.id.in_(ids), *tx.mine(vector_stores))
    found = set(await tx.values(statement))
    for store_id in ids:
        if store_id not in found:
            raise not_found(_WHAT, store_id, param)


async def require_alive(tx: Tx, id: str) -> None:
    """Raise a 404 if there is no such store, and a 400 if it has expired."""
    if expiry.is_over(await _row(tx, id), tx.now):
        raise bad_request(f"Vector store {id} is expired.", code="vector_store_expired")
