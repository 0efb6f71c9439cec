"""What the pages say: lists a page at a time, conversations in order, search, export."""

import json
import re
import time
from collections.abc import AsyncGenerator, Callable, Iterator
from html import unescape

import pytest
from tests.support.page.visitor import Visitor, links, visiting
from tests.support.service.api import Api
from tests.support.service.scripted import answer, calls, follow

from openai_assistants_service import LocalService
from openai_assistants_service.models.base import Delta, Model, ModelError

MANY = 1000


@pytest.fixture
def visitor(service: LocalService) -> Iterator[Visitor]:
    with visiting(service.url) as made:
        yield made


def every_page(visitor: Visitor, path: str) -> Iterator[str]:
    """Yield the pages of a list, from the first to the last."""
    more: str | None = path
    while more:
        html = visitor.get(more)
        yield html
        found = re.search(r'href="([^"]+)" rel="next"', html)
        more = unescape(found[1]) if found else None


def test_a_thousand_threads_are_shown_in_pages() -> None:
    """Each page is small, and there in no time."""
    with LocalService() as service, Api.of(service) as api, visiting(service.url) as visitor:
        made = [api.thread(f"Question {number}") for number in range(MANY)]
        visitor.get("/")  # loads the libraries
        start = time.monotonic()
        pages = list(every_page(visitor, "/"))
        took = time.monotonic() - start
    shown = [one for html in pages for one in links(html) if one.startswith("/page/threads/")]
    assert shown == [f"/page/threads/{one}" for one in reversed(made)]
    assert len(pages) == MANY / 50
    assert max(map(len, pages)) < 50_000
    assert took / len(pages) < 0.5


@pytest.mark.parametrize(
    ("path", "make"),
    [
        ("/page/assistants", lambda api: api.post("/assistants", model="m", name="N & <b>")),
        ("/page/files", lambda api: api.upload("a <b> & c.txt", b"x")),
        ("/page/vector-stores", lambda api: api.post("/vector_stores", name="S & <b>")),
    ],
)
def test_the_other_lists(
    visitor: Visitor, v2: Api, path: str, make: Callable[[Api], dict[str, object]]
) -> None:
    made = [str(make(v2)["id"]) for _ in range(51)]
    pages = list(every_page(visitor, path))
    shown = [one for html in pages for one in links(html) if one.startswith(path + "/")]
    assert shown[:51] == [f"{path}/{one}" for one in reversed(made)]
    assert len(pages) == 2
    assert "<b>" not in "".join(pages)
    assert made[0] in visitor.get(f"{path}/{made[0]}")


def test_a_long_conversation_is_shown_in_pages(visitor: Visitor, v2: Api) -> None:
    thread = v2.thread(*[f"message {number}" for number in range(100)])
    for number in range(100, 120):
        v2.post(f"/threads/{thread}/messages", role="user", content=f"message {number}")
    path = f"/page/threads/{thread}"
    said: list[str] = []
    more: str | None = path
    while more:
        html = visitor.get(more)
        said = [*re.findall(r">(message \d+)<", html), *said]
        earlier = [one for one in links(html) if "?before=" in one]
        more = earlier[0] if earlier else None
    assert said == [f"message {number}" for number in range(120)]


def shape(html: str) -> list[str]:
    """Return what a conversation shows in order: the texts of messages, and "run" for each run."""
    pieces = re.findall(
        r'<article class="(run)"|class="(?:plain|markdown)">(.*?)</div>', html, re.DOTALL
    )
    return [run or re.sub("<.*?>", "", text).strip() for run, text in pieces]


def failing() -> Model:
    """A model that answers, fails, and answers."""

    class Failing:
        turns = 0

        async def stream(self, conversation: object) -> AsyncGenerator[Delta]:
            self.turns += 1
            if self.turns == 2:
                raise ModelError("server_error", "the model is down")
            for delta in answer(f"answer {self.turns}"):
                yield delta

    return Failing()


def test_runs_are_where_they_belong() -> None:
    """One that wrote something before that, one that failed after the question that it was for."""
    with LocalService(model=failing()) as service, Api.of(service) as api:
        assistant = api.post("/assistants", model="m")["id"]
        thread = api.thread("question 1")
        for number in (2, 3, 4):
            run = api.settled(api.post(f"/threads/{thread}/runs", assistant_id=assistant))
            if number < 4:
                text = f"question {number}"
                api.post(f"/threads/{thread}/messages", role="user", content=text)
        assert run["status"] == "completed"
        with visiting(service.url) as visitor:
            html = visitor.get(f"/page/threads/{thread}")
            alone = visitor.get(f"/page/threads/{thread}/runs/{run['id']}")
    assert "the model is down" in html
    order = shape(html)
    assert [one for one in order if one != "run"] == [
        "question 1",
        "answer 1",
        "question 2",
        "question 3",
        "answer 3",
    ]
    assert order[:3] == ["question 1", "run", "answer 1"]
    assert order.count("run") == 3
    assert order[-2:] == ["run", "answer 3"]
    assert shape(alone) == ["run", "answer 3"]


def test_an_export_has_what_the_api_has() -> None:
    asked = calls(("one", {"a": "ä"}))
    model = follow(asked, answer("done"))
    tool = {"type": "function", "function": {"name": "one"}}
    with LocalService(model=model) as service, Api.of(service) as api:
        assistant = api.post("/assistants", model="m", tools=[tool])["id"]
        thread = api.thread("question", metadata={"a": "b"})
        run = api.settled(
            api.post(f"/threads/{thread}/runs", assistant_id=assistant), "requires_action"
        )
        call = run["required_action"]["submit_tool_outputs"]["tool_calls"][0]["id"]
        outputs = [{"tool_call_id": call, "output": "1"}]
        path = f"/threads/{thread}/runs/{run['id']}"
        run = api.settled(api.post(f"{path}/submit_tool_outputs", tool_outputs=outputs))
        with visiting(service.url) as visitor:
            response = visitor.http.get(f"/page/threads/{thread}/export")
        listed = api.get(f"/threads/{thread}/messages", order="asc")["data"]
        steps = api.steps(run)
        shown = api.get(f"/threads/{thread}")
    assert response.headers["content-disposition"] == f'attachment; filename="{thread}.json"'
    assert response.headers["content-type"] == "application/json"
    assert json.loads(response.content) == {
        "thread": shown,
        "messages": listed,
        "runs": [{**run, "steps": steps}],
    }


def test_search_finds_what_was_said_and_named(visitor: Visitor, v2: Api) -> None:
    thread = v2.thread("A needle & <b>haystacks</b> in Köln, 100%")
    assistant = v2.post("/assistants", model="m", instructions="finds needles")["id"]
    file = v2.upload("needle.txt", b"x")["id"]
    store = v2.post("/vector_stores", name="Needles")["id"]
    html = visitor.get("/page/search", q="NEEDLE")
    assert {
        f"/page/threads/{thread}",
        f"/page/assistants/{assistant}",
        f"/page/files/{file}",
        f"/page/vector-stores/{store}",
    } <= set(links(html))
    assert "A <mark>needle</mark> &amp; &lt;b&gt;haystacks&lt;/b&gt; in Köln" in html
    for text in ("<b>hay", "Köln", "100%", "& <"):
        assert f"/page/threads/{thread}" in links(visitor.get("/page/search", q=text))
    for text in ("annotations", "1_0%", "needle haystacks", "\\"):
        assert "Nothing has" in visitor.get("/page/search", q=text)


def test_search_goes_on_page_by_page(visitor: Visitor, v2: Api) -> None:
    thread = v2.thread(*[f"grain {number}" for number in range(45)])
    pages = list(every_page(visitor, "/page/search?q=grain"))
    found = [one for html in pages for one in re.findall(r"<mark>grain</mark> (\d+)", html)]
    assert found == [str(number) for number in reversed(range(45))]
    assert len(pages) == 3
    assert thread in pages[0]


def test_a_message_that_may_not_be_sent_is_still_there(visitor: Visitor, v2: Api) -> None:
    """The error says why, and what was typed is not lost."""
    thread = v2.thread()
    response = visitor.post(f"/page/threads/{thread}/messages", text="x" * 300_000 + "</textarea>")
    assert response.status_code == 400
    assert 'role="alert"' in response.text
    assert "x" * 300_000 + "&lt;/textarea&gt;</textarea>" in response.text
    assert v2.get(f"/threads/{thread}/messages")["data"] == []
    wrong = visitor.post(f"/page/threads/{thread}/messages", text="a", act="run", assistant_id="no")
    assert wrong.status_code == 404
    assert v2.get(f"/threads/{thread}/messages")["data"] == []


def test_lines_are_sent_as_they_were_typed(visitor: Visitor, v2: Api) -> None:
    """A browser makes CRLF of every end of a line in a form."""
    thread = v2.thread()
    visitor.post(f"/page/threads/{thread}/messages", text="a\r\n\r\nb")
    (message,) = v2.get(f"/threads/{thread}/messages")["data"]
    assert message["content"][0]["text"]["value"] == "a\n\nb"


def test_a_new_thread(visitor: Visitor, v2: Api) -> None:
    response = visitor.post("/page/threads")
    assert response.status_code == 303
    thread = response.headers["location"].rpartition("/")[2]
    assert v2.get(f"/threads/{thread}")["metadata"] == {}
    assert "Nothing has been said" in visitor.get(response.headers["location"])


def test_the_state_of_a_vector_store(visitor: Visitor, v2: Api) -> None:
    files = [v2.upload("good.txt", b"text")["id"], v2.upload("bad.bin", b"\xff\x00\xfe")["id"]]
    store = v2.post("/vector_stores", name="S", file_ids=files)["id"]
    html = visitor.get(f"/page/vector-stores/{store}")
    while "in progress" in html:
        html = visitor.get(f"/page/vector-stores/{store}")
    assert "1 of 2 files read, 1 failed" in html
    assert "unsupported_file: " in html
    assert "good.txt" in html
    assert "every 1s" not in html


def test_a_form_that_is_sent_twice_does_one_thing(visitor: Visitor, v2: Api) -> None:
    """As by a double click; the same text in a form that was made anew is another message."""
    thread = v2.thread()
    path = f"/page/threads/{thread}"
    for count in (1, 2):
        html = visitor.get(path)
        hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]+)"', html))
        answers = [
            visitor.http.post(f"{path}/messages", data={**hidden, "text": "a"}) for _ in "ab"
        ]
        assert [one.status_code for one in answers] == [303, 303]
        assert len(v2.get(f"/threads/{thread}/messages")["data"]) == count
    changed = visitor.http.post(f"{path}/messages", data={**hidden, "text": "b"})
    assert changed.status_code == 303
    assert len(v2.get(f"/threads/{thread}/messages")["data"]) == 3


def test_an_assistant_that_is_not_among_the_newest_goes_on(visitor: Visitor, v2: Api) -> None:
    first = v2.post("/assistants", model="m", name="First of many")["id"]
    thread = v2.thread("hello")
    v2.settled(v2.post(f"/threads/{thread}/runs", assistant_id=first))
    for _ in range(100):
        v2.post("/assistants", model="m")
    path = f"/page/threads/{thread}"
    assert f'<option value="{first}" selected>First of many (m)</option>' in visitor.get(path)
    v2.delete(f"/assistants/{first}")
    assert "selected" not in visitor.get(path)
