"""What the programs with frameworks have in common: their clients, and what the functions are.

They run in environments of their own, and print what came out as JSON.
"""

from importlib import import_module
from typing import Any

FAVORITE = "Atlanta, GA"
WEATHER = {"Atlanta, GA": "84f", "Seattle, WA": "70f"}
NOTES = b"The meeting is in room B12. The budget is 45,000 EUR."
MATHS = "Solve 3x + 11 = 14."
MEETING = "Where is the meeting?"
CITY = "What's the weather in Seattle, WA?"


def clients(kind: str, url: str, key: str) -> tuple[Any, Any]:
    """A client and an asynchronous one, of the openai package or ours."""
    if kind == "openai":
        openai: Any = import_module("openai")
        options = {"api_key": key, "base_url": f"{url}/v1"}
        return openai.OpenAI(**options), openai.AsyncOpenAI(**options)
    ours: Any = import_module("openai_assistants")
    arguments = ours.OpenAIEndpoint(base_url=f"{url}/v1"), ours.OpenAIKeyCredential(key)
    return ours.AssistantsClient(*arguments), ours.AsyncAssistantsClient(*arguments)


def get_weather(location: str) -> str:
    """Gets the weather at a location.

    Args:
        location: The city and state, e.g. San Francisco, CA
    """
    return WEATHER[location]


def text_of(said: Any) -> str:
    """The text of messages, of their contents, or of an agent's output."""
    if isinstance(said, str):
        return said
    if isinstance(said, list):
        return "\n".join(map(text_of, said))
    return text_of(said.content) if hasattr(said, "content") else str(said.text.value)
