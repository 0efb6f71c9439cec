"""The files of vector stores."""

from typing import Any

from ...json_types import JsonObject
from ...storage import expiry, files, vector_store_files, vector_stores
from ...storage.database import Tx
from ...storage.paging import Window
from .. import normalise
from ..serializers import (
    serialize_content_page,
    serialize_deletion,
    serialize_page,
    serialize_vector_store_file,
)
from ..unsupported import refuse_unsupported
from .call import Call, Handler


async def create(call: Call) -> dict[str, Any]:
    """Put a file into a store, and have it read."""
    refuse_unsupported(call.body)
    store_id, file_id = call.path["vector_store_id"], call.body["file_id"]
    async with call.database.write() as tx:
        await vector_stores.require_alive(tx, store_id)
        new = normalise.addition(file_id, call.body)
        await vector_store_files.put(tx, store_id, [new], "file_id", "chunking_strategy")
        await expiry.touch(tx, [store_id])
        tx.on_commit(call.services.worker.wake)
        return serialize_vector_store_file(await vector_store_files.get(tx, store_id, file_id))


async def listing(call: Call) -> dict[str, Any]:
    """List the files of a store."""
    store_id = call.path["vector_store_id"]
    async with call.database.read() as tx:
        await vector_stores.require(tx, [store_id])
        window = Window.of(call.query)
        found = await vector_store_files.listing(tx, store_id, window, call.query.get("filter"))
    return serialize_page([serialize_vector_store_file(row) for row in found.rows], found.has_more)


async def retrieve(call: Call) -> dict[str, Any]:
    """Read what a store knows of a file."""
    async with call.database.read() as tx:
        return serialize_vector_store_file(await _get(tx, call))


async def _get(tx: Tx, call: Call) -> JsonObject:
    store_id = call.path["vector_store_id"]
    await vector_stores.require(tx, [store_id])
    return await vector_store_files.get(tx, store_id, call.path["file_id"])


async def update(call: Call) -> dict[str, Any]:
    """Replace the attributes of a file."""
    async with call.database.write() as tx:
        row = await _get(tx, call)
        attributes: JsonObject = call.body["attributes"] or {}
        await vector_store_files.set_attributes(tx, row["seq"], attributes)
        await expiry.touch(tx, [row["vector_store_id"]])
    return serialize_vector_store_file({**row, "attributes": attributes})


async def delete(call: Call) -> dict[str, Any]:
    """Take a file out of a store; the file itself stays."""
    async with call.database.write() as tx:
        row = await _get(tx, call)
        await vector_store_files.drop(tx, [row["vector_store_id"]], [row["file_id"]])
        await expiry.touch(tx, [row["vector_store_id"]])
    return serialize_deletion(row["file_id"], "vector_store.file.deleted")


async def content(call: Call) -> dict[str, Any]:
    """Return the text of a file, once it was read."""
    async with call.database.read() as tx:
        row = await _get(tx, call)
        await vector_stores.require_alive(tx, row["vector_store_id"])
        file = await files.get(tx, row["file_id"])
    done = row["status"] == "completed"
    return serialize_content_page(await call.services.indexer.text(file) if done else "")


HANDLERS: dict[str, Handler] = {
    "create_vector_store_file": create,
    "list_vector_store_files": listing,
    "get_vector_store_file": retrieve,
    "update_vector_store_file": update,
    "delete_vector_store_file": delete,
    "get_vector_store_file_content": content,
}
