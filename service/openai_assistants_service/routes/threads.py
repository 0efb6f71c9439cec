"""Threads."""

from collections.abc import Mapping
from typing import Any

from .. import intake
from ..store import links, messages, threads
from ..store.database import Tx
from ..store.links import THREAD
from ..store.paging import Window
from ..views import deleted_view, page_view, thread_view
from .call import Call, Handler


async def write_thread(tx: Tx, body: Mapping[str, Any], prefix: str = "") -> str:
    """Write a thread with its first messages, and return its id."""
    thread_id = await threads.create(tx, intake.metadata(body.get("metadata")))
    if body.get("tool_resources"):
        named = f"{prefix}tool_resources"
        await links.set_resources(tx, THREAD, thread_id, body["tool_resources"], named)
    for message in body.get("messages") or ():
        await messages.create(tx, thread_id, intake.message(message), intake.attachments(message))
    return thread_id


async def create(call: Call) -> dict[str, Any]:
    """Create a thread."""
    async with call.database.write() as tx:
        thread_id = await write_thread(tx, call.body)
        return thread_view(await threads.get(tx, thread_id), call.generation)


async def retrieve(call: Call) -> dict[str, Any]:
    """Read a thread."""
    async with call.database.read() as tx:
        return thread_view(await threads.get(tx, call.path["thread_id"]), call.generation)


async def listing(call: Call) -> dict[str, Any]:
    """List the threads."""
    async with call.database.read() as tx:
        found = await threads.listing(tx, Window.of(call.query))
    return page_view([thread_view(row, call.generation) for row in found.rows], found.has_more)


async def update(call: Call) -> dict[str, Any]:
    """Change a thread."""
    thread_id = call.path["thread_id"]
    async with call.database.write() as tx:
        await threads.require(tx, thread_id)
        if "metadata" in call.body:
            await threads.change(tx, thread_id, intake.metadata(call.body["metadata"]))
        if "tool_resources" in call.body:
            await links.set_resources(tx, THREAD, thread_id, call.body["tool_resources"])
        return thread_view(await threads.get(tx, thread_id), call.generation)


async def delete(call: Call) -> dict[str, Any]:
    """Delete a thread."""
    thread_id = call.path["thread_id"]
    async with call.database.write() as tx:
        await threads.remove(tx, thread_id)
    return deleted_view(thread_id, "thread.deleted")


HANDLERS: dict[str, Handler] = {
    "create_thread": create,
    "list_threads": listing,
    "get_thread": retrieve,
    "update_thread": update,
    "delete_thread": delete,
}
