"""File batches: files that were put into a vector store together."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, insert, select, update

from ..errors import not_found
from ..json_types import JsonObject
from . import lists, tables, vector_store_files
from .database import Row, Tx
from .lists import BATCH_FILES
from .paging import Slice, Window
from .tables import batch_files, file_batches
from .vector_store_files import Addition


async def create(tx: Tx, store_id: str, additions: Sequence[Addition], by_file: bool) -> str:
    """Put files into a store; `by_file` says that each came with settings of its own."""
    param = "files" if by_file else "file_ids"
    chunking = "files.chunking_strategy" if by_file else "chunking_strategy"
    await vector_store_files.put(tx, store_id, additions, param, chunking)
    batch_id = tx.ids.hexadecimal("vsfb")
    await tx.run(
        insert(file_batches).values(
            id=batch_id, created_at=tx.now, vector_store_id=store_id, cancelled=False
        )
    )
    file_ids = dict.fromkeys(one.file_id for one in additions)
    rows = [{"batch_id": batch_id, "file_id": file_id} for file_id in file_ids]
    await tx.add(insert(batch_files), rows)
    return batch_id


async def get(tx: Tx, store_id: str, id: str) -> Row:
    """Return a batch with its files counted up, or raise a 404."""
    table = file_batches.c
    row = await tx.first(
        select(file_batches).where(table.id == id, table.vector_store_id == store_id)
    )
    if row is None:
        raise not_found("vector store file batch", id)
    held = tables.vector_store_files.c
    statement = select(held.status, func.count().label("files")).where(
        held.vector_store_id == store_id, held.file_id.in_(_members(id))
    )
    found = await tx.all(statement.group_by(held.status))
    counts = vector_store_files.counts({one["status"]: one["files"] for one in found})
    return {**row, "file_counts": counts, "status": _status(row, counts)}


def _members(id: str) -> Select[Any]:
    return select(batch_files.c.file_id).where(batch_files.c.batch_id == id)


def _status(batch: Row, counts: JsonObject) -> str:
    if batch["cancelled"]:
        return "cancelled"
    if counts["in_progress"]:
        return "in_progress"
    return "failed" if counts["total"] and counts["failed"] == counts["total"] else "completed"


async def cancel(tx: Tx, store_id: str, id: str) -> Row:
    """Give up the files of a batch that still wait; if none does, nothing changes."""
    await get(tx, store_id, id)
    held = tables.vector_store_files.c
    waiting = (
        held.vector_store_id == store_id,
        held.file_id.in_(_members(id)),
        held.status == "in_progress",
    )
    if await tx.run(update(tables.vector_store_files).where(*waiting).values(status="cancelled")):
        await tx.run(update(file_batches).where(file_batches.c.id == id).values(cancelled=True))
    return await get(tx, store_id, id)


async def listing(
    tx: Tx, store_id: str, id: str, window: Window, status: str | None = None
) -> Slice:
    """Return a page of a batch's files, of one status if asked."""
    await get(tx, store_id, id)
    for cursor, name in ((window.after, "after"), (window.before, "before")):
        if cursor is not None and await lists.place(tx, BATCH_FILES, cursor, id, None) is None:
            raise not_found(BATCH_FILES.what, cursor, name)
    mine = tables.vector_store_files.c.file_id.in_(_members(id))
    return await vector_store_files.listing(tx, store_id, window, status, mine)
