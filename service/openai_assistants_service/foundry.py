"""What only Foundry has: kept as it was sent, shown at its own door alone, and never used.

Tools of its own, indexes of Azure AI Search, and data that are kept elsewhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .errors import bad_request
from .unserved import DATA_SOURCES, UNUSED_TOOLS

Record = dict[str, Any]


def own_resources(asked: Mapping[str, Any] | None, prefix: str = "tool_resources") -> Record:
    """Return the part of tool resources that only Foundry has, by the tool it is for.

    Raises:
        ApiError: data for a vector store have no name, or come together with files.
    """
    tools: Mapping[str, Any] = asked or {}
    own: Record = {}
    if "azure_ai_search" in tools:
        own["azure_ai_search"] = tools["azure_ai_search"]
    if "data_sources" in tools.get("code_interpreter", {}):
        own["code_interpreter"] = {"data_sources": tools["code_interpreter"]["data_sources"]}
    stores: list[Record] = []
    for index, one in enumerate(tools.get("file_search", {}).get("vector_stores", ())):
        if is_elsewhere(one):
            _check_store(one, f"{prefix}.file_search.vector_stores[{index}]")
            stores.append(one)
    if stores:
        own["file_search"] = {"vector_stores": stores}
    return own


def is_elsewhere(store: Mapping[str, Any]) -> bool:
    """Whether the data of a vector store that is asked for are kept elsewhere."""
    return "configuration" in store


def _check_store(store: Record, param: str) -> None:
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
    held: Record | None, asked: Mapping[str, Any] | None, prefix: str = "tool_resources"
) -> Record:
    """Return the own part after a request: each tool that is named gets what is said."""
    if asked is None:
        return {}
    others = {tool: fields for tool, fields in (held or {}).items() if tool not in asked}
    return {**others, **own_resources(asked, prefix)}


def joined(view: Record, own: Record | None) -> Record:
    """Return tool resources as Foundry shows them, with its own part."""
    added = {tool: {**view.get(tool, {}), **fields} for tool, fields in (own or {}).items()}
    return {**view, **added}


def data_attachments(body: Mapping[str, Any]) -> list[Record]:
    """Return the attachments of a message that are kept elsewhere."""
    return [
        {"data_source": one["data_source"], "tools": one.get("tools") or []}
        for one in body.get("attachments") or ()
        if "data_source" in one
    ]


def unread(own: Iterable[Record | None], attached: Iterable[Record]) -> list[str]:
    """Return where the data are that a file search would have to look into.

    Args:
        own: the own parts of the tool resources that count.
        attached: the attachments that are kept elsewhere.
    """
    searched = [
        source["uri"]
        for part in own
        for store in (part or {}).get("file_search", {}).get("vector_stores", ())
        for source in store["configuration"]["data_sources"]
    ]
    searched += [
        one["data_source"]["uri"]
        for one in attached
        if any(tool["type"] == "file_search" for tool in one["tools"])
    ]
    return list(dict.fromkeys(searched))


def obstacle(tool_choice: Any, tools: Sequence[Record]) -> str | None:
    """Return why a run cannot use the tool it has to use; None if it can, or need not."""
    types = [tool["type"] for tool in tools]
    forced: str | None = None
    if tool_choice == "required" and set(types) <= set(UNUSED_TOOLS):
        forced = next(iter(types), None)
    elif tool_choice is not None and not isinstance(tool_choice, str):
        forced = str(tool_choice["type"])
    if forced not in UNUSED_TOOLS:
        return None
    return f"This service cannot use the tool {forced}: {UNUSED_TOOLS[forced]}."


def unreadable(sources: Sequence[str]) -> str:
    """Return why a file search that would look into these data cannot be done."""
    return f"This service cannot search in {', '.join(sources)}: {DATA_SOURCES}."
