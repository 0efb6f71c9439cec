"""Checked by mypy and pyright, never run: what a stream is, and what its events bring."""

from typing import assert_type

from openai_assistants import (
    AssistantEventHandler,
    AssistantsClient,
    AsyncAssistantEventHandler,
    AsyncAssistantsClient,
    AsyncStream,
    Stream,
)
from openai_assistants.types import Message, MessageDeltaEvent, Run
from openai_assistants_rest.events import AssistantStreamEvent


class Handler(AssistantEventHandler):
    """A user's."""


class AsyncHandler(AsyncAssistantEventHandler):
    """A user's."""


def read(client: AssistantsClient) -> None:
    runs = client.threads.runs
    assert_type(runs.create("t", assistant_id="a"), Run)
    assert_type(runs.create("t", assistant_id="a", stream=False), Run)
    events = runs.create("t", assistant_id="a", stream=True)
    assert_type(events, Stream[AssistantStreamEvent])
    for event in events:
        if event.event == "thread.message.delta":
            assert_type(event.data, MessageDeltaEvent)
        elif event.event == "thread.message.completed":
            assert_type(event.data, Message)
    raw = runs.with_raw_response.create("t", assistant_id="a", stream=True)
    assert_type(raw.parse(), Stream[AssistantStreamEvent])
    with runs.stream(thread_id="t", assistant_id="a") as stream:
        assert_type(stream, AssistantEventHandler)
        assert_type("".join(stream.text_deltas), str)
    with runs.stream(thread_id="t", assistant_id="a", event_handler=Handler()) as handler:
        assert_type(handler, Handler)
        assert_type(handler.get_final_run(), Run)


async def read_too(client: AsyncAssistantsClient) -> None:
    threads = client.threads
    events = await threads.create_and_run(assistant_id="a", stream=True)
    assert_type(events, AsyncStream[AssistantStreamEvent])
    async with threads.create_and_run_stream(
        assistant_id="a", event_handler=AsyncHandler()
    ) as handler:
        assert_type(handler, AsyncHandler)
        assert_type(await handler.get_final_messages(), list[Message])
