"""Assistants, with the files and vector stores linked to them."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import insert, update

from ..errors import not_found
from . import lists, statements, tool_resources, vector_store_files
from .database import Row, Tx
from .lists import ASSISTANT_FILES, ASSISTANTS, STORE_FILES
from .paging import Slice, Window, page
from .tables import assistant_files, assistants
from .tool_resources import ASSISTANT


async def create(tx: Tx, values: Row) -> str:
    """Write an assistant and return its id."""
    assistant_id = tx.ids.new("asst")
    await tx.run(insert(assistants).values(id=assistant_id, created_at=tx.now, **tx.own, **values))
    return assistant_id


async def change(tx: Tx, id: str, values: Row) -> None:
    """Change some columns of an assistant."""
    statement = update(assistants).where(assistants.c.id == id, *tx.mine(assistants))
    if not await tx.run(statement.values(**values) if values else statement.values(id=id)):
        raise not_found("assistant", id)


async def remove(tx: Tx, id: str) -> None:
    """Delete an assistant; what it was linked to stays."""
    await lists.forget(tx, ASSISTANT_FILES, [id])
    if not await lists.remove(tx, ASSISTANTS, assistants.c.id == id, *tx.mine(assistants)):
        raise not_found("assistant", id)


async def get(tx: Tx, id: str, param: str | None = None) -> Row:
    """Return an assistant with its links, or raise a 404."""
    row = await tx.first(statements.find(assistants, "id", *tx.own), {"id": id, **tx.own})
    if row is None:
        raise not_found("assistant", id, param)
    return (await with_links(tx, [row]))[0]


async def listing(tx: Tx, window: Window) -> Slice:
    """Return a page of the assistants."""
    found = await page(tx, ASSISTANTS, window, owner=tx.tenant)
    return Slice(await with_links(tx, found.rows), found.has_more)


async def with_links(tx: Tx, rows: list[Row]) -> list[Row]:
    """Return rows of assistants with what is linked to them."""
    linked = await tool_resources.load(tx, ASSISTANT, [row["id"] for row in rows])
    return [{**row, **linked[row["id"]]} for row in rows]


def searches(assistant: Row) -> bool:
    """Whether one of its tools is file search."""
    return any(tool["type"] == "file_search" for tool in assistant["tools"])


def file_links(assistant: Row) -> list[Row]:
    """Return every file of an assistant once, as v1 sees them: `file_id` and `created_at`.

    `place` gives their order: those linked to the assistant, then those in its vector stores.
    """
    seen: dict[str, Row] = {}
    for kind, rows in enumerate((assistant["files"], assistant["store_files"])):
        for row in rows:
            link = {"file_id": row["file_id"], "created_at": row["created_at"]}
            seen.setdefault(row["file_id"], {**link, "place": (kind, row["seq"])})
    return list(seen.values())


async def all_file_links(tx: Tx, assistant: Row) -> list[Row]:
    """Return the files of an assistant, and at their places those that it has no more."""
    links = {link["file_id"]: link for link in file_links(assistant)}
    for kind, (listed, owners) in enumerate(
        ((ASSISTANT_FILES, [assistant["id"]]), (STORE_FILES, assistant["stores"]))
    ):
        for row in await lists.deleted(tx, listed, owners):
            link = {"file_id": row["id"], "deleted": True, "place": (kind, row["place"])}
            links.setdefault(row["id"], link)
    return sorted(links.values(), key=lambda link: link["place"])


async def link_files(tx: Tx, id: str, file_ids: Sequence[str], param: str = "file_ids") -> None:
    """Link files the v1 way, for whatever tool wants them."""
    await tx.lock(assistants, [id])
    await tool_resources.add_files(tx, ASSISTANT, id, file_ids, param, any_tool=True)


async def unlink_files(tx: Tx, assistant: Row, file_ids: Sequence[str]) -> None:
    """Undo the links of some files, to the assistant and to its vector stores."""
    await tx.lock(assistants, [assistant["id"]])
    table: Any = assistant_files.c
    mine = (table.assistant_id == assistant["id"], table.file_id.in_(file_ids))
    await lists.remove(tx, ASSISTANT_FILES, *mine)
    await vector_store_files.drop(tx, assistant["stores"], file_ids)


async def replace_files(tx: Tx, id: str, file_ids: Sequence[str]) -> None:
    """Make these the files of an assistant, the v1 way."""
    assistant = await get(tx, id)
    held = {link["file_id"] for link in file_links(assistant)}
    await unlink_files(tx, assistant, list(held - set(file_ids)))
    await link_files(tx, id, [file_id for file_id in file_ids if file_id not in held])


async def share(tx: Tx, id: str, *, always: bool = False) -> Row:
    """Make files that were linked for any tool searchable, if there is file search; return all."""
    assistant = await get(tx, id)
    if not always and not searches(assistant):
        return assistant
    if not _unsearched(assistant):
        return assistant
    await tx.lock(assistants, [id])
    missing = _unsearched(await get(tx, id))
    await tool_resources.search_in(tx, ASSISTANT, id, missing, "file_ids")
    return await get(tx, id)


def _unsearched(assistant: Row) -> list[str]:
    """Return the files that were linked for any tool, and are not in a vector store."""
    stored = {row["file_id"] for row in assistant["store_files"]}
    return [
        row["file_id"]
        for row in assistant["files"]
        if row["any_tool"] and row["file_id"] not in stored
    ]
