"""The lists that are served a page at a time, and the deleted objects that were in them.

Of an object that is deleted its place is kept: a cursor that names it stays good, so that one can
go through a list and delete what is in it.
"""

from collections.abc import Sequence
from typing import Any

from attrs import frozen
from sqlalchemy import ColumnElement, Select, Table, delete, func, literal, null, select

from . import tables
from .database import Row, Tx
from .tables import deleted_objects


@frozen
class List:
    """A table whose rows are listed, in the order they were written in."""

    table: Table
    what: str
    """What its rows are called in errors."""
    key: str = "id"
    """The column of the ids that serve as cursors."""
    owner: str | None = None
    """The column of the object, or the tenant, whose list it is; without an owner, all rows are."""
    category: str | None = None
    """The column by which the list may be narrowed, and which never changes."""

    def rows(self, owner: str | None, category: str | None) -> list[ColumnElement[bool]]:
        """Return the conditions for the rows of one list."""
        columns = ((self.owner, owner), (self.category, category or None))
        return [
            self.table.c[name] == value for name, value in columns if name and value is not None
        ]


ASSISTANTS = List(tables.assistants, "assistant", owner="tenant")
THREADS = List(tables.threads, "thread", owner="tenant")
MESSAGES = List(tables.messages, "message", owner="thread_id", category="run_id")
RUNS = List(tables.runs, "run", owner="thread_id")
STEPS = List(tables.steps, "run step", owner="run_id")
FILES = List(tables.files, "file", owner="tenant", category="purpose")
VECTOR_STORES = List(tables.vector_stores, "vector store", owner="tenant")
STORE_FILES = List(
    tables.vector_store_files, "vector store file", key="file_id", owner="vector_store_id"
)
BATCH_FILES = List(tables.batch_files, "vector store file", key="file_id", owner="batch_id")
ASSISTANT_FILES = List(
    tables.assistant_files, "assistant file", key="file_id", owner="assistant_id"
)
THREAD_FILES = List(tables.thread_files, "thread file", key="file_id", owner="thread_id")
MESSAGE_FILES = List(tables.message_files, "message file", key="file_id", owner="message_id")

OF_A_FILE = (STORE_FILES, BATCH_FILES, ASSISTANT_FILES, THREAD_FILES, MESSAGE_FILES)
"""The lists from which a file disappears when it is deleted."""

_DELETED = deleted_objects.c


async def remove(tx: Tx, listed: List, *where: ColumnElement[bool]) -> int:
    """Delete rows, but for their places; return how many there were."""
    await keep_places(tx, listed, *where)
    return await tx.run(delete(listed.table).where(*where))


async def keep_places(tx: Tx, listed: List, *where: ColumnElement[bool]) -> None:
    """Note the places of rows that are about to be deleted.

    Of several rows with the same id in one list the first counts.
    """
    columns = listed.table.c
    values: dict[str, Any] = {
        "list": literal(listed.table.name),
        "owner": columns[listed.owner] if listed.owner else literal(""),
        "id": columns[listed.key],
        "category": func.min(columns[listed.category]) if listed.category else null(),
        "place": func.min(columns.seq),
    }
    rows: Any = select(*(value.label(name) for name, value in values.items())).where(*where)
    owner = [columns[listed.owner]] if listed.owner else []
    rows = rows.group_by(*owner, columns[listed.key])
    await tx.run(tx.sql.insert_or_replace(deleted_objects, rows))


async def place(
    tx: Tx, listed: List, id: str, owner: str | None, category: str | None
) -> int | None:
    """Return the place of an object in a list, or the one it had; None if it never was in it."""
    columns = listed.table.c
    rows = select(columns.seq).where(columns[listed.key] == id, *listed.rows(owner, category))
    kept = select(_DELETED.place).where(*_in(listed, [owner or ""]), _DELETED.id == id)
    if category:
        kept = kept.where(_DELETED.category == category)
    found = await tx.values(rows.order_by(columns.seq).limit(1)) or await tx.values(kept)
    return found[0] if found else None


async def deleted(tx: Tx, listed: List, owners: Sequence[str]) -> list[Row]:
    """Return the `id` and `place` of what was deleted from some lists, in order."""
    statement = select(_DELETED.id, _DELETED.place).where(*_in(listed, owners))
    return await tx.all(statement.order_by(_DELETED.place))


async def forget(tx: Tx, listed: List, owners: "Sequence[str] | Select[Any]") -> None:
    """Forget what was deleted from the lists of objects that are about to be deleted."""
    await tx.run(delete(deleted_objects).where(*_in(listed, owners)))


def _in(listed: List, owners: "Sequence[str] | Select[Any]") -> tuple[ColumnElement[bool], ...]:
    return _DELETED.list == listed.table.name, _DELETED.owner.in_(owners)
