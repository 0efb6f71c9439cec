"""Assistants, and the v1 links to their files."""

from typing import Any

from ...errors import not_found
from ...json_types import JsonObject
from ...storage import assistants, tool_resources
from ...storage.database import Row, Tx
from ...storage.paging import Window, cut
from ...storage.tool_resources import ASSISTANT
from .. import normalise
from ..serializers import (
    serialize_assistant,
    serialize_assistant_file,
    serialize_deletion,
    serialize_page,
)
from .call import Call, Handler

_FILE = "assistant file"


async def create(call: Call) -> dict[str, Any]:
    """Create an assistant."""
    values: Row = {"tools": [], "metadata": {}, **normalise.assistant(call.body)}
    async with call.database.write() as tx:
        assistant_id = await assistants.create(tx, values)
        return serialize_assistant(await _settle(tx, assistant_id, call), call.api_version)


async def _settle(tx: Tx, id: str, call: Call) -> JsonObject:
    """Link what the request names in either API version's words; return the assistant."""
    file_ids = normalise.file_ids(call.body, call.api_version)
    if file_ids is not None:
        await assistants.replace_files(tx, id, file_ids)
    if "tool_resources" in call.body:
        await tool_resources.set_resources(tx, ASSISTANT, id, call.body["tool_resources"])
    return await assistants.share(tx, id)


async def listing(call: Call) -> dict[str, Any]:
    """List assistants."""
    async with call.database.read() as tx:
        found = await assistants.listing(tx, Window.of(call.query))
    return serialize_page(
        [serialize_assistant(row, call.api_version) for row in found.rows], found.has_more
    )


async def retrieve(call: Call) -> dict[str, Any]:
    """Read an assistant."""
    async with call.database.read() as tx:
        return serialize_assistant(
            await assistants.get(tx, call.path["assistant_id"]), call.api_version
        )


async def update(call: Call) -> dict[str, Any]:
    """Change an assistant."""
    assistant_id = call.path["assistant_id"]
    async with call.database.write() as tx:
        await assistants.change(tx, assistant_id, normalise.assistant(call.body))
        return serialize_assistant(await _settle(tx, assistant_id, call), call.api_version)


async def delete(call: Call) -> dict[str, Any]:
    """Delete an assistant."""
    assistant_id = call.path["assistant_id"]
    async with call.database.write() as tx:
        await assistants.remove(tx, assistant_id)
    return serialize_deletion(assistant_id, "assistant.deleted")


async def create_file(call: Call) -> dict[str, Any]:
    """Link a file, the v1 way."""
    assistant_id, file_id = call.path["assistant_id"], call.body["file_id"]
    async with call.database.write() as tx:
        assistant = await assistants.get(tx, assistant_id)
        if file_id not in {link["file_id"] for link in assistants.file_links(assistant)}:
            await assistants.link_files(tx, assistant_id, [file_id], "file_id")
        return _file(await assistants.share(tx, assistant_id), file_id)


async def list_files(call: Call) -> dict[str, Any]:
    """List the files of an assistant."""
    assistant_id = call.path["assistant_id"]
    async with call.database.read() as tx:
        rows = await assistants.all_file_links(tx, await assistants.get(tx, assistant_id))
    found = cut(rows, Window.of(call.query), what=_FILE, key="file_id")
    return serialize_page(
        [serialize_assistant_file(assistant_id, row) for row in found.rows], found.has_more
    )


async def retrieve_file(call: Call) -> dict[str, Any]:
    """Read the link of a file."""
    async with call.database.read() as tx:
        return _file(await assistants.get(tx, call.path["assistant_id"]), call.path["file_id"])


async def delete_file(call: Call) -> dict[str, Any]:
    """Undo the link of a file; the file stays."""
    file_id = call.path["file_id"]
    async with call.database.write() as tx:
        assistant = await assistants.get(tx, call.path["assistant_id"])
        _file(assistant, file_id)
        await assistants.unlink_files(tx, assistant, [file_id])
    return serialize_deletion(file_id, "assistant.file.deleted")


def _file(assistant: Row, file_id: str) -> dict[str, Any]:
    for link in assistants.file_links(assistant):
        if link["file_id"] == file_id:
            return serialize_assistant_file(assistant["id"], link)
    raise not_found(_FILE, file_id)


HANDLERS: dict[str, Handler] = {
    "create_assistant": create,
    "list_assistants": listing,
    "get_assistant": retrieve,
    "update_assistant": update,
    "delete_assistant": delete,
    "create_assistant_file": create_file,
    "list_assistant_files": list_files,
    "get_assistant_file": retrieve_file,
    "delete_assistant_file": delete_file,
}
