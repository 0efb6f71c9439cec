"""What a stream is read with: iteration, texts, final objects, callbacks; and how it is left."""

from __future__ import annotations

import inspect
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

from openai_assistants import (
    AssistantEventHandler,
    AssistantsError,
    AsyncAssistantEventHandler,
    RunFailed,
    StreamError,
    StreamInterrupted,
)

ASKED: dict[str, Any] = {"thread_id": "thread_1", "assistant_id": "asst_1"}
CALLBACKS = [name for name in vars(AssistantEventHandler) if name.startswith("on_")]


def run(status: str, **fields: Any) -> dict[str, Any]:
    return {
        "id": "run_1",
        "object": "thread.run",
        "thread_id": "thread_1",
        "status": status,
        **fields,
    }


def message(text: str | None = None) -> dict[str, Any]:
    parts = [{"type": "text", "text": {"value": text, "annotations": []}}]
    return {"id": "msg_1", "object": "thread.message", "content": parts if text else []}


def piece(text: str, index: int = 0) -> dict[str, Any]:
    part = {"index": index, "type": "text", "text": {"value": text}}
    return {"id": "msg_1", "object": "thread.message.delta", "delta": {"content": [part]}}


SHORT = b"".join(
    [
        frame("thread.run.created", run("queued")),
        frame("thread.message.created", message()),
        frame("thread.message.delta", piece("Hello")),
        frame("thread.message.delta", piece(", world")),
        frame("thread.message.completed", message("Hello, world")),
        frame("thread.run.completed", run("completed")),
        DONE,
    ]
)


def serving(body: bytes, failure: Exception | None = None, size: int = 64) -> StreamServer:
    answer: Any = lambda _: Body(cut(body, size=size), failure)  # noqa: E731
    return StreamServer([answer] * 3, Stored.of(SHORT))


class Log:
    """What callbacks were called with, in order."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, list[Any]]] = []

    def note(self, name: str, arguments: tuple[Any, ...]) -> None:
        shown = [getattr(one, "value", None) or type(one).__name__ for one in arguments]
        self.calls.append((name, shown))

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.calls]


def logging_handler(log: Log, asynchronous: bool) -> Any:
    """A handler that notes every callback."""

    def noting(name: str) -> Any:
        def plain(self: Any, *arguments: Any) -> None:
            log.note(name, arguments)

        async def other(self: Any, *arguments: Any) -> None:
            log.note(name, arguments)

        return other if asynchronous else plain

    base: Any = AsyncAssistantEventHandler if asynchronous else AssistantEventHandler
    return type("Handler", (base,), {name: noting(name) for name in CALLBACKS})()


def until_done(server: StreamServer, asynchronous: bool, **options: Any) -> Any:
    """The stream, read to its end."""

    def sync(runs: Any) -> Any:
        with runs.stream(**ASKED, **options) as stream:
            stream.until_done()
        return stream

    async def other(runs: Any) -> Any:
        async with runs.stream(**ASKED, **options) as stream:
            await stream.until_done()
        return stream

    return with_runs(server, asynchronous, other if asynchronous else sync)


def test_both_handlers_have_the_same_methods() -> None:
    for name, method in vars(AssistantEventHandler).items():
        if callable(method) and not name.startswith("_"):
            other = getattr(AsyncAssistantEventHandler, name)
            assert list(inspect.signature(method).parameters) == list(
                inspect.signature(other).parameters
            )
            assert inspect.iscoroutinefunction(other)


@both
def test_every_callback_is_called_in_order(asynchronous: bool) -> None:
    log = Log()
    until_done(serving(SHORT), asynchronous, event_handler=logging_handler(log, asynchronous))
    assert [one for one in log.calls if one[0] != "on_event"] == [
        ("on_message_created", ["Message"]),
        ("on_text_created", ["Hello"]),
        ("on_text_delta", ["Hello", "Hello"]),
        ("on_message_delta", ["MessageDelta", "Message"]),
        ("on_text_delta", [", world", "Hello, world"]),
        ("on_message_delta", ["MessageDelta", "Message"]),
        ("on_text_done", ["Hello, world"]),
        ("on_message_done", ["Message"]),
        ("on_end", []),
    ]
    assert log.names.count("on_event") == 6


@both
def test_tool_calls_begin_go_on_and_are_done_once(asynchronous: bool) -> None:
    body, log = recorded()[6], Log()
    server = StreamServer([lambda _: Body(cut(body))], Stored.of(body))
    until_done(server, asynchronous, event_handler=logging_handler(log, asynchronous))
    assert [name for name in log.names if "tool" in name or "step" in name] == [
        "on_run_step_created",
        "on_tool_call_created",
        "on_run_step_delta",
        "on_tool_call_delta",
        "on_run_step_delta",
        "on_tool_call_done",
    ]


@both
def test_an_image_is_done_when_the_next_part_begins(asynchronous: bool) -> None:
    image = {"index": 0, "type": "image_file", "image_file": {"file_id": "file-1"}}
    delta = {"id": "msg_1", "object": "thread.message.delta", "delta": {"content": [image]}}
    body = b"".join(
        [
            frame("thread.message.created", message()),
            frame("thread.message.delta", delta),
            frame("thread.message.delta", piece("A chart", 1)),
            frame("thread.message.completed", message("A chart")),
            DONE,
        ]
    )
    log = Log()
    until_done(serving(body), asynchronous, event_handler=logging_handler(log, asynchronous))
    assert log.names.count("on_image_file_done") == 1
    assert log.names.index("on_image_file_done") > log.names.index("on_text_delta")


@both
def test_the_ways_to_read_are_one_stream(asynchronous: bool) -> None:
    """Texts first, then the rest; the objects at its end are those of the service."""

    def sync(runs: Any) -> Any:
        with runs.create_and_stream(**ASKED) as stream:
            first = next(stream)
            texts = list(stream.text_deltas)
            assert list(stream) == []
            return first, texts, stream.get_final_messages(), stream.get_final_run()

    async def other(runs: Any) -> Any:
        async with runs.create_and_stream(**ASKED) as stream:
            first = await anext(stream)
            texts = [text async for text in stream.text_deltas]
            assert [event async for event in stream] == []
            return first, texts, await stream.get_final_messages(), await stream.get_final_run()

    act: Any = other if asynchronous else sync
    first, texts, messages, ended = with_runs(serving(SHORT), asynchronous, act)
    assert first.event == "thread.run.created"
    assert texts == ["Hello", ", world"]
    assert [one.text for one in messages] == ["Hello, world"]
    assert ended.status == "completed"


@both
def test_what_is_current(asynchronous: bool) -> None:
    seen: list[Any] = []

    def see(handler: Any) -> None:
        snapshot = handler.current_message_snapshot
        seen.append(
            (
                handler.current_event.event,
                handler.current_run.status,
                snapshot and snapshot.text,
                handler.current_run_step_snapshot,
            )
        )

    class Seeing(AssistantEventHandler):
        def on_event(self, event: Any) -> None:
            see(self)

    class AsyncSeeing(AsyncAssistantEventHandler):
        async def on_event(self, event: Any) -> None:
            see(self)

    handler = AsyncSeeing() if asynchronous else Seeing()
    stream = until_done(serving(SHORT), asynchronous, event_handler=handler)
    assert stream is handler
    assert stream.current_event is None
    assert [one[2] for one in seen] == [None, "", "Hello", *["Hello, world"] * 3]
    assert [one[1] for one in seen] == ["queued"] * 5 + ["completed"]


@both
def test_a_handler_of_something_else_is_refused(asynchronous: bool) -> None:
    """Before anything is sent: one of the other kind of client, or of the openai package."""
    wrong: Any = AssistantEventHandler() if asynchronous else AsyncAssistantEventHandler()
    right = "AsyncAssistantEventHandler" if asynchronous else "AssistantEventHandler"
    server = serving(SHORT)
    for handler in (wrong, object()):
        with pytest.raises(TypeError, match=rf"derive it from openai_assistants\.{right}$"):
            until_done(server, asynchronous, event_handler=handler)
    assert not server.requests


@both
@pytest.mark.parametrize("where", ["on_event", "on_text_delta", "on_message_done", "on_end"])
def test_what_a_callback_raises_reaches_the_caller(asynchronous: bool, where: str) -> None:
    """And ends the stream; the connection is given back."""
    told: list[BaseException] = []

    def plain(self: Any, *arguments: Any) -> None:
        raise LookupError(where)

    async def other(self: Any, *arguments: Any) -> None:
        raise LookupError(where)

    def tell(self: Any, error: Exception) -> None:
        told.append(error)

    async def other_tell(self: Any, error: Exception) -> None:
        told.append(error)

    base: Any = AsyncAssistantEventHandler if asynchronous else AssistantEventHandler
    methods = {
        where: other if asynchronous else plain,
        "on_exception": other_tell if asynchronous else tell,
    }
    server = serving(SHORT)
    with pytest.raises(LookupError, match=where) as caught:
        until_done(server, asynchronous, event_handler=type("Handler", (base,), methods)())
    assert told == ([] if where == "on_end" else [caught.value])
    assert server.sent[0].closed


@both
def test_silence_is_told_as_a_timeout(asynchronous: bool) -> None:
    log = Log()
    server = serving(SHORT[:400], httpx.ReadTimeout("nothing came"))
    handler = logging_handler(log, asynchronous)
    with pytest.raises(StreamInterrupted, match="timed out"):
        until_done(server, asynchronous, event_handler=handler, recover=False)
    assert log.names[-3:] == ["on_timeout", "on_exception", "on_end"]


@both
@pytest.mark.parametrize(
    "error",
    [
        {"code": "server_error", "message": "Try later", "type": "server_error", "param": None},
        {"error": {"code": "server_error", "message": "Try later"}},
    ],
    ids=["flat", "within"],
)
def test_an_error_event_is_an_error(asynchronous: bool, error: Any) -> None:
    server = serving(SHORT[:400].rpartition(b"\n\n")[0] + b"\n\n" + frame("error", error) + DONE)
    with pytest.raises(StreamError, match="server_error: Try later") as caught:
        until_done(server, asynchronous)
    assert caught.value.code == "server_error"
    assert caught.value.request is not None
    assert server.sent[0].closed


@both
def test_an_unknown_event_is_kept_and_passed_on(asynchronous: bool) -> None:
    new = frame("thread.run.hologram", {"id": "x", "size": 3})
    log, server = Log(), serving(SHORT.replace(DONE, new + DONE))
    until_done(server, asynchronous, event_handler=logging_handler(log, asynchronous))
    assert log.calls[-2] == ("on_event", ["UnknownEvent"])
    assert len(server.requests) == 1


@both
def test_a_run_that_fails_can_be_an_error(asynchronous: bool) -> None:
    body = frame("thread.run.failed", run("failed", last_error={"code": "x", "message": "No"}))
    assert until_done(serving(body + DONE), asynchronous).current_run.status == "failed"
    with pytest.raises(RunFailed, match="x: No"):
        until_done(serving(body + DONE), asynchronous, raise_on_failure=True)


def test_a_handler_is_for_one_stream() -> None:
    def act(runs: Any) -> None:
        handler = AssistantEventHandler()
        with runs.stream(**ASKED, event_handler=handler) as stream:
            stream.until_done()
        with runs.stream(**ASKED, event_handler=handler):
            pass

    server = serving(SHORT)
    with pytest.raises(RuntimeError, match="make another"):
        with_runs(server, False, act)
    assert len(server.requests) == 1


def test_a_handler_without_a_stream_says_so() -> None:
    with pytest.raises(AssistantsError, match="not open"):
        AssistantEventHandler().until_done()


@both
@pytest.mark.parametrize("cancel", [True, False])
def test_leaving_early_closes_the_connection(asynchronous: bool, cancel: bool) -> None:
    """And cancels the run, if that is wanted; one that has ended is left alone."""
    log = Log()

    def sync(runs: Any) -> None:
        handler = logging_handler(log, asynchronous)
        with runs.stream(**ASKED, event_handler=handler, cancel_on_exit=cancel) as stream:
            for _ in stream.text_deltas:
                break
        with runs.stream(**ASKED, cancel_on_exit=cancel) as stream:
            stream.until_done()

    async def other(runs: Any) -> None:
        handler = logging_handler(log, asynchronous)
        async with runs.stream(**ASKED, event_handler=handler, cancel_on_exit=cancel) as stream:
            async for _ in stream.text_deltas:
                break
        async with runs.stream(**ASKED, cancel_on_exit=cancel) as stream:
            await stream.until_done()

    server = serving(SHORT)
    with_runs(server, asynchronous, other if asynchronous else sync)
    assert server.sent[0].closed
    assert server.sent[0].taken < len(SHORT) / 64 - 2
    assert log.names[-1] == "on_end"
    cancelled = ("POST", "/threads/thread_1/runs/run_1/cancel")
    assert server.asked.count(cancelled) == cancel


@both
def test_a_reader_that_stops_holds_one_chunk(asynchronous: bool) -> None:
    """Nothing is read ahead: what is not asked for stays with the network."""

    def sync(runs: Any) -> list[int]:
        with runs.stream(**ASKED) as stream:
            return [server.sent[0].taken for _ in stream]

    async def other(runs: Any) -> list[int]:
        async with runs.stream(**ASKED) as stream:
            return [server.sent[0].taken async for _ in stream]

    server = serving(SHORT, size=1)
    taken = with_runs(server, asynchronous, other if asynchronous else sync)
    ends = [place + 2 for place in range(len(SHORT)) if SHORT[place : place + 2] == b"\n\n"]
    assert taken == ends[: len(frames(SHORT))]


@both
def test_the_idle_timeout_is_that_of_reads(asynchronous: bool) -> None:
    server = serving(SHORT)
    until_done(server, asynchronous, idle_timeout=12.5)
    timeout = server.requests[0].extensions["timeout"]
    assert timeout == {"connect": 5.0, "read": 12.5, "write": 600.0, "pool": 600.0}


@both
def test_a_service_without_streams_answers_with_the_run(asynchronous: bool) -> None:
    """Then the run is waited for, as if the stream had broken off at once."""
    answer: Any = lambda _: httpx.Response(200, json=run("queued"))  # noqa: E731
    server = StreamServer([answer], Stored.of(SHORT))
    stream = until_done(server, asynchronous)
    assert stream.current_run.status == "completed"
