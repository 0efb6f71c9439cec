"""Messages, and the v1 links to their files."""

from typing import Any

from .. import intake
from ..errors import not_found
from ..starting import require_free
from ..store import messages, threads
from ..store.paging import Window, cut
from ..views import deleted_view, message_file_view, message_view, page_view
from .call import Call, Handler

_FILE = "message file"


async def create(call: Call) -> dict[str, Any]:
    """Add a message to a thread that no run is at work on."""
    thread_id = call.path["thread_id"]
    async with call.database.write() as tx:
        await threads.require(tx, thread_id)
        await require_free(tx, thread_id, "message")
        row = await messages.create(
            tx, thread_id, intake.message(call.body), intake.attachments(call.body)
        )
    return message_view(row, call.generation)


async def listing(call: Call) -> dict[str, Any]:
    """List the messages of a thread."""
    thread_id = call.path["thread_id"]
    async with call.database.read() as tx:
        await threads.require(tx, thread_id)
        found = await messages.listing(
            tx, thread_id, Window.of(call.query), call.query.get("run_id")
        )
    return page_view([message_view(row, call.generation) for row in found.rows], found.has_more)


async def retrieve(call: Call) -> dict[str, Any]:
    """Read a message."""
    async with call.database.read() as tx:
        await threads.require(tx, call.path["thread_id"])
        row = await messages.get(tx, call.path["thread_id"], call.path["message_id"])
    return message_view(row, call.generation)


async def update(call: Call) -> dict[str, Any]:
    """Change the metadata of a message."""
    thread_id, message_id = call.path["thread_id"], call.path["message_id"]
    async with call.database.write() as tx:
        await threads.require(tx, thread_id)
        row = await messages.get(tx, thread_id, message_id)
        if "metadata" in call.body:
            await messages.change(tx, message_id, intake.metadata(call.body["metadata"]))
            row = await messages.get(tx, thread_id, message_id)
    return message_view(row, call.generation)


async def delete(call: Call) -> dict[str, Any]:
    """Delete a message."""
    thread_id, message_id = call.path["thread_id"], call.path["message_id"]
    async with call.database.write() as tx:
        await threads.require(tx, thread_id)
        await messages.remove(tx, thread_id, message_id)
    return deleted_view(message_id, "thread.message.deleted")


async def _links(call: Call) -> list[dict[str, Any]]:
    """Return each file of a message once."""
    async with call.database.read() as tx:
        await threads.require(tx, call.path["thread_id"])
        row = await messages.get(tx, call.path["thread_id"], call.path["message_id"])
    first: dict[str, dict[str, Any]] = {}
    for one in row["attachments"]:
        first.setdefault(one["file_id"], one)
    return list(first.values())


async def list_files(call: Call) -> dict[str, Any]:
    """List the files of a message."""
    found = cut(await _links(call), Window.of(call.query), what=_FILE, key="file_id")
    message_id = call.path["message_id"]
    return page_view([message_file_view(message_id, row) for row in found.rows], found.has_more)


async def retrieve_file(call: Call) -> dict[str, Any]:
    """Read the link of a file."""
    for link in await _links(call):
        if link["file_id"] == call.path["file_id"]:
            return message_file_view(call.path["message_id"], link)
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
