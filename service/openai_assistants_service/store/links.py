"""The files and vector stores of an assistant or a thread: what v2 calls its tool resources.

v1 links a file to an assistant or a message, for whatever tool wants it. Such a link is marked
`any_tool`: code_interpreter sees the file, and `share` puts it into a vector store once there is
a tool that searches.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from attrs import frozen
from sqlalchemy import Column, Table, delete, insert, select, update

from .. import foundry
from . import expiry, files, store_files, vector_stores
from .database import Record, Tx
from .tables import (
    assistant_files,
    assistant_stores,
    assistants,
    thread_files,
    thread_stores,
    threads,
    vector_store_files,
)

_STORES = "tool_resources.file_search.vector_store_ids"
_WEEK: Record = {"anchor": "last_active_at", "days": 7}


@frozen
class Links:
    """One kind of owner, and the tables that link it."""

    owners: Table
    files: Table
    stores: Table
    owner: str
    expires_after: Record | None

    @property
    def file_owner(self) -> "Column[Any]":
        """The column of the file links that names the owner."""
        return self.files.c[self.owner]

    @property
    def store_owner(self) -> "Column[Any]":
        """The column of the store links that names the owner."""
        return self.stores.c[self.owner]


ASSISTANT = Links(assistants, assistant_files, assistant_stores, "assistant_id", None)
THREAD = Links(threads, thread_files, thread_stores, "thread_id", _WEEK)


async def add_files(
    tx: Tx,
    links: Links,
    owner: str,
    file_ids: Sequence[str],
    param: str,
    *,
    any_tool: bool = False,
) -> None:
    """Link files that are not linked yet."""
    await files.require(tx, file_ids, param)
    column = links.file_owner
    held = await tx.values(select(links.files.c.file_id).where(column == owner))
    for file_id in dict.fromkeys(file_ids):
        if file_id not in held:
            values = {"file_id": file_id, "created_at": tx.now, "any_tool": any_tool}
            await tx.run(insert(links.files).values(**{links.owner: owner}, **values))


async def set_files(tx: Tx, links: Links, owner: str, file_ids: Sequence[str], param: str) -> None:
    """Make these the files of code_interpreter."""
    await tx.run(
        delete(links.files).where(links.file_owner == owner, links.files.c.file_id.not_in(file_ids))
    )
    await add_files(tx, links, owner, file_ids, param)


async def store_ids(tx: Tx, links: Links, owner: str) -> list[str]:
    """Return the vector stores of an owner."""
    table = links.stores
    column = links.store_owner
    return await tx.values(
        select(table.c.vector_store_id).where(column == owner).order_by(table.c.seq)
    )


async def set_stores(tx: Tx, links: Links, owner: str, ids: Sequence[str]) -> None:
    """Make these the vector stores of an owner."""
    await vector_stores.require(tx, ids, _STORES)
    await tx.run(delete(links.stores).where(links.store_owner == owner))
    for store_id in dict.fromkeys(ids):
        values = {links.owner: owner, "vector_store_id": store_id}
        await tx.run(insert(links.stores).values(**values))


async def search_in(tx: Tx, links: Links, owner: str, file_ids: Sequence[str], param: str) -> None:
    """Put files into the owner's vector store, which is made if there is none that is alive."""
    if not file_ids:
        return
    held = await store_ids(tx, links, owner)
    if held and not await expiry.expired(tx, held[:1]):
        await store_files.add(tx, held[0], file_ids, param=param)
        await expiry.touch(tx, held[:1])
        return
    await files.require(tx, file_ids, param)
    store_id = await vector_stores.create(tx, file_ids, expires_after=links.expires_after)
    await set_stores(tx, links, owner, [store_id])


async def set_resources(
    tx: Tx, links: Links, owner: str, resources: Record | None, prefix: str = "tool_resources"
) -> None:
    """Take over the tool resources of a request: each tool that is named gets what is said."""
    await _set_own(tx, links, owner, resources, prefix)
    if resources is None:
        await set_files(tx, links, owner, [], prefix)
        await set_stores(tx, links, owner, [])
        return
    code: Record | None = resources.get("code_interpreter")
    if code is not None:
        param = f"{prefix}.code_interpreter.file_ids"
        code_files: list[str] = code.get("file_ids") or []
        await set_files(tx, links, owner, code_files, param)
    search: Record | None = resources.get("file_search")
    if search is not None:
        ids = await searchable(tx, search, prefix, links.expires_after)
        await set_stores(tx, links, owner, ids)


async def _set_own(tx: Tx, links: Links, owner: str, resources: Record | None, prefix: str) -> None:
    """Keep what only Foundry has."""
    table = links.owners.c
    held = await tx.values(select(table.foundry).where(table.id == owner))
    own = foundry.changed(held[0] if held else None, resources, prefix)
    await tx.run(update(links.owners).where(table.id == owner).values(foundry=own))


async def searchable(
    tx: Tx,
    search: Record,
    prefix: str = "tool_resources",
    expires_after: Record | None = None,
) -> list[str]:
    """Return the stores that `file_search` names, after making those it describes."""
    ids: list[str] = list(search.get("vector_store_ids") or [])
    await vector_stores.require(tx, ids, _STORES)
    for index, asked in enumerate(search.get("vector_stores") or []):
        if foundry.is_elsewhere(asked):
            continue
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


async def load(tx: Tx, links: Links, owners: Sequence[str]) -> dict[str, Record]:
    """Return what is linked to each owner: `files` (link rows), `stores` and `store_files`."""
    table = links.files
    found: dict[str, Record] = defaultdict(lambda: {"files": [], "stores": [], "store_files": []})
    owner = links.file_owner
    for row in await tx.all(select(table).where(owner.in_(owners)).order_by(table.c.seq)):
        found[row[links.owner]]["files"].append(row)
    owner = links.store_owner
    store = links.stores.c.vector_store_id
    statement = select(owner, store).where(owner.in_(owners)).order_by(links.stores.c.seq)
    for row in await tx.all(statement):
        found[row[links.owner]]["stores"].append(row["vector_store_id"])
    held = vector_store_files.c
    statement = select(owner, held.file_id, held.created_at).where(
        owner.in_(owners), held.vector_store_id == store
    )
    for row in await tx.all(statement.order_by(held.seq)):
        found[row[links.owner]]["store_files"].append(row)
    return {owner_id: found[owner_id] for owner_id in owners}
