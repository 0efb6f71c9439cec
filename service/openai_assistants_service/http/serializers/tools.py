"""Tools and tool resources in either API version's words."""

from collections.abc import Mapping, Sequence
from typing import Any

from ...runs.unsupported_tools import UNSUPPORTED_TOOLS
from ..providers import ApiVersion


def serialize_tools(
    tools: Sequence[Mapping[str, Any]], api_version: ApiVersion
) -> list[dict[str, Any]]:
    """Return tools; those that only Foundry has are left out elsewhere."""
    hidden = () if api_version is ApiVersion.FOUNDRY else UNSUPPORTED_TOOLS
    return [_serialize_tool(tool, api_version) for tool in tools if tool["type"] not in hidden]


def _serialize_tool(tool: Mapping[str, Any], api_version: ApiVersion) -> dict[str, Any]:
    """Return a tool; what v2 calls file_search is retrieval in v1, and has no settings there."""
    if api_version is not ApiVersion.V1:
        return dict(tool)
    if tool["type"] == "file_search":
        return {"type": "retrieval"}
    if tool["type"] == "function":
        function = {key: value for key, value in tool["function"].items() if key != "strict"}
        return {"type": "function", "function": function}
    return dict(tool)


def serialize_attachment_tools(
    tools: Sequence[Mapping[str, Any]], api_version: ApiVersion
) -> list[dict[str, Any]]:
    """Return the tools of an attachment; only Foundry has settings for them."""
    if api_version is ApiVersion.FOUNDRY:
        return [dict(tool) for tool in tools]
    return [{"type": tool["type"]} for tool in tools]


def serialize_tool_choice(choice: Any, api_version: ApiVersion) -> Any:
    """Return a tool choice; without one, or without words for it, it is "auto"."""
    hidden = () if api_version is ApiVersion.FOUNDRY else UNSUPPORTED_TOOLS
    if choice is None or (not isinstance(choice, str) and choice["type"] in hidden):
        return "auto"
    if api_version is ApiVersion.V1 and choice == {"type": "file_search"}:
        return {"type": "retrieval"}
    return choice


def with_foundry_resources(
    resources: dict[str, Any], row: Mapping[str, Any], api_version: ApiVersion
) -> dict[str, Any]:
    """Return tool resources, for Foundry with the part that only Foundry has."""
    if api_version is not ApiVersion.FOUNDRY:
        return resources
    own: Mapping[str, Mapping[str, Any]] = row["foundry"] or {}
    return {
        **resources,
        **{tool: {**resources.get(tool, {}), **fields} for tool, fields in own.items()},
    }


def serialize_tool_resources(
    row: Mapping[str, Any], api_version: ApiVersion, tools: list[dict[str, Any]] | None = None
) -> dict[str, Any]:
    """Return the tool resources of an assistant or thread from its links.

    A file linked the v1 way shows up under code_interpreter if that tool is there.
    """
    types = {tool["type"] for tool in tools or ()}
    files = [
        row["file_id"] for row in row["files"] if not row["any_tool"] or "code_interpreter" in types
    ]
    result: dict[str, Any] = {}
    if row["stores"] or "file_search" in types:
        result["file_search"] = {"vector_store_ids": row["stores"]}
    if files or "code_interpreter" in types:
        result["code_interpreter"] = {"file_ids": files}
    return with_foundry_resources(result, row, api_version)
