"""A stream that broke off goes on: behind the last event, or anew by the idempotency key."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from tests.support.service.api import Api, count_rows
from tests.support.service.databases import execute
from tests.support.service.scripted import ScriptedModel, Turn, answer, call
from tests.support.service.streams import Told, ask, listen, parse, paused, streaming
from tests.support.service.world import Clock

from openai_assistants_service import LocalService
from openai_assistants_service.models.conversation import Conversation
from openai_assistants_service.runs.lifecycle import LIFETIME
from openai_assistants_service.storage.events import RETENTION

WEATHER = {"type": "function", "function": {"name": "weather"}}


def plan(conversation: Conversation) -> Turn:
    return answer("It is sunny.") if conversation.turns else call("weather", city="Paris")


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def service(database: Path, clock: Clock) -> Iterator[LocalService]:
    with LocalService(database, model=ScriptedModel(plan), clock=clock) as running:
        yield running


@pytest.fixture(scope="module")
def assistant(v2: Api) -> str:
    return str(v2.post("/assistants", model="m", tools=[WEATHER], instructions="i")["id"])


class Scene:
    """A run through a function, by three ways of asking; each stream and how to ask for it."""

    def __init__(self, api: Api, assistant: str, *, with_thread: bool = True) -> None:
        self.api = api
        self.create: tuple[str, dict[str, Any]] = ("/threads/runs", {"assistant_id": assistant})
        if not with_thread:
            self.create = (f"/threads/{api.thread()}/runs", {"assistant_id": assistant})
        self.created = listen(api, self.create[0], **self.create[1])
        run = self.created[-1].data
        (asked,) = run["required_action"]["submit_tool_outputs"]["tool_calls"]
        self.run = f"/threads/{run['thread_id']}/runs/{run['id']}"
        self.submit: tuple[str, dict[str, Any]] = (
            f"{self.run}/submit_tool_outputs",
            {"tool_outputs": [{"tool_call_id": asked["id"], "output": "sunny"}]},
        )
        self.submitted = listen(api, self.submit[0], **self.submit[1])


def after(event: Told) -> dict[str, str]:
    assert event.id is not None
    return {"Last-Event-ID": event.id}


@pytest.mark.parametrize("with_thread", [True, False])
def test_behind_every_event(v2: Api, assistant: str, database: Path, *, with_thread: bool) -> None:
    """The rest of the same stream, and nothing is created or taken."""
    scene = Scene(v2, assistant, with_thread=with_thread)
    before = count_rows(database)
    for (path, body), stream in (
        (scene.create, scene.created),
        (scene.submit, scene.submitted),
    ):
        for number, event in enumerate(stream, start=1):
            assert listen(v2, path, after(event), **body) == stream[number:], event
    assert count_rows(database) == before


def test_ids_are_those_of_the_run_and_grow(v2: Api, assistant: str) -> None:
    scene = Scene(v2, assistant)
    told = [*scene.created, *scene.submitted]
    run = told[-1].data["id"]
    places = [str(one.id).partition(":") for one in told]
    assert {place[0] for place in places} == {run}
    numbers = [int(place[2]) for place in places]
    assert numbers == sorted(set(numbers))


def test_another_provider_goes_on_in_its_own_words(
    v1: Api, v2: Api, foundry: Api, assistant: str
) -> None:
    scene = Scene(v2, assistant)
    path, body = scene.create
    for api in (v1, foundry):
        told = listen(api, path, after(scene.created[1]), **body)
        assert [one.id for one in told] == [one.id for one in scene.created[2:]]
    shown = listen(v1, path, after(scene.created[0]), **body)[0].data
    assert "file_ids" in shown
    assert "tool_resources" not in shown


def test_from_the_beginning_of_any_run(v2: Api, assistant: str) -> None:
    """Also of one that nobody has listened to."""
    run = v2.settled(v2.post("/threads/runs", assistant_id=assistant), "requires_action")
    headers = {"Last-Event-ID": f"{run['id']}:0"}
    told = listen(v2, "/threads/runs", headers, assistant_id=assistant)
    assert [told[0].short, told[-1].short] == ["created", "run.requires_action"]


def test_in_the_middle_of_a_run() -> None:
    """A second reader takes over where the first was cut off, while the model is at work."""
    with paused() as (api, assistant, model):
        with streaming(api, assistant) as stream:
            model.release()
            last = stream.until("message.delta")
        model.release(100)
        told = listen(api, "/threads/runs", after(last), assistant_id=assistant)
        assert [one.short for one in told] == [
            "message.delta",
            "message.completed",
            "run.step.completed",
            "run.completed",
        ]


def test_what_cannot_be_gone_on_with(v2: Api, assistant: str) -> None:
    scene, other = Scene(v2, assistant), Scene(v2, assistant)
    run = scene.run.rpartition("/")[2]
    place = str(scene.created[0].id)
    of_other = other.submit[0]
    for path, body, last, status, code in (
        (*scene.create, "17", 400, "invalid_last_event_id"),
        (*scene.create, f"{run}:x", 400, "invalid_last_event_id"),
        (*scene.create, f"{run}:-1", 400, "invalid_last_event_id"),
        (*scene.create, f"{run}:{'9' * 40}", 400, "invalid_last_event_id"),
        (*scene.create, "run_none:1", 404, None),
        (*scene.create, f"{run}:{10**9}", 410, "events_expired"),
        (of_other, other.submit[1], place, 404, None),
        (of_other.replace("thread_", "thread_x"), other.submit[1], place, 404, None),
        (scene.submit[0], scene.submit[1], str(other.created[0].id), 404, None),
    ):
        sent = {"stream": True, **body}
        got = v2.refused("POST", path, json=sent, headers={"Last-Event-ID": last})
        assert (got[0], got[1]["code"]) == (status, code), last


def test_an_url_with_another_run_of_the_thread(v2: Api, assistant: str) -> None:
    scene = Scene(v2, assistant)
    thread = scene.run.rpartition("/runs")[0]
    second = listen(v2, f"{thread}/runs", assistant_id=assistant)
    sent = {"stream": True, **scene.submit[1]}
    status, error = v2.refused("POST", scene.submit[0], json=sent, headers=after(second[0]))
    assert (status, error["code"]) == (400, "invalid_last_event_id")


def test_it_says_nothing_to_other_requests(v2: Api, assistant: str) -> None:
    """Without `stream` a run is created, whatever the last event was."""
    headers = {"Last-Event-ID": "whatever"}
    sent = {"assistant_id": assistant}
    response = v2.send("POST", "/threads/runs", json=sent, headers=headers)
    assert response.json()["object"] == "thread.run"


def test_after_a_day(v2: Api, assistant: str, database: Path, clock: Clock) -> None:
    """The events of an old run are gone, and who asks for them hears so; the run can be read."""
    scene = Scene(v2, assistant)
    run = scene.run.rpartition("/")[2]
    clock.now += RETENTION + LIFETIME
    v2.thread()
    while execute(database, "SELECT count(*) FROM events")[0][0]:  # runs of other tests expire, too
        v2.get("/assistants")
    for last in (scene.created[0].id, f"{run}:0"):
        path, body = scene.create
        headers = {"Last-Event-ID": str(last)}
        got = v2.refused("POST", path, json={"stream": True, **body}, headers=headers)
        assert (got[0], got[1]["code"]) == (410, "events_expired")
    assert v2.get(scene.run)["status"] == "completed"


@pytest.fixture
def key() -> dict[str, str]:
    return {"Idempotency-Key": uuid4().hex}


def test_the_same_key_gives_the_same_stream(
    v2: Api, assistant: str, key: dict[str, str], database: Path
) -> None:
    """From its beginning, however far the run is; for outputs, where their stream begins."""
    first = ask(v2, "/threads/runs", key, assistant_id=assistant)
    assert "idempotency-replayed" not in first.headers
    told = parse(first.text)
    run = told[-2].data
    submit = f"/threads/{run['thread_id']}/runs/{run['id']}/submit_tool_outputs"
    (asked,) = run["required_action"]["submit_tool_outputs"]["tool_calls"]
    outputs = [{"tool_call_id": asked["id"], "output": "sunny"}]
    other = {"Idempotency-Key": uuid4().hex}
    second = ask(v2, submit, other, tool_outputs=outputs)
    before = count_rows(database)
    for response, again in (
        (first, ask(v2, "/threads/runs", key, assistant_id=assistant)),
        (second, ask(v2, submit, other, tool_outputs=outputs)),
    ):
        assert again.text == response.text
        assert again.headers["idempotency-replayed"] == "true"
        assert again.headers["last-event-id-retention"] == "86400"
    assert count_rows(database) == before


def test_a_key_for_a_stream_is_not_one_for_a_run(
    v2: Api, assistant: str, key: dict[str, str]
) -> None:
    ask(v2, "/threads/runs", key, assistant_id=assistant)
    sent = {"assistant_id": assistant}
    status, error = v2.refused("POST", "/threads/runs", json=sent, headers=key)
    assert (status, error["code"]) == (422, "idempotency_key_reused")


def test_a_last_event_counts_more_than_a_key(
    v2: Api, assistant: str, key: dict[str, str], database: Path
) -> None:
    """It neither uses the key nor looks at what is stored under it."""
    scene = Scene(v2, assistant)
    path, body = scene.create
    before = count_rows(database)
    told = listen(v2, path, {**key, **after(scene.created[0])}, **body)
    assert told == scene.created[1:]
    assert count_rows(database) == before


def test_a_stream_that_was_never_begun_can_be_asked_for_again(
    v2: Api, assistant: str, key: dict[str, str]
) -> None:
    """An error is not stored under the key."""
    sent = {"stream": True, "assistant_id": "asst_none"}
    assert v2.refused("POST", "/threads/runs", json=sent, headers=key)[0] == 404
    assert listen(v2, "/threads/runs", key, assistant_id=assistant)


def test_a_key_in_the_middle_of_a_run(key: dict[str, str]) -> None:
    """The connection is cut before the first event is read; the same request gets all of it."""
    with paused() as (api, assistant, model):
        sent = {"stream": True, "assistant_id": assistant, "instructions": "i"}
        with api.http.stream("POST", "/threads/runs", json=sent, headers=key):
            pass
        model.release(100)
        told = listen(api, "/threads/runs", key, assistant_id=assistant, instructions="i")
        assert [told[0].short, told[-1].short] == ["created", "run.completed"]
        (run,) = api.get(f"/threads/{told[0].data['id']}/runs")["data"]
        assert run == told[-1].data
