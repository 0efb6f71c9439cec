"""Tools and tool resources in either generation's words."""

from collections.abc import Mapping
from typing import Any

from ..generations import Generation

Record = Mapping[str, Any]


def tool_view(tool: Record, generation: Generation) -> dict[str, Any]:
    """Return a tool; what v2 calls file_search is retrieval in v1, and has no settings there."""
    if generation is Generation.V2:
        return dict(tool)
    if tool["type"] == "file_search":
        return {"type": "retrieval"}
    if tool["type"] == "function":
        function = {key: value for key, value in tool["function"].items() if key != "strict"}
        return {"type": "function", "function": function}
    return dict(tool)


def choice_view(choice: Any, generation: Generation) -> Any:
    """Return a tool choice; without one it is "auto"."""
    if choice is None:
        return "auto"
    if generation is Generation.V1 and choice == {"type": "file_search"}:
        return {"type": "retrieval"}
    return choice


def resources_view(record: Record, tools: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """Return the tool resources of an assistant or thread from its links.

    A file linked the v1 way shows up under code_interpreter if that tool is there.
    """
    types = {tool["type"] for tool in tools or ()}
    files = [
        row["file_id"]
        for row in record["files"]
        if not row["any_tool"] or "code_interpreter" in types
    ]
    view: dict[str, Any] = {}
    if record["stores"] or "file_search" in types:
        view["file_search"] = {"vector_store_ids": record["stores"]}
    if files or "code_interpreter" in types:
        view["code_interpreter"] = {"file_ids": files}
    return view
