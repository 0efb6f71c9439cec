"""Streams cut off, after any byte and in any way: never a wrong end, never a silent one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import httpx
import pytest
from tests.support.client.stage import both
from tests.support.client.streams import (
    DONE,
    Body,
    Stored,
    StreamServer,
    cut,
    frame,
    frames,
    recorded,
    with_runs,
)
from tests.support.scale import at_scale

from openai_assistants import StreamInterrupted

Failure = Callable[[], Exception | None]
FAILURES: dict[str, Failure] = {
    "it ends": lambda: None,
    "reset": lambda: httpx.ReadError("connection reset"),
    "half a chunk": lambda: httpx.RemoteProtocolError("peer closed connection"),
    "silence": lambda: httpx.ReadTimeout("nothing came"),
}


def read(server: StreamServer, asynchronous: bool, **options: Any) -> dict[str, Any]:
    """What a stream of a run brings: its texts, its events, its final objects."""
    asked = {"thread_id": "thread_1", "assistant_id": "asst_1", **options}

    def sync(runs: Any) -> dict[str, Any]:
        with runs.stream(**asked) as stream:
            events = list(stream)
        return {
            "events": events,
            "run": stream.current_run,
            "messages": stream.get_final_messages(),
            "steps": stream.get_final_run_steps(),
        }

    async def other(runs: Any) -> dict[str, Any]:
        async with runs.stream(**asked) as stream:
            events = [event async for event in stream]
        return {
            "events": events,
            "run": stream.current_run,
            "messages": await stream.get_final_messages(),
            "steps": await stream.get_final_run_steps(),
        }

    found: dict[str, Any] = with_runs(server, asynchronous, other if asynchronous else sync)
    return found


def broken(
    body: bytes, length: int, failure: Failure = FAILURES["it ends"], **options: Any
) -> StreamServer:
    """A service whose stream of a run breaks off after some bytes."""
    first: Any = lambda _: Body(cut(body, length), failure())  # noqa: E731
    return StreamServer([first], Stored.of(body), **options)


def texts(events: list[Any]) -> dict[str, str]:
    """The text of each message, of its deltas."""
    found: dict[str, str] = {}
    for event in events:
        if event.event == "thread.message.delta":
            for part in event.data.delta.content or ():
                piece = part.text.value or "" if part.text is not None else ""
                found[event.data.id] = found.get(event.data.id, "") + piece
    return found


def check(found: dict[str, Any], stored: Stored) -> None:
    """Nothing is missing, nothing is wrong, nothing comes twice."""
    assert found["run"].to_dict() == stored.run
    assert {one.id: one.to_dict() for one in found["messages"]} == stored.messages
    assert {one.id: one.to_dict() for one in found["steps"]} == stored.steps
    whole = {
        key: one["content"][0]["text"]["value"]
        for key, one in stored.messages.items()
        if one["content"]
    }
    assert texts(found["events"]) == whole
    once = [
        (one.event, one.data.id)
        for one in found["events"]
        if not one.event.endswith((".delta", ".step.in_progress"))
    ]
    assert len(once) == len(set(once))
    assert found["events"][-1].event == f"thread.run.{stored.run['status']}"


def first_run_event(body: bytes) -> int:
    """Where the event ends that tells which run a stream is of."""
    place = body.index(b"event: thread.run.")
    return body.index(b"\n\n", place) + 2


def whole_events(body: bytes, length: int) -> bytes:
    """The first bytes of a body, without an event that is cut off."""
    return body[: body.rfind(b"\n\n", 0, length) + 2]


def bodies() -> list[bytes]:
    """Recorded streams, one of each shape; those of outputs that were submitted come elsewhere."""
    found = recorded()
    return [found[number] for number in (0, 2, 4, 6)]


@pytest.mark.parametrize("number", range(4))
def test_after_every_byte(number: int) -> None:
    """With both clients in turn, and each kind of failure."""
    body = bodies()[number]
    stored, known, kinds = Stored.of(body), first_run_event(body), list(FAILURES.values())
    step = at_scale(tests=13, soak=1) if number else at_scale(tests=2, soak=1)
    recovered = 0
    for length in range(0, len(body) + 1, step):
        turn = length // step
        server = broken(body, length, kinds[turn % 4])
        if length < known:
            with pytest.raises(StreamInterrupted, match="The stream broke off after"):
                read(server, asynchronous=bool(turn % 2))
            continue
        found = read(server, asynchronous=bool(turn % 2))
        check(found, stored)
        assert server.sent[0].closed
        recovered += any(one.recovered for one in found["events"])
        of_stream = [one for one in found["events"] if not one.recovered]
        whole = frames(whole_events(body, length))
        assert [(one.event, one.data.to_dict()) for one in of_stream] == whole
    assert recovered > 100 / step


@both
@pytest.mark.parametrize("kind", FAILURES)
def test_without_recovery_it_is_an_error(kind: str, asynchronous: bool) -> None:
    body = recorded()[4]
    for length in range(0, len(body) - 1, 997):
        server = broken(body, length, FAILURES[kind])
        with pytest.raises(StreamInterrupted, match="broke off after") as caught:
            read(server, asynchronous, recover=False)
        assert server.sent[0].closed
        count = len(frames(whole_events(body, length)))
        assert f"after {count} event" in str(caught.value)
        assert (caught.value.__cause__ is None) == (kind == "it ends")


@both
def test_a_plain_stream_says_so_itself(asynchronous: bool) -> None:
    body = recorded()[4]
    server = broken(body, len(body) // 2)

    def sync(runs: Any) -> list[str]:
        return [one.event for one in runs.create("thread_1", assistant_id="asst_1", stream=True)]

    async def other(runs: Any) -> list[str]:
        stream = await runs.create("thread_1", assistant_id="asst_1", stream=True)
        return [one.event async for one in stream]

    with pytest.raises(StreamInterrupted, match="it ended without `done`"):
        with_runs(server, asynchronous, other if asynchronous else sync)
    assert server.asked == [("POST", "/threads/thread_1/runs")]
    assert server.sent[0].closed


@both
def test_the_end_without_a_final_event_is_no_end(asynchronous: bool) -> None:
    """`done` comes, but not what became of the run."""
    body = recorded()[4]
    cut_short = body[: body.index(b"event: thread.message.completed")] + DONE
    server = StreamServer([lambda _: Body(cut(cut_short))], Stored.of(body))
    check(read(server, asynchronous), Stored.of(body))


@both
def test_the_run_is_waited_for(asynchronous: bool) -> None:
    """While it is going on, it is polled; its steps and messages are read when it has ended."""
    body = recorded()[4]
    server = broken(body, first_run_event(body))
    stored = Stored.of(body)
    ended, server.stored.run = server.stored.run, {**stored.run, "status": "in_progress"}
    polls = 0
    answer = server._read

    def reads(path: list[str]) -> Any:
        nonlocal polls
        if path[-2] == "runs":
            polls += 1
            server.stored.run = ended if polls == 3 else server.stored.run
        return answer(path)

    server._read = reads  # type: ignore[method-assign]
    check(read(server, asynchronous), stored)
    assert polls == 3


# What a service can go on with, by the ids of events.

RESUMABLE = {"last-event-id-retention": "86400"}


def with_ids(body: bytes) -> list[bytes]:
    """The events of a body, with ids, and `done`."""
    sent = [frame(name, data, f"run_1:{n}") for n, (name, data) in enumerate(frames(body), 1)]
    return [*sent, DONE]


def from_behind(events: list[bytes], lengths: list[int], request: httpx.Request) -> Body:
    """What a service sends of these events, each time so many bytes of it."""
    last = request.headers.get("last-event-id", "run_1:0")
    rest = b"".join(events[int(last.partition(":")[2]) :])
    return Body(cut(rest, lengths.pop(0) if lengths else None))


@both
@pytest.mark.parametrize("lengths", [[1], [900], [5000], [0, 0], [3000, 0, 700], [2000] * 6])
def test_a_stream_goes_on_where_it_broke_off(asynchronous: bool, lengths: list[int]) -> None:
    """No event is missing, none comes twice, and none is made up."""
    body = recorded()[4]
    answer: Any = partial(from_behind, with_ids(body), list(lengths))
    server = StreamServer([answer] * 9, Stored.of(body), headers=dict(RESUMABLE))
    found = read(server, asynchronous)
    assert [(one.event, one.data.to_dict()) for one in found["events"]] == frames(body)
    assert not any(one.recovered for one in found["events"])
    assert {method for method, _ in server.asked} == {"POST"}
    keys = {one.headers["idempotency-key"] for one in server.requests if not last_id(one)}
    assert len(keys) == 1
    bodies = {one.content for one in server.requests}
    assert len(bodies) == 1


def last_id(request: httpx.Request) -> str | None:
    named: str | None = request.headers.get("last-event-id")
    return named


@both
def test_going_on_has_an_end(asynchronous: bool) -> None:
    """A service that brings nothing any more is not asked for ever: the rest is read."""
    body = recorded()[4]
    answer: Any = partial(from_behind, with_ids(body), [3000, 0, 0, 0])
    server = StreamServer([answer] * 9, Stored.of(body), headers=dict(RESUMABLE))
    found = read(server, asynchronous)
    check(found, Stored.of(body))
    assert [method for method, _ in server.asked][:5] == ["POST"] * 4 + ["GET"]
    assert found["events"][-1].recovered


@both
@pytest.mark.parametrize(("retry", "resumed"), [(2500, True), (999_000, False)])
def test_a_service_can_ask_to_wait(asynchronous: bool, retry: int, resumed: bool) -> None:
    """Before the stream is asked for again; not for longer than before any other retry."""
    body = recorded()[4]
    events = with_ids(body)
    events[0] = f"retry: {retry}\n".encode() + events[0]
    answer: Any = partial(from_behind, events, [3000])
    server = StreamServer([answer] * 9, Stored.of(body), headers=dict(RESUMABLE))
    check(read(server, asynchronous), Stored.of(body))
    assert (retry / 1000 in server.clock.sleeps) == resumed
    assert (server.asked[1][0] == "POST") == resumed


@both
def test_what_is_not_stored_any_more_is_read(asynchronous: bool) -> None:
    """A service that cannot go on says so with an error."""
    body = recorded()[4]
    expired = httpx.Response(410, json={"error": {"message": "gone", "code": "events_expired"}})
    first: Any = partial(from_behind, with_ids(body), [3000])
    server = StreamServer([first, lambda _: expired], Stored.of(body), headers=dict(RESUMABLE))
    check(read(server, asynchronous), Stored.of(body))


@both
def test_an_error_while_reading_the_rest_says_where_it_is_from(asynchronous: bool) -> None:
    body = recorded()[4]
    server = broken(body, 3000)
    missing = httpx.Response(404, json={"error": {"message": "No run found"}})
    server._answer = partial(answer_or, server._answer, missing)  # type: ignore[method-assign]
    with pytest.raises(Exception, match="No run found") as caught:
        read(server, asynchronous)
    assert "did not bring: The stream broke off after" in caught.value.__notes__[0]


def answer_or(
    answer: Callable[[httpx.Request], httpx.Response], other: httpx.Response, request: httpx.Request
) -> httpx.Response:
    return other if request.method == "GET" else answer(request)
