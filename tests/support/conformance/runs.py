"""Runs: functions, steps, locks, and every end that a run can come to."""

import json
import time
from functools import partial
from typing import Any

from . import scenes
from .objects import LOOKUP
from .refusals import bad_request
from .scenes import said
from .stage import Stage

PRICE = "What is the stock price of ACME?"
LIFETIME = 600
"""Seconds that a run has, as the API says."""


def settled(client: Any, run: Any) -> Any:
    """Wait until a run has ended or waits for its caller."""
    return client.beta.threads.runs.poll(run.id, thread_id=run.thread_id, poll_interval_ms=20)


def waiting(stage: Stage) -> Any:
    """Return a run that waits for the output of a function."""
    beta = stage.client.beta
    assistant = beta.assistants.create(model=scenes.MODEL, tools=[LOOKUP])
    thread = beta.threads.create(messages=[{"role": "user", "content": PRICE}])
    run = beta.threads.runs.create(thread.id, assistant_id=assistant.id, metadata={"n": "1"})
    assert (run.object, run.status, run.metadata) == ("thread.run", "queued", {"n": "1"})
    run = settled(stage.client, run)
    assert run.status == "requires_action"
    return run


def outputs(run: Any) -> list[Any]:
    """Answer the one call of `get_stock_price` that a run has to require."""
    assert run.required_action.type == "submit_tool_outputs"
    (call,) = run.required_action.submit_tool_outputs.tool_calls
    assert (call.type, call.function.name) == ("function", "get_stock_price")
    assert json.loads(call.function.arguments) == {"symbol": "ACME"}
    return [{"tool_call_id": call.id, "output": "42.5"}]


def answered(stage: Stage) -> Any:
    """Return a run that has been given its output, and has ended."""
    run = waiting(stage)
    submit = stage.client.beta.threads.runs.submit_tool_outputs
    run = submit(run.id, thread_id=run.thread_id, tool_outputs=outputs(run))
    assert (run.status, run.required_action) == ("queued", None)
    run = settled(stage.client, run)
    assert run.status == "completed"
    return run


def functions(stage: Stage) -> None:
    """A run through a function call, then read, listed and changed."""
    run = answered(stage)
    api = stage.client.beta.threads.runs
    assert api.retrieve(run.id, thread_id=run.thread_id).to_dict() == run.to_dict()
    assert [each.id for each in api.list(run.thread_id)] == [run.id]
    newest = stage.client.beta.threads.messages.list(run.thread_id, limit=1).data[0]
    assert "42.5" in said(newest)
    assert (newest.run_id, newest.assistant_id) == (run.id, run.assistant_id)
    changed = api.update(run.id, thread_id=run.thread_id, metadata={"n": "2"})
    assert changed.metadata == {"n": "2"}


def steps(stage: Stage) -> None:
    """What a run did, step by step."""
    run = answered(stage)
    api = stage.client.beta.threads.runs.steps
    calling, writing = api.list(run.id, thread_id=run.thread_id, order="asc").data
    assert (calling.object, calling.status) == ("thread.run.step", "completed")
    assert calling.step_details.type == "tool_calls"
    (call,) = calling.step_details.tool_calls
    assert call.type == "function"
    assert (call.function.name, call.function.output) == ("get_stock_price", "42.5")
    assert writing.step_details.type == "message_creation"
    newest = stage.client.beta.threads.messages.list(run.thread_id, limit=1).data[0]
    assert writing.step_details.message_creation.message_id == newest.id
    again = api.retrieve(calling.id, thread_id=run.thread_id, run_id=run.id)
    assert again.to_dict() == calling.to_dict()


def by_run(stage: Stage) -> None:
    """List the messages of a run alone."""
    run = answered(stage)
    (message,) = stage.client.beta.threads.messages.list(run.thread_id, run_id=run.id)
    assert message.run_id == run.id


def late(stage: Stage) -> None:
    """A run that has ended takes no output, and cannot be cancelled."""
    run = answered(stage)
    api = stage.client.beta.threads.runs
    given = partial(api.submit_tool_outputs, tool_outputs=[{"tool_call_id": "c", "output": "1"}])
    message = 'Runs in status "completed" do not accept tool outputs.'
    bad_request(stage.errors, given, run.id, thread_id=run.thread_id, message=message)
    message = "Cannot cancel run with status 'completed'."
    bad_request(stage.errors, api.cancel, run.id, thread_id=run.thread_id, message=message)


def locks(stage: Stage) -> None:
    """While a run is active its thread takes no message of a user, and no other run."""
    run = waiting(stage)
    api = stage.client.beta.threads
    say = partial(api.messages.create, role="user", content="Me first")
    lock = f"Can't add messages to {run.thread_id} while a run {run.id} is active."
    bad_request(stage.errors, say, run.thread_id, message=lock)
    start = partial(api.runs.create, assistant_id=run.assistant_id)
    lock = f"Thread {run.thread_id} already has an active run {run.id}."
    bad_request(stage.errors, start, run.thread_id, message=lock)


def new_thread(stage: Stage) -> None:
    """A thread and its run in one call."""
    beta = stage.client.beta
    assistant = beta.assistants.create(model=scenes.MODEL)
    run = beta.threads.create_and_run(
        assistant_id=assistant.id,
        thread={"messages": [{"role": "user", "content": PRICE}], "metadata": {"a": "1"}},
        instructions="Use the function.",
        tools=[LOOKUP],
    )
    assert run.status == "queued"
    assert outputs(settled(stage.client, run))
    assert beta.threads.retrieve(run.thread_id).metadata == {"a": "1"}


def cancel(stage: Stage) -> None:
    """A run that waits for its caller is cancelled, and leaves its thread free."""
    run = waiting(stage)
    api = stage.client.beta.threads
    cancelled = api.runs.cancel(run.id, thread_id=run.thread_id)
    assert cancelled.status in {"cancelling", "cancelled"}
    assert settled(stage.client, cancelled).status == "cancelled"
    assert api.messages.create(run.thread_id, role="user", content="Now me").id


def expiry(stage: Stage) -> None:
    """A run that nobody answers expires after ten minutes, and leaves its thread free."""
    run = waiting(stage)
    stage.later(LIFETIME + 1)
    api = stage.client.beta.threads
    expired = run
    for _ in range(500):  # the service looks for such runs now and then
        if expired.status != "requires_action":
            break
        time.sleep(0.02)
        expired = api.runs.retrieve(run.id, thread_id=run.thread_id)
    assert (expired.status, expired.required_action) == ("expired", None)
    assert api.messages.create(run.thread_id, role="user", content="Now me").id


def scripted_assistant(stage: Stage, *turns: Any) -> Any:
    """Return an assistant for which the service's test model follows a script."""
    script = json.dumps(turns)
    return stage.client.beta.assistants.create(
        model="test-model", instructions=script, tools=[LOOKUP]
    )


def scripted(stage: Stage, *turns: Any) -> Any:
    """Return a run that has followed a script."""
    beta, assistant = stage.client.beta, scripted_assistant(stage, *turns)
    thread = beta.threads.create(messages=[{"role": "user", "content": "Go on."}])
    return settled(stage.client, beta.threads.runs.create(thread.id, assistant_id=assistant.id))


def failure(stage: Stage) -> None:
    """A model that fails ends its run, with the reason in `last_error`."""
    error = {"code": "rate_limit_exceeded", "message": "Too many."}
    run = scripted(stage, {"error": error})
    assert run.status == "failed"
    assert (run.last_error.code, run.last_error.message) == ("rate_limit_exceeded", "Too many.")


def limits(stage: Stage) -> None:
    """A model that may say no more leaves its run incomplete, with the reason."""
    run = scripted(stage, {"text": "One, ", "finish": "length"})
    assert run.status == "incomplete"
    assert run.incomplete_details.reason == "max_completion_tokens"


def waiting_helpers(stage: Stage) -> None:
    """Begin a run and wait for its end, in one call."""
    beta = stage.client.beta
    assistant = beta.assistants.create(model=scenes.MODEL)
    thread = beta.threads.create(messages=[{"role": "user", "content": "Hello"}])
    run = beta.threads.runs.create_and_poll(
        thread_id=thread.id, assistant_id=assistant.id, poll_interval_ms=20
    )
    assert run.status == "completed"


def submitting_helpers(stage: Stage) -> None:
    """Begin, wait, submit, wait, in a call for each half."""
    beta = stage.client.beta
    assistant = beta.assistants.create(model=scenes.MODEL, tools=[LOOKUP])
    run = beta.threads.create_and_run_poll(
        assistant_id=assistant.id,
        thread={"messages": [{"role": "user", "content": PRICE}]},
        poll_interval_ms=20,
    )
    assert run.status == "requires_action"
    run = beta.threads.runs.submit_tool_outputs_and_poll(
        run_id=run.id, thread_id=run.thread_id, tool_outputs=outputs(run), poll_interval_ms=20
    )
    assert run.status == "completed"
