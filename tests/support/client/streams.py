"""Streams in memory: recorded ones and made ones, whole or cut off, and what is stored of runs."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import httpx
import pytest

from openai_assistants import AssistantsClient, AsyncAssistantsClient, OpenAIKeyCredential
from openai_assistants.testing import FakeClock

PAIRS = Path(__file__).resolve().parents[4] / "shared" / "traffic" / "pairs.jsonl"
KEY = OpenAIKeyCredential("k")
ENDS = {"completed", "incomplete", "failed", "cancelled", "expired"}
DONE = b"event: done\ndata: [DONE]\n\n"
Frame = tuple[str, dict[str, Any]]
"""The name of an event, and its data as parsed JSON."""


def recorded() -> list[bytes]:
    """The bodies of all recorded streams; skips where they are missing."""
    if not PAIRS.is_file():
        pytest.skip("the recordings are not here (../shared/traffic)")
    with PAIRS.open(encoding="utf-8") as lines:
        return [one["resp_body"].encode() for one in map(json.loads, lines) if one["sse"]]


def frames(body: bytes) -> list[Frame]:
    """The events of a body, but for `done`; decoded in the plainest way."""
    found: list[Frame] = []
    for block in body.decode().replace("\r\n", "\n").split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.split("\n") if ": " in line)
        if fields and fields["event"] != "done":
            found.append((fields["event"], json.loads(fields["data"])))
    return found


def frame(name: str, data: Any, id_: str = "") -> bytes:
    """An event as a service sends it."""
    named = f"event: {name}\ndata: {json.dumps(data)}\n"
    return f"{named}id: {id_}\n\n".encode() if id_ else f"{named}\n".encode()


@attrs.define
class Stored:
    """What a service has stored of a run, once it has ended or requires action."""

    run: dict[str, Any]
    steps: dict[str, dict[str, Any]]
    messages: dict[str, dict[str, Any]]

    @classmethod
    def of(cls, body: bytes) -> Stored:
        """What a whole stream leaves behind; the calls that a run waits for are in its step."""
        stored = cls({}, {}, {})
        for name, data in frames(body):
            kind, _, end = name.rpartition(".")
            if end == "delta" or name == "thread.created":
                continue
            if kind == "thread.run":
                stored.run = data
            elif kind == "thread.run.step":
                stored.steps[data["id"]] = data
            elif kind == "thread.message":
                stored.messages[data["id"]] = data
        action = stored.run.get("required_action")
        if action:
            calls = [
                {**call, "function": {**call["function"], "output": None}}
                for call in action["submit_tool_outputs"]["tool_calls"]
            ]
            last = list(stored.steps.values())[-1]
            last["step_details"] = {"type": "tool_calls", "tool_calls": calls}
        return stored


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body in chunks, which may end with an exception in place of its end."""

    def __init__(self, chunks: Iterator[bytes], failure: Exception | None = None) -> None:
        self._chunks = chunks
        self._failure = failure
        self.taken = 0
        self.closed = False

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._chunks:
            self.taken += 1
            yield chunk
        if self._failure is not None:
            raise self._failure

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self:
            yield chunk

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


def cut(body: bytes, length: int | None = None, size: int = 512) -> Iterator[bytes]:
    """The first bytes of a body, in chunks of a size."""
    part = body[:length]
    return (part[start : start + size] for start in range(0, len(part), size))


@attrs.define
class StreamServer(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Answers POSTs with bodies, one after another, and reads with what is stored."""

    bodies: list[Callable[[httpx.Request], Body | httpx.Response]]
    stored: Stored
    headers: dict[str, str] = attrs.field(factory=dict)
    clock: FakeClock = attrs.field(factory=FakeClock)
    requests: list[httpx.Request] = attrs.field(factory=list)
    sent: list[Body] = attrs.field(factory=list)

    @property
    def asked(self) -> list[tuple[str, str]]:
        """Method and path of each request."""
        return [(one.method, one.url.path.removeprefix("/v1")) for one in self.requests]

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.read()
        return self._answer(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        return self._answer(request)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        path = request.url.path.removeprefix("/v1").split("/")[1:]
        if request.method == "POST" and path[-1] == "cancel":
            return httpx.Response(200, json={**self.stored.run, "status": "cancelling"})
        if request.method == "POST":
            made = self.bodies.pop(0)(request)
            if isinstance(made, httpx.Response):
                return made
            self.sent.append(made)
            headers = {"content-type": "text/event-stream; charset=utf-8", **self.headers}
            return httpx.Response(200, headers=headers, stream=made)
        return httpx.Response(200, json=self._read(path))

    def _read(self, path: list[str]) -> Any:
        if path[0] == "assistants":
            return {"id": path[1], "object": "assistant", "tools": []}
        if path[-1] == "steps":
            steps = list(self.stored.steps.values())
            return {"object": "list", "data": steps, "has_more": False}
        return self.stored.messages[path[3]] if path[2] == "messages" else self.stored.run


def with_runs(
    server: StreamServer,
    asynchronous: bool,
    act: Callable[[Any], Any],
    **options: Any,
) -> Any:
    """What an act on the resource `threads.runs` of a client gives, without real waits."""
    clock = server.clock
    if not asynchronous:
        with httpx.Client(transport=server) as http:
            client = AssistantsClient(KEY, http_client=http, **options)
            return act(clock.attach(client).threads.runs)

    async def main() -> Any:
        async with httpx.AsyncClient(transport=server) as http:
            client = AsyncAssistantsClient(KEY, http_client=http, **options)
            return await act(clock.attach(client).threads.runs)

    return asyncio.run(main())
