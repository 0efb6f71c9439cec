"""The files and vector stores of an assistant or a thread: what v2 calls its tool resources.

v1 links a file to an assistant or a message, for whatever tool wants it. Such a link is marked
`any_tool`: code_interpreter sees the file, and `assistants.share` puts it into a vector store once
there is a tool that searches.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from attrs import frozen
from sqlalchemy import (
    BindParameter,
    Column,
    Executable,
    Select,
    Table,
    bindparam,
    delete,
    false,
    insert,
    literal,
    select,
    union_all,
    update,
)

from ..errors import ApiError, bad_request
from ..json_types import JsonObject
from . import expiry, files, foundry, lists, tables, vector_store_files, vector_stores
from .database import Row, Tx
from .lists import ASSISTANT_FILES, THREAD_FILES, List

_STORES = "tool_resources.file_search.vector_store_ids"
_WEEK: JsonObject = {"anchor": "last_active_at", "days": 7}


@frozen(eq=False)
class Owner:
    """A kind of object that has tool resources, and the tables that hold them."""

    table: Table
    file_list: List
    stores: Table
    foreign_key: str
    """The column of files and `stores` that names the owner."""
    expires_after: JsonObject | None
    """The expiry policy of a vector store that is made for an owner."""

    @property
    def files(self) -> Table:
        """The table of the linked files."""
        return self.file_list.table

    @property
    def owner_of_file(self) -> "Column[Any]":
        """The column of the linked files that names the owner."""
        return self.files.c[self.foreign_key]

    @property
    def owner_of_store(self) -> "Column[Any]":
        """The column of the linked vector stores that names the owner."""
        return self.stores.c[self.foreign_key]


ASSISTANT = Owner(tables.assistants, ASSISTANT_FILES, tables.assistant_stores, "assistant_id", None)
THREAD = Owner(tables.threads, THREAD_FILES, tables.thread_stores, "thread_id", _WEEK)


async def add_files(
    tx: Tx,
    owner: Owner,
    id: str,
    file_ids: Sequence[str],
    param: str,
    *,
    any_tool: bool = False,
) -> None:
    """Link files that are not linked yet."""
    await files.require(tx, file_ids, param)
    statement = select(owner.files.c.file_id).where(owner.owner_of_file == id)
    linked = set(await tx.values(statement))
    common: Row = {owner.foreign_key: id, "created_at": tx.now, "any_tool": any_tool}
    new = [{**common, "file_id": one} for one in dict.fromkeys(file_ids) if one not in linked]
    await tx.add(insert(owner.files), new)


async def set_files(tx: Tx, owner: Owner, id: str, file_ids: Sequence[str], param: str) -> None:
    """Make these the files of code_interpreter."""
    others = owner.files.c.file_id.not_in(file_ids)
    await lists.remove(tx, owner.file_list, owner.owner_of_file == id, others)
    await add_files(tx, owner, id, file_ids, param)


async def code_files(tx: Tx, run: Row) -> list[str]:
    """Return the files that programs of a run may read: its own or its assistant's, its thread's.

    Of a file that v1 linked for any tool that wants it, code_interpreter is one.
    """
    resources: JsonObject = run["tool_resources"] or {}
    if "code_interpreter" in resources:
        own: list[str] = list(resources["code_interpreter"]["file_ids"])
    else:
        own = await _linked_files(tx, ASSISTANT, run["assistant_id"])
    return list(dict.fromkeys(own + await _linked_files(tx, THREAD, run["thread_id"])))


async def _linked_files(tx: Tx, owner: Owner, id: str) -> list[str]:
    table = owner.files.c
    statement = select(table.file_id).where(owner.owner_of_file == id)
    return await tx.values(statement.order_by(table.seq))


@cache
def _stores_of(owner: Owner) -> "Select[Any]":
    table = owner.stores.c
    statement = select(table.vector_store_id).where(owner.owner_of_store == bindparam("id"))
    return statement.order_by(table.seq)


async def store_ids(tx: Tx, owner: Owner, id: str) -> list[str]:
    """Return the vector stores of an owner."""
    return await tx.values(_stores_of(owner), {"id": id})


async def set_stores(tx: Tx, owner: Owner, id: str, ids: Sequence[str]) -> None:
    """Make these the vector stores of an owner."""
    await vector_stores.require(tx, ids, _STORES)
    await tx.run(delete(owner.stores).where(owner.owner_of_store == id))
    rows = [{owner.foreign_key: id, "vector_store_id": one} for one in dict.fromkeys(ids)]
    await tx.add(insert(owner.stores), rows)


async def search_in(tx: Tx, owner: Owner, id: str, file_ids: Sequence[str], param: str) -> None:
    """Put files into the owner's vector store, which is made if none has yet to expire."""
    if not file_ids:
        return
    held = await store_ids(tx, owner, id)
    if held and not await expiry.expired(tx, held[:1]):
        await vector_store_files.add(tx, held[0], file_ids, param=param)
        await expiry.touch(tx, held[:1])
        return
    await files.require(tx, file_ids, param)
    store_id = await vector_stores.create(tx, file_ids, expires_after=owner.expires_after)
    await set_stores(tx, owner, id, [store_id])


async def set_resources(
    tx: Tx, owner: Owner, id: str, resources: JsonObject | None, prefix: str = "tool_resources"
) -> None:
    """Write the tool resources of a request: each tool that is named gets what is said."""
    await _set_foundry(tx, owner, id, resources, prefix)
    if resources is None:
        await set_files(tx, owner, id, [], prefix)
        await set_stores(tx, owner, id, [])
        return
    code: JsonObject | None = resources.get("code_interpreter")
    if code is not None:
        param = f"{prefix}.code_interpreter.file_ids"
        code_files: list[str] = code.get("file_ids") or []
        await set_files(tx, owner, id, code_files, param)
    search: JsonObject | None = resources.get("file_search")
    if search is not None:
        ids = await searchable(tx, search, prefix, owner.expires_after)
        await set_stores(tx, owner, id, ids)


async def _set_foundry(
    tx: Tx, owner: Owner, id: str, resources: JsonObject | None, prefix: str
) -> None:
    """Write the part of the tool resources that only Foundry has."""
    table = owner.table.c
    which = (table.id == id, *tx.mine(owner.table))
    before = await tx.values(select(table.foundry).where(*which))
    after = foundry.changed(before[0] if before else None, resources, prefix)
    await tx.run(update(owner.table).where(*which).values(foundry=after))


async def searchable(
    tx: Tx,
    search: JsonObject,
    prefix: str = "tool_resources",
    expires_after: JsonObject | None = None,
) -> list[str]:
    """Return the stores that `file_search` names, after making those it describes."""
    ids: list[str] = list(search.get("vector_store_ids") or [])
    await vector_stores.require(tx, ids, _STORES)
    for index, asked in enumerate(search.get("vector_stores") or []):
        if foundry.is_elsewhere(asked):
            continue
        if search.get("vector_store_ids"):
            raise _both(f"{prefix}.file_search")
        file_ids: list[str] = asked.get("file_ids") or []
        param = f"{prefix}.file_search.vector_stores[{index}].file_ids"
        await files.require(tx, file_ids, param)
        ids.append(
            await vector_stores.create(
                tx,
                file_ids,
                name=asked.get("name"),
                metadata=asked.get("metadata"),
                chunking=asked.get("chunking_strategy"),
                expires_after=expires_after,
            )
        )
    return ids


def _both(param: str) -> ApiError:
    """Make the 400 of stores that are named beside one that is to be made."""
    given, wanted = f"{param}.vector_store_ids", f"{param}.vector_stores"
    return bad_request(
        f"Mutually exclusive parameters: '{given}' and '{wanted}'. "
        f"Ensure you are only providing one of: '{given}' or '{wanted}'.",
        wanted,
        "mutually_exclusive_parameters",
    )


@cache
def _linked(owner: Owner) -> Executable:
    """Return the SELECT of all that is linked to some owners, whose ids are its parameter `ids`."""
    store, held = owner.stores.c, tables.vector_store_files.c
    of_file, of_store = owner.owner_of_file, owner.owner_of_store
    ids: BindParameter[Any] = bindparam("ids", expanding=True)
    file = owner.files.c
    parts = (
        select(
            literal("files").label("kind"),
            of_file.label("owner"),
            file.seq,
            file.file_id.label("id"),
            file.created_at,
            file.any_tool,
        ).where(of_file.in_(ids)),
        select(
            literal("stores"), of_store, store.seq, store.vector_store_id, literal(0), false()
        ).where(of_store.in_(ids)),
        select(
            literal("store_files"), of_store, held.seq, held.file_id, held.created_at, false()
        ).where(of_store.in_(ids), held.vector_store_id == store.vector_store_id),
    )
    return union_all(*parts).order_by("kind", "seq")


async def load(tx: Tx, owner: Owner, ids: Sequence[str]) -> dict[str, Row]:
    """Return what is linked to each owner: `files` and `store_files` (rows), and `stores` (ids)."""
    found: dict[str, Row] = {
        owner_id: {"files": [], "stores": [], "store_files": []} for owner_id in ids
    }
    for row in await tx.all(_linked(owner), {"ids": ids}):
        linked = row["id"] if row["kind"] == "stores" else {**row, "file_id": row["id"]}
        found[row["owner"]][row["kind"]].append(linked)
    return found
