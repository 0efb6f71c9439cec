"""The page in a real browser: a conversation is seen, watched, read, and gone on with."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from openai_assistants import AssistantsClient
from openai_assistants_rest.models import Thread

WEATHER: Any = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "Get the weather in a city",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
    },
}
NOTES = b"The meeting is in room B12. The budget is 45,000 EUR.\n"
HOSTILE_NAME = """a "quoted" 'name' <img src=x onerror=alert(1)>.txt"""


@pytest.fixture(scope="module")
def conversation(client: AssistantsClient) -> Thread:
    """A question that is answered from a file, with a citation."""
    file = client.files.create(file=(HOSTILE_NAME, NOTES), purpose="assistants")
    store = client.vector_stores.create(name="Notes", file_ids=[file.id])
    assistant = client.assistants.create(
        model="builtin",
        name="Reader",
        tools=[{"type": "file_search"}, {"type": "code_interpreter"}],
        tool_resources={"file_search": {"vector_store_ids": [store.id]}},
    )
    thread = client.threads.create(
        messages=[{"role": "user", "content": "Where is the meeting?"}],
    )
    client.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    return thread


def open_thread(page: Page, begins: str) -> None:
    page.get_by_role("link", name="Threads").click()
    page.get_by_role("link", name=begins).first.click()


def test_a_conversation_made_by_the_client_is_seen(page: Page, conversation: Thread) -> None:
    open_thread(page, "Where is the meeting?")
    expect(page).to_have_title(re.compile(conversation.id))
    said = page.get_by_role("article", name="Message of the")
    expect(said).to_have_count(2)
    expect(said.nth(0)).to_contain_text("Where is the meeting?")
    expect(said.nth(1)).to_contain_text("The meeting is in room B12.")
    expect(page.get_by_role("status")).to_have_text("completed")


def test_a_citation_opens_the_chunk(page: Page, conversation: Thread) -> None:
    """With the keyboard alone, which is back where it was when the dialog is closed."""
    page.goto(f"/page/threads/{conversation.id}")
    link = page.get_by_role("link", name=f"Citation of {HOSTILE_NAME}")
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("heading")).to_have_text(HOSTILE_NAME)
    expect(dialog.locator(".chunk")).to_have_text(NOTES.decode().strip())
    expect(dialog.locator("mark")).to_have_text("The meeting is in room B12.")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()


def test_what_a_search_looked_for_and_found_is_read(page: Page, conversation: Thread) -> None:
    page.goto(f"/page/threads/{conversation.id}")
    page.get_by_text("File search (1 found)").click()
    expect(page.get_by_label("Query")).to_have_text("Where is the meeting?")
    expect(page.get_by_label(f"Chunk of {HOSTILE_NAME}")).to_contain_text("The meeting is in")


def test_a_message_is_sent_and_its_run_watched_to_its_end(
    page: Page, conversation: Thread, client: AssistantsClient
) -> None:
    page.goto(f"/page/threads/{conversation.id}")
    page.get_by_label("Message", exact=True).fill("Solve 3x + 11 = 14.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("status").last).to_have_text("completed")
    expect(page.get_by_role("article", name="Message of the assistant").last).to_contain_text(
        "x = 1"
    )
    page.get_by_text("Code interpreter").click()
    expect(page.get_by_label("Output")).to_have_text("x = 1")
    newest = next(iter(client.threads.messages.list(conversation.id)))
    assert newest.role == "assistant"


def test_a_message_is_sent_alone(
    page: Page, conversation: Thread, client: AssistantsClient
) -> None:
    page.goto(f"/page/threads/{conversation.id}")
    page.get_by_label("Message", exact=True).fill("One line\nand another")
    page.get_by_role("button", name="Send only").click()
    expect(page.get_by_role("article", name="Message of the user").last).to_contain_text(
        "and another"
    )
    newest = next(iter(client.threads.messages.list(conversation.id)))
    assert newest.text == "One line\nand another"


def test_a_function_call_is_read_and_answered(page: Page, client: AssistantsClient) -> None:
    """The run waits for its caller, who is the reader of the page."""
    assistant = client.assistants.create(model="builtin", name="Weather", tools=[WEATHER])
    thread = client.threads.create(
        messages=[{"role": "user", "content": "What is the weather in the city of Lisbon?"}],
    )
    run = client.threads.runs.create(thread.id, assistant_id=assistant.id)
    page.goto(f"/page/threads/{thread.id}")
    expect(page.get_by_role("status").last).to_have_text("requires action")
    page.get_by_text("Function get_weather").click()
    arguments = page.get_by_label("Arguments").inner_text()
    assert json.loads(arguments) == {"city": "Lisbon"}
    page.get_by_label("Output of get_weather").fill('{"sky": "clear"}')
    page.get_by_role("button", name="Submit outputs").click()
    expect(page.get_by_role("status").last).to_have_text("completed")
    page.get_by_text("Function get_weather").click()
    expect(page.get_by_label("Output")).to_have_text('{ "sky": "clear" }')
    assert client.threads.runs.retrieve(run.id, thread_id=thread.id).status == "completed"
