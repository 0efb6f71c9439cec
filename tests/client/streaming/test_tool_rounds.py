"""One stream through the rounds of a run: calls are made, outputs submitted, and it goes on."""

from __future__ import annotations

import asyncio
import inspect
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.support.client.stage import both
from tests.support.client.streams import Body, Stored, StreamServer, cut, recorded, with_runs
from tests.support.service.scripted import answer, call, follow

from openai_assistants import (
    AssistantsClient,
    AsyncAssistantsClient,
    CompatibleEndpoint,
    ToolNotFound,
    ToolRoundsExceeded,
)
from openai_assistants.resources import Runs
from openai_assistants.resources._async.streams import AsyncStreamOptions
from openai_assistants.resources._signatures import STREAM_OPTIONS
from openai_assistants.tools import tool
from openai_assistants_rest.params import CallParams
from openai_assistants_service import LocalService

EXAMPLES = Path(__file__).parents[3] / "examples"
QUESTION = "What's the weather like right now in my favorite city?"
BOT = (
    "You are a weather bot. Use the provided functions to help answer questions. Customize your "
    "responses to the user's preferences as much as possible and use friendly nicknames for cities "
    "whenever possible."
)
ROUNDS = [
    call("get_user_favorite_city"),
    call("get_city_nickname", city="Atlanta, GA"),
    call("get_weather_at_location", location="Atlanta, GA", unit="f"),
]
"""A round for each function, as the third walkthrough of the origin library has them."""


def streamed(service: LocalService, asynchronous: bool, tools: list[Any]) -> Any:
    """The events of the weather walkthrough in one stream, and the stream."""
    thread: Any = {"messages": [{"role": "user", "content": QUESTION}]}
    where = CompatibleEndpoint(service.base_url)
    with AssistantsClient(where) as client:
        assistant = client.assistants.create(model="builtin", instructions=BOT).id
        asked: Any = {"assistant_id": assistant, "thread": thread, "tools": tools}
        if not asynchronous:
            with client.threads.create_and_run_stream(**asked) as stream:
                return list(stream), stream, stream.get_final_messages()

    async def main() -> Any:
        async with (
            AsyncAssistantsClient(where) as client,
            client.threads.create_and_run_stream(**asked) as stream,
        ):
            return [event async for event in stream], stream, await stream.get_final_messages()

    return asyncio.run(main())


@both
@pytest.mark.parametrize("scripted", [True, False])
def test_rounds_in_one_stream(
    asynchronous: bool, scripted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The walkthrough of docs/tools.md, whose tools are as they are; final objects as stored."""
    monkeypatch.setattr(sys, "path", [str(EXAMPLES), *sys.path])
    import weather_tools

    model = follow(*ROUNDS, answer("In The ATL it is 84f.")) if scripted else None
    with LocalService(model=model or "builtin") as service:
        events, stream, [message] = streamed(service, asynchronous, weather_tools.TOOLS)
        run = stream.current_run
        with AssistantsClient(CompatibleEndpoint(service.base_url)) as client:
            listed = client.threads.runs.steps.list(run.id, thread_id=run.thread_id, order="asc")
            steps, stored = list(listed), client.threads.messages.list(run.thread_id).data[0]
            assert run == client.threads.runs.retrieve(run.id, thread_id=run.thread_id)
    names = [event.event for event in events]
    places = [place for place, name in enumerate(names) if name == "thread.run.requires_action"]
    assert len(places) == 3 if scripted else len(places) > 1
    assert all(names[place + 1] == "thread.run.step.completed" for place in places)
    assert (names[0], names[-1]) == ("thread.created", "thread.run.completed")
    assert names.count("thread.run.created") == 1
    assert not any(event.recovered for event in events)
    ended = [one.data.id for one in events if one.event == "thread.run.step.completed"]
    assert ended == [one.id for one in steps]
    assert "84f" in message.text
    assert message.text == stored.text
    deltas = [one.data.delta for one in events if one.event == "thread.message.delta"]
    assert "".join(part.text.value for one in deltas for part in one.content) == message.text


def get_current_weather() -> str:
    """The weather here."""
    return "sunny"


def answering(*replies: Any) -> StreamServer:
    """A service whose run calls a function, and completes once it has the output."""
    asks, answers = recorded()[6:8]
    bodies = [lambda _: Body(cut(asks)), *replies]
    return StreamServer(bodies, Stored.of(answers))


def whole() -> Any:
    body = recorded()[7]
    return lambda _: Body(cut(body))


def read(server: StreamServer, asynchronous: bool, *tools: Any, **options: Any) -> Any:
    asked = {"thread_id": "thread_1", "assistant_id": "asst_1", "tools": list(tools), **options}

    def sync(runs: Any) -> Any:
        with runs.stream(**asked) as stream:
            stream.until_done()
        return stream

    async def other(runs: Any) -> Any:
        async with runs.stream(**asked) as stream:
            await stream.until_done()
        return stream

    return with_runs(server, asynchronous, other if asynchronous else sync)


def submitted(server: StreamServer) -> list[Any]:
    return [one for one in server.requests if one.url.path.endswith("submit_tool_outputs")]


@both
def test_outputs_are_submitted_with_a_stream(asynchronous: bool) -> None:
    server = answering(whole())
    stream = read(server, asynchronous, get_current_weather)
    assert stream.current_run.status == "completed"
    [request] = submitted(server)
    assert b'"stream":true' in request.content
    assert b'"output":"sunny"' in request.content


@both
def test_without_functions_the_stream_ends_where_the_run_waits(asynchronous: bool) -> None:
    server = answering()
    definition = tool(get_current_weather).definition()
    stream = read(server, asynchronous, definition, cancel_on_exit=True)
    assert stream.current_run.status == "requires_action"
    assert len(server.requests) == 1, "it waits for its caller, and is not cancelled"


@both
def test_the_stream_after_outputs_is_recovered_as_any_other(asynchronous: bool) -> None:
    body = recorded()[7]
    for length in range(0, len(body), 1499):
        server = answering(lambda _, length=length: Body(cut(body, length)))
        stream = read(server, asynchronous, get_current_weather)
        stored = Stored.of(body)
        assert stream.current_run.to_dict() == stored.run
        assert {one.id: one.to_dict() for one in stream._snapshots.messages.values()} == (
            stored.messages
        )
        assert len(submitted(server)) == 1


@both
def test_outputs_of_unknown_fate_are_not_lost(asynchronous: bool) -> None:
    """The run says that it has them: nothing is sent twice, and the rest is read."""

    def lost(_: httpx.Request) -> Any:
        raise httpx.ReadTimeout("nothing came")

    server = answering(lost)
    stream = read(server, asynchronous, get_current_weather)
    assert stream.current_run.status == "completed"
    assert len(submitted(server)) == 1


@both
def test_what_the_tool_loop_raises_is_raised(asynchronous: bool) -> None:
    def another() -> str:
        """Another."""
        return ""

    server, run = answering(), Stored.of(recorded()[6]).run
    with pytest.raises(ToolNotFound, match="get_current_weather"):
        read(server, asynchronous, another, cancel_on_exit=True)
    assert server.asked[-1] == ("POST", f"/threads/{run['thread_id']}/runs/{run['id']}/cancel")
    with pytest.raises(ToolRoundsExceeded):
        read(answering(), asynchronous, get_current_weather, max_rounds=0)


@both
def test_calls_can_be_refused(asynchronous: bool) -> None:
    server = answering(whole())
    read(server, asynchronous, get_current_weather, approve=lambda _: "not today")
    assert b"was not approved: not today" in submitted(server)[0].content


def test_signatures_show_the_options_of_streams() -> None:
    """They are listed apart, for the types are not loaded before a stream is asked for."""
    own = AsyncStreamOptions.__annotations__.keys() - CallParams.__annotations__.keys()
    assert own == set(STREAM_OPTIONS)
    parameters = inspect.signature(Runs.stream).parameters
    assert set(STREAM_OPTIONS) <= set(parameters)
    assert "stream" not in parameters
