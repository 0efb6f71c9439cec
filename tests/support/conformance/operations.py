"""Every operation that the openai package has too, with what has to come back.

Written once, for synchronous clients; an asynchronous one comes in a `Blocking`.
"""

import os
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from . import scenes
from .refusals import bad_request, not_found, refused
from .scenes import Generation, said, tool_outputs
from .stores import exercise_stores

if TYPE_CHECKING:
    from openai_assistants import AssistantsClient

LOOKUP: Any = {
    "type": "function",
    "function": {
        "name": "get_stock_price",
        "description": "Gets the price of a stock.",
        "parameters": {
            "type": "object",
            "properties": {"symbol": {"type": "string", "description": "A symbol, e.g. ACME"}},
            "required": ["symbol"],
        },
    },
}
WRONG_KEY = "sk-quite-another-key"
PRICE = "What is the stock price of ACME?"


def files(client: "AssistantsClient", errors: Any) -> None:
    """Upload in four ways, read, list, download, delete."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "notes.md"
        path.write_bytes(b"# Notes")
        by_path = client.files.create(file=path, purpose="assistants")
        with path.open("rb") as opened:
            by_handle = client.files.create(file=opened, purpose="assistants")
    by_tuple = client.files.create(
        file=("codes.txt", scenes.CODES, "text/plain"), purpose="assistants"
    )
    by_bytes = client.files.create(file=b"plain", purpose="assistants")
    assert (by_path.filename, by_path.bytes) == ("notes.md", 7)
    assert (by_handle.filename, by_handle.bytes) == ("notes.md", 7)
    assert (by_tuple.filename, by_tuple.bytes) == ("codes.txt", len(scenes.CODES))
    assert (by_tuple.object, by_tuple.purpose) == ("file", "assistants")
    assert client.files.retrieve(by_tuple.id).to_dict() == by_tuple.to_dict()
    mine = [by_path, by_handle, by_tuple, by_bytes]
    listed = [file.id for file in client.files.list(purpose="assistants")]
    assert {file.id for file in mine} <= set(listed)
    download_and_delete(client, errors, by_tuple.id)
    for file in (by_path, by_handle, by_bytes):
        client.files.delete(file.id)


def download_and_delete(client: "AssistantsClient", errors: Any, file_id: str) -> None:
    """Download in each way, then delete."""
    content = client.files.content(file_id)
    assert content.read() == content.content == scenes.CODES
    assert content.text == scenes.CODES.decode()
    assert b"".join(content.iter_bytes(chunk_size=10)) == scenes.CODES
    with TemporaryDirectory() as folder:
        target = os.path.join(folder, "copy")
        content.write_to_file(target)
        assert Path(target).read_bytes() == scenes.CODES
    gone = client.files.delete(file_id)
    assert (gone.id, gone.deleted) == (file_id, True)
    not_found(errors, client.files.retrieve, file_id, message=f"No such File object: {file_id}")
    not_found(errors, client.files.content, file_id, message=f"No such File object: {file_id}")


def assistants(client: "AssistantsClient", errors: Any) -> None:
    """Create, retrieve, update, list by the page, delete."""
    api = client.beta.assistants
    made = [
        api.create(model=scenes.MODEL, name=f"Nr {n}", metadata={"nr": str(n)}) for n in range(3)
    ]
    assert [each.name for each in made] == ["Nr 0", "Nr 1", "Nr 2"]
    first = api.retrieve(made[0].id)
    assert first.to_dict() == made[0].to_dict()
    assert (first.object, first.metadata, first.instructions) == ("assistant", {"nr": "0"}, None)
    changed = api.update(
        made[0].id, name="Renamed", tools=[LOOKUP], metadata={"snake_case": "a", "camelCase": "b"}
    )
    assert changed.name == "Renamed"
    assert changed.metadata == {"snake_case": "a", "camelCase": "b"}
    (tool,) = changed.tools
    assert tool.type == "function"
    assert tool.function.name == "get_stock_price"
    assert tool.function.parameters == LOOKUP["function"]["parameters"]
    pages(api, [each.id for each in made])
    for each in made:
        gone = api.delete(each.id)
        assert (gone.id, gone.object, gone.deleted) == (each.id, "assistant.deleted", True)
    not_found(errors, api.retrieve, made[0].id, message="No assistant found")


def pages(api: Any, ids: list[str]) -> None:
    """List three objects, oldest first in `ids`, in pages of two, of one, and in one go."""
    assert [each.id for each in api.list(limit=3).data] == ids[::-1]
    page = api.list(limit=2, order="asc", after=ids[0])
    assert [each.id for each in page.data] == ids[1:]
    assert not page.has_next_page()
    page = api.list(limit=2, order="asc", before=ids[2])
    assert [each.id for each in page.data][-2:] == ids[:2]
    page = api.list(limit=2)
    assert page.has_next_page()
    assert page.get_next_page().data[0].id == ids[0]
    assert [each.id for each in api.list(limit=1)][:3] == ids[::-1]
    assert [each.id for page in api.list(limit=2).iter_pages() for each in page.data][:3] == ids[
        ::-1
    ]


def threads(client: "AssistantsClient", errors: Any) -> None:
    """Create with messages, retrieve, update, delete."""
    api = client.beta.threads
    thread = api.create(
        messages=[
            {"role": "user", "content": "One"},
            {"role": "assistant", "content": "Two", "metadata": {"by": "hand"}},
        ],
        metadata={"a": "1"},
    )
    assert (thread.object, thread.metadata) == ("thread", {"a": "1"})
    first, second = api.messages.list(thread.id, order="asc").data
    assert (said(first), said(second)) == ("user: One", "assistant: Two")
    assert second.metadata == {"by": "hand"}
    assert api.retrieve(thread.id).to_dict() == thread.to_dict()
    assert api.update(thread.id, metadata={"b": "2"}).metadata == {"b": "2"}
    gone = api.delete(thread.id)
    assert (gone.id, gone.object, gone.deleted) == (thread.id, "thread.deleted", True)
    not_found(errors, api.retrieve, thread.id, message=f"No thread found with id '{thread.id}'.")
    not_found(errors, api.messages.list, thread.id, message="No thread found")


def messages(client: "AssistantsClient", errors: Any, generation: Generation) -> None:
    """Create, retrieve, update, list, and delete where that exists."""
    thread_id = client.beta.threads.create().id
    api = client.beta.threads.messages
    message = api.create(thread_id, role="user", content="Héllo", metadata={"k": "v"})
    assert (message.object, message.thread_id) == ("thread.message", thread_id)
    assert (said(message), message.metadata) == ("user: Héllo", {"k": "v"})
    assert api.retrieve(message.id, thread_id=thread_id).to_dict() == message.to_dict()
    changed = api.update(message.id, thread_id=thread_id, metadata={"k": "w"})
    assert changed.metadata == {"k": "w"}
    later = api.create(thread_id, role="user", content="Again")
    assert [each.id for each in api.list(thread_id)] == [later.id, message.id]
    assert [each.id for each in api.list(thread_id, limit=1)] == [later.id, message.id]
    if generation.deletes_messages:
        gone = api.delete(later.id, thread_id=thread_id)
        assert (gone.id, gone.object) == (later.id, "thread.message.deleted")
        assert [each.id for each in api.list(thread_id)] == [message.id]
        not_found(errors, api.retrieve, later.id, thread_id=thread_id, message="No message found")


def runs(client: "AssistantsClient", errors: Any, generation: Generation) -> None:
    """A run through a function call: create, poll, submit, list, steps, update, filter."""
    api = client.beta.threads.runs
    assistant = client.beta.assistants.create(model=scenes.MODEL, tools=[LOOKUP])
    thread = client.beta.threads.create(messages=[{"role": "user", "content": PRICE}])
    run = api.create(thread.id, assistant_id=assistant.id, metadata={"n": "1"})
    assert (run.object, run.status, run.metadata) == ("thread.run", "queued", {"n": "1"})
    run = api.poll(run.id, thread.id, poll_interval_ms=20)
    assert run.status == "requires_action"
    (output,) = price_outputs(run)
    locked(client, errors, run)
    run = api.submit_tool_outputs(run.id, thread_id=thread.id, tool_outputs=[output])
    assert (run.status, run.required_action) == ("queued", None)
    run = api.poll(run.id, thread_id=thread.id, poll_interval_ms=20)
    assert run.status == "completed"
    assert api.retrieve(run.id, thread_id=thread.id).to_dict() == run.to_dict()
    assert [each.id for each in api.list(thread.id)] == [run.id]
    newest = client.beta.threads.messages.list(thread.id, limit=1).data[0]
    assert "42.5" in said(newest)
    assert (newest.run_id, newest.assistant_id) == (run.id, assistant.id)
    if generation is scenes.V2:
        by_run = client.beta.threads.messages.list(thread.id, run_id=run.id)
        assert [each.id for each in by_run] == [newest.id]
    changed = api.update(run.id, thread_id=thread.id, metadata={"n": "2"})
    assert changed.metadata == {"n": "2"}
    steps(client, run, newest.id)
    late = 'Runs in status "completed" do not accept tool outputs.'
    submit = partial(api.submit_tool_outputs, thread_id=thread.id, tool_outputs=[output])
    bad_request(errors, submit, run.id, message=late)
    late = "Cannot cancel run with status 'completed'."
    bad_request(errors, api.cancel, run.id, thread_id=thread.id, message=late)
    client.beta.assistants.delete(assistant.id)


def price_outputs(run: Any) -> list[Any]:
    """Answer the one call of `get_stock_price` that a run has to require."""
    assert run.required_action.type == "submit_tool_outputs"
    (call,) = run.required_action.submit_tool_outputs.tool_calls
    assert (call.type, call.function.name) == ("function", "get_stock_price")
    assert call.function.arguments == '{"symbol": "ACME"}'
    return [{"tool_call_id": call.id, "output": "42.5"}]


def locked(client: "AssistantsClient", errors: Any, run: Any) -> None:
    """What cannot be done to a thread while a run of it is active."""
    api = client.beta.threads
    say = partial(api.messages.create, role="user", content="Me first")
    lock = f"Can't add messages to {run.thread_id} while a run {run.id} is active."
    bad_request(errors, say, run.thread_id, message=lock)
    start = partial(api.runs.create, assistant_id=run.assistant_id)
    lock = f"Thread {run.thread_id} already has an active run {run.id}."
    bad_request(errors, start, run.thread_id, message=lock)


def steps(client: "AssistantsClient", run: Any, message_id: str) -> None:
    """What a run with one function call did."""
    api = client.beta.threads.runs.steps
    calling, writing = api.list(run.id, thread_id=run.thread_id, order="asc").data
    assert (calling.object, calling.status) == ("thread.run.step", "completed")
    assert calling.step_details.type == "tool_calls"
    (call,) = calling.step_details.tool_calls
    assert call.type == "function"
    assert (call.function.name, call.function.output) == ("get_stock_price", "42.5")
    assert writing.step_details.type == "message_creation"
    assert writing.step_details.message_creation.message_id == message_id
    again = api.retrieve(calling.id, thread_id=run.thread_id, run_id=run.id)
    assert again.to_dict() == calling.to_dict()


def polled_runs(client: "AssistantsClient") -> None:
    """The same in one call each: create a thread and run it, submit, wait; then run it again."""
    api = client.beta.threads
    assistant = client.beta.assistants.create(model=scenes.MODEL, tools=[LOOKUP])
    run = api.create_and_run_poll(
        assistant_id=assistant.id,
        thread={"messages": [{"role": "user", "content": PRICE}], "metadata": {"a": "1"}},
        poll_interval_ms=20,
    )
    assert run.status == "requires_action"
    assert api.retrieve(run.thread_id).metadata == {"a": "1"}
    run = api.runs.submit_tool_outputs_and_poll(
        run_id=run.id,
        thread_id=run.thread_id,
        tool_outputs=price_outputs(run),
        poll_interval_ms=20,
    )
    assert run.status == "completed"
    api.messages.create(run.thread_id, role="user", content="Hello")
    again = api.runs.create_and_poll(
        thread_id=run.thread_id, assistant_id=assistant.id, tools=[], poll_interval_ms=20
    )
    assert (again.status, again.tools) == ("completed", [])
    assert [each.id for each in api.runs.list(run.thread_id)] == [again.id, run.id]
    client.beta.assistants.delete(assistant.id)


def cancelled_run(client: "AssistantsClient") -> None:
    """Create a thread and run it, and cancel the run while it waits for the caller."""
    api = client.beta.threads
    assistant = client.beta.assistants.create(model=scenes.MODEL)
    run = api.create_and_run(
        assistant_id=assistant.id,
        thread={"messages": [{"role": "user", "content": scenes.WEATHER}]},
        instructions=scenes.WEATHER_BOT,
        tools=scenes.FUNCTION_TOOLS,
    )
    assert run.status == "queued"
    run = api.runs.poll(run.id, run.thread_id, poll_interval_ms=20)
    assert tool_outputs(run)
    run = api.runs.cancel(run.id, thread_id=run.thread_id)
    assert run.status in {"cancelling", "cancelled"}
    run = api.runs.poll(run.id, run.thread_id, poll_interval_ms=20)
    assert run.status == "cancelled"
    client.beta.assistants.delete(assistant.id)


def bad_requests(client: "AssistantsClient", errors: Any, generation: Generation) -> None:
    """Requests that are wrong, and the parameter that their errors name."""
    api = client.beta
    create = partial(api.assistants.create, model="m")
    wrong: Any = {"modified": True}
    text = "Invalid type for 'metadata.modified': expected a string, but got a boolean instead."
    thread_id = api.threads.create().id
    if generation is scenes.V2:
        error = bad_request(errors, create, metadata=wrong, message=text)
        assert (error.param, error.code) == ("metadata.modified", "invalid_type")
    wrong = [{"type": "frobnicate"}]
    error = bad_request(errors, create, tools=wrong, message="frobnicate")
    assert error.param.startswith("tools[0]")
    error = bad_request(errors, create, extra_body={"model": None}, message="model")
    assert error.param == "model"
    error = bad_request(errors, api.assistants.list, limit=1000, message="limit")
    assert error.param == "limit"
    start = partial(api.threads.runs.create, assistant_id="asst_none")
    not_found(errors, start, thread_id, message="No assistant found with id 'asst_none'.")
    api.threads.delete(thread_id)


def wrong_key(client: "AssistantsClient", errors: Any) -> None:
    """A client with a key that the service does not know."""
    create = client.beta.threads.create
    error = refused(errors.AuthenticationError, 401, "Incorrect API key", create)
    assert error.code == "invalid_api_key"


def exercise_all(client: "AssistantsClient", errors: Any, generation: Generation) -> None:
    """Every operation; `errors` is the module that has the client's error classes."""
    files(client, errors)
    assistants(client, errors)
    threads(client, errors)
    messages(client, errors, generation)
    runs(client, errors, generation)
    polled_runs(client)
    cancelled_run(client)
    bad_requests(client, errors, generation)
    if generation.has_stores:
        exercise_stores(client, errors, pages)
