"""A question that takes several functions of ours, some of them needing what others answered."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from conversation import said

from openai_assistants import AssistantsClient
from openai_assistants.types import FunctionToolParam, ToolOutputParam

QUESTION = "What's the weather like right now in my favorite city?"

WEATHER = {
    "Atlanta, GA": {"f": "84f", "c": "26c"},
    "Seattle, WA": {"f": "70f", "c": "21c"},
    "Los Angeles, CA": {"f": "90f", "c": "28c"},
}
NICKNAMES = {
    "Atlanta, GA": "The ATL",
    "Seattle, WA": "The Emerald City",
    "Los Angeles, CA": "LA",
}


def get_user_favorite_city() -> str:
    return "Atlanta, GA"


def get_city_nickname(city: str) -> str:
    return NICKNAMES.get(city, "Unknown")


def get_weather_at_location(location: str, temperature_unit: str = "f") -> str:
    return WEATHER.get(location, {}).get(temperature_unit, "Unknown")


FUNCTIONS: dict[str, Callable[[dict[str, str]], str]] = {
    "getUserFavoriteCity": lambda given: get_user_favorite_city(),
    "getCityNickname": lambda given: get_city_nickname(given["city"]),
    "getWeatherAtLocation": lambda given: get_weather_at_location(
        given["location"], given.get("temperatureUnit", "f")
    ),
}

PLACE = {"type": "string", "description": "The city and state, e.g. San Francisco, CA"}
TOOLS: list[FunctionToolParam] = [
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
            "parameters": {"type": "object", "properties": {"city": PLACE}, "required": ["city"]},
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
                    "location": PLACE,
                    "temperatureUnit": {"type": "string", "enum": ["f", "c"]},
                },
                "required": ["location"],
            },
        },
    },
]


def talk(client: AssistantsClient, question: str = QUESTION) -> Iterator[str]:
    """Asks, answers the calls of functions until the run ends, and gives the conversation."""
    assistant = client.assistants.create(
        model="builtin",
        instructions=(
            "You are a weather bot. Use the provided functions to help answer questions. Customize "
            "your responses to the user's preferences as much as possible and use friendly "
            "nicknames for cities whenever possible."
        ),
        tools=TOOLS,
    )
    run = client.threads.create_and_run_poll(
        assistant_id=assistant.id,
        thread={"messages": [{"role": "user", "content": question}]},
    )
    while run.status == "requires_action" and run.required_action is not None:
        outputs: list[ToolOutputParam] = []
        for call in run.required_action.submit_tool_outputs.tool_calls:
            arguments = json.loads(call.function.arguments)
            output = FUNCTIONS[call.function.name](arguments)
            yield f"  (calls {call.function.name}({arguments}) -> {output})"
            outputs.append({"tool_call_id": call.id, "output": output})
        run = client.threads.runs.submit_tool_outputs_and_poll(
            run_id=run.id, thread_id=run.thread_id, tool_outputs=outputs
        )
    run.raise_for_status()
    yield from said(client, run.thread_id)
