"""The pictures of the page in README and docs: `make screenshots`."""

import sys
from pathlib import Path
from random import Random
from typing import Any

from playwright.sync_api import Page, ViewportSize
from tests.support.page.chromium import browsing
from tests.support.service.world import Clock

from openai_assistants import AssistantsClient, CompatibleEndpoint
from openai_assistants_service import LocalService

NOTES = b"""The meeting about the budget is on Tuesday, in room B12.
The budget of the office is 45,000 EUR; a third of it is for travel.
"""
WEATHER: Any = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Get the weather in a city",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
    },
}
SIZE: ViewportSize = {"width": 960, "height": 800}


def talk(client: AssistantsClient) -> str:
    """Have a conversation with citations, a program and a function call; return its thread."""
    file = client.files.create(file=("notes.md", NOTES), purpose="assistants")
    store = client.vector_stores.create(name="Office", file_ids=[file.id])
    assistant = client.assistants.create(
        model="builtin",
        name="Office helper",
        tools=[{"type": "file_search"}, {"type": "code_interpreter"}, WEATHER],
        tool_resources={"file_search": {"vector_store_ids": [store.id]}},
    )
    for question in ("Solve 3x + 11 = 14.", "What is the budget of the office?"):
        client.threads.create_and_run_poll(
            assistant_id=assistant.id,
            thread={"messages": [{"role": "user", "content": question}]},
        )
    thread = client.threads.create(
        messages=[{"role": "user", "content": "Where is the meeting about the budget?"}]
    )
    client.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    client.threads.messages.create(
        thread.id, role="user", content="What is the weather in the city of Lisbon?"
    )
    client.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    return thread.id


def take(page: Page, thread: str, folder: Path) -> None:
    """Take a picture of a conversation in light colours, and of a citation in dark ones."""
    page.goto(f"/page/threads/{thread}")
    page.get_by_text("Function get_weather").click()
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=folder / "conversation.png")
    page.emulate_media(color_scheme="dark")
    page.get_by_role("link", name="Citation of").first.click()
    page.get_by_role("dialog").wait_for()
    page.screenshot(path=folder / "citation.png")


def main(folder: Path) -> None:
    """Write the pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        LocalService(clock=Clock(), randomness=Random(1)) as service,
        AssistantsClient(CompatibleEndpoint(service.base_url)) as client,
        browsing() as browser,
        browser.new_context(base_url=service.url, viewport=SIZE) as context,
    ):
        take(context.new_page(), talk(client), folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
