"""Tools and tool resources in either generation's words."""

from collections.abc import Mapping, Sequence
from typing import Any

from ..foundry import joined
from ..generations import Generation
from ..unserved import UNUSED_TOOLS

Record = Mapping[str, Any]


def tools_view(tools: Sequence[Record], generation: Generation) -> list[dict[str, Any]]:
    """Return tools; those that only Foundry has are left out elsewhere."""
    hidden = () if generation is Generation.FOUNDRY else UNUSED_TOOLS
    return [_tool_view(tool, generation) for tool in tools if tool["type"] not in hidden]


def _tool_view(tool: Record, generation: Generation) -> dict[str, Any]:
    """Return a tool; what v2 calls file_search is retrieval in v1, and has no settings there."""
    if generation is not Generation.V1:
        return dict(tool)
    if tool["type"] == "file_search":
        return {"type": "retrieval"}
    if tool["type"] == "function":
        function = {key: value for key, value in tool["function"].items() if key != "strict"}
        return {"type": "function", "function": function}
    return dict(tool)


def attached_tools_view(tools: Sequence[Record], generation: Generation) -> list[dict[str, Any]]:
    """Return the tools of an attachment; only Foundry has settings for them."""
    if generation is Generation.FOUNDRY:
        return [dict(tool) for tool in tools]
    return [{"type": tool["type"]} for tool in tools]


def choice_view(choice: Any, generation: Generation) -> Any:
    """Return a tool choice; without one, or without words for it, it is "auto"."""
    hidden = () if generation is Generation.FOUNDRY else UNUSED_TOOLS
    if choice is None or (not isinstance(choice, str) and choice["type"] in hidden):
        return "auto"
    if generation is Generation.V1 and choice == {"type": "file_search"}:
        return {"type": "retrieval"}
    return choice


def own_view(view: dict[str, Any], record: Record, generation: Generation) -> dict[str, Any]:
    """Return tool resources with what only Foundry has, at its door."""
    return joined(view, record["foundry"]) if generation is Generation.FOUNDRY else view


def resources_view(
    record: Record, generation: Generation, tools: list[dict[str, Any]] | None = None
) -> dict[str, Any]:
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
    return own_view(view, record, generation)
