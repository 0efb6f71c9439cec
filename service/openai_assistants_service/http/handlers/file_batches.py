"""File batches: files that go into a vector store together."""

from typing import Any

from ...errors import bad_request
from ...storage import expiry, file_batches, vector_stores
from ...storage.database import Tx
from ...storage.paging import Window
from .. import normalise
from ..serializers import serialize_file_batch, serialize_page, serialize_vector_store_file
from ..unsupported import refuse_unsupported
from .call import Call, Handler


async def create(call: Call) -> dict[str, Any]:
    """Put files into a store, and have them read."""
    refuse_unsupported(call.body)
    store_id = call.path["vector_store_id"]
    by_id, by_file = bool(call.body.get("file_ids")), bool(call.body.get("files"))
    if by_id == by_file:
        raise bad_request(
            "Exactly one of 'file_ids' and 'files' is required.",
            "files" if by_file else "file_ids",
            "invalid_value" if by_file else "missing_required_parameter",
        )
    async with call.database.write() as tx:
        await vector_stores.require_alive(tx, store_id)
        batch_id = await file_batches.create(tx, store_id, normalise.additions(call.body), by_file)
        await expiry.touch(tx, [store_id])
        tx.on_commit(call.services.worker.wake)
        return await _get(call, tx, batch_id)


async def _get(call: Call, tx: Tx, batch_id: str) -> dict[str, Any]:
    row = await file_batches.get(tx, call.path["vector_store_id"], batch_id)
    return serialize_file_batch(row, openai=call.openai)


async def retrieve(call: Call) -> dict[str, Any]:
    """Read how far a batch is."""
    async with call.database.read() as tx:
        await vector_stores.require(tx, [call.path["vector_store_id"]])
        return await _get(call, tx, call.path["batch_id"])


async def cancel(call: Call) -> dict[str, Any]:
    """Give up what has not been read of a batch."""
    store_id = call.path["vector_store_id"]
    async with call.database.write() as tx:
        await vector_stores.require(tx, [store_id])
        row = await file_batches.cancel(tx, store_id, call.path["batch_id"])
        return serialize_file_batch(row, openai=call.openai)


async def list_files(call: Call) -> dict[str, Any]:
    """List the files of a batch."""
    store_id, batch_id = call.path["vector_store_id"], call.path["batch_id"]
    async with call.database.read() as tx:
        await vector_stores.require(tx, [store_id])
        window = Window.of(call.query)
        found = await file_batches.listing(tx, store_id, batch_id, window, call.query.get("filter"))
    return serialize_page([serialize_vector_store_file(row) for row in found.rows], found.has_more)


HANDLERS: dict[str, Handler] = {
    "create_vector_store_file_batch": create,
    "get_vector_store_file_batch": retrieve,
    "cancel_vector_store_file_batch": cancel,
    "list_vector_store_file_batch_files": list_files,
}
