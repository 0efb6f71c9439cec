"""The tools and data of Foundry that a run cannot use here, and why: they need the network."""

from collections.abc import Iterable, Sequence
from typing import Any

from ..json_types import JsonObject

DATA_SOURCES = (
    "it would fetch data that are kept elsewhere, and this service uses no network: "
    "upload them with POST /files"
)
"""The reason why data that are stored outside of this service cannot be used."""

UNSUPPORTED_TOOLS = {
    "azure_ai_search": "it searches an index elsewhere, and this service uses no network",
    "azure_function": "it calls a function through queues, and this service uses no network",
    "bing_grounding": "it searches the web, and this service uses no network",
    "connected_agent": "it hands work to another agent, and runs here work alone",
    "openapi": "it calls a web API, and this service uses no network",
}
"""The reasons by type of tool; assistants have them, but a run that has to use one fails."""


def unsupported_tool(tool_choice: Any, tools: Sequence[JsonObject]) -> str | None:
    """Return why a run cannot use the tool it has to use; None if it can, or need not."""
    types = [tool["type"] for tool in tools]
    forced: str | None = None
    if tool_choice == "required" and set(types) <= set(UNSUPPORTED_TOOLS):
        forced = next(iter(types), None)
    elif tool_choice is not None and not isinstance(tool_choice, str):
        forced = str(tool_choice["type"])
    if forced not in UNSUPPORTED_TOOLS:
        return None
    return f"This service cannot use the tool {forced}: {UNSUPPORTED_TOOLS[forced]}."


def unsearchable(own: Iterable[JsonObject | None], attached: Iterable[JsonObject]) -> list[str]:
    """Return the URIs of the data that a file search of a run would have to look into.

    Args:
        own: the Foundry parts of the tool resources that count.
        attached: the attachments that are stored outside of this service.
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


def unsearchable_reason(sources: Sequence[str]) -> str:
    """Return why a file search that would look into these data cannot be done."""
    return f"This service cannot search in {', '.join(sources)}: {DATA_SOURCES}."
