"""Files, assistants, threads and messages: what each client has to be able to do with them."""

import os
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from . import scenes
from .refusals import bad_request, not_found, refused
from .scenes import said
from .stage import Stage

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


def files(stage: Stage) -> None:
    """Upload, read, list, delete."""
    api = stage.client.files
    file = api.create(file=("codes.txt", scenes.CODES), purpose="assistants")
    assert (file.filename, file.bytes) == ("codes.txt", len(scenes.CODES))
    assert (file.object, file.purpose) == ("file", "assistants")
    assert api.retrieve(file.id).to_dict() == file.to_dict()
    assert file.id in {one.id for one in api.list(purpose="assistants")}
    gone = api.delete(file.id)
    assert (gone.id, gone.deleted) == (file.id, True)
    message = f"No such File object: {file.id}"
    not_found(stage.errors, api.retrieve, file.id, message=message)


def contents(stage: Stage) -> None:
    """Download the bytes that were uploaded."""
    api = stage.client.files
    file = api.create(file=("codes.txt", scenes.CODES), purpose="assistants")
    assert api.content(file.id).read() == scenes.CODES
    api.delete(file.id)
    message = f"No such File object: {file.id}"
    not_found(stage.errors, api.content, file.id, message=message)


def paths(stage: Stage) -> None:
    """Upload what a path names, and what is open."""
    api = stage.client.files
    with TemporaryDirectory() as folder:
        path = Path(folder) / "notes.md"
        path.write_bytes(b"# Notes")
        made = [api.create(file=path, purpose="assistants")]
        with path.open("rb") as opened:
            made.append(api.create(file=opened, purpose="assistants"))
    for file in made:
        assert (file.filename, file.bytes) == ("notes.md", 7)
        api.delete(file.id)


def openai_contents(stage: Stage) -> None:
    """Upload bytes; read contents in each way that the openai package has."""
    api = stage.client.files
    file = api.create(file=scenes.CODES, purpose="assistants")
    content = api.content(file.id)
    assert content.read() == content.content == scenes.CODES
    assert content.text == scenes.CODES.decode()
    assert b"".join(content.iter_bytes(chunk_size=10)) == scenes.CODES
    with TemporaryDirectory() as folder:
        target = os.path.join(folder, "copy")
        content.write_to_file(target)
        assert Path(target).read_bytes() == scenes.CODES
    api.delete(file.id)


def assistants(stage: Stage) -> None:
    """Create, read, change, delete."""
    api = stage.client.beta.assistants
    made = api.create(model=scenes.MODEL, name="Nr 0", metadata={"nr": "0"})
    first = api.retrieve(made.id)
    assert first.to_dict() == made.to_dict()
    assert (first.object, first.metadata, first.instructions) == ("assistant", {"nr": "0"}, None)
    metadata = {"snake_case": "a", "camelCase": "b"}
    changed = api.update(made.id, name="Renamed", tools=[LOOKUP], metadata=metadata)
    assert (changed.name, changed.metadata) == ("Renamed", metadata)
    (tool,) = changed.tools
    assert (tool.type, tool.function.name) == ("function", "get_stock_price")
    assert tool.function.parameters == LOOKUP["function"]["parameters"]
    gone = api.delete(made.id)
    assert (gone.id, gone.object, gone.deleted) == (made.id, "assistant.deleted", True)
    not_found(stage.errors, api.retrieve, made.id, message="No assistant found")


def _three(api: Any, **fields: Any) -> list[str]:
    return [api.create(name=f"Nr {n}", **fields).id for n in range(3)]


def cursors(stage: Stage) -> None:
    """List by the page, forward and backward, in either order."""
    api = stage.client.beta.assistants
    ids = _three(api, model=scenes.MODEL)
    page_by_page(api, ids)
    for one in ids:
        api.delete(one)


def page_by_page(api: Any, ids: list[str]) -> None:
    """List three objects, oldest first in `ids`, in pages."""
    assert [each.id for each in api.list(limit=3).data] == ids[::-1]
    page = api.list(limit=2, order="asc", after=ids[0])
    assert [each.id for each in page.data] == ids[1:]
    assert not page.has_next_page()
    page = api.list(limit=2, order="asc", before=ids[2])
    assert [each.id for each in page.data][-2:] == ids[:2]
    page = api.list(limit=2)
    assert [each.id for each in page.data] == ids[:0:-1]
    assert page.has_next_page()


def iteration(stage: Stage) -> None:
    """Go through a whole list, whatever the size of its pages, and from a page to the next."""
    api = stage.client.beta.assistants
    ids = _three(api, model=scenes.MODEL)
    assert [each.id for each in api.list(limit=1)][:3] == ids[::-1]
    assert api.list(limit=2).get_next_page().data[0].id == ids[0]
    for one in ids:
        api.delete(one)


def threads(stage: Stage) -> None:
    """Create with messages, read, change, delete."""
    api = stage.client.beta.threads
    messages = [{"role": "user", "content": "One"}, {"role": "user", "content": "Two"}]
    thread = api.create(messages=messages, metadata={"a": "1"})
    assert (thread.object, thread.metadata) == ("thread", {"a": "1"})
    told = [said(one) for one in api.messages.list(thread.id, order="asc").data]
    assert told == ["user: One", "user: Two"]
    assert api.retrieve(thread.id).to_dict() == thread.to_dict()
    assert api.update(thread.id, metadata={"b": "2"}).metadata == {"b": "2"}
    gone = api.delete(thread.id)
    assert (gone.id, gone.object, gone.deleted) == (thread.id, "thread.deleted", True)
    message = f"No thread found with id '{thread.id}'."
    not_found(stage.errors, api.retrieve, thread.id, message=message)


def thread_list(stage: Stage) -> None:
    """List threads, newest first."""
    api = stage.client.beta.threads
    made = [api.create().id for _ in range(3)]
    assert [each.id for each in api.list(limit=3).data] == made[::-1]
    assert [each.id for each in api.list(limit=2)][:3] == made[::-1]


def messages(stage: Stage) -> None:
    """Create, read, change, list."""
    api = stage.client.beta.threads.messages
    thread_id = stage.client.beta.threads.create().id
    message = api.create(thread_id, role="user", content="Héllo", metadata={"k": "v"})
    assert (message.object, message.thread_id) == ("thread.message", thread_id)
    assert (said(message), message.metadata) == ("user: Héllo", {"k": "v"})
    again = api.retrieve(message.id, thread_id=thread_id)
    assert (again.id, said(again), again.metadata) == (message.id, "user: Héllo", {"k": "v"})
    changed = api.update(message.id, thread_id=thread_id, metadata={"k": "w"})
    assert changed.metadata == {"k": "w"}
    later = api.create(thread_id, role="user", content="Again")
    assert [each.id for each in api.list(thread_id)] == [later.id, message.id]


def message_deletion(stage: Stage) -> None:
    """Delete one message of two."""
    api = stage.client.beta.threads.messages
    thread_id = stage.client.beta.threads.create().id
    one, two = (api.create(thread_id, role="user", content=text).id for text in ("One", "Two"))
    gone = api.delete(two, thread_id=thread_id)
    assert (gone.id, gone.object) == (two, "thread.message.deleted")
    assert [each.id for each in api.list(thread_id)] == [one]
    not_found(stage.errors, api.retrieve, two, thread_id=thread_id, message="No message found")


def bad_requests(stage: Stage) -> None:
    """A wrong request is a 400, whose error names the parameter."""
    create = partial(stage.client.beta.assistants.create, model="m")
    error = bad_request(stage.errors, create, tools=[{"type": "telepathy"}], message="telepathy")
    assert error.param == "tools[0].type"
    listing = stage.client.beta.assistants.list
    error = bad_request(stage.errors, lambda: listing(limit=1000).data, message="limit")
    assert error.param == "limit"


def unknown_ids(stage: Stage) -> None:
    """What is not there is a 404, in the URL and in the body."""
    api = stage.client.beta.threads
    message = "No thread found with id 'thread_nope'."
    not_found(stage.errors, api.retrieve, "thread_nope", message=message)
    thread_id = api.create().id
    start = partial(api.runs.create, assistant_id="asst_none")
    not_found(stage.errors, start, thread_id, message="No assistant found with id 'asst_none'.")


def wrong_key(stage: Stage) -> None:
    """A key that the service does not know is a 401."""
    create = stage.stranger().beta.threads.create
    error = refused(stage.errors, "AuthenticationError", 401, "Incorrect API key", create)
    assert error.code == "invalid_api_key"
