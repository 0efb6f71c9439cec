"""Readers that stop, vanish, come in crowds or outlive the service: no run notices."""

import asyncio
import json
import logging
import socket
import threading
from collections.abc import AsyncGenerator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPResponse
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from tests.support.scale import at_scale
from tests.support.service.api import Api
from tests.support.service.scripted import PausingModel, ScriptedModel
from tests.support.service.streams import Told, listen, parse, paused, story, streaming

from openai_assistants_service import LocalService
from openai_assistants_service.http import server
from openai_assistants_service.models.base import Delta, Finish, TextDelta
from openai_assistants_service.models.conversation import Conversation
from openai_assistants_service.runs import worker
from openai_assistants_service.runs.event_reader import EventReader
from openai_assistants_service.storage import events

STREAMS = at_scale(tests=50, soak=200)
SMALL = 8192
DELTAS = 8000


def texts(told: list[Told]) -> list[str]:
    return [
        one.data["delta"]["content"][0]["text"]["value"]
        for one in told
        if one.name == "thread.message.delta"
    ]


@contextmanager
def narrow(service: LocalService, path: str, assistant: str) -> Iterator[HTTPResponse]:
    """Ask for a stream on a connection that holds next to nothing; give its beginning."""
    where = urlsplit(service.url)
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL)
        connection.settimeout(60)
        connection.connect((where.hostname, where.port))
        body = json.dumps({"assistant_id": assistant, "stream": True})
        connection.sendall(
            f"POST /v1{path} HTTP/1.1\r\nHost: {where.netloc}\r\n"
            "Content-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n{body}".encode()
        )
        with HTTPResponse(connection) as response:
            response.begin()
            yield response


class Counting:
    """Counts the events that readers were given."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.events = 0
        self._listing = events.listing
        monkeypatch.setattr(events, "listing", self.listing)

    async def listing(self, *arguments: Any) -> list[dict[str, Any]]:
        found = await self._listing(*arguments)
        self.events += len(found)
        return found


def test_a_reader_that_stops_holds_little(monkeypatch: pytest.MonkeyPatch) -> None:
    """The run ends all the same; of 3 MB of events the reader has had no more than fits into the
    buffers of the sockets, of uvicorn (64 kB) and a page; once it reads on, it gets them all.
    """
    open_socket = server.listen

    def listen_narrowly(*arguments: Any, **options: Any) -> socket.socket:
        listening = open_socket(*arguments, **options)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SMALL)
        return listening

    monkeypatch.setattr(server, "listen", listen_narrowly)
    counting = Counting(monkeypatch)
    words = [f"{number} {'x' * 100}" for number in range(DELTAS)]
    model = ScriptedModel(lambda _: [*map(TextDelta, words), Finish("stop")])
    with LocalService(model=model) as service, Api.of(service) as api:
        assistant = api.post("/assistants", model="m", instructions="i")["id"]
        thread = api.thread()
        with narrow(service, f"/threads/{thread}/runs", assistant) as reader:
            assert reader.status == 200
            run = api.settled(api.get(f"/threads/{thread}/runs")["data"][0])
            assert run["status"] == "completed"
            assert counting.events < DELTAS / 8
            told = parse(reader.read().decode())
        assert texts(told) == words
        assert told[-1].name == "done"


def test_a_reader_that_vanishes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its reading ends at once, although there is nothing to tell it; the run goes on."""
    stopped = threading.Event()
    stop = EventReader.stop

    def noticed(reader: EventReader) -> None:
        stop(reader)
        stopped.set()

    monkeypatch.setattr(EventReader, "stop", noticed)
    with paused() as (api, assistant, model):
        with streaming(api, assistant) as stream:
            run = stream.until("run.in_progress").data
        assert stopped.wait(10)
        model.release(100)
        assert api.settled(run)["status"] == "completed"


def test_a_connection_is_used_again_after_a_stream() -> None:
    with paused() as (api, assistant, model):
        model.release(100)
        body = {"assistant_id": assistant, "stream": True, "instructions": "i"}
        first, second = (api.send("POST", "/threads/runs", json=body) for _ in range(2))
        streams = [one.extensions["network_stream"] for one in (first, second)]
        assert streams[0] is streams[1]


class Held:
    """A model that says a word, and the rest once it is told to."""

    def __init__(self) -> None:
        self.release = threading.Event()

    async def stream(self, conversation: Conversation) -> AsyncGenerator[Delta]:
        yield TextDelta("one ")
        await asyncio.to_thread(self.release.wait, 30)
        yield TextDelta("two")
        yield Finish("stop")


def test_streams_that_outlive_the_service(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """They break off, so that no client takes them for complete; nothing is said in the log."""
    monkeypatch.setattr(server, "_GRACE", 1.2)
    monkeypatch.setattr(worker, "_GRACE", 0.1)
    model = PausingModel([TextDelta("one "), TextDelta("two"), Finish("stop")])
    service = LocalService(model=model)
    with service, Api.of(service) as api, caplog.at_level(logging.INFO):
        assistant = api.post("/assistants", model="m")["id"]
        model.release()
        with streaming(api, assistant) as stream:
            stream.until("message.delta")
            service.stop()
            with pytest.raises(httpx.RemoteProtocolError):
                stream.until("done")
    assert [one for one in caplog.records if one.levelno >= logging.WARNING] == []
    assert not [one for one in caplog.records if one.exc_info]


def test_a_run_that_ends_while_the_service_stops(caplog: pytest.LogCaptureFixture) -> None:
    """Its stream is sent to the end."""
    model = Held()
    service = LocalService(model=model)
    with service, Api.of(service) as api:
        assistant = api.post("/assistants", model="m")["id"]
        with streaming(api, assistant) as stream:
            stream.until("message.delta")
            stopping = threading.Thread(target=service.stop)
            stopping.start()
            model.release.set()
            stream.until("done")
        stopping.join(30)
    assert stream.seen[-2].short == "run.completed"
    assert [one for one in caplog.records if one.levelno >= logging.WARNING] == []


def test_a_stopped_service_goes_on_with_the_stream(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another service on the same database takes the turn anew, and tells the rest."""
    monkeypatch.setattr(server, "_GRACE", 1.2)
    monkeypatch.setattr(worker, "_GRACE", 0.1)
    model = PausingModel([TextDelta("one "), TextDelta("two"), Finish("stop")])
    service = LocalService(tmp_path / "s.db", model=model)
    with service, Api.of(service) as api:
        assistant = api.post("/assistants", model="m")["id"]
        model.release()
        with streaming(api, assistant) as stream:
            last = stream.until("message.delta")
            service.stop()
    model.release(100)
    with LocalService(tmp_path / "s.db", model=model) as other, Api.of(other) as api:
        headers = {"Last-Event-ID": str(last.id)}
        told = listen(api, "/threads/runs", headers, assistant_id=assistant)
    assert story(told) == [
        "message.incomplete",
        "run.step.cancelled",
        "run.step.created",
        "run.step.in_progress",
        "message.created",
        "message.in_progress",
        "message.delta",
        "message.completed",
        "run.step.completed",
        "run.completed",
    ]


def test_many_streams_at_once() -> None:
    """Of the built-in model, through a function: each complete, in order, and its own."""
    tool = {
        "type": "function",
        "function": {
            "name": "get_weather",
            "description": "Gets the weather in a city.",
            "parameters": {"type": "object", "properties": {"city": {"type": "string"}}},
        },
    }
    with LocalService() as service, Api.of(service) as api:
        assistant = api.post("/assistants", model="m", tools=[tool])["id"]

        def talk(number: int) -> list[Told]:
            with Api.of(service) as own:
                message = {"role": "user", "content": "What is the weather in Paris?"}
                asked = {"assistant_id": assistant, "thread": {"messages": [message]}}
                told = listen(own, "/threads/runs", **asked)
                run = told[-1].data
                (call,) = run["required_action"]["submit_tool_outputs"]["tool_calls"]
                path = f"/threads/{run['thread_id']}/runs/{run['id']}/submit_tool_outputs"
                outputs = [{"tool_call_id": call["id"], "output": f"{number} degrees"}]
                return [*told, *listen(own, path, tool_outputs=outputs)]

        with ThreadPoolExecutor(STREAMS) as pool:
            talks = list(pool.map(talk, range(STREAMS)))
    for number, told in enumerate(talks):
        assert story(told) == story(talks[0])
        assert told[-1].short == "run.completed"
        ids = {str(one.id).partition(":")[0] for one in told}
        assert ids == {told[-1].data["id"]}
        assert f"{number} degrees" in "".join(texts(told))
    assert len({told[-1].data["id"] for told in talks}) == STREAMS
