"""The three walkthroughs of the origin library's guide."""

from collections.abc import Callable
from typing import Any

import pytest

from openai_assistants_service.models.builtin import Answer, Conversation, FunctionSpec, RunCode

Ask = Callable[..., Conversation]
PLACE = {"type": "string", "description": "The city and state, e.g. San Francisco, CA"}
WEATHER = (
    FunctionSpec("getUserFavoriteCity", "Gets the user's favorite city."),
    FunctionSpec(
        "getCityNickname",
        "Gets the nickname for a city, e.g. 'LA' for 'Los Angeles, CA'.",
        {"type": "object", "properties": {"city": PLACE}, "required": ["city"]},
    ),
    FunctionSpec(
        "getWeatherAtLocation",
        "Gets the current weather at a provided location.",
        {
            "type": "object",
            "properties": {
                "location": PLACE,
                "temperatureUnit": {"type": "string", "enum": ["f", "c"]},
            },
            "required": ["location"],
        },
    ),
)
BOT = (
    "You are a weather bot. Use the provided functions to help answer questions. Customize your "
    "responses to the user's preferences as much as possible and use friendly nicknames for cities "
    "whenever possible."
)


def nickname(city: str) -> str:
    return {"Atlanta, GA": "The ATL", "Seattle, WA": "The Emerald City"}.get(city, "Unknown")


def weather(location: str, temperatureUnit: str = "f") -> str:  # noqa: N803
    known = {"Atlanta, GA": ("84f", "26c"), "Seattle, WA": ("70f", "21c")}
    return known.get(location, ("Unknown", "Unknown"))[temperatureUnit == "c"]


@pytest.fixture
def city(talk: Any) -> Any:
    talk.functions = {
        "getUserFavoriteCity": "Atlanta, GA",
        "getCityNickname": nickname,
        "getWeatherAtLocation": weather,
    }
    return talk


def test_maths_tutor(talk: Any, ask: Ask) -> None:
    answer = talk.run(
        ask(
            "I need to solve the equation '3x + 11 = 14'. Can you help me?",
            instructions="You are a personal math tutor. Write and run code to answer math "
            "questions.\nPlease address the user as Jane Doe. The user has a premium account.",
            code_interpreter=True,
        )
    )
    assert isinstance(talk.turns[0], RunCode)
    assert "x = 1." in answer
    assert answer.startswith("Jane Doe, ")


@pytest.mark.parametrize(
    ("question", "present", "absent"),
    [
        ("What are the documented codes of banana?", ["673457"], ["442345"]),
        ("What is the code of 'apple'?", ["442345"], ["673457"]),
        (
            "Can you give me the documented codes for 'banana' and 'apple'?",
            ["673457", "442345"],
            [],
        ),
        ("What are the codes of both apple and banana?", ["673457", "442345"], []),
        ("What is the code of cherry?", ["do not say"], ["673457", "442345"]),
    ],
)
def test_file(talk: Any, ask: Ask, question: str, present: list[str], absent: list[str]) -> None:
    talk.files = {
        "codes.txt": "The word 'apple' uses the code 442345, while the word 'banana' uses the code "
        "673457."
    }
    answer = talk.run(ask(question, file_search=True))
    assert all(each in answer for each in present), answer
    assert not any(each in answer for each in absent), answer
    turn = talk.turns[-1]
    assert isinstance(turn, Answer)
    assert any(segment.citation == 0 for segment in turn.segments) != ("do not say" in answer)


def test_functions_several_at_once(city: Any, ask: Ask) -> None:
    answer = city.run(
        ask(
            "What's the weather like right now in my favorite city?",
            instructions=BOT,
            functions=WEATHER,
        )
    )
    first, second = city.called
    assert first == [("getUserFavoriteCity", {})]
    assert sorted(second) == [
        ("getCityNickname", {"city": "Atlanta, GA"}),
        ("getWeatherAtLocation", {"location": "Atlanta, GA"}),
    ]
    assert "The ATL" in answer
    assert "84f" in answer


def test_functions_one_at_a_time(city: Any, ask: Ask) -> None:
    question = "What's the weather like right now in my favorite city?"
    answer = city.run(ask(question, instructions=BOT, functions=WEATHER, parallel=False))
    assert [len(turn) for turn in city.called] == [1, 1, 1]
    assert "84f" in answer


def test_functions_with_another_question(city: Any, ask: Ask) -> None:
    question = "How is the weather in Seattle, WA in celsius?"
    answer = city.run(ask(question, instructions=BOT, functions=WEATHER))
    assert (
        "getWeatherAtLocation",
        {"location": "Seattle, WA", "temperatureUnit": "c"},
    ) in city.called[0]
    assert "21c" in answer
    assert "The Emerald City" in answer
