"""A tool that a run does not have is never run, whatever its model calls."""

from itertools import combinations
from typing import Any

import pytest
from tests.support.service.scripted import Gate, ScriptedModel, Turn, answer
from tests.support.service.world import Play, World

from openai_assistants_service.models.base import Finish, TextDelta, ToolCallDelta
from openai_assistants_service.models.conversation import ToolKind

ADD = {"type": "function", "function": {"name": "add", "strict": False}}
CODE = {"type": "code_interpreter"}
SEARCH = {"type": "file_search", "file_search": {"ranking_options": {"score_threshold": 0.0}}}
INDEX = {"type": "azure_ai_search"}
TOOLS: list[dict[str, Any]] = [ADD, CODE, SEARCH, INDEX]
SOME = [list(some) for count in range(len(TOOLS) + 1) for some in combinations(TOOLS, count)]
CHOICES: list[Any] = [
    None,
    "none",
    "auto",
    "required",
    {"type": "code_interpreter"},
    {"type": "function", "function": {"name": "add"}},
]
CALLS: list[tuple[ToolKind, str]] = [
    ("function", "add"),
    ("function", "nope"),
    ("function", "code_interpreter"),
    ("function", ""),
    ("code_interpreter", "code_interpreter"),
    ("code_interpreter", "add"),
    ("file_search", "file_search"),
]


def has(tools: list[dict[str, Any]], kind: str, name: str) -> bool:
    if kind == "function":
        return ADD in tools and name == "add"
    return kind in [tool["type"] for tool in tools]


def calling(kind: ToolKind, name: str) -> ScriptedModel:
    """A model that says something and calls a tool, and then has its answer."""
    turn: Turn = [
        TextDelta("Let me see. "),
        ToolCallDelta(0, kind=kind, name=name),
        ToolCallDelta(0, '{"input": "1", "query": "1"}'),
        Finish("tool_calls"),
    ]
    return ScriptedModel(lambda conversation: answer("Done.") if conversation.turns else turn)


@pytest.mark.parametrize("choice", CHOICES, ids=str)
@pytest.mark.parametrize(("kind", "name"), CALLS)
def test_any_call_with_any_tools(
    play: Play, kind: ToolKind, name: str, choice: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run fails and says why, what was said before is kept, and nothing is executed.

    This guard stands on its own, whatever a request may say (http/test_tool_choice).
    """
    monkeypatch.setattr("openai_assistants_service.runs.create_run.check_tool_choice", print)
    interpreter = Gate()
    interpreter.opened.set()

    async def test(world: World) -> None:
        worker = world.worker(calling(kind, name), interpreter)
        for tools in SOME:
            passed = interpreter.passed
            run = await world.run(tools=tools, tool_choice=choice)
            worker.wake()
            ended = await world.until(run, "failed", "requires_action", "completed")
            made = [one for one in await world.steps(run) if one["type"] == "tool_calls"]
            if has(tools, kind, name) and isinstance(choice, dict) and choice["type"] != kind:
                assert (ended["status"], made) == ("failed", [])
                assert "did not" in ended["last_error"]["message"]
                continue
            if has(tools, kind, name) and choice != "none":
                assert ended["status"] == ("completed" if kind != "function" else "requires_action")
                assert [call["type"] for call in made[0]["step_details"]["tool_calls"]] == [kind]
                continue
            assert (ended["status"], ended["required_action"], made) == ("failed", None, [])
            assert interpreter.passed == passed
            if choice == "required" and tools == [INDEX]:
                assert "cannot use the tool" in ended["last_error"]["message"]
                continue
            message = f"The model called {name or kind}, which is no tool of this run."
            assert ended["last_error"] == {"code": "invalid_prompt", "message": message}
            (said,) = await world.messages(run)
            assert (said["status"], said["content"][0]["text"]["value"]) == (
                "incomplete",
                "Let me see. ",
            )

    play(test)
