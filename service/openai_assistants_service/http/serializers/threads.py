"""Threads."""

from collections.abc import Mapping
from typing import Any

from ..providers import ApiVersion
from .tools import serialize_tool_resources


def serialize_thread(row: Mapping[str, Any], api_version: ApiVersion) -> dict[str, Any]:
    """Return a thread."""
    result: dict[str, Any] = {
        "id": row["id"],
        "object": "thread",
        "created_at": row["created_at"],
        "metadata": row["metadata"],
    }
    if api_version is not ApiVersion.V1:
        result["tool_resources"] = serialize_tool_resources(row, api_version)
    return result
