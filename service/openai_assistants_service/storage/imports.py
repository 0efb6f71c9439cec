"""Objects that come from elsewhere, with the ids and the times that they have there."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from attrs import field, frozen
from sqlalchemy import Table, insert, select, update

from ..json_types import JsonObject
from . import assistants, files, messages, runs, tables, threads, vector_stores
from .chunks import NewChunk
from .chunks import write as write_chunks
from .database import Row, Tx
from .tool_resources import ASSISTANT, THREAD, Owner

_TABLES: Mapping[str, Table] = {
    "assistant": tables.assistants,
    "file": tables.files,
    "thread": tables.threads,
    "thread.message": tables.messages,
    "thread.run": tables.runs,
    "thread.run.step": tables.steps,
    "vector_store": tables.vector_stores,
    "vector_store.file": tables.vector_store_files,
}
_OWNERS: Mapping[str, Owner] = {"assistant": ASSISTANT, "thread": THREAD}


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

    def over(self, held: Row) -> Row:
        """Return a stored object with all that this one says in place of what it has."""
        links: Row = {}
        if self.kind in _OWNERS:
            files = [{"file_id": one, "any_tool": self.any_tool} for one in self.files]
            links = {
                "files": [
                    {"created_at": self.row["created_at"], "seq": place, **one}
                    for place, one in enumerate(files)
                ],
                "stores": list(self.stores),
            }
        if self.kind == "thread.message":
            links = {"attachments": list(self.attachments)}
        return {**held, **self.row, **links}


async def find(tx: Tx, imported: Imported) -> Row | None:
    """Return what is stored under the id of an object, with its links; None if there is nothing."""
    row, table = imported.row, _TABLES[imported.kind]
    if imported.kind == "vector_store.file":
        return await _store_file(tx, row)
    held = await tx.first(select(table).where(table.c.id == row["id"]))
    if held is None:
        return None
    load: Mapping[str, Callable[[], Awaitable[Row]]] = {
        "assistant": lambda: assistants.get(tx, held["id"]),
        "thread": lambda: threads.get(tx, held["id"]),
        "thread.message": lambda: messages.get(tx, held["thread_id"], held["id"]),
        "vector_store": lambda: vector_stores.get(tx, held["id"]),
    }
    return await load[imported.kind]() if imported.kind in load else held


async def _store_file(tx: Tx, row: Row) -> Row | None:
    table = tables.vector_store_files
    held = (table.c.vector_store_id == row["vector_store_id"], table.c.file_id == row["file_id"])
    return await tx.first(select(table).where(*held))


async def write(tx: Tx, imported: Imported) -> None:
    """Write an object of which nothing is stored.

    Raises:
        ApiError: what it belongs to, or is linked to, is not there (404).
    """
    row = imported.row
    await _require_linked(tx, imported)
    await tx.run(insert(_TABLES[imported.kind]).values(**row))
    if imported.kind in _OWNERS:
        await _link(tx, _OWNERS[imported.kind], imported)
    for one in imported.attachments:
        link = {"message_id": row["id"], "created_at": row["created_at"], **one}
        await tx.run(insert(tables.message_files).values(**link))
    if imported.pieces:
        written = await _store_file(tx, row)
        assert written is not None
        await write_chunks(tx, written["seq"], imported.pieces)


async def _require_linked(tx: Tx, imported: Imported) -> None:
    row = imported.row
    if imported.kind in ("thread.message", "thread.run", "thread.run.step"):
        await threads.require(tx, row["thread_id"])
    if imported.kind == "thread.run.step":
        await runs.get(tx, row["thread_id"], row["run_id"])
    if imported.kind == "vector_store.file":
        await vector_stores.require(tx, [row["vector_store_id"]], "vector_store_id")
        await files.require(tx, [row["file_id"]], "id")
    await files.require(tx, imported.files, "tool_resources.code_interpreter.file_ids")
    await files.require(tx, [one["file_id"] for one in imported.attachments], "attachments")
    await vector_stores.require(tx, imported.stores, "tool_resources.file_search.vector_store_ids")


async def _link(tx: Tx, owner: Owner, imported: Imported) -> None:
    row = imported.row
    of_owner: dict[str, Any] = {owner.foreign_key: row["id"]}
    for file_id in dict.fromkeys(imported.files):
        link = {"created_at": row["created_at"], "any_tool": imported.any_tool}
        await tx.run(insert(owner.files).values(**of_owner, file_id=file_id, **link))
    for store_id in dict.fromkeys(imported.stores):
        await tx.run(insert(owner.stores).values(**of_owner, vector_store_id=store_id))


async def set_digest(tx: Tx, id: str, digest: str) -> None:
    """Note the digest of the contents of a file that had none."""
    await tx.run(update(tables.files).where(tables.files.c.id == id).values(digest=digest))
