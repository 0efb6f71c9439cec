"""Assistants, and the v1 links to their files."""

from collections.abc import Mapping
from typing import Any

from ...storage.assistants import file_links
from ..providers import ApiVersion
from .tools import serialize_tool_resources, serialize_tools


def serialize_assistant(row: Mapping[str, Any], api_version: ApiVersion) -> dict[str, Any]:
    """Return an assistant."""
    result: dict[str, Any] = {
        "id": row["id"],
        "object": "assistant",
        "created_at": row["created_at"],
        "name": row["name"],
        "description": row["description"],
        "model": row["model"],
        "instructions": row["instructions"],
        "tools": serialize_tools(row["tools"], api_version),
        "top_p": 1.0 if row["top_p"] is None else row["top_p"],
        "temperature": 1.0 if row["temperature"] is None else row["temperature"],
        "metadata": row["metadata"],
        "response_format": row["response_format"] or "auto",
    }
    if api_version is ApiVersion.V1:
        result["file_ids"] = [link["file_id"] for link in file_links(dict(row))]
    else:
        result["reasoning_effort"] = row["reasoning_effort"]
        result["tool_resources"] = serialize_tool_resources(row, api_version, row["tools"])
    return result


def serialize_assistant_file(assistant_id: str, link: Mapping[str, Any]) -> dict[str, Any]:
    """Return the link of a file to an assistant."""
    return {
        "id": link["file_id"],
        "object": "assistant.file",
        "created_at": link["created_at"],
        "assistant_id": assistant_id,
    }
