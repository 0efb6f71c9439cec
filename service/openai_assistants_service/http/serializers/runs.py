"""Runs."""

from collections.abc import Mapping
from typing import Any

from ...runs.lifecycle import ACTIVE
from ..providers import ApiVersion
from .tools import serialize_tool_choice, serialize_tools, with_foundry_resources

_AUTO = {"type": "auto", "last_messages": None}


def serialize_run(row: Mapping[str, Any], api_version: ApiVersion) -> dict[str, Any]:
    """Return a run; while it is active it has a time to expire and no usage yet."""
    active = row["status"] in ACTIVE
    result: dict[str, Any] = {
        "id": row["id"],
        "object": "thread.run",
        "created_at": row["created_at"],
        "assistant_id": row["assistant_id"],
        "thread_id": row["thread_id"],
        "status": row["status"],
        "started_at": row["started_at"],
        "expires_at": row["expires_at"] if active else None,
        "cancelled_at": row["cancelled_at"],
        "failed_at": row["failed_at"],
        "completed_at": row["completed_at"],
        "required_action": row["required_action"],
        "last_error": row["last_error"],
        "model": row["model"],
        "instructions": row["instructions"],
        "tools": serialize_tools(row["tools"], api_version),
        "metadata": row["metadata"],
        "temperature": 1.0 if row["temperature"] is None else row["temperature"],
        "top_p": 1.0 if row["top_p"] is None else row["top_p"],
        "max_completion_tokens": row["max_completion_tokens"],
        "max_prompt_tokens": row["max_prompt_tokens"],
        "truncation_strategy": {**_AUTO, **(row["truncation_strategy"] or {})},
        "incomplete_details": row["incomplete_details"],
        "usage": None if active else row["usage"],
        "response_format": row["response_format"] or "auto",
        "tool_choice": serialize_tool_choice(row["tool_choice"], api_version),
    }
    if api_version is ApiVersion.V1:
        result["file_ids"] = row["file_ids"]
    else:
        result["tool_resources"] = with_foundry_resources(
            row["tool_resources"] or {}, row, api_version
        )
        result["reasoning_effort"] = row["reasoning_effort"]
        result["parallel_tool_calls"] = row["parallel_tool_calls"]
    return result
