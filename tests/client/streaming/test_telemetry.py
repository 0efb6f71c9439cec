"""What can be seen of streams: one span to the end, the log of how it ended, and no secret."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import httpx
import pytest
from opentelemetry import trace
from tests.support.client.stage import both
from tests.support.client.streams import DONE, Body, Stored, StreamServer, cut, frame
from tests.support.redaction.seen import Observatory

from openai_assistants import (
    AssistantsClient,
    AsyncAssistantsClient,
    OpenAIEndpoint,
    OpenAIKeyCredential,
    StreamError,
    StreamInterrupted,
)
from openai_assistants.testing import FakeClock

from .test_handlers import SHORT, run

SECRET = "s3cr3t-value"
USAGE = {"prompt_tokens": 30, "completion_tokens": 4, "total_tokens": 34}
ENDED = frame("thread.run.completed", run("completed", usage=USAGE, model="m-2")) + DONE
WHOLE = SHORT[: SHORT.index(b"event: thread.run.completed")] + ENDED


def read(server: StreamServer, asynchronous: bool, watch: Any, **options: Any) -> list[Any]:
    """The events of a plain stream, and whether a span was current between them."""
    asked: Any = {"thread_id": "thread_1", "assistant_id": "asst_1", "stream": True}
    endpoint, key = OpenAIEndpoint("https://res.example/v1"), OpenAIKeyCredential(SECRET)
    clock = FakeClock()

    async def main() -> list[Any]:
        async with httpx.AsyncClient(transport=server) as http:
            client = AsyncAssistantsClient(endpoint, key, http_client=http, **options)
            stream = await watch(clock.attach(client)).threads.runs.create(**asked)
            return [(one.event, trace.get_current_span().is_recording()) async for one in stream]

    if asynchronous:
        return asyncio.run(main())
    with httpx.Client(transport=server) as http:
        client = AssistantsClient(endpoint, key, http_client=http, **options)
        stream = watch(clock.attach(client)).threads.runs.create(**asked)
        return [(one.event, trace.get_current_span().is_recording()) for one in stream]


def serving(body: bytes) -> StreamServer:
    return StreamServer([lambda _: Body(cut(body))], Stored.of(SHORT))


@both
def test_one_span_to_the_end_of_the_stream(asynchronous: bool) -> None:
    observatory = Observatory()
    found = read(serving(WHOLE), asynchronous, observatory.attach, trace_content=True)
    assert not any(recording for _, recording in found)
    [span] = observatory.spans.get_finished_spans()
    told = dict(span.attributes or {})
    assert span.name == "invoke_agent"
    assert told["openai_assistants.stream.events"] == 6
    assert isinstance(told["gen_ai.response.time_to_first_chunk"], float)
    assert told["gen_ai.response.id"] == "run_1"
    assert told["gen_ai.usage.output_tokens"] == 4
    assert "Hello, world" not in str(told) or "gen_ai.output.messages" in told
    assert span.status.status_code is trace.StatusCode.UNSET


@both
def test_a_stream_that_breaks_off_is_an_error_of_its_span(asynchronous: bool) -> None:
    observatory = Observatory()
    with pytest.raises(StreamInterrupted):
        read(serving(WHOLE[:300]), asynchronous, observatory.attach)
    [span] = observatory.spans.get_finished_spans()
    assert (span.attributes or {})["error.type"] == "StreamInterrupted"
    assert span.status.status_code is trace.StatusCode.ERROR


@both
def test_the_log_says_how_a_stream_ended(
    asynchronous: bool, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="openai_assistants")
    read(serving(WHOLE), asynchronous, lambda client: client)
    with pytest.raises(StreamInterrupted):
        read(serving(WHOLE[:300]), asynchronous, lambda client: client)
    with pytest.raises(StreamInterrupted):
        read(serving(b""), asynchronous, lambda client: client)
    said = [one.getMessage() for one in caplog.records if "stream ended" in one.getMessage()]
    assert "stream ended after 6 events in" in said[0]
    assert "stream ended with StreamInterrupted after 2 events in" in said[1]
    assert "the first in" in said[1]
    assert "stream ended with StreamInterrupted after 0 events in" in said[2]
    assert "the first in" not in said[2]
    assert "Hello" not in caplog.text


@both
def test_no_secret_is_in_what_the_service_says_went_wrong(
    asynchronous: bool, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="openai_assistants")
    body = frame("error", {"message": f"bad key {SECRET}", "code": SECRET})
    observatory = Observatory()
    with pytest.raises(StreamError) as caught:
        read(serving(body), asynchronous, observatory.attach)
    error = caught.value
    assert SECRET not in f"{error} {error.args} {error.body} {caplog.text}"
    assert SECRET not in repr(observatory.spans.get_finished_spans()[0].to_json())
    assert SECRET not in str(error.code)
