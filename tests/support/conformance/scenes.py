"""What the walkthroughs are about: their words, the caller's functions, and what has to come out.

Nothing here or in the walkthroughs imports a client, so that any client can play them.
"""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

MODEL = "gpt-4-1106-preview"
TUTOR = "You are a personal math tutor. Write and run code to answer math questions."
JANE = "Please address the user as Jane Doe. The user has a premium account."
EQUATION = "I need to solve the equation '3x + 11 = 14'. Can you help me?"

LIBRARIAN = "You are a helpful assistant that can help fetch data from files you know about."
CODES = b"The word 'apple' uses the code 442345, while the word 'banana' uses the code 673457."
BANANA = "Can you give me the documented codes for 'banana'?"
BOTH = "Can you give me the documented codes for 'banana' and 'apple'?"

WEATHER_BOT = (
    "You are a weather bot. Use the provided functions to help answer questions. Customize your "
    "responses to the user's preferences as much as possible and use friendly nicknames for cities "
    "whenever possible."
)
WEATHER = "What's the weather like right now in my favorite city?"


A_WEEK: Any = {"anchor": "last_active_at", "days": 7}


class Generation(NamedTuple):
    """How a file is given to an assistant and to a message, as keyword arguments or fields."""

    search: Any
    assistant: Callable[[str], dict[str, Any]]
    message: Callable[[str], dict[str, Any]]
    deletes_messages: bool = True
    has_stores: bool = True
    lists_threads: bool = False


def _with_store(file_id: str) -> dict[str, Any]:
    return {"tool_resources": {"file_search": {"vector_stores": [{"file_ids": [file_id]}]}}}


def _attached(file_id: str) -> dict[str, Any]:
    return {"attachments": [{"file_id": file_id, "tools": [{"type": "file_search"}]}]}


def _listed(file_id: str) -> dict[str, Any]:
    return {"file_ids": [file_id]}


def _listed_unchecked(file_id: str) -> dict[str, Any]:
    return {"extra_body": {"file_ids": [file_id]}}


V2 = Generation({"type": "file_search"}, _with_store, _attached)
V1 = Generation({"type": "retrieval"}, _listed, _listed, deletes_messages=False, has_stores=False)
FOUNDRY = V2._replace(lists_threads=True)
V1_OF_A_V2_CLIENT = V1._replace(assistant=_listed_unchecked, message=_listed_unchecked)


def favorite_city() -> str:
    return "Atlanta, GA"


def nickname(city: str) -> str:
    known = {
        "Atlanta, GA": "The ATL",
        "Seattle, WA": "The Emerald City",
        "Los Angeles, CA": "LA",
    }
    return known.get(city, "Unknown")


def weather(location: str, temperatureUnit: str = "f") -> str:  # noqa: N803 - a name on the wire
    known = {
        "Atlanta, GA": {"f": "84f", "c": "26c"},
        "Seattle, WA": {"f": "70f", "c": "21c"},
        "Los Angeles, CA": {"f": "90f", "c": "28c"},
    }
    return known.get(location, {}).get(temperatureUnit, "Unknown")


_PLACE = {"type": "string", "description": "The city and state, e.g. San Francisco, CA"}
_FUNCTIONS: dict[str, Callable[..., str]] = {
    "getUserFavoriteCity": favorite_city,
    "getCityNickname": nickname,
    "getWeatherAtLocation": weather,
}
FUNCTION_TOOLS: list[Any] = [
    {
        "type": "function",
        "function": {
            "name": "getUserFavoriteCity",
            "description": "Gets the user's favorite city.",
            "parameters": {"type": "object", "properties": {}},
        },
    },
    {
        "type": "function",
        "function": {
            "name": "getCityNickname",
            "description": "Gets the nickname for a city, e.g. 'LA' for 'Los Angeles, CA'.",
            "parameters": {"type": "object", "properties": {"city": _PLACE}, "required": ["city"]},
        },
    },
    {
        "type": "function",
        "function": {
            "name": "getWeatherAtLocation",
            "description": "Gets the current weather at a provided location.",
            "parameters": {
                "type": "object",
                "properties": {
                    "location": _PLACE,
                    "temperatureUnit": {"type": "string", "enum": ["f", "c"]},
                },
                "required": ["location"],
            },
        },
    },
]


def tool_outputs(run: Any) -> list[Any]:
    """Call the functions that a run asks for."""
    calls = run.required_action.submit_tool_outputs.tool_calls
    return [
        {
            "tool_call_id": call.id,
            "output": _FUNCTIONS[call.function.name](**json.loads(call.function.arguments)),
        }
        for call in calls
    ]


def tool_types(step: Any) -> list[str]:
    """Return the types of the tool calls of a step."""
    return [call.type for call in step.step_details.tool_calls]


def said(message: Any) -> str:
    """Return who said what: `role: text`, with the file id in place of an image."""
    parts = [
        part.text.value if part.type == "text" else f"[{part.image_file.file_id}]"
        for part in message.content
    ]
    return f"{message.role}: {' '.join(parts)}"


def cited_files(message: Any) -> set[str]:
    """Return the ids of the files that a message cites."""
    return {
        annotation.file_citation.file_id
        for part in message.content
        if part.type == "text"
        for annotation in part.text.annotations
        if annotation.type == "file_citation"
    }
