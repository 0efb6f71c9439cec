"""A run moves while one looks at it, whoever started it and however often it is looked at anew."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.support.page.chromium import Troubles
from tests.support.service.scripted import PausingModel, call

from openai_assistants import AssistantsClient, CompatibleEndpoint
from openai_assistants_rest.models import Run
from openai_assistants_service import LocalService
from openai_assistants_service.models.base import Finish, TextDelta

SAID = ["**One**\n", "  two <b>\n", "\r\nthree & ", "four"]
TOOL: Any = {"type": "function", "function": {"name": "look_up"}}


@pytest.fixture
def model() -> PausingModel:
    return PausingModel([*map(TextDelta, SAID), Finish("stop")])


@pytest.fixture
def service(model: PausingModel) -> Iterator[LocalService]:
    """A service whose model says a word when it is let."""
    with LocalService(model=model) as running:
        yield running
        model.release(100)


@pytest.fixture
def client(service: LocalService) -> Iterator[AssistantsClient]:
    with AssistantsClient(CompatibleEndpoint(service.base_url)) as made:
        yield made


def start(client: AssistantsClient) -> Run:
    assistant = client.assistants.create(model="m", name="Slow", tools=[TOOL])
    return client.threads.create_and_run(
        assistant_id=assistant.id, thread={"messages": [{"role": "user", "content": "Go on"}]}
    )


def test_a_message_grows_as_it_is_written(
    page: Page, client: AssistantsClient, model: PausingModel
) -> None:
    run = start(client)
    page.goto(f"/page/threads/{run.thread_id}")
    status = page.get_by_role("status")
    expect(status).to_have_text("in progress")
    said = page.get_by_role("article", name="Message of the assistant")
    for number, piece in enumerate(SAID, start=1):
        model.release()
        expect(said).to_contain_text(piece.strip())
        shown = said.locator(".plain").inner_text()
        assert shown == "".join(SAID[:number]).replace("\r\n", "\n")
    expect(said.locator("strong", has_text="One")).to_have_count(0)
    page.reload()
    expect(said).to_contain_text("four")
    model.release()
    expect(status).to_have_text("completed")
    expect(said.locator("strong", has_text="One")).to_have_count(1)
    expect(said.locator("b")).to_have_count(0)
    expect(page.get_by_role("button", name="Cancel run")).to_have_count(0)


def test_a_run_that_is_cancelled_by_a_button(
    page: Page, client: AssistantsClient, model: PausingModel
) -> None:
    run = start(client)
    page.goto(f"/page/threads/{run.thread_id}")
    model.release()
    said = page.get_by_role("article", name="Message of the assistant")
    expect(said).to_contain_text("One")
    page.get_by_role("button", name="Cancel run").click()
    expect(page.get_by_role("status")).to_have_text("cancelled")
    expect(said).to_contain_text("One")
    expect(said).to_contain_text("incomplete")


def test_a_thread_that_is_deleted_meanwhile(
    page: Page, client: AssistantsClient, model: PausingModel
) -> None:
    """The page keeps what it shows."""
    run = start(client)
    page.goto(f"/page/threads/{run.thread_id}")
    model.release()
    said = page.get_by_role("article", name="Message of the assistant")
    expect(said).to_contain_text("One")
    page.evaluate(
        "document.addEventListener('htmx:sseClose', () => { document.body.dataset.ended = 'yes' })"
    )
    client.threads.delete(run.thread_id)
    expect(page.locator("body")).to_have_attribute("data-ended", "yes")
    expect(said).to_contain_text("One")


@pytest.mark.parametrize("model", [PausingModel(call("look_up", key="value"))])
def test_a_run_is_watched_while_its_program_answers_its_calls(
    page: Page, client: AssistantsClient, model: PausingModel
) -> None:
    """It waits for its caller in between, and what one has opened stays open."""
    run = start(client)
    page.goto(f"/page/threads/{run.thread_id}")
    model.release(10)
    status = page.get_by_role("status")
    expect(status).to_have_text("requires action")
    page.get_by_text("Function look_up").click()
    expect(page.get_by_label("Arguments")).to_have_text('{ "key": "value" }')
    waiting = client.threads.runs.retrieve(run.id, thread_id=run.thread_id)
    assert waiting.required_action is not None
    (asked,) = waiting.required_action.submit_tool_outputs.tool_calls
    client.threads.runs.submit_tool_outputs(
        run.id,
        thread_id=run.thread_id,
        tool_outputs=[{"tool_call_id": asked.id, "output": "found it"}],
    )
    expect(page.get_by_label("Output", exact=True)).to_be_visible()
    expect(page.get_by_label("Output", exact=True)).to_have_text("found it")
    expect(status).to_have_text("requires action")


def test_several_look_at_a_run(
    browser: Browser, service: LocalService, client: AssistantsClient, model: PausingModel
) -> None:
    run = start(client)
    model.release(2)
    with browser.new_context(base_url=service.url) as context:
        pages = [context.new_page() for _ in range(3)]
        troubles = [Troubles(one, service.url) for one in pages]
        for one in pages:
            one.goto(f"/page/threads/{run.thread_id}")
            expect(one.get_by_role("article", name="Message of the assistant")).to_contain_text(
                "two"
            )
        model.release(10)
        for one in pages:
            expect(one.get_by_role("status")).to_have_text("completed")
        assert [one.found for one in troubles] == [[], [], []]
