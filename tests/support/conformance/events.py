"""Streams of runs: their events, in order, and the helpers that gather them."""

from functools import partial
from typing import Any

from . import scenes
from .refusals import not_found
from .runs import outputs, scripted_assistant
from .scenes import said
from .stage import Stage
from .streamed import names

BEGUN = ["thread.run.created", "thread.run.queued", "thread.run.in_progress"]
STEP = ["thread.run.step.created", "thread.run.step.in_progress"]
MESSAGE = [
    *STEP,
    "thread.message.created",
    "thread.message.in_progress",
    "thread.message.delta",
    "thread.message.completed",
    "thread.run.step.completed",
    "thread.run.completed",
]
ASKED = [*BEGUN, *STEP, "thread.run.step.delta", "thread.run.requires_action"]
ANSWERED = [
    "thread.run.step.completed",
    "thread.run.queued",
    "thread.run.in_progress",
    *MESSAGE,
]
FUNCTION: Any = {"type": "function", "name": "get_stock_price", "arguments": {"symbol": "ACME"}}


def _thread(stage: Stage) -> Any:
    messages = [{"role": "user", "content": "Go on."}]
    return stage.client.beta.threads.create(messages=messages)


def _text(events: list[Any]) -> str:
    deltas = (one.data.delta for one in events if one.event == "thread.message.delta")
    return "".join(part.text.value for delta in deltas for part in delta.content)


def stream(stage: Stage) -> None:
    """A run as it goes: each event, and in the end what is stored."""
    thread, assistant = _thread(stage), scripted_assistant(stage, {"text": ["One, ", "two."]})
    api = stage.client.beta.threads
    events = list(api.runs.create(thread.id, assistant_id=assistant.id, stream=True))
    assert names(events) == [*BEGUN, *MESSAGE]
    assert events[-1].data.status == "completed"
    assert _text(events) == "One, two."
    assert said(api.messages.list(thread.id, limit=1).data[0]) == "assistant: One, two."


def function_stream(stage: Stage) -> None:
    """A stream ends where the caller is asked, and another begins with the answer."""
    turns: list[Any] = [{"calls": [FUNCTION]}, {"text": "42.5"}]
    thread, assistant = _thread(stage), scripted_assistant(stage, *turns)
    api = stage.client.beta.threads.runs
    events = list(api.create(thread.id, assistant_id=assistant.id, stream=True))
    assert names(events) == ASKED
    run = events[-1].data
    events = list(
        api.submit_tool_outputs(run.id, thread_id=thread.id, tool_outputs=outputs(run), stream=True)
    )
    assert names(events) == ANSWERED
    assert _text(events) == "42.5"


def new_thread_stream(stage: Stage) -> None:
    """A thread and its run in one call; the thread is the first event."""
    assistant = scripted_assistant(stage, {"text": "One."})
    events = list(
        stage.client.beta.threads.create_and_run(
            assistant_id=assistant.id,
            thread={"messages": [{"role": "user", "content": "Go on."}]},
            stream=True,
        )
    )
    assert names(events) == ["thread.created", *BEGUN, *MESSAGE]
    assert events[0].data.id == events[-1].data.thread_id


def failing_stream(stage: Stage) -> None:
    """A model that fails after it has begun ends the stream with the failed run."""
    error = {"code": "rate_limit_exceeded", "message": "Too many."}
    thread = _thread(stage)
    assistant = scripted_assistant(stage, {"text": "One, ", "error": error})
    api = stage.client.beta.threads.runs
    events = list(api.create(thread.id, assistant_id=assistant.id, stream=True))
    assert _text(events) == "One, "
    assert events[-1].event == "thread.run.failed"
    assert events[-1].data.last_error.code == "rate_limit_exceeded"


def refused_stream(stage: Stage) -> None:
    """What cannot be streamed is an error of its status, before any event."""
    api = stage.client.beta.threads.runs
    start = partial(api.create, _thread(stage).id, assistant_id="asst_none", stream=True)
    message = "No assistant found with id 'asst_none'."
    not_found(stage.errors, lambda: list(start()), message=message)


def stream_helper(stage: Stage) -> None:
    """The helper of a client: the text piece by piece, and the final objects, which are stored."""
    beta = stage.client.beta
    assistant = beta.assistants.create(
        model=scenes.MODEL, instructions=scenes.TUTOR, tools=[{"type": "code_interpreter"}]
    )
    thread = beta.threads.create(messages=[{"role": "user", "content": scenes.EQUATION}])
    with beta.threads.runs.stream(thread_id=thread.id, assistant_id=assistant.id) as told:
        text = "".join(told.text_deltas)
        (message,) = told.get_final_messages()
        run = told.get_final_run()
    stored = beta.threads.messages.list(thread.id, limit=1).data[0]
    assert "x = 1." in text
    assert text == message.content[0].text.value == stored.content[0].text.value
    assert (run.id, run.status) == (stored.run_id, "completed")
