"""Run steps."""

from collections.abc import Mapping
from typing import Any

from ...runs.lifecycle import StepStatus
from ..providers import ApiVersion


def serialize_step(
    row: Mapping[str, Any],
    api_version: ApiVersion,
    *,
    contents: bool = False,
    streamed: bool = False,
) -> dict[str, Any]:
    """Return a run step; the texts that a file search found only with `contents`.

    On the wire a step that has ended still has a time to expire in streams, and no more elsewhere.
    """
    open_ = row["status"] == StepStatus.IN_PROGRESS
    return {
        "id": row["id"],
        "object": "thread.run.step",
        "created_at": row["created_at"],
        "run_id": row["run_id"],
        "assistant_id": row["assistant_id"],
        "thread_id": row["thread_id"],
        "type": row["type"],
        "status": row["status"],
        "cancelled_at": row["cancelled_at"],
        "completed_at": row["completed_at"],
        "expires_at": row["expires_at"] if open_ or streamed else None,
        "failed_at": row["failed_at"],
        "last_error": row["last_error"],
        "step_details": _details(row["step_details"], api_version, contents),
        "usage": None if open_ else row["usage"],
    }


def serialize_step_delta(data: Mapping[str, Any], api_version: ApiVersion) -> dict[str, Any]:
    """Return a piece of a run step."""
    details: Mapping[str, Any] = data["delta"]["step_details"]
    calls = [_call_delta(one, api_version) for one in details["tool_calls"]]
    return {**data, "delta": {"step_details": {**details, "tool_calls": calls}}}


def _call_delta(call: Mapping[str, Any], api_version: ApiVersion) -> dict[str, Any]:
    if call["type"] != "file_search" or api_version is not ApiVersion.V1:
        return dict(call)
    return {"index": call["index"], "id": call["id"], "type": "retrieval", "retrieval": {}}


def _details(details: Mapping[str, Any], api_version: ApiVersion, contents: bool) -> dict[str, Any]:
    if details["type"] != "tool_calls":
        return dict(details)
    calls = [_call(call, api_version, contents) for call in details["tool_calls"]]
    return {"type": "tool_calls", "tool_calls": calls}


def _call(call: Mapping[str, Any], api_version: ApiVersion, contents: bool) -> dict[str, Any]:
    if call["type"] != "file_search":
        return dict(call)
    if api_version is ApiVersion.V1:
        return {"id": call["id"], "type": "retrieval", "retrieval": {}}
    if contents:
        return dict(call)
    results = [
        {key: value for key, value in result.items() if key != "content"}
        for result in call["file_search"]["results"]
    ]
    search = {**call["file_search"], "results": results}
    return {"id": call["id"], "type": "file_search", "file_search": search}
