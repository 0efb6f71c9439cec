"""Assistants, and the v1 links to their files."""

from collections.abc import Mapping
from typing import Any

from ..generations import Generation
from ..store.assistants import file_links
from .tools import resources_view, tools_view


def assistant_view(record: Mapping[str, Any], generation: Generation) -> dict[str, Any]:
    """Return an assistant."""
    view: dict[str, Any] = {
        "id": record["id"],
        "object": "assistant",
        "created_at": record["created_at"],
        "name": record["name"],
        "description": record["description"],
        "model": record["model"],
        "instructions": record["instructions"],
        "tools": tools_view(record["tools"], generation),
        "top_p": 1.0 if record["top_p"] is None else record["top_p"],
        "temperature": 1.0 if record["temperature"] is None else record["temperature"],
        "metadata": record["metadata"],
        "response_format": record["response_format"] or "auto",
    }
    if generation is Generation.V1:
        view["file_ids"] = [link["file_id"] for link in file_links(dict(record))]
    else:
        view["reasoning_effort"] = record["reasoning_effort"]
        view["tool_resources"] = resources_view(record, generation, record["tools"])
    return view


def assistant_file_view(assistant_id: str, link: Mapping[str, Any]) -> dict[str, Any]:
    """Return the link of a file to an assistant."""
    return {
        "id": link["file_id"],
        "object": "assistant.file",
        "created_at": link["created_at"],
        "assistant_id": assistant_id,
    }
