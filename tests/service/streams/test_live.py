"""Streams that are read while the run is changed, and while nothing happens."""

import threading

import pytest
from tests.support.service.streams import Told, blocks, listen, paused, streaming
from tests.support.service.world import Clock

from openai_assistants_service.runs import event_reader


def test_what_is_told_can_be_read_already() -> None:
    """A read never says less than the stream."""
    with paused() as (api, assistant, model), streaming(api, assistant) as stream:
        begun = stream.until("run.in_progress").data
        path = f"/threads/{begun['thread_id']}"
        assert api.get(f"{path}/runs/{begun['id']}")["status"] == "in_progress"
        model.release()
        stream.until("message.delta")
        (message,) = [
            one for one in api.get(f"{path}/messages")["data"] if one["role"] == "assistant"
        ]
        assert message["content"][0]["text"]["value"] == "one "
        model.release(2)
        ended = stream.until("run.completed").data
        assert api.get(f"{path}/runs/{begun['id']}") == ended


def test_a_run_that_is_cancelled() -> None:
    with paused() as (api, assistant, model), streaming(api, assistant) as stream:
        run = stream.until("run.in_progress").data
        model.release()
        stream.until("message.delta")
        api.post(f"/threads/{run['thread_id']}/runs/{run['id']}/cancel")
        stream.until("done")
        assert [one.short for one in stream.seen][-6:] == [
            "message.delta",
            "run.cancelling",
            "message.incomplete",
            "run.step.cancelled",
            "run.cancelled",
            "done",
        ]


def test_a_run_that_expires() -> None:
    clock = Clock()
    with paused(clock) as (api, assistant, model), streaming(api, assistant) as stream:
        model.release()
        stream.until("message.delta")
        clock.now += 600
        stream.until("done")
        assert [one.short for one in stream.seen][-4:] == [
            "message.incomplete",
            "run.step.expired",
            "run.expired",
            "done",
        ]


def test_a_thread_that_is_deleted() -> None:
    """There is an error, and no `done`."""
    with paused() as (api, assistant, _), streaming(api, assistant) as stream:
        run = stream.until("run.in_progress").data
        api.delete(f"/threads/{run['thread_id']}")
        error = stream.until("error").data
        assert error["code"] == error["error"]["code"] == "run_deleted"
        assert run["id"] in error["message"]
        assert list(stream._events) == []


def test_silence_is_filled_with_comments(monkeypatch: pytest.MonkeyPatch) -> None:
    """No event, and no empty line behind it, which azure-ai-agents would take for an event."""
    monkeypatch.setattr(event_reader, "KEEP_ALIVE", 0.02)
    with paused() as (api, assistant, model):
        body = {"assistant_id": assistant, "stream": True}
        thread = api.thread("hello")
        with api.http.stream("POST", f"/threads/{thread}/runs", json=body) as response:
            lines = response.iter_lines()
            while next(lines) != ": keep-alive":
                pass
            model.release(100)
            rest = [line for line in lines if line != ": keep-alive"]
        told = list(blocks(rest if rest[0] else rest[1:]))
        assert told[-2].short == "run.completed"
        assert told[-1].name == "done"


def test_two_readers_of_one_run_get_the_same() -> None:
    """One from the beginning, and one that comes in the middle."""
    with paused() as (api, assistant, model), streaming(api, assistant) as stream:
        run = stream.until("run.in_progress").data
        model.release()
        stream.until("message.delta")
        late: list[list[Told]] = []

        def read() -> None:
            headers = {"Last-Event-ID": f"{run['id']}:0"}
            late.append(listen(api, "/threads/runs", headers, assistant_id=assistant))

        reading = threading.Thread(target=read)
        reading.start()
        model.release(100)
        stream.until("run.completed")
        reading.join(30)
        assert late == [stream.seen]
