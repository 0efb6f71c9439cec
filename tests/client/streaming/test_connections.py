"""Connections that are cut between a client and the local service, while a run is streamed."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from tests.support.client.stage import both
from tests.support.faults.cutting import CLOSE, RESET, STALL, CuttingRelay
from tests.support.service.scripted import PausingModel, ScriptedModel

from openai_assistants import (
    AssistantsClient,
    AsyncAssistantsClient,
    CompatibleEndpoint,
    StreamInterrupted,
)
from openai_assistants_service import LocalService
from openai_assistants_service.models.base import Finish, TextDelta

TEXT = [f"The {number}th word of a long answer. " for number in range(200)]
THREAD: Any = {"messages": [{"role": "user", "content": "Tell me."}]}
MODEL = ScriptedModel(lambda _: [*map(TextDelta, TEXT), Finish("stop")])


def streamed(url: str, asynchronous: bool, **options: Any) -> tuple[list[Any], Any]:
    """The events of a run of a new thread, and what they were read with."""
    asked: Any = {
        "assistant_id": options.pop("assistant_id"),
        "thread": THREAD,
        **options,
    }
    endpoint = CompatibleEndpoint(f"{url}/v1")
    if not asynchronous:
        with (
            AssistantsClient(endpoint) as client,
            client.threads.create_and_run_stream(**asked) as stream,
        ):
            return list(stream), stream

    async def main() -> tuple[list[Any], Any]:
        async with (
            AsyncAssistantsClient(endpoint) as client,
            client.threads.create_and_run_stream(**asked) as stream,
        ):
            return [event async for event in stream], stream

    return asyncio.run(main())


@both
@pytest.mark.parametrize("way", [RESET, CLOSE, STALL])
def test_a_stream_goes_on_over_other_connections(asynchronous: bool, way: str) -> None:
    """Behind its last event, however often it is cut off: it is as if it had never been."""
    with (
        LocalService(model=MODEL) as service,
        AssistantsClient(CompatibleEndpoint(service.base_url)) as client,
        CuttingRelay(int(service.url.rpartition(":")[2]), way, [1500, 2500, 3500]) as relay,
    ):
        assistant = client.assistants.create(model="m").id
        idle = 0.5 if way == STALL else 30
        events, stream = streamed(
            relay.url, asynchronous, assistant_id=assistant, idle_timeout=idle
        )
        run = stream.current_run
        assert run == client.threads.runs.retrieve(run.id, thread_id=run.thread_id)
        stored = client.threads.messages.list(run.thread_id).data[0]
        assert relay.cut == 3
    deltas = [one.data.delta for one in events if one.event == "thread.message.delta"]
    text = "".join(part.text.value for delta in deltas for part in delta.content)
    assert text == stored.text == "".join(TEXT)
    assert stream.current_message_snapshot.content == stored.content
    names = [one.event for one in events if one.event != "thread.message.delta"]
    assert len(names) == len(set(names)), names
    assert not any(one.recovered for one in events)


@both
@pytest.mark.parametrize("way", [RESET, CLOSE, STALL])
def test_without_recovery_each_is_an_error(asynchronous: bool, way: str) -> None:
    with (
        LocalService(model=MODEL) as service,
        AssistantsClient(CompatibleEndpoint(service.base_url)) as client,
        CuttingRelay(int(service.url.rpartition(":")[2]), way, [2500]) as relay,
    ):
        assistant = client.assistants.create(model="m").id
        idle = 0.5 if way == STALL else 30
        with pytest.raises(StreamInterrupted, match="broke off after"):
            streamed(
                relay.url,
                asynchronous,
                assistant_id=assistant,
                idle_timeout=idle,
                recover=False,
            )


def test_leaving_early_cancels_the_run_if_that_is_wanted() -> None:
    """While its model is in the middle of a sentence."""
    model = PausingModel([TextDelta("Well, "), TextDelta("perhaps"), Finish("stop")])
    with (
        LocalService(model=model) as service,
        AssistantsClient(CompatibleEndpoint(service.base_url)) as client,
    ):
        model.release()
        assistant = client.assistants.create(model="m").id
        with client.threads.create_and_run_stream(
            assistant_id=assistant, thread=THREAD, cancel_on_exit=True
        ) as stream:
            assert next(iter(stream.text_deltas)) == "Well, "
        run = stream.current_run
        assert run is not None
        assert client.threads.runs.poll(run.id, thread_id=run.thread_id).status == "cancelled"
