"""Streams of runs over HTTP: what is in them, for whom, and how they end."""

import json
from collections.abc import Iterator

import pytest
from tests.support.service.api import Api
from tests.support.service.scripted import (
    ScriptedModel,
    Turn,
    answer,
    call,
    code,
    follow,
    search,
)
from tests.support.service.streams import Told, ask, listen, parse, story

from openai_assistants_service import LocalService
from openai_assistants_service.http import event_stream
from openai_assistants_service.models.base import Finish, ModelError, TextDelta
from openai_assistants_service.models.conversation import Conversation

WEATHER = {"type": "function", "function": {"name": "weather"}}
FACT = "The capital of Ruritania is Strelsau."


def plan(conversation: Conversation) -> Turn:
    """What the model says is in the question."""
    question = conversation.messages[-1].text if conversation.messages else "hello"
    if "tool" in question and not conversation.turns:
        return call("weather", city="Paris")
    if "code" in question and not conversation.turns:
        return code("print(6 * 7)")
    if "search" in question and not conversation.turns:
        return search("capital of Ruritania")
    if "search" in question:
        return [TextDelta("Strelsau"), TextDelta(conversation.passages[0].marker), Finish("stop")]
    if "fail" in question:
        raise ModelError("server_error", "Out of order.")
    if "long" in question:
        return [TextDelta("So far"), Finish("length")]
    return [TextDelta("Done"), TextDelta(" and over."), Finish("stop")]


@pytest.fixture(scope="module")
def service() -> Iterator[LocalService]:
    with LocalService(model=ScriptedModel(plan)) as running:
        yield running


@pytest.fixture(scope="module")
def assistant(v2: Api) -> str:
    file = v2.upload("facts.txt", FACT.encode())["id"]
    return str(
        v2.post(
            "/assistants",
            model="m",
            tools=[WEATHER, {"type": "code_interpreter"}, {"type": "file_search"}],
            tool_resources={"file_search": {"vector_stores": [{"file_ids": [file]}]}},
        )["id"]
    )


def create(api: Api, assistant: str, question: str, path: str = "/threads/runs") -> list[Told]:
    messages = [{"role": "user", "content": question}]
    return listen(api, path, assistant_id=assistant, thread={"messages": messages})


MESSAGE = [
    "run.step.created",
    "run.step.in_progress",
    "message.created",
    "message.in_progress",
    "message.delta",
    "message.completed",
    "run.step.completed",
]
TOOLS = ["run.step.created", "run.step.in_progress", "run.step.delta"]
BEGIN = ["created", "run.created", "run.queued", "run.in_progress"]

WAYS = ["/v1 v1", "/v1 v2", "/openai 2024-02-15-preview", "/openai 2025-03-01-preview"]
WAYS += ["/openai/v1 -", "/openai/v1 preview", "/api/projects/p v1"]


@pytest.fixture(params=WAYS)
def way(service: LocalService, request: pytest.FixtureRequest) -> Iterator[Api]:
    """A client at each provider's paths, in each version."""
    path, version = request.param.split()
    made = (
        Api.of(service, version)
        if path == "/v1"
        else Api.at(service, path, None if version == "-" else version)
    )
    with made as api:
        yield api


def test_every_way_in(way: Api, assistant: str) -> None:
    """All three operations; and what is told is what reads of the same version show."""
    told = create(way, assistant, "use the tool")
    assert story(told) == [*BEGIN, *TOOLS, "run.requires_action"]
    run = told[-1].data
    path = f"/threads/{run['thread_id']}/runs"
    assert way.get(f"{path}/{run['id']}") == run
    (asked,) = run["required_action"]["submit_tool_outputs"]["tool_calls"]
    outputs = [{"tool_call_id": asked["id"], "output": "sunny"}]
    told = listen(way, f"{path}/{run['id']}/submit_tool_outputs", tool_outputs=outputs)
    assert story(told) == [
        "run.step.completed",
        "run.queued",
        "run.in_progress",
        *MESSAGE,
        "run.completed",
    ]
    assert way.get(f"{path}/{run['id']}") == told[-1].data
    check_reads(way, told)
    told = listen(way, path, assistant_id=assistant)
    assert story(told) == [*BEGIN[1:], *MESSAGE, "run.completed"]
    check_reads(way, told)


def check_reads(api: Api, told: list[Told]) -> None:
    """The finished objects are those that can be read, but for what streams alone have."""
    for event in told:
        if event.name == "thread.message.completed":
            read = api.get(f"/threads/{event.data['thread_id']}/messages/{event.data['id']}")
            more = set(event.data) - set(read)
            assert more <= {"status", "completed_at", "incomplete_at", "incomplete_details"}
            assert {name: event.data[name] for name in read} == read
        if event.name == "thread.run.step.completed":
            run = f"/threads/{event.data['thread_id']}/runs/{event.data['run_id']}"
            read = api.get(f"{run}/steps/{event.data['id']}")
            assert {**event.data, "expires_at": None} == read


def test_tools_of_the_engine(way: Api, assistant: str) -> None:
    told = create(way, assistant, "run the code")
    assert story(told) == [*BEGIN, *TOOLS, "run.step.completed", *MESSAGE, "run.completed"]
    deltas = [one.data["delta"] for one in told if one.name == "thread.run.step.delta"]
    programs = [one["step_details"]["tool_calls"][0]["code_interpreter"] for one in deltas]
    assert programs == [
        {"input": "", "outputs": []},
        {"input": "print(6 * 7)"},
        {"outputs": [{"index": 0, "type": "logs", "logs": "42"}]},
    ]


def test_file_search_in_either_generation(v1: Api, v2: Api, assistant: str) -> None:
    for api, name in ((v1, "retrieval"), (v2, "file_search")):
        told = create(api, assistant, "search for it")
        (delta,) = [one.data["delta"] for one in told if one.name == "thread.run.step.delta"]
        (made,) = delta["step_details"]["tool_calls"]
        assert (made["index"], made["type"], set(made)) == (0, name, {"index", "id", "type", name})
        ended = next(one for one in told if one.name == "thread.run.step.completed")
        assert ended.data["step_details"]["tool_calls"][0]["type"] == name
        check_reads(api, told)


def test_the_texts_that_were_found_are_told_if_asked_for(v2: Api, assistant: str) -> None:
    contents = "step_details.tool_calls[*].file_search.results[*].content"
    for query, shown in (("", False), (f"?include[]={contents}", True)):
        thread = v2.thread("search for it")
        told = listen(v2, f"/threads/{thread}/runs{query}", assistant_id=assistant)
        ended = next(one for one in told if one.name == "thread.run.step.completed")
        search_ = ended.data["step_details"]["tool_calls"][0]["file_search"]
        assert [FACT in json.dumps(one) for one in search_["results"]] == [shown]


@pytest.mark.parametrize(
    ("question", "end"),
    [
        ("fail", ["run.failed"]),
        (
            "a long story",
            [*MESSAGE[:-2], "message.incomplete", "run.step.completed", "run.incomplete"],
        ),
    ],
)
def test_runs_that_do_not_complete(v2: Api, assistant: str, question: str, end: list[str]) -> None:
    told = create(v2, assistant, question)
    assert story(told) == [*BEGIN, *end]
    assert v2.get(f"/threads/{told[0].data['id']}/runs/{told[-1].data['id']}") == told[-1].data


@pytest.mark.parametrize("value", [None, False])
def test_no_stream(way: Api, assistant: str, value: object) -> None:
    messages = [{"role": "user", "content": "use the tool"}]
    body = {"assistant_id": assistant, "stream": value, "thread": {"messages": messages}}
    run = way.settled(way.post("/threads/runs", **body), "requires_action")
    (asked,) = run["required_action"]["submit_tool_outputs"]["tool_calls"]
    outputs = [{"tool_call_id": asked["id"], "output": "sunny"}]
    path = f"/threads/{run['thread_id']}/runs"
    run = way.post(f"{path}/{run['id']}/submit_tool_outputs", tool_outputs=outputs, stream=value)
    assert way.settled(run)["status"] == "completed"
    run = way.post(path, assistant_id=assistant, stream=value)
    assert run["object"] == "thread.run"
    way.settled(run)


def test_what_goes_wrong_before_is_an_ordinary_error(v2: Api, assistant: str) -> None:
    thread = v2.thread("use the tool")
    listen(v2, f"/threads/{thread}/runs", assistant_id=assistant)
    runs = f"/threads/{thread}/runs"
    run = v2.get(runs)["data"][0]["id"]
    for path, body, status in (
        ("/threads/runs", {"assistant_id": "asst_none"}, 404),
        ("/threads/thread_none/runs", {"assistant_id": assistant}, 404),
        ("/threads/runs", {"assistant_id": assistant, "model": 1}, 400),
        ("/threads/runs", {}, 400),
        (runs, {"assistant_id": assistant}, 400),
        (f"{runs}/{run}/submit_tool_outputs", {"tool_outputs": []}, 400),
    ):
        response = v2.send("POST", path, json={"stream": True, **body})
        assert response.status_code == status, response.text
        assert response.headers["content-type"] == "application/json"
        assert response.json()["error"]["message"]
    status, error = v2.refused("POST", runs, json={"assistant_id": assistant, "stream": "yes"})
    assert (status, error["param"], error["code"]) == (400, "stream", "invalid_type")


def test_headers(v2: Api, assistant: str) -> None:
    response = ask(v2, "/threads/runs", assistant_id=assistant, instructions="i")
    assert response.headers["cache-control"] == "no-cache"
    assert response.headers["last-event-id-retention"] == "86400"
    assert response.headers["x-request-id"].startswith("req_")
    assert "content-length" not in response.headers


def test_a_stream_that_the_service_cannot_go_on_with(
    v2: Api, assistant: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """There is an error that says no more than where to look, and no `done`."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(event_stream, "serialize_event", broken)
    response = ask(v2, "/threads/runs", assistant_id=assistant, instructions="i")
    (error,) = parse(response.text)
    assert (error.name, error.data["type"]) == ("error", "server_error")
    assert response.headers["x-request-id"] in error.data["message"]
    assert "secret" not in response.text
    assert response.headers["x-request-id"] in caplog.text


def test_answers_of_the_built_in_model() -> None:
    with LocalService() as service, Api.of(service) as api:
        assistant = api.post(
            "/assistants", model="m", tools=[{"type": "code_interpreter"}], instructions="i"
        )["id"]
        told = create(api, assistant, "Solve 3x + 11 = 14.")
        said = "".join(
            one.data["delta"]["content"][0]["text"]["value"]
            for one in told
            if one.name == "thread.message.delta"
        )
        ended = next(one.data for one in told if one.name == "thread.message.completed")
        assert "x = 1" in said
        assert ended["content"][0]["text"]["value"] == said


def test_pieces_add_up_to_the_message(v2: Api, assistant: str) -> None:
    told = create(v2, assistant, "hello")
    pieces = [one.data["delta"]["content"][0] for one in told if one.name == "thread.message.delta"]
    assert [one["text"] for one in pieces] == [
        {"value": "Done", "annotations": []},
        {"value": " and over."},
    ]
    ended = next(one.data for one in told if one.name == "thread.message.completed")
    assert ended["content"][0]["text"]["value"] == "Done and over."


def test_what_some_take_for_ends_of_lines_is_escaped() -> None:
    odd = "a\u2028b\u2029c\x85d\re\nf\x0bg\x1ch"
    with LocalService(model=follow(answer(odd))) as service, Api.of(service) as api:
        assistant = api.post("/assistants", model="m")["id"]
        response = ask(api, "/threads/runs", assistant_id=assistant, instructions="i")
        assert response.text.splitlines() == response.text.removesuffix("\n").split("\n")
        told = parse(response.text)
        (ended,) = [one.data for one in told if one.name == "thread.message.completed"]
        assert ended["content"][0]["text"]["value"] == odd
