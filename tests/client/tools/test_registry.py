"""Which tools answer calls, and which have to be sent."""

from typing import Any

import pytest

from openai_assistants import NOT_GIVEN
from openai_assistants.tools import ToolDefinitionError, ToolRegistry, tool
from openai_assistants_rest.models import CodeInterpreterTool


def weather(city: str) -> str:
    return city


def distance(start: str, end: str) -> float:
    return float(len(start + end))


WEATHER = tool(weather).definition()
DISTANCE = tool(distance).definition()
SEARCH = {"type": "file_search"}
OWN_WEATHER = {"type": "function", "function": {"name": "weather", "description": "Theirs."}}


@pytest.mark.parametrize(
    ("tools", "assistants", "sent"),
    [
        ([], [SEARCH], None),
        ([weather], [SEARCH, OWN_WEATHER], None),
        ([weather], [SEARCH], [SEARCH, WEATHER]),
        ([weather, distance], [OWN_WEATHER, SEARCH], [OWN_WEATHER, SEARCH, DISTANCE]),
        ([SEARCH], [OWN_WEATHER], [SEARCH]),
        ([OWN_WEATHER, weather], [SEARCH], [OWN_WEATHER]),
        ([SEARCH, tool(weather)], [OWN_WEATHER], [SEARCH, WEATHER]),
    ],
)
def test_what_is_sent(tools: list[Any], assistants: list[Any], sent: list[Any] | None) -> None:
    """Definitions replace the assistant's tools; functions come besides them where needed."""
    registry = ToolRegistry(tools)
    assert registry.to_send(assistants) == sent
    if not registry.needs_assistant_tools:
        assert registry.to_send() == sent


def test_objects_are_definitions_too() -> None:
    """Such as those of an assistant that was read."""
    interpreter = CodeInterpreterTool(type="code_interpreter")
    registry = ToolRegistry([interpreter, weather])
    assert registry.to_send() == [interpreter, WEATHER]
    assert ToolRegistry([weather]).to_send([interpreter]) == [interpreter, WEATHER]


class Foreign:
    """A tool as other libraries have it, which says what it is."""

    def to_dict(self) -> dict[str, Any]:
        return OWN_WEATHER


def test_objects_of_other_libraries_are_definitions_too() -> None:
    """With a function or alone; a sentinel among them is left out."""
    foreign: list[Any] = [NOT_GIVEN, Foreign()]
    assert ToolRegistry([*foreign, weather, distance]).to_send() == [OWN_WEATHER, DISTANCE]
    assert ToolRegistry(iter(foreign)).to_send() == [OWN_WEATHER]


def test_functions_by_name() -> None:
    """Only callables answer calls."""
    registry = ToolRegistry([weather, tool(distance, name="far"), OWN_WEATHER])
    assert registry.names == ("weather", "far")
    found = registry.get("far")
    assert found is not None
    assert found("a", "bc") == 3.0
    assert registry.get("distance") is None


REFUSED: list[tuple[Any, str]] = [
    (SEARCH, "tools are a list, not dict"),
    ("weather", "tools are a list, not str"),
    ([weather, tool(distance, name="weather")], "two tools are called `weather`"),
    ([dict], "neither a function nor a definition"),
    (["weather"], "neither a function nor a definition"),
    ([weather, lambda city: city], "cannot be the name"),
]


@pytest.mark.parametrize(("tools", "said"), REFUSED)
def test_refused(tools: Any, said: str) -> None:
    """When the registry is made, not when the model calls."""
    with pytest.raises(ToolDefinitionError, match=said):
        ToolRegistry(tools)
