"""Threads."""

from collections.abc import Mapping
from typing import Any

from ..generations import Generation
from .tools import resources_view


def thread_view(record: Mapping[str, Any], generation: Generation) -> dict[str, Any]:
    """Return a thread."""
    view: dict[str, Any] = {
        "id": record["id"],
        "object": "thread",
        "created_at": record["created_at"],
        "metadata": record["metadata"],
    }
    if generation is not Generation.V1:
        view["tool_resources"] = resources_view(record, generation)
    return view
