"""Start a run: check that the thread is free, and write down all that the run depends on."""

from collections.abc import Mapping
from typing import Any

from . import foundry, intake
from .errors import ApiError, bad_request
from .store import assistants, expiry, files, links, messages, runs, threads
from .store.database import Record, Tx
from .store.links import THREAD

_COPIED = (
    "temperature",
    "top_p",
    "response_format",
    "reasoning_effort",
)
_LIMITS = ("max_prompt_tokens", "max_completion_tokens")

NO_USAGE: Record = {
    "prompt_tokens": 0,
    "completion_tokens": 0,
    "total_tokens": 0,
    "prompt_token_details": {"cached_tokens": 0},
    "completion_tokens_details": {"reasoning_tokens": 0},
}


async def require_free(tx: Tx, thread_id: str, action: str) -> None:
    """Raise the 400 of a locked thread; `action` says what cannot be done ("message", "run")."""
    run = await runs.active(tx, thread_id)
    if run is None:
        return
    if action == "message":
        text = f"Can't add messages to {thread_id} while a run {run['id']} is active."
    else:
        text = f"Thread {thread_id} already has an active run {run['id']}."
    raise bad_request(text)


def refuse_stream(body: Mapping[str, Any]) -> None:
    """Refuse to stream: events are stored with each run, but not served yet."""
    if body.get("stream"):
        raise bad_request(
            "This service does not stream yet: leave 'stream' out and poll the run.",
            "stream",
            "unsupported_parameter",
        )


async def start_run(tx: Tx, thread_id: str, body: Mapping[str, Any]) -> Record:
    """Put a run of the thread into the queue."""
    await require_free(tx, thread_id, "run")
    assistant = await assistants.get(tx, body["assistant_id"])
    for extra in body.get("additional_messages") or ():
        await messages.create(tx, thread_id, intake.message(extra), intake.attachments(extra))
    tools = intake.tools(body["tools"]) if body.get("tools") is not None else assistant["tools"]
    searches = any(tool["type"] == "file_search" for tool in tools)
    asked: Record | None = body.get("tool_resources")
    if searches:
        assistant = await assistants.share(tx, assistant["id"], always=True)
    instructions = _instructions(assistant, body)
    if not instructions and not await messages.has_question(tx, thread_id):
        raise _nothing_to_do()
    resources = await _resources(tx, asked)
    own = foundry.changed(assistant["foundry"], asked or {})
    search = (resources or {}).get("file_search", {"vector_store_ids": assistant["stores"]})
    stores = [*search["vector_store_ids"], *await links.store_ids(tx, THREAD, thread_id)]
    if searches:
        await expiry.touch(tx, stores)
    values: Record = {name: _first(body.get(name), assistant[name]) for name in _COPIED}
    values.update({name: intake.token_limit(body, name) for name in _LIMITS})
    parallel = body.get("parallel_tool_calls")
    return await runs.create(
        tx,
        {
            **values,
            "thread_id": thread_id,
            "assistant_id": assistant["id"],
            "model": body.get("model") or assistant["model"],
            "instructions": instructions,
            "tools": tools,
            "metadata": intake.metadata(body.get("metadata")),
            "truncation_strategy": body.get("truncation_strategy"),
            "tool_choice": intake.tool_choice(body.get("tool_choice")),
            "parallel_tool_calls": True if parallel is None else parallel,
            "tool_resources": resources,
            "file_ids": [link["file_id"] for link in assistants.file_links(assistant)],
            "store_ids": list(dict.fromkeys(stores)),
            "foundry": foundry.own_resources(asked),
            "unread": await _unread(tx, thread_id, own),
            "usage": NO_USAGE,
        },
    )


async def _unread(tx: Tx, thread_id: str, own: Record) -> list[str]:
    """Return where the data are that a search of the run would have to look into, and cannot."""
    thread = await threads.require(tx, thread_id)
    attached = await messages.data_attachments(tx, thread_id)
    return foundry.unread((own, thread["foundry"]), attached)


def _instructions(assistant: Record, body: Mapping[str, Any]) -> str | None:
    """Return the instructions of a run: the assistant's or its own, and what is added."""
    base = _first(body.get("instructions"), assistant["instructions"])
    parts = [part for part in (base, body.get("additional_instructions")) if part]
    return "\n".join(parts) or None


async def _resources(tx: Tx, asked: Record | None) -> Record | None:
    """Return the tool resources that a run has instead of its assistant's."""
    if not asked:
        return None
    resources: Record = {}
    if asked.get("code_interpreter") is not None:
        code_files: list[str] = asked["code_interpreter"].get("file_ids") or []
        await files.require(tx, code_files, "tool_resources.code_interpreter.file_ids")
        resources["code_interpreter"] = {"file_ids": code_files}
    if asked.get("file_search") is not None:
        ids = await links.searchable(tx, asked["file_search"])
        resources["file_search"] = {"vector_store_ids": ids}
    return resources


def _first(*values: Any) -> Any:
    return next((value for value in values if value is not None), None)


def _nothing_to_do() -> ApiError:
    return bad_request(
        "Run creation requires a Thread with a user message or an assistant with instructions.",
        code="invalid_thread",
    )
