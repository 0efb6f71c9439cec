"""Runs."""

from collections.abc import Mapping
from typing import Any

from ..generations import Generation
from ..store.tables import ACTIVE
from .tools import choice_view, own_view, tools_view

_AUTO = {"type": "auto", "last_messages": None}


def run_view(record: Mapping[str, Any], generation: Generation) -> dict[str, Any]:
    """Return a run; while it is active it has a time to expire and no usage yet."""
    active = record["status"] in ACTIVE
    view: dict[str, Any] = {
        "id": record["id"],
        "object": "thread.run",
        "created_at": record["created_at"],
        "assistant_id": record["assistant_id"],
        "thread_id": record["thread_id"],
        "status": record["status"],
        "started_at": record["started_at"],
        "expires_at": record["expires_at"] if active else None,
        "cancelled_at": record["cancelled_at"],
        "failed_at": record["failed_at"],
        "completed_at": record["completed_at"],
        "required_action": record["required_action"],
        "last_error": record["last_error"],
        "model": record["model"],
        "instructions": record["instructions"],
        "tools": tools_view(record["tools"], generation),
        "metadata": record["metadata"],
        "temperature": 1.0 if record["temperature"] is None else record["temperature"],
        "top_p": 1.0 if record["top_p"] is None else record["top_p"],
        "max_completion_tokens": record["max_completion_tokens"],
        "max_prompt_tokens": record["max_prompt_tokens"],
        "truncation_strategy": {**_AUTO, **(record["truncation_strategy"] or {})},
        "incomplete_details": record["incomplete_details"],
        "usage": None if active else record["usage"],
        "response_format": record["response_format"] or "auto",
        "tool_choice": choice_view(record["tool_choice"], generation),
    }
    if generation is Generation.V1:
        view["file_ids"] = record["file_ids"]
    else:
        view["tool_resources"] = own_view(record["tool_resources"] or {}, record, generation)
        view["reasoning_effort"] = record["reasoning_effort"]
        view["parallel_tool_calls"] = record["parallel_tool_calls"]
    return view
