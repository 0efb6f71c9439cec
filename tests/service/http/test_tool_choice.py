"""A tool choice that the tools of a run do not allow is refused; any other is followed."""

from itertools import combinations
from typing import Any

import pytest
from tests.support.service.api import Api

ADD = {"type": "function", "function": {"name": "add", "parameters": {"type": "object"}}}
CODE = {"type": "code_interpreter"}
SEARCH = {"type": "file_search"}
INDEX = {"type": "azure_ai_search"}
TOOLS: list[dict[str, Any]] = [ADD, CODE, SEARCH, INDEX]
CHOICES: list[Any] = [
    None,
    "auto",
    "none",
    "required",
    CODE,
    SEARCH,
    INDEX,
    {"type": "bing_grounding"},
    {"type": "connected_agent"},
    {"type": "function", "function": {"name": "add"}},
    {"type": "function", "function": {"name": "nope"}},
    {"type": "code_interpreter", "function": {"name": "add"}},
]
QUESTIONS = ["What is 2 + 2?", "Hello"]


def is_allowed(choice: Any, tools: list[dict[str, Any]]) -> bool:
    if choice in (None, "auto", "none"):
        return True
    if choice == "required":
        return bool(tools)
    names = [tool.get("function", {}).get("name", tool["type"]) for tool in tools]
    named = choice["function"]["name"] if choice["type"] == "function" else choice["type"]
    return named in names


@pytest.mark.parametrize("choice", CHOICES, ids=str)
def test_every_choice_with_any_tools(
    foundry: Api, choice: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """No combination ends in an internal error, and no tool is used that the run does not have."""
    some = [list(some) for count in range(len(TOOLS) + 1) for some in combinations(TOOLS, count)]
    for number, tools in enumerate(some):
        of_run = number % 2 == 1  # or they are the assistant's
        made = foundry.post("/assistants", model="m", tools=TOOLS if of_run else tools)["id"]
        body = {"assistant_id": made, "tool_choice": choice}
        if of_run:
            body["tools"] = tools
        path = f"/threads/{foundry.thread(QUESTIONS[number % 3 % 2])}/runs"
        response = foundry.send("POST", path, json=body)
        if not is_allowed(choice, tools):
            assert response.status_code == 400, (choice, tools)
            assert response.json()["error"]["param"] == "tool_choice"
            continue
        run = foundry.settled(response.json(), "requires_action")
        error = run["last_error"] or {"message": "This service cannot use the tool"}
        assert error["message"].startswith("This service cannot use the tool"), (choice, tools)
        kinds = {tool["type"] for tool in tools}
        for step in foundry.steps(run):
            calls = step["step_details"].get("tool_calls", [])
            assert {call["type"] for call in calls} <= kinds
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


@pytest.mark.parametrize(
    ("choice", "tools", "message"),
    [
        (CODE, [SEARCH], "Tool choice 'code_interpreter' not found in 'tools' parameter."),
        (
            {"type": "function", "function": {"name": "nope"}},
            [ADD],
            "Tool choice 'nope' not found in 'tools' parameter.",
        ),
        (
            "required",
            [],
            "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are "
            "specified.",
        ),
    ],
)
def test_what_is_said(v2: Api, choice: Any, tools: list[Any], message: str) -> None:
    assistant = v2.post("/assistants", model="m", instructions="Be brief.", tools=tools)["id"]
    body = {"assistant_id": assistant, "tool_choice": choice}
    for path in (f"/threads/{v2.thread('Hello')}/runs", "/threads/runs"):
        status, error = v2.refused("POST", path, json=body)
        assert (status, error["message"], error["param"]) == (400, message, "tool_choice")


def test_v1_names_the_search_in_its_own_words(v1: Api) -> None:
    choice = {"type": "retrieval"}
    assistant = v1.post("/assistants", model="m", tools=[choice])["id"]
    thread = v1.thread("Hello")
    run = v1.post(f"/threads/{thread}/runs", assistant_id=assistant, tool_choice=choice)
    assert run["tool_choice"] == choice
    assert v1.settled(run)["status"] == "completed"
