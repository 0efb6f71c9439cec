"""The question of weather_functions.py, with the functions as tools and the loop left to us."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Literal

from openai_assistants import AssistantsClient

City = Annotated[str, "The city and state, e.g. San Francisco, CA"]


def get_user_favorite_city() -> str:
    """Gets the user's favorite city."""
    return "Atlanta, GA"


def get_city_nickname(city: City) -> str:
    """Gets the nickname for a city, e.g. 'LA' for 'Los Angeles, CA'."""
    return {"Atlanta, GA": "The ATL", "Seattle, WA": "The Emerald City"}.get(city, "Unknown")


def get_weather_at_location(location: City, unit: Literal["f", "c"] = "f") -> str:
    """Gets the current weather at a provided location."""
    return {"Atlanta, GA": ("84f", "26c"), "Seattle, WA": ("70f", "21c")}[location][unit == "c"]


TOOLS: list[Callable[..., str]] = [
    get_user_favorite_city,
    get_city_nickname,
    get_weather_at_location,
]


def ask(client: AssistantsClient, assistant_id: str, question: str) -> str:
    """The answer of a weather bot."""
    thread = client.threads.create(messages=[{"role": "user", "content": question}])
    run = client.threads.runs.create_and_process(thread.id, assistant_id=assistant_id, tools=TOOLS)
    run.raise_for_status()
    return client.threads.messages.list(thread.id).data[0].text
