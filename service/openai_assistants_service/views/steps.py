"""Run steps."""

from collections.abc import Mapping
from typing import Any

from ..generations import Generation


def step_view(
    record: Mapping[str, Any], generation: Generation, *, contents: bool = False
) -> dict[str, Any]:
    """Return a run step; the texts that a file search found only with `contents`."""
    open_ = record["status"] == "in_progress"
    return {
        "id": record["id"],
        "object": "thread.run.step",
        "created_at": record["created_at"],
        "run_id": record["run_id"],
        "assistant_id": record["assistant_id"],
        "thread_id": record["thread_id"],
        "type": record["type"],
        "status": record["status"],
        "cancelled_at": record["cancelled_at"],
        "completed_at": record["completed_at"],
        "expires_at": record["expires_at"] if open_ else None,
        "failed_at": record["failed_at"],
        "last_error": record["last_error"],
        "step_details": _details(record["step_details"], generation, contents),
        "usage": None if open_ else record["usage"],
    }


def _details(details: Mapping[str, Any], generation: Generation, contents: bool) -> dict[str, Any]:
    if details["type"] != "tool_calls":
        return dict(details)
    calls = [_call(call, generation, contents) for call in details["tool_calls"]]
    return {"type": "tool_calls", "tool_calls": calls}


def _call(call: Mapping[str, Any], generation: Generation, contents: bool) -> dict[str, Any]:
    if call["type"] != "file_search":
        return dict(call)
    if generation is Generation.V1:
        return {"id": call["id"], "type": "retrieval", "retrieval": {}}
    if contents:
        return dict(call)
    results = [
        {key: value for key, value in result.items() if key != "content"}
        for result in call["file_search"]["results"]
    ]
    search = {**call["file_search"], "results": results}
    return {"id": call["id"], "type": "file_search", "file_search": search}
