"""Threads."""

from sqlalchemy import delete, insert, select, update

from ..errors import not_found
from ..json_types import JsonObject
from . import tool_resources
from .database import Row, Tx
from .paging import Slice, Window, page
from .tables import threads
from .tool_resources import THREAD


async def create(tx: Tx, metadata: JsonObject | None) -> str:
    """Write an empty thread and return its id."""
    thread_id = tx.ids.new("thread")
    await tx.run(insert(threads).values(id=thread_id, created_at=tx.now, metadata=metadata or {}))
    return thread_id


async def require(tx: Tx, id: str) -> Row:
    """Return a thread's row, or raise a 404."""
    row = await tx.first(select(threads).where(threads.c.id == id))
    if row is None:
        raise not_found("thread", id)
    return row


async def get(tx: Tx, id: str) -> Row:
    """Return a thread with its links, or raise a 404."""
    row = await require(tx, id)
    return {**row, **(await tool_resources.load(tx, THREAD, [id]))[id]}


async def listing(tx: Tx, window: Window) -> Slice:
    """Return a page of the threads with their links."""
    found = await page(tx, threads, window, what="thread")
    linked = await tool_resources.load(tx, THREAD, [row["id"] for row in found.rows])
    return Slice([{**row, **linked[row["id"]]} for row in found.rows], found.has_more)


async def change(tx: Tx, id: str, metadata: JsonObject) -> None:
    """Replace the metadata of a thread."""
    await tx.run(update(threads).where(threads.c.id == id).values(metadata=metadata))


async def remove(tx: Tx, id: str) -> None:
    """Delete a thread with its messages and runs."""
    if not await tx.run(delete(threads).where(threads.c.id == id)):
        raise not_found("thread", id)
