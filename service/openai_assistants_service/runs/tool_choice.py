"""Which tools may be used: the choice of a request, and the calls of a model, need the run's."""

from collections.abc import Sequence
from typing import Any

from ..errors import bad_request
from ..json_types import JsonObject
from ..models.conversation import Conversation, ToolKind

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


def may_call(conversation: Conversation, kind: ToolKind, name: str) -> bool:
    """Whether a model that was given this may call a tool; whatever else it calls is never run."""
    if conversation.tool_choice == "none":
        return False
    if kind == "function":
        return any(one.name == name for one in conversation.functions)
    if kind == "file_search":
        return conversation.file_search is not None
    return conversation.code_interpreter is not None


def _is_chosen(tool: JsonObject, choice: JsonObject) -> bool:
    return bool(tool["type"] == choice["type"]) and _name(tool) == _name(choice)


def _name(tool: JsonObject) -> str | None:
    """Return the name of a function; other tools have none."""
    return tool["function"]["name"] if tool["type"] == "function" else None
