"""Create a run: check that the thread is free, and write down all that the run depends on."""

from collections.abc import Mapping
from typing import Any

from ..errors import ApiError, bad_request
from ..json_types import JsonObject
from ..models.base import Usage
from ..storage import assistants, expiry, files, foundry, messages, runs, tool_resources
from ..storage.database import Row, Tx
from ..storage.tool_resources import THREAD
from .lifecycle import ACTIVE
from .tool_choice import check_tool_choice
from .transitions import enqueue
from .unsupported_tools import unsearchable
from .usage import usage_to_json

_OWN = ("max_completion_tokens", "max_prompt_tokens", "tool_choice", "truncation_strategy")
"""What is the run's alone; the assistant has no such thing."""

_INHERITED = (
    "temperature",
    "top_p",
    "response_format",
    "reasoning_effort",
)


async def require_free(tx: Tx, action: str, *thread_ids: str) -> None:
    """Raise the 400 of a locked thread; `action` says what cannot be done ("message", "run")."""
    run = await runs.in_status(tx, thread_ids, ACTIVE) if thread_ids else None
    if run is None:
        return
    thread_id: str = run["thread_id"]
    if action == "message":
        text = f"Can't add messages to {thread_id} while a run {run['id']} is active."
    else:
        text = f"Thread {thread_id} already has an active run {run['id']}."
    raise bad_request(text)


async def create_run(tx: Tx, thread: Row, asked: Mapping[str, Any], *, new: bool = False) -> Row:
    """Put a run of the thread into the queue.

    Args:
        asked: what a request says of the run, in the form in which it is stored
            (`normalise.run`). What it leaves out is the assistant's.
        new: whether the same request created the thread, whose event comes first then.
    """
    thread_id: str = thread["id"]
    if not new:
        await require_free(tx, "run", thread_id)
    assistant = await assistants.get(tx, asked["assistant_id"])
    await messages.create_all(tx, thread_id, asked.get("additional_messages") or ())
    tools = _first(asked.get("tools"), assistant["tools"])
    check_tool_choice(asked.get("tool_choice"), tools)
    searches = any(tool["type"] == "file_search" for tool in tools)
    if searches:
        assistant = await assistants.share(tx, assistant["id"], always=True)
    instructions = _instructions(assistant, asked)
    if not instructions and not await messages.has_question(tx, thread_id):
        raise _nothing_to_do()
    resources = await _resources(tx, asked.get("tool_resources"))
    stores = await _stores(tx, thread_id, assistant, resources)
    if searches:
        await expiry.touch(tx, stores)
    values: Row = {
        **{name: _first(asked.get(name), assistant[name]) for name in _INHERITED},
        **{name: asked.get(name) for name in _OWN},
        "thread_id": thread_id,
        "assistant_id": assistant["id"],
        "model": asked.get("model") or assistant["model"],
        "instructions": instructions,
        "tools": tools,
        "metadata": asked.get("metadata") or {},
        "parallel_tool_calls": _first(asked.get("parallel_tool_calls"), True),
        "tool_resources": resources,
        "file_ids": [link["file_id"] for link in assistants.file_links(assistant)],
        "store_ids": stores,
        "foundry": foundry.own_resources(asked.get("tool_resources")),
        "unread": await _unsearchable(tx, thread, assistant, asked) if searches else [],
        "usage": usage_to_json(Usage()),
    }
    return await enqueue(tx, values, thread if new else None)


async def _unsearchable(tx: Tx, thread: Row, assistant: Row, asked: Mapping[str, Any]) -> list[str]:
    """Return where the data are that a search of the run would have to look into, and cannot."""
    own = foundry.changed(assistant["foundry"], asked.get("tool_resources") or {})
    attached = await messages.data_attachments(tx, thread["id"])
    return unsearchable((own, thread["foundry"]), attached)


async def _stores(
    tx: Tx, thread_id: str, assistant: Row, resources: JsonObject | None
) -> list[str]:
    """Return the stores that a run searches: its own or its assistant's, and its thread's."""
    search = (resources or {}).get("file_search", {"vector_store_ids": assistant["stores"]})
    of_thread = await tool_resources.store_ids(tx, THREAD, thread_id)
    return list(dict.fromkeys([*search["vector_store_ids"], *of_thread]))


def _instructions(assistant: Row, asked: Mapping[str, Any]) -> str | None:
    """Return the instructions of a run: the assistant's or its own, and what is added."""
    base = _first(asked.get("instructions"), assistant["instructions"])
    parts = [part for part in (base, asked.get("additional_instructions")) if part]
    return "\n".join(parts) or None


async def _resources(tx: Tx, asked: JsonObject | None) -> JsonObject | None:
    """Return the tool resources that a run has instead of its assistant's."""
    if not asked:
        return None
    resources: JsonObject = {}
    if asked.get("code_interpreter") is not None:
        code_files: list[str] = asked["code_interpreter"].get("file_ids") or []
        await files.require(tx, code_files, "tool_resources.code_interpreter.file_ids")
        resources["code_interpreter"] = {"file_ids": code_files}
    if asked.get("file_search") is not None:
        ids = await tool_resources.searchable(tx, asked["file_search"])
        resources["file_search"] = {"vector_store_ids": ids}
    return resources


def _first(*values: Any) -> Any:
    return next((value for value in values if value is not None), None)


def _nothing_to_do() -> ApiError:
    return bad_request(
        "Run creation requires a Thread with a user message or an assistant with instructions.",
        code="invalid_thread",
    )
