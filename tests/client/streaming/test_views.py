"""Streams through `with_raw_response` and `with_streaming_response`: the answer first, then it."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from tests.support.client.stage import both
from tests.support.client.streams import (
    Body,
    Stored,
    StreamServer,
    cut,
    frames,
    recorded,
    with_runs,
)

from openai_assistants import ResponseDecodeError, StreamInterrupted

ASKED: dict[str, Any] = {"thread_id": "thread_1", "assistant_id": "asst_1", "stream": True}


def serving(body: bytes) -> StreamServer:
    return StreamServer([lambda _: Body(cut(body))], Stored.of(recorded()[4]))


def parsed(server: StreamServer, asynchronous: bool, view: str) -> Any:
    """The names of the events of a stream, and the chunks taken before the first was asked for."""

    def events(stream: Any) -> tuple[list[str], int]:
        taken = server.sent[0].taken
        return [one.event for one in stream], taken

    async def async_events(stream: Any) -> tuple[list[str], int]:
        taken = server.sent[0].taken
        return [one.event async for one in stream], taken

    def sync(runs: Any) -> Any:
        if view == "raw":
            return events(runs.with_raw_response.create(**ASKED).parse())
        with runs.with_streaming_response.create(**ASKED) as response:
            return events(response.parse())

    async def other(runs: Any) -> Any:
        if view == "raw":
            response = await runs.with_raw_response.create(**ASKED)
            return await async_events(response.parse())
        async with runs.with_streaming_response.create(**ASKED) as response:
            return await async_events(await response.parse())

    return with_runs(server, asynchronous, other if asynchronous else sync)


@both
@pytest.mark.parametrize("view", ["raw", "streaming"])
def test_a_view_is_parsed_to_the_stream(asynchronous: bool, view: str) -> None:
    """Of which nothing has been read by then; at its end the connection is given back."""
    body = recorded()[4]
    server = serving(body)
    names, taken = parsed(server, asynchronous, view)
    assert names == [name for name, _ in frames(body)]
    assert taken == 0
    assert server.sent[0].closed


@both
@pytest.mark.parametrize("view", ["raw", "streaming"])
def test_it_breaks_off_as_any_other(asynchronous: bool, view: str) -> None:
    server = serving(recorded()[4][:3000])
    with pytest.raises(StreamInterrupted, match="without `done`"):
        parsed(server, asynchronous, view)
    assert server.sent[0].closed


@both
@pytest.mark.parametrize("view", ["raw", "streaming"])
def test_an_answer_that_is_no_stream_is_an_error(asynchronous: bool, view: str) -> None:
    run = {"id": "run_1", "object": "thread.run"}
    server = StreamServer([lambda _: httpx.Response(200, json=run)], Stored.of(recorded()[4]))
    server.sent.append(Body(cut(b"")))
    with pytest.raises(ResponseDecodeError, match="not with a stream") as caught:
        parsed(server, asynchronous, view)
    assert caught.value.body == run
