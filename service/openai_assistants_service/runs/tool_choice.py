"""A tool choice must be one that the tools of a run allow."""

from collections.abc import Sequence
from typing import Any

from ..errors import bad_request
from ..json_types import JsonObject

_PARAM = "tool_choice"


def check_tool_choice(choice: Any, tools: Sequence[JsonObject]) -> None:
    """Raise the 400 of a tool choice that cannot be followed: the run has no such tool, or none."""
    if choice in (None, "auto", "none"):
        return
    if not tools:
        raise bad_request(
            "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are "
            "specified.",
            _PARAM,
            "invalid_value",
        )
    if choice != "required" and not any(_is_chosen(tool, choice) for tool in tools):
        name = _name(choice) or choice["type"]
        raise bad_request(
            f"Tool choice '{name}' not found in 'tools' parameter.", _PARAM, "invalid_value"
        )


def _is_chosen(tool: JsonObject, choice: JsonObject) -> bool:
    return bool(tool["type"] == choice["type"]) and _name(tool) == _name(choice)


def _name(tool: JsonObject) -> str | None:
    """Return the name of a function; other tools have none."""
    return tool["function"]["name"] if tool["type"] == "function" else None
