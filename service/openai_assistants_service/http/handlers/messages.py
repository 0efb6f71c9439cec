"""Messages, and the v1 links to their files."""

from typing import Any

from ...errors import not_found
from ...runs.create_run import require_free
from ...storage import messages, threads
from ...storage.paging import Window, cut
from .. import normalise
from ..images import check_images
from ..serializers import (
    serialize_deletion,
    serialize_message,
    serialize_message_file,
    serialize_page,
)
from .call import Call, Handler

_FILE = "message file"


async def create(call: Call) -> dict[str, Any]:
    """Add a message to a thread that no run is at work on."""
    thread_id = call.path["thread_id"]
    async with call.database.write() as tx:
        await threads.require(tx, thread_id)
        await require_free(tx, "message", thread_id)
        await check_images(tx, call.services.blobs, [call.body])
        row = await messages.create(tx, thread_id, normalise.message(call.body))
    return serialize_message(row, call.api_version)


async def listing(call: Call) -> dict[str, Any]:
    """List the messages of a thread."""
    thread_id = call.path["thread_id"]
    async with call.database.read() as tx:
        await threads.require(tx, thread_id)
        found = await messages.listing(
            tx, thread_id, Window.of(call.query), call.query.get("run_id")
        )
    return serialize_page(
        [serialize_message(row, call.api_version) for row in found.rows], found.has_more
    )


async def retrieve(call: Call) -> dict[str, Any]:
    """Read a message."""
    async with call.database.read() as tx:
        await threads.require(tx, call.path["thread_id"])
        row = await messages.get(tx, call.path["thread_id"], call.path["message_id"])
    return serialize_message(row, call.api_version)


async def update(call: Call) -> dict[str, Any]:
    """Change the metadata of a message."""
    thread_id, message_id = call.path["thread_id"], call.path["message_id"]
    async with call.database.write() as tx:
        await threads.require(tx, thread_id)
        row = await messages.get(tx, thread_id, message_id)
        if "metadata" in call.body:
            await messages.set_metadata(tx, message_id, normalise.metadata(call.body["metadata"]))
            row = await messages.get(tx, thread_id, message_id)
    return serialize_message(row, call.api_version)


async def delete(call: Call) -> dict[str, Any]:
    """Delete a message."""
    thread_id, message_id = call.path["thread_id"], call.path["message_id"]
    async with call.database.write() as tx:
        await threads.require(tx, thread_id)
        await messages.remove(tx, thread_id, message_id)
    return serialize_deletion(message_id, "thread.message.deleted")


async def _links(call: Call) -> list[dict[str, Any]]:
    """Return each file of a message once, and at their places those that were deleted."""
    async with call.database.read() as tx:
        await threads.require(tx, call.path["thread_id"])
        row = await messages.get(tx, call.path["thread_id"], call.path["message_id"])
        return await messages.all_file_links(tx, row)


async def list_files(call: Call) -> dict[str, Any]:
    """List the files of a message."""
    found = cut(await _links(call), Window.of(call.query), what=_FILE, key="file_id")
    message_id = call.path["message_id"]
    return serialize_page(
        [serialize_message_file(message_id, row) for row in found.rows], found.has_more
    )


async def retrieve_file(call: Call) -> dict[str, Any]:
    """Read the link of a file."""
    for link in await _links(call):
        if link["file_id"] == call.path["file_id"] and not link.get("deleted"):
            return serialize_message_file(call.path["message_id"], link)
    raise not_found(_FILE, call.path["file_id"])


HANDLERS: dict[str, Handler] = {
    "create_message": create,
    "list_messages": listing,
    "get_message": retrieve,
    "update_message": update,
    "delete_message": delete,
    "list_message_files": list_files,
    "get_message_file": retrieve_file,
}
