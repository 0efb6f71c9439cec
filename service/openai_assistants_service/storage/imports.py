"""Objects that come from elsewhere, with the ids and the times that they have there.

They come many at once, and are read and written in a few statements for each kind.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from attrs import field, frozen
from sqlalchemy import ColumnElement, Table, insert, select, tuple_, update

from ..errors import not_found
from ..json_types import JsonObject
from . import assistants, files, messages, runs, tables, threads, vector_stores
from .chunks import NewChunk
from .chunks import write as write_chunks
from .database import SLOW, Row, Tx
from .tool_resources import ASSISTANT, THREAD, Owner

TABLES: Mapping[str, Table] = {
    "file": tables.files,
    "vector_store": tables.vector_stores,
    "vector_store.file": tables.vector_store_files,
    "assistant": tables.assistants,
    "thread": tables.threads,
    "thread.run": tables.runs,
    "thread.run.step": tables.steps,
    "thread.message": tables.messages,
}
"""The tables of objects by their `object`, those that others belong to or are linked to first."""

_OWNERS: Mapping[str, Owner] = {"assistant": ASSISTANT, "thread": THREAD}
_IN_A_THREAD = ("thread.run", "thread.run.step", "thread.message")

_COMPLETED: Mapping[str, Callable[[Tx, list[Row]], Awaitable[list[Row]]]] = {
    "assistant": assistants.with_links,
    "thread": threads.with_links,
    "thread.message": messages.with_attachments,
    "vector_store": vector_stores.counted,
}
"""What adds to the rows of a kind what is not in its table."""

Key = tuple[str, ...]


@frozen
class Imported:
    """An object as it is to be stored: its row, and what is linked to it.

    Attributes:
        kind: its `object`.
        files, stores: the ids of the files and vector stores of an assistant or a thread.
        any_tool: whether the files are linked the v1 way.
        attachments: of a message, `file_id` and `tools` of each.
        pieces: the chunks of a file of a vector store.
    """

    kind: str
    row: Row
    files: Sequence[str] = ()
    stores: Sequence[str] = ()
    any_tool: bool = False
    attachments: Sequence[JsonObject] = ()
    pieces: Sequence[NewChunk] = field(factory=tuple[NewChunk, ...], repr=False)

    @property
    def key(self) -> Key:
        """What no two objects of a kind have in common."""
        return tuple(self.row[name] for name in _key(self.kind))

    def over(self, held: Row) -> Row:
        """Return a stored object with all that this one says in place of what it has."""
        links: Row = {}
        if self.kind in _OWNERS:
            common = {"created_at": self.row["created_at"], "any_tool": self.any_tool}
            linked = enumerate(dict.fromkeys(self.files))
            links["files"] = [{"file_id": one, "seq": at, **common} for at, one in linked]
            links["stores"] = list(dict.fromkeys(self.stores))
        if self.kind == "thread.message":
            links["attachments"] = list(self.attachments)
        return {**held, **self.row, **links}


def _key(kind: str) -> Key:
    return ("vector_store_id", "file_id") if kind == "vector_store.file" else ("id",)


async def find(tx: Tx, kind: str, some: Sequence[Imported]) -> dict[Key, Row]:
    """Return what is stored in the place of objects of one kind, with its links."""
    table, names = TABLES[kind], _key(kind)
    columns = tuple_(*(table.c[name] for name in names))
    statement = select(table).where(columns.in_([one.key for one in some]), *_mine(tx, kind))
    rows = await tx.all(statement.execution_options(**SLOW))
    if rows and kind in _COMPLETED:
        rows = await _COMPLETED[kind](tx, rows)
    return {tuple(row[name] for name in names): row for row in rows}


def _mine(tx: Tx, kind: str) -> tuple[ColumnElement[bool], ...]:
    """Return the condition for the rows of a kind that are the tenant's."""
    table = TABLES[kind]
    if tx.tenant is None or "tenant" in table.c:
        return tx.mine(table)
    root, column = (
        (tables.vector_stores, table.c.vector_store_id)
        if kind == "vector_store.file"
        else (tables.threads, table.c.thread_id)
    )
    return (column.in_(select(root.c.id).where(*tx.mine(root))),)


async def taken(tx: Tx, kind: str, some: Sequence[Imported]) -> str | None:
    """Return an id of objects of one kind that an object of another tenant has; None if none."""
    table = TABLES[kind]
    if tx.tenant is None or "id" not in table.c:
        return None
    statement = select(table.c.id).where(table.c.id.in_([one.row["id"] for one in some]))
    return next(iter(await tx.values(statement.execution_options(**SLOW))), None)


async def write(tx: Tx, kind: str, new: Sequence[Imported]) -> None:
    """Write objects of one kind of which nothing is stored.

    Raises:
        ApiError: what one belongs to, or is linked to, is not there (404).
    """
    await _require_linked(tx, kind, new)
    own: Mapping[str, str] = tx.own if "tenant" in TABLES[kind].c else {}
    rows = [{**one.row, **own} for one in new]
    await tx.add(insert(TABLES[kind]).execution_options(**SLOW), rows)
    if kind in _OWNERS:
        await _link(tx, _OWNERS[kind], new)
    attached: list[Row] = [
        {"message_id": one.row["id"], "created_at": one.row["created_at"], **link}
        for one in new
        for link in one.attachments
    ]
    await tx.add(insert(tables.message_files), attached)
    read = [one for one in new if one.pieces]
    held = await find(tx, kind, read) if read else {}
    for one in read:
        await write_chunks(tx, held[one.key]["seq"], one.pieces)


async def _require_linked(tx: Tx, kind: str, new: Sequence[Imported]) -> None:
    rows = [one.row for one in new]
    if kind in _IN_A_THREAD:
        await threads.require_all(tx, _each(row["thread_id"] for row in rows))
    if kind == "thread.run.step":
        await _require_runs(tx, rows)
    if kind == "vector_store.file":
        stores = _each(row["vector_store_id"] for row in rows)
        await vector_stores.require(tx, stores, "vector_store_id")
        await files.require(tx, _each(row["file_id"] for row in rows), "id")
    code = "tool_resources.code_interpreter.file_ids"
    await files.require(tx, _each(named for one in new for named in one.files), code)
    attached = _each(link["file_id"] for one in new for link in one.attachments)
    await files.require(tx, attached, "attachments")
    if stores := _each(named for one in new for named in one.stores):
        await vector_stores.require(tx, stores, "tool_resources.file_search.vector_store_ids")


def _each(ids: Any) -> list[str]:
    return list(dict.fromkeys(ids))


async def _require_runs(tx: Tx, steps: Sequence[Row]) -> None:
    """Raise the 404 of the first step whose run is not in its thread."""
    found = await runs.in_threads(tx, _each(step["run_id"] for step in steps))
    for step in steps:
        if found.get(step["run_id"]) != step["thread_id"]:
            raise not_found("run", step["run_id"])


async def _link(tx: Tx, owner: Owner, new: Sequence[Imported]) -> None:
    linked_files: list[Row] = [
        {
            owner.foreign_key: one.row["id"],
            "file_id": file_id,
            "created_at": one.row["created_at"],
            "any_tool": one.any_tool,
        }
        for one in new
        for file_id in dict.fromkeys(one.files)
    ]
    linked_stores: list[Row] = [
        {owner.foreign_key: one.row["id"], "vector_store_id": store_id}
        for one in new
        for store_id in dict.fromkeys(one.stores)
    ]
    await tx.add(insert(owner.files), linked_files)
    await tx.add(insert(owner.stores), linked_stores)


async def set_digest(tx: Tx, id: str, digest: str) -> None:
    """Note the digest of the contents of a file that had none."""
    table = tables.files
    await tx.run(update(table).where(table.c.id == id, *tx.mine(table)).values(digest=digest))
