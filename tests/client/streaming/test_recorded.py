"""Recorded streams: every event typed, every snapshot what the service has stored in the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.support.client.streams import ENDS, Stored, frames, recorded

from openai_assistants.streaming.callbacks import Callbacks
from openai_assistants.streaming.snapshots import Snapshots
from openai_assistants_core import UnknownEvent
from openai_assistants_core.event_reader import EventReader
from openai_assistants_rest.events import AssistantStreamEvent, decode_event

ONLY_AT_THE_END = {
    "status",
    "completed_at",
    "incomplete_at",
    "incomplete_details",
    "usage",
    "step_details.tool_calls[].file_search.results",
}
"""What no delta brings."""
ONLY_IN_DELTAS = {"content[].text.annotations[].file_citation.quote"}
"""An empty text there, absent in what is stored."""


def events_of(body: bytes) -> list[Any]:
    reader: EventReader[AssistantStreamEvent] = EventReader(decode_event)
    found = list(reader.feed(body))
    assert reader.is_done
    return found


def differences(one: Any, other: Any, path: str = "") -> Iterator[str]:
    """Where two parsed documents differ, without the numbers of items."""
    if isinstance(one, dict) and isinstance(other, dict):
        for name in one.keys() | other.keys():
            yield from differences(one.get(name, ...), other.get(name, ...), f"{path}.{name}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for mine, theirs in zip(one, other, strict=True):
            yield from differences(mine, theirs, f"{path}[]")
    elif one != other or type(one) is not type(other):
        yield path.removeprefix(".")


def test_every_event_is_typed() -> None:
    for body in recorded():
        events = events_of(body)
        assert [(one.event, one.data.to_dict()) for one in events] == frames(body)
        assert not any(isinstance(one, UnknownEvent) for one in events)


def test_a_snapshot_is_what_the_service_stores_but_for_what_comes_at_the_end() -> None:
    compared, seen = 0, set[str]()
    for body in recorded():
        snapshots = Snapshots()
        for event in events_of(body):
            begun = {**snapshots.messages, **snapshots.run_steps}
            if event.event.rpartition(".")[2] in ENDS and event.data.id in begun:
                compared += 1
                seen |= set(differences(begun[event.data.id].to_dict(), event.data.to_dict()))
            snapshots.add(event)
    assert compared > 20
    assert seen == ONLY_AT_THE_END | ONLY_IN_DELTAS


def test_the_last_event_of_an_object_has_its_last_word() -> None:
    for body in recorded():
        snapshots, stored = Snapshots(), Stored.of(body)
        for event in events_of(body):
            snapshots.add(event)
        assert snapshots.run is not None
        assert snapshots.run.to_dict() == stored.run
        messages = {key: one.to_dict() for key, one in snapshots.messages.items()}
        assert messages == stored.messages
        steps = {key: one.to_dict() for key, one in snapshots.run_steps.items()}
        assert steps.keys() == stored.steps.keys()
        assert snapshots.finished == {
            *messages,
            *(key for key, one in stored.steps.items() if one["status"] in ENDS),
        }


def test_the_snapshots_of_calls_that_a_run_waits_for_are_those_calls() -> None:
    found = 0
    for body in recorded():
        snapshots, stored = Snapshots(), Stored.of(body)
        for event in events_of(body):
            snapshots.add(event)
        if stored.run["status"] == "requires_action":
            [step] = snapshots.run_steps.values()
            assert step.to_dict() == stored.steps[step.id]
            found += 1
    assert found == 4


def test_events_are_not_changed_by_what_follows() -> None:
    for body in recorded():
        events, snapshots = events_of(body), Snapshots()
        for event in events:
            snapshots.add(event)
        assert [(one.event, one.data.to_dict()) for one in events] == frames(body)


@pytest.mark.parametrize("number", range(2, 8))
def test_callbacks_of_recorded_streams(number: int) -> None:
    """Each text and each call begins, goes on, and is done once, with all of its pieces."""
    body = recorded()[number]
    snapshots = Snapshots()
    callbacks, called = Callbacks(snapshots), list[tuple[str, Any]]()
    for event in events_of(body):
        snapshots.add(event)
        for name, arguments in callbacks.of(event):
            called.append((name, [_text_of(one) for one in arguments]))
    names = [name for name, _ in called]
    data = [one for _, one in frames(body)]
    assert names.count("on_event") == len(data)
    for what in ("text", "tool_call", "message"):
        assert names.count(f"on_{what}_created") >= names.count(f"on_{what}_done")
    pieces = "".join(arguments[0] for name, arguments in called if name == "on_text_delta")
    texts = [arguments[0] for name, arguments in called if name == "on_text_done"]
    assert pieces == "".join(texts)
    assert all(
        one["content"][0]["text"]["value"] in texts
        for one in Stored.of(body).messages.values()
        if one["role"] == "assistant"
    )


def _text_of(thing: Any) -> Any:
    return getattr(thing, "value", None) or ""
