"""Threads."""

from collections.abc import Sequence

from sqlalchemy import select, update

from ..errors import not_found
from ..json_types import JsonObject
from . import lists, statements, tool_resources
from .database import Row, Tx
from .lists import MESSAGE_FILES, MESSAGES, THREAD_FILES, THREADS
from .paging import Slice, Window, page
from .tables import messages, threads
from .tool_resources import THREAD


async def create(tx: Tx, metadata: JsonObject | None) -> str:
    """Write an empty thread and return its id."""
    values: Row = {"id": tx.ids.new("thread"), "created_at": tx.now, "metadata": metadata or {}}
    await tx.run(statements.add(threads), {**values, **tx.own})
    return str(values["id"])


async def require(tx: Tx, id: str) -> Row:
    """Return a thread's row, or raise a 404; who writes holds the thread from now on."""
    statement = tx.locking(statements.find(threads, "id", *tx.own))
    row = await tx.first(statement, {"id": id, **tx.own})
    if row is None:
        raise not_found("thread", id)
    return row


async def require_all(tx: Tx, ids: Sequence[str]) -> None:
    """Raise a 404 for the first of the threads that is not there; hold the others."""
    await tx.lock(threads, ids)
    statement = select(threads.c.id).where(threads.c.id.in_(ids), *tx.mine(threads))
    found = set(await tx.values(statement))
    for thread_id in ids:
        if thread_id not in found:
            raise not_found("thread", thread_id)


async def get(tx: Tx, id: str) -> Row:
    """Return a thread with its links, or raise a 404."""
    return (await with_links(tx, [await require(tx, id)]))[0]


async def with_links(tx: Tx, rows: list[Row]) -> list[Row]:
    """Return rows of threads with what is linked to them."""
    linked = await tool_resources.load(tx, THREAD, [row["id"] for row in rows])
    return [{**row, **linked[row["id"]]} for row in rows]


async def listing(tx: Tx, window: Window) -> Slice:
    """Return a page of the threads with their links."""
    found = await page(tx, THREADS, window, owner=tx.tenant)
    return Slice(await with_links(tx, found.rows), found.has_more)


async def change(tx: Tx, id: str, metadata: JsonObject) -> None:
    """Replace the metadata of a thread."""
    statement = update(threads).where(threads.c.id == id, *tx.mine(threads))
    await tx.run(statement.values(metadata=metadata))


async def remove(tx: Tx, id: str) -> None:
    """Delete a thread with its messages and runs."""
    await tx.lock(threads, [id])
    for listed in (MESSAGES, THREAD_FILES):
        await lists.forget(tx, listed, [id])
    inside = select(messages.c.id).where(messages.c.thread_id == id)
    await lists.forget(tx, MESSAGE_FILES, inside)
    if not await lists.remove(tx, THREADS, threads.c.id == id, *tx.mine(threads)):
        raise not_found("thread", id)
