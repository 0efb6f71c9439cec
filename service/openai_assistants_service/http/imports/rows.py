"""What is stored of an object that was checked, whichever generation of the API showed it."""

from collections.abc import Callable, Mapping
from typing import Any

from ...json_types import JsonObject
from ...runs.lifecycle import LIFETIME, MessageStatus
from ...storage import expiry, foundry, vector_store_files
from ...storage.database import Row
from ...storage.imports import Imported
from .. import normalise

_ASSISTANT = ("name", "description", "model", "instructions", "temperature", "top_p")
_SETTINGS = ("response_format", "reasoning_effort")
_RUN_TIMES = ("started_at", "cancelled_at", "failed_at", "completed_at")
_RUN_STATE = ("last_error", "incomplete_details", "usage", "tool_choice", "truncation_strategy")
_RUN_LIMITS = ("max_prompt_tokens", "max_completion_tokens")
_STEP = ("cancelled_at", "completed_at", "failed_at", "last_error", "usage")


def _copied(raw: JsonObject, *names: str) -> Row:
    return {name: raw.get(name) for name in names}


def _common(raw: JsonObject) -> Row:
    """Return what every object has that a caller can put notes on."""
    metadata = normalise.metadata(raw.get("metadata"))
    return {"id": raw["id"], "created_at": raw["created_at"], "metadata": metadata}


def _format(raw: JsonObject) -> Row:
    """Return the response format, and how much to think: "auto" is what there is without."""
    settings = _copied(raw, *_SETTINGS)
    return {
        **settings,
        "response_format": None
        if settings["response_format"] == "auto"
        else settings["response_format"],
    }


def _links(raw: JsonObject) -> Row:
    """Return what an assistant or a thread is linked to, in the words of either generation."""
    if raw.get("file_ids"):
        return {"files": raw["file_ids"], "any_tool": True}
    resources: JsonObject = raw.get("tool_resources") or {}
    code: JsonObject = resources.get("code_interpreter") or {}
    search: JsonObject = resources.get("file_search") or {}
    stores = search.get("vector_store_ids") or ()
    return {"files": code.get("file_ids") or (), "stores": stores}


def _foundry(raw: JsonObject) -> Row:
    return {"foundry": foundry.own_resources(raw.get("tool_resources")) or None}


def _assistant(raw: JsonObject) -> Imported:
    row = {
        **_common(raw),
        **_copied(raw, *_ASSISTANT),
        **_format(raw),
        **_foundry(raw),
        "tools": normalise.tools(raw["tools"]),
    }
    return Imported("assistant", row, **_links(raw))


def _thread(raw: JsonObject) -> Imported:
    return Imported("thread", {**_common(raw), **_foundry(raw)}, **_links(raw))


def _message(raw: JsonObject) -> Imported:
    """Read a message. One without a status is complete, as every message of a user is."""
    row = {
        **_common(raw),
        **_copied(raw, "thread_id", "role", "assistant_id", "run_id", "incomplete_details"),
        **_copied(raw, "completed_at", "incomplete_at"),
        "content": raw["content"],
        "status": raw.get("status") or MessageStatus.COMPLETED,
        "data_attachments": normalise.data_attachments(raw),
    }
    return Imported("thread.message", row, attachments=normalise.attachments(raw))


def _run(raw: JsonObject) -> Imported:
    row = {
        **_common(raw),
        **_copied(raw, "thread_id", "assistant_id", "status", "model", "instructions"),
        **_copied(raw, "temperature", "top_p", *_RUN_TIMES, *_RUN_STATE, *_RUN_LIMITS),
        **_format(raw),
        "tools": normalise.tools(raw["tools"]),
        "tool_choice": normalise.tool_choice(raw.get("tool_choice")),
        "parallel_tool_calls": raw.get("parallel_tool_calls") is not False,
        "tool_resources": raw.get("tool_resources"),
        "file_ids": raw.get("file_ids") or [],
        **_foundry(raw),
        "expires_at": raw["created_at"] + LIFETIME,
    }
    return Imported("thread.run", row)


def _step(raw: JsonObject) -> Imported:
    row = {
        **_copied(raw, "id", "created_at", "run_id", "thread_id", "assistant_id", "type"),
        **_copied(raw, "status", *_STEP),
        "step_details": _details(raw["step_details"]),
        "expires_at": raw.get("expires_at") or raw["created_at"] + LIFETIME,
    }
    return Imported("thread.run.step", row)


def _details(details: JsonObject) -> JsonObject:
    if details["type"] != "tool_calls":
        return details
    return {**details, "tool_calls": [_call(call) for call in details["tool_calls"]]}


def _call(call: JsonObject) -> JsonObject:
    """Return a tool call as v2 has it; what the search of v1 found is not known."""
    if call["type"] not in ("retrieval", "file_search"):
        return call
    search: JsonObject = call.get("file_search") or {}
    results: list[JsonObject] = search.get("results") or []
    found = {**search, "results": results}
    return {"id": call["id"], "type": "file_search", "file_search": found}


def _file(raw: JsonObject) -> Imported:
    names = ("id", "created_at", "filename", "purpose", "bytes", "expires_at", "status_details")
    return Imported("file", {**_copied(raw, *names), "status": raw.get("status") or "processed"})


def _store(raw: JsonObject) -> Imported:
    policy = raw.get("expires_after")
    used = raw.get("last_active_at") or raw["created_at"]
    ends = raw.get("expires_at")
    row = {
        **_common(raw),
        **_copied(raw, "name", "description"),
        "expires_after": policy,
        "expires_at": expiry.expires_at(policy, used) if ends is None else ends,
        "last_active_at": used,
    }
    return Imported("vector_store", row)


def _store_file(raw: JsonObject) -> Imported:
    row: Row = {
        **_copied(raw, "created_at", "vector_store_id", "status", "last_error"),
        "file_id": raw["id"],
        "usage_bytes": raw.get("usage_bytes") or 0,
        "chunking_strategy": _chunking(raw.get("chunking_strategy")),
        "attributes": raw.get("attributes") or {},
    }
    return Imported("vector_store.file", row)


def _chunking(strategy: JsonObject | None) -> Any:
    """Return how a file is cut; where that is not known, as files usually are."""
    if strategy is not None and strategy["type"] == "static":
        return strategy
    return vector_store_files.USUAL_CHUNKING


_READERS: Mapping[str, Callable[[JsonObject], Imported]] = {
    "assistant": _assistant,
    "file": _file,
    "thread": _thread,
    "thread.message": _message,
    "thread.run": _run,
    "thread.run.step": _step,
    "vector_store": _store,
    "vector_store.file": _store_file,
}


def to_import(raw: JsonObject) -> Imported:
    """Return what is stored of an object that was checked."""
    return _READERS[raw["object"]](raw)
