"""The part of tool resources that only Foundry has, stored as it was sent.

Indexes of Azure AI Search, and data that are stored outside of this service.
"""

from collections.abc import Mapping
from typing import Any

from ..errors import bad_request
from ..json_types import JsonObject


def own_resources(asked: Mapping[str, Any] | None, prefix: str = "tool_resources") -> JsonObject:
    """Return the part of tool resources that only Foundry has, by the tool it is for.

    Raises:
        ApiError: data for a vector store have no name, or come together with files.
    """
    tools: Mapping[str, Any] = asked or {}
    own: JsonObject = {}
    if "azure_ai_search" in tools:
        own["azure_ai_search"] = tools["azure_ai_search"]
    if "data_sources" in tools.get("code_interpreter", {}):
        own["code_interpreter"] = {"data_sources": tools["code_interpreter"]["data_sources"]}
    stores: list[JsonObject] = []
    for index, one in enumerate(tools.get("file_search", {}).get("vector_stores", ())):
        if is_elsewhere(one):
            _check_store(one, f"{prefix}.file_search.vector_stores[{index}]")
            stores.append(one)
    if stores:
        own["file_search"] = {"vector_stores": stores}
    return own


def is_elsewhere(store: Mapping[str, Any]) -> bool:
    """Whether the data of a vector store that is asked for are stored outside of this service."""
    return "configuration" in store


def _check_store(store: JsonObject, param: str) -> None:
    if "name" not in store:
        name = f"{param}.name"
        raise bad_request(
            f"Missing required parameter: '{name}'.", name, "missing_required_parameter"
        )
    if store.get("file_ids"):
        name = f"{param}.file_ids"
        raise bad_request(
            f"Invalid '{name}': a vector store is made of files or of a configuration, not both.",
            name,
            "invalid_value",
        )


def changed(
    before: JsonObject | None, asked: Mapping[str, Any] | None, prefix: str = "tool_resources"
) -> JsonObject:
    """Return the Foundry part after a request: each tool that is named gets what is said."""
    if asked is None:
        return {}
    others = {tool: fields for tool, fields in (before or {}).items() if tool not in asked}
    return {**others, **own_resources(asked, prefix)}
