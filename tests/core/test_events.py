"""Events of a stream: typed by their name, and nothing of them lost."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from openai_assistants_core import DoneEvent, ResponseDecodeError, StreamEvent, UnknownEvent
from openai_assistants_rest.events import EVENTS, ThreadMessageDelta, ThreadRunCreated, decode_event
from openai_assistants_rest.models import MessageDeltaEvent, Run

PAIRS = Path(__file__).resolve().parents[3] / "shared" / "traffic" / "pairs.jsonl"


def test_there_are_25_events() -> None:
    assert len({*EVENTS, "done"}) == 25


def test_an_event_is_of_its_class_and_brings_its_model() -> None:
    event = decode_event("thread.run.created", b'{"id": "run_1", "zz": 1}')
    assert isinstance(event, ThreadRunCreated)
    assert isinstance(event.data, Run)
    assert (event.event, event.data.id) == ("thread.run.created", "run_1")
    assert event.to_dict() == {"event": "thread.run.created", "data": {"id": "run_1", "zz": 1}}


def test_a_delta_brings_typed_parts() -> None:
    data = {
        "id": "msg_1",
        "object": "thread.message.delta",
        "delta": {"content": [{"index": 0, "type": "text", "text": {"value": "Hi"}}]},
    }
    event = decode_event("thread.message.delta", json.dumps(data).encode())
    assert isinstance(event, ThreadMessageDelta)
    assert isinstance(event.data, MessageDeltaEvent)
    assert event.data.delta.content is not None
    [part] = event.data.delta.content
    assert part.type == "text"
    assert part.text is not None
    assert part.text.value == "Hi"
    assert event.data.to_dict() == data


def test_the_end_is_no_json() -> None:
    assert decode_event("done", b"[DONE]") == DoneEvent()


@pytest.mark.parametrize(
    ("data", "kept"), [(b'{"a": 1}', {"a": 1}), (b"not json", "not json"), (b"", "")]
)
def test_an_unknown_event_is_kept(data: bytes, kept: Any) -> None:
    event = decode_event("thread.hologram.created", data)
    assert event == UnknownEvent("thread.hologram.created", kept)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"{", "event thread.run.created: the data is not JSON"),
        (b'{"id": 1}', "event thread.run.created: expected a string at 'id'"),
        (b"[]", "expected an object as the whole body"),
    ],
)
def test_data_that_is_not_as_described(data: bytes, message: str) -> None:
    with pytest.raises(ResponseDecodeError, match=message):
        decode_event("thread.run.created", data)


def frames(stream: str) -> list[tuple[str, str]]:
    """Name and data of each event of a recorded stream."""
    return re.findall(r"event: (\S+)\r?\ndata: (.*?)\r?\n", stream + "\n")


def test_recorded_streams_round_trip_event_by_event() -> None:
    if not PAIRS.is_file():
        pytest.skip("the recordings are not here (../shared/traffic)")
    with PAIRS.open(encoding="utf-8") as lines:
        streams = [pair["resp_body"] for pair in map(json.loads, lines) if pair["sse"]]
    seen: set[str] = set()
    for name, data in [frame for stream in streams for frame in frames(stream)]:
        event: StreamEvent = decode_event(name, data.encode())
        assert not isinstance(event, UnknownEvent), name
        assert event.event == name
        raw = data if name == "done" else json.loads(data)
        assert event.to_dict()["data"] == raw
        seen.add(name)
    assert len(streams) > 10
    assert len(seen) > 12, seen
