"""Hostile texts and names, long messages and many threads do no harm; nobody is shut out."""

import base64
import re
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.support.page.chromium import AXE, Troubles
from tests.support.service.api import Api
from tests.support.service.scripted import ScriptedModel, answer

from openai_assistants import AssistantsClient, CompatibleEndpoint, OpenAIKeyCredential
from openai_assistants_service import LocalService

HOSTILE = """<script>alert(1)</script><img src=x onerror=alert(1)>
</textarea><svg onload=alert(1)> [a](javascript:alert(1)) ![b](https://evil.example/b.png)
"><b onmouseover=alert(1)> {{ 7 * 7 }} {% raw %} &lt;script&gt;"""
NAME = """a "quoted" 'name' <img src=x onerror=alert(1)>.txt"""
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
LONG = "A word after another. " * 9_500
Colors = Literal["light", "dark"]
SERIOUS = {"serious", "critical"}


@pytest.fixture(scope="module")
def service() -> Iterator[LocalService]:
    """A service whose model repeats what is said last."""
    echo = ScriptedModel(lambda conversation: answer(conversation.messages[-1].text))
    with LocalService(model=echo) as running:
        yield running


@pytest.fixture(scope="module")
def assistant(client: AssistantsClient) -> str:
    return client.assistants.create(model="m", name=HOSTILE[:200], description=HOSTILE).id


def say(client: AssistantsClient, assistant: str, text: str) -> str:
    """Return a thread in which a text was said, and repeated."""
    run = client.threads.create_and_run_poll(
        assistant_id=assistant,
        thread={"messages": [{"role": "user", "content": text}], "metadata": {"<b>": text[:400]}},
    )
    assert run.status == "completed"
    return run.thread_id


def test_a_hostile_message_is_text(page: Page, client: AssistantsClient, assistant: str) -> None:
    """Wherever it is shown; the fixture looks after what is asked of other hosts."""
    thread = say(client, assistant, HOSTILE)
    for path in ("/", f"/page/threads/{thread}", "/page/search?q=script", "/page/assistants"):
        page.goto(path)
        expect(page.get_by_text("alert(1)").filter(visible=True).first).to_be_visible()
    page.goto(f"/page/threads/{thread}")
    said = page.get_by_role("article", name="Message of the")
    expect(said.first.locator(".plain")).to_have_text(HOSTILE)
    expect(said.last).to_contain_text("{{ 7 * 7 }}")
    assert page.locator("main").locator("script, svg, img, b").count() == 0
    assert page.evaluate("document.querySelectorAll('main *').length") < 200
    page.get_by_label("Message", exact=True).fill(HOSTILE)
    page.get_by_role("button", name="Send only").click()
    expect(said).to_have_count(3)
    expect(said.last.locator(".plain")).to_have_text(HOSTILE)


def test_a_hostile_name_is_a_name(page: Page, client: AssistantsClient) -> None:
    """Of a file that is attached, listed, shown, and saved; its HTML is not opened."""
    content = b"<script>alert(1)</script>"
    file = client.files.create(file=(NAME, content, "text/html"), purpose="assistants")
    thread = client.threads.create(
        messages=[
            {
                "role": "user",
                "content": "See the file",
                "attachments": [{"file_id": file.id, "tools": [{"type": "file_search"}]}],
            }
        ]
    )
    page.goto(f"/page/threads/{thread.id}")
    page.get_by_role("link", name=NAME, exact=True).click()
    expect(page.get_by_role("heading")).to_have_text(NAME)
    with page.expect_download() as downloading:
        page.get_by_role("link", name="Download").click()
    assert downloading.value.path().read_bytes() == content
    page.get_by_role("link", name="Files").click()
    expect(page.get_by_role("link", name=NAME, exact=True)).to_be_visible()


def test_an_image_is_shown(page: Page, client: AssistantsClient) -> None:
    """One that was uploaded; one of another host is a link, for which nothing is asked."""
    file = client.files.create(file=("dot.png", DOT), purpose="vision")
    thread = client.threads.create(
        messages=[
            {
                "role": "user",
                "content": [
                    {"type": "image_file", "image_file": {"file_id": file.id}},
                    {"type": "image_url", "image_url": {"url": "https://evil.example/a.png"}},
                ],
            }
        ]
    )
    page.goto(f"/page/threads/{thread.id}")
    image = page.get_by_role("img", name="Image dot.png")
    expect(image).to_be_visible()
    assert image.evaluate("async image => { await image.decode(); return image.naturalWidth }") == 1
    expect(page.get_by_role("link", name="Image at https://evil.example/a.png")).to_be_visible()


def test_a_message_of_200_kb(page: Page, client: AssistantsClient, assistant: str) -> None:
    """Typed here, sent, repeated by the model, and read to its end."""
    assert len(LONG) > 200_000
    thread = client.threads.create()
    page.goto(f"/page/threads/{thread.id}")
    page.get_by_label("Message", exact=True).fill(LONG)
    page.get_by_role("button", name="Send and run").click()
    expect(page.get_by_role("status")).to_have_text("completed")
    messages = list(client.threads.messages.list(thread.id))
    assert [one.text for one in messages] == [LONG, LONG]
    page.reload()
    assert len(page.content()) < 100_000
    page.get_by_role("link", name=f"Read all {len(LONG)} characters").last.click()
    expect(page.get_by_role("heading")).to_contain_text(messages[0].id)
    assert len(page.locator(".plain").inner_text()) == len(LONG)


def test_a_thousand_threads_do_not_freeze_it(page: Page, service: LocalService) -> None:
    with Api.of(service) as api:
        for number in range(1000):
            api.thread(f"Thread number {number}")
    page.goto("/")
    expect(page.get_by_role("link", name="Thread number 999")).to_be_visible()
    assert page.get_by_role("list", name="Threads").get_by_role("listitem").count() == 50
    for _ in range(3):
        page.get_by_role("link", name="Older threads").click()
        expect(page.get_by_role("link", name="Thread number 999")).to_have_count(0)
    took: float = page.evaluate(
        "(() => { const start = performance.now(); document.body.getBoundingClientRect();"
        " return performance.now() - start })()"
    )
    assert took < 500


@pytest.mark.parametrize("colors", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 400])
def test_axe_finds_nothing_serious(
    browser: Browser, client: AssistantsClient, assistant: str, colors: Colors, width: int
) -> None:
    """On every kind of page, in both colours, on a wide and on a narrow screen."""
    file = client.files.create(file=(NAME, b"text"), purpose="assistants")
    store = client.vector_stores.create(name="Store", file_ids=[file.id])
    thread = say(client, assistant, "# A heading\n\n- `code`\n\n|a|b|\n|-|-|\n|c|d|\n\n```\nx\n```")
    run = next(iter(client.threads.runs.list(thread)))
    message = next(iter(client.threads.messages.list(thread)))
    paths = [
        "/",
        f"/page/threads/{thread}",
        f"/page/threads/{thread}/runs/{run.id}",
        f"/page/threads/{thread}/messages/{message.id}",
        "/page/assistants",
        f"/page/assistants/{assistant}",
        "/page/files",
        f"/page/files/{file.id}",
        "/page/vector-stores",
        f"/page/vector-stores/{store.id}",
        "/page/search?q=a",
        "/page/nope",
    ]
    base_url = str(client.base_url).removesuffix("/v1/").removesuffix("/v1")
    with browser.new_context(
        base_url=base_url, color_scheme=colors, viewport={"width": width, "height": 800}
    ) as context:
        page = context.new_page()
        for path in paths:
            page.goto(path)
            assert serious(page) == [], path
            overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert page.evaluate(overflow) <= 0, path


def serious(page: Page) -> list[str]:
    """Return what axe-core finds on a page that shuts people out."""
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate("axe.run().then(result => result.violations)")
    return [
        f"{one['id']}: {node['html']}"
        for one in found
        if one["impact"] in SERIOUS
        for node in one["nodes"]
    ]


def test_axe_would_find_something(page: Page) -> None:
    page.evaluate(
        "document.querySelector('input[type=search]').removeAttribute('aria-label');"
        "document.querySelector('input[type=search]').removeAttribute('placeholder')"
    )
    assert any(one.startswith("label:") for one in serious(page))


def test_it_is_used_with_the_keyboard_alone(
    page: Page, client: AssistantsClient, assistant: str
) -> None:
    thread = say(client, assistant, "With the keyboard")
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="New thread")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="With the keyboard")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(thread))


def test_the_key_is_asked_for_once(browser: Browser) -> None:
    with (
        LocalService(api_key="sk-right-key") as guarded,
        AssistantsClient(
            CompatibleEndpoint(guarded.base_url), OpenAIKeyCredential("sk-right-key")
        ) as owner,
        browser.new_context(base_url=guarded.url) as context,
    ):
        thread = owner.threads.create(messages=[{"role": "user", "content": "Behind a key"}])
        page = context.new_page()
        page.goto(f"/page/threads/{thread.id}")
        expect(page.get_by_label("API key")).to_be_focused()
        assert serious(page) == []
        page.keyboard.type("sk-wrong")
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_have_text("That is not the key of this service.")
        troubles = Troubles(page, guarded.url)
        page.get_by_label("API key").fill("sk-right-key")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Behind a key")).to_be_visible()
        assert "sk-right-key" not in page.evaluate("document.cookie + JSON.stringify(localStorage)")
        page.get_by_role("link", name="Threads").click()
        page.get_by_role("link", name="Behind a key").click()
        page.get_by_label("Message", exact=True).fill("Another")
        page.get_by_role("button", name="Send").click()
        expect(page.get_by_text("Another")).to_be_visible()
        page.get_by_role("button", name="Log out").click()
        expect(page.get_by_label("API key")).to_be_visible()
        assert [one for one in troubles.found if "401" not in one] == []
