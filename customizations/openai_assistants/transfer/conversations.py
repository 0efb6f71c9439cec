"""An export as conversations: what the Conversations and the Responses API take in."""

import os
from collections.abc import Iterator
from pathlib import Path

from openai_assistants_core import dumps
from openai_assistants_core.atomic_file import replacing

from .folder import ExportFolder, Object, nested, read, read_all
from .items import items_of

MOST_ITEMS = 20
"""How many items are taken in one request."""

_MOST_METADATA = 16


def write_conversations(
    folder: str | os.PathLike[str], target: str | os.PathLike[str] | None = None
) -> Path:
    """Writes the threads of an export as conversations, one on each line of a file.

    Each line is an object: `metadata`, that of the thread and, where there is room, its id as
    `thread_id`; `items`, the messages and tool calls, oldest first; and the `vector_store_ids` and
    `file_ids` of the thread, for the tools of later requests. Items are added to a conversation at
    most 20 at a time. Nothing is sent.

    Args:
        folder: an export that is complete.
        target: the file to write; not given, `conversations.jsonl` in the folder.

    Returns:
        The file.

    Raises:
        TransferError: the export is not complete, or damaged.
        OSError: the file cannot be written.
    """
    export = ExportFolder(folder)
    manifest = export.checked()
    names = {one["id"]: one["filename"] for one in read(export.files)}
    path = export.path / "conversations.jsonl" if target is None else Path(target)
    with replacing(path) as file:
        for thread in manifest.paths(export.path, "threads"):
            file.write(dumps(_conversation(read_all(thread), names)) + b"\n")
    return path


def _conversation(objects: list[Object], names: dict[str, str]) -> Object:
    thread = objects[0]
    metadata: Object = dict(thread.get("metadata") or {})
    if len(metadata) < _MOST_METADATA:
        metadata.setdefault("thread_id", thread["id"])
    search = nested(thread, "tool_resources", "file_search")
    return {
        "metadata": metadata,
        "items": items_of(objects, names),
        "vector_store_ids": search.get("vector_store_ids") or [],
        "file_ids": list(dict.fromkeys(_attached(objects))),
    }


def _attached(objects: list[Object]) -> Iterator[str]:
    """The files that are attached to a thread or to its messages."""
    for one in objects:
        if one["object"] == "thread":
            code = nested(one, "tool_resources", "code_interpreter")
            yield from code.get("file_ids") or ()
        elif one["object"] == "thread.message":
            yield from one.get("file_ids") or ()
            for attachment in one.get("attachments") or ():
                if attachment.get("file_id"):
                    yield attachment["file_id"]
