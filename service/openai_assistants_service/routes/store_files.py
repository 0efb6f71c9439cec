"""The files of vector stores."""

from typing import Any

from .. import intake
from ..store import expiry, files, store_files, vector_stores
from ..store.database import Record, Tx
from ..store.paging import Window
from ..unserved import refuse_unserved
from ..views import content_page_view, deleted_view, page_view, store_file_view
from .call import Call, Handler


async def create(call: Call) -> dict[str, Any]:
    """Put a file into a store, and have it read."""
    refuse_unserved(call.body)
    store_id, file_id = call.path["vector_store_id"], call.body["file_id"]
    async with call.database.write() as tx:
        await vector_stores.require_alive(tx, store_id)
        new = intake.addition(file_id, call.body)
        await store_files.put(tx, store_id, [new], "file_id", "chunking_strategy")
        await expiry.touch(tx, [store_id])
        tx.afterwards(call.parts.worker.wake)
        return store_file_view(await store_files.get(tx, store_id, file_id))


async def listing(call: Call) -> dict[str, Any]:
    """List the files of a store."""
    store_id = call.path["vector_store_id"]
    async with call.database.read() as tx:
        await vector_stores.require(tx, [store_id])
        window = Window.of(call.query)
        found = await store_files.listing(tx, store_id, window, call.query.get("filter"))
    return page_view([store_file_view(row) for row in found.rows], found.has_more)


async def retrieve(call: Call) -> dict[str, Any]:
    """Read what a store knows of a file."""
    async with call.database.read() as tx:
        return store_file_view(await _get(tx, call))


async def _get(tx: Tx, call: Call) -> Record:
    store_id = call.path["vector_store_id"]
    await vector_stores.require(tx, [store_id])
    return await store_files.get(tx, store_id, call.path["file_id"])


async def update(call: Call) -> dict[str, Any]:
    """Replace the attributes of a file."""
    async with call.database.write() as tx:
        row = await _get(tx, call)
        attributes: Record = call.body["attributes"] or {}
        await store_files.set_attributes(tx, row["seq"], attributes)
        await expiry.touch(tx, [row["vector_store_id"]])
    return store_file_view({**row, "attributes": attributes})


async def delete(call: Call) -> dict[str, Any]:
    """Take a file out of a store; the file itself stays."""
    async with call.database.write() as tx:
        row = await _get(tx, call)
        await store_files.drop(tx, [row["vector_store_id"]], [row["file_id"]])
        await expiry.touch(tx, [row["vector_store_id"]])
    return deleted_view(row["file_id"], "vector_store.file.deleted")


async def content(call: Call) -> dict[str, Any]:
    """Return the text of a file, once it was read."""
    async with call.database.read() as tx:
        row = await _get(tx, call)
        await vector_stores.require_alive(tx, row["vector_store_id"])
        file = await files.get(tx, row["file_id"])
    done = row["status"] == "completed"
    return content_page_view(await call.parts.indexer.text(file) if done else "")


HANDLERS: dict[str, Handler] = {
    "create_vector_store_file": create,
    "list_vector_store_files": listing,
    "get_vector_store_file": retrieve,
    "update_vector_store_file": update,
    "delete_vector_store_file": delete,
    "get_vector_store_file_content": content,
}
