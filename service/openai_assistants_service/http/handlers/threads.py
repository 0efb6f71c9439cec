"""Threads."""

from collections.abc import Mapping
from typing import Any

from ...storage import messages, threads, tool_resources
from ...storage.database import Tx
from ...storage.paging import Window
from ...storage.tool_resources import THREAD
from .. import normalise
from ..images import check_images
from ..serializers import serialize_deletion, serialize_page, serialize_thread
from ..validation import parameter
from .call import Call, Handler


async def write_thread(tx: Tx, call: Call, body: Mapping[str, Any], *place: str) -> str:
    """Write a thread with its first messages, as a request has it at `place`; return its id."""
    thread_id = await threads.create(tx, normalise.metadata(body.get("metadata")))
    if body.get("tool_resources"):
        named = parameter((*place, "tool_resources"))
        await tool_resources.set_resources(tx, THREAD, thread_id, body["tool_resources"], named)
    asked = body.get("messages") or ()
    await check_images(tx, call.services.blobs, asked, *place, "messages")
    await messages.create_all(tx, thread_id, [normalise.message(one) for one in asked])
    return thread_id


async def create(call: Call) -> dict[str, Any]:
    """Create a thread."""
    async with call.database.write() as tx:
        thread_id = await write_thread(tx, call, call.body)
        return serialize_thread(await threads.get(tx, thread_id), call.api_version)


async def retrieve(call: Call) -> dict[str, Any]:
    """Read a thread."""
    async with call.database.read() as tx:
        return serialize_thread(await threads.get(tx, call.path["thread_id"]), call.api_version)


async def listing(call: Call) -> dict[str, Any]:
    """List the threads."""
    async with call.database.read() as tx:
        found = await threads.listing(tx, Window.of(call.query))
    return serialize_page(
        [serialize_thread(row, call.api_version) for row in found.rows], found.has_more
    )


async def update(call: Call) -> dict[str, Any]:
    """Change a thread."""
    thread_id = call.path["thread_id"]
    async with call.database.write() as tx:
        await threads.require(tx, thread_id)
        if "metadata" in call.body:
            await threads.change(tx, thread_id, normalise.metadata(call.body["metadata"]))
        if "tool_resources" in call.body:
            await tool_resources.set_resources(tx, THREAD, thread_id, call.body["tool_resources"])
        return serialize_thread(await threads.get(tx, thread_id), call.api_version)


async def delete(call: Call) -> dict[str, Any]:
    """Delete a thread."""
    thread_id = call.path["thread_id"]
    async with call.database.write() as tx:
        await threads.remove(tx, thread_id)
    return serialize_deletion(thread_id, "thread.deleted")


HANDLERS: dict[str, Handler] = {
    "create_thread": create,
    "list_threads": listing,
    "get_thread": retrieve,
    "update_thread": update,
    "delete_thread": delete,
}
