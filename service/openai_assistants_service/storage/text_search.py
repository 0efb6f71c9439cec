"""Objects that have a text in what people wrote or named, wherever in it; case does not count.

A message says more than its first letters, and has no index: all that are newer than what is found
are read.
"""

from sqlalchemy import ColumnElement, or_, select

from .database import Row, Tx
from .lists import ASSISTANTS, FILES, MESSAGES, VECTOR_STORES, List
from .paging import Slice, Window, page
from .tables import threads


async def messages_with(tx: Tx, text: str, window: Window) -> Slice:
    """Return a page of the messages of all threads that have a text, without attachments."""
    columns = MESSAGES.table.c
    own = select(threads.c.id).where(*tx.mine(threads))
    narrower = [] if tx.tenant is None else [columns.thread_id.in_(own)]
    return await page(tx, MESSAGES, window, tx.sql.any_text_has(columns.content, text), *narrower)


async def assistants_with(tx: Tx, text: str, limit: int) -> list[Row]:
    """Return the newest assistants with a text in name, description or instructions."""
    return await _with(tx, ASSISTANTS, text, limit, "name", "description", "instructions")


async def files_with(tx: Tx, text: str, limit: int) -> list[Row]:
    """Return the newest files with a text in their names."""
    return await _with(tx, FILES, text, limit, "filename")


async def vector_stores_with(tx: Tx, text: str, limit: int) -> list[Row]:
    """Return the newest vector stores with a text in name or description."""
    return await _with(tx, VECTOR_STORES, text, limit, "name", "description")


async def _with(tx: Tx, listed: List, text: str, limit: int, *columns: str) -> list[Row]:
    having: list[ColumnElement[bool]] = [
        listed.table.c[name].icontains(text, autoescape=True) for name in columns
    ]
    return (await page(tx, listed, Window(limit), or_(*having), owner=tx.tenant)).rows
