"""What the placeholders in the requests of the openai package's own tests stand for.

Those tests talk to a server that takes everything: an id is "thread_id" or "vs_abc123", and all
parameters are given at once. Here they get ids of objects that are made for each request, so that no
request sees what another one has changed.
"""

import re
from collections.abc import AsyncGenerator, Callable, Iterable
from typing import Any

from tests.support.service.scripted import ScriptedModel, Turn, answer, code

from openai_assistants import AsyncAssistantsClient
from openai_assistants_service.models.base import Finish, TextDelta, ToolCallDelta
from openai_assistants_service.models.conversation import Conversation

Client = AsyncAssistantsClient
Objects = AsyncGenerator[str]
"""The ids of objects of a kind, oldest first."""

PLACEHOLDER = re.compile(r"\w+_id|(vs_|vsfb_|file-)abc123")
SOON = 5.0
"""Milliseconds between polls."""

CODE: Any = {"type": "code_interpreter"}
FUNCTION: Any = {"type": "function", "function": {"name": "look_up"}}


def plan(conversation: Conversation) -> Turn:
    """Call the function that there is, by the id that the tests know; or run two programs."""
    if conversation.functions and not conversation.turns:
        called = ToolCallDelta(0, "{}", id="tool_call_id", name=conversation.functions[0].name)
        return [called, Finish("tool_calls")]
    if conversation.code_interpreter and len(conversation.turns) < 2:
        return [TextDelta("Let me see."), *code("print(1)")]
    return answer("Done.")


MODEL = ScriptedModel(plan)


async def assistants(client: Client) -> Objects:
    while True:
        yield (await client.assistants.create(model="m", instructions="Be brief.")).id


async def threads(client: Client) -> Objects:
    while True:
        yield (await client.threads.create()).id


async def messages(client: Client, thread_id: str) -> Objects:
    while True:
        yield (await client.threads.messages.create(thread_id, role="user", content="Go on.")).id


async def runs(client: Client, thread_id: str, *tools: Any) -> Objects:
    """Runs that have come as far as they come by themselves."""
    assistant_id = await anext(assistants(client))
    while True:
        run = await client.threads.runs.create_and_poll(
            thread_id=thread_id,
            assistant_id=assistant_id,
            tools=tools or [CODE],
            poll_interval_ms=SOON,
        )
        yield run.id


def waiting_runs(client: Client, thread_id: str) -> Objects:
    """Runs that wait for the output of a function; a thread has one at a time."""
    return runs(client, thread_id, FUNCTION)


async def steps(client: Client, thread_id: str, run_id: str) -> Objects:
    async for step in client.threads.runs.steps.list(run_id, thread_id=thread_id, order="asc"):
        yield step.id


async def run_messages(client: Client, thread_id: str, run_id: str) -> Objects:
    async for message in client.threads.messages.list(thread_id, run_id=run_id, order="asc"):
        yield message.id


async def files(client: Client) -> Objects:
    while True:
        yield (await client.files.create(file=("a.txt", b"A text."), purpose="assistants")).id


async def vector_stores(client: Client) -> Objects:
    while True:
        yield (await client.vector_stores.create()).id


async def stored_files(client: Client, vector_store_id: str) -> Objects:
    async for file_id in files(client):
        yield (
            await client.vector_stores.files.create_and_poll(
                file_id, vector_store_id=vector_store_id, poll_interval_ms=SOON
            )
        ).id


async def file_batches(client: Client, vector_store_id: str) -> Objects:
    made = files(client)
    while True:
        ids = [await anext(made) for _ in range(3)]
        yield (await client.vector_stores.file_batches.create(vector_store_id, file_ids=ids)).id


async def batch_files(client: Client, vector_store_id: str, batch_id: str) -> Objects:
    async for file in client.vector_stores.file_batches.list_files(
        batch_id, vector_store_id=vector_store_id, order="asc"
    ):
        yield file.id


KINDS: dict[str, Callable[..., Objects]] = {
    "assistants": assistants,
    "threads": threads,
    "threads/messages": messages,
    "threads/runs": runs,
    "threads/runs/steps": steps,
    "threads/messages?run_id": run_messages,
    "files": files,
    "vector_stores": vector_stores,
    "vector_stores/files": stored_files,
    "vector_stores/file_batches": file_batches,
    "vector_stores/file_batches/files": batch_files,
}
"""What makes objects, given the ids of those that they are in, by a path without ids."""

NEEDED_BY = {
    "threads/runs/cancel": waiting_runs,
    "threads/runs/submit_tool_outputs": waiting_runs,
}
"""What makes the object of an operation that only succeeds in one state of it."""

IDS = {
    "assistant_id": "assistants",
    "file_id": "files",
    "file_ids": "files",
    "vector_store_ids": "vector_stores",
}
"""The kinds of the ids in a body, by the member that they stand in."""

VALUES: dict[str, Any] = {
    "limit": "20",
    "purpose": "assistants",
    "tool_outputs": [{"tool_call_id": "tool_call_id", "output": "output"}],
}
"""What is sent in place of values that no service could take, in a query or a body."""

ALTERNATIVES = {"vector_stores": "vector_store_ids", "files": "file_ids"}
"""Members of a body of which only one may be there; the second is left out if both are."""

ADDED = {"vector_stores/file_batches": {"file_ids": ["file_id"]}}
"""The body of a POST that the tests send without what it is about."""


class Request:
    """A request of a test, part by part with real ids; the path comes first."""

    def __init__(self, client: Client, path: str) -> None:
        self._client = client
        self._names = path.strip("/").split("/")
        self._ids: list[str] = []
        self._kind = ""

    async def path(self) -> str:
        """The path, with objects that are each in the one before."""
        made = list(self._names)
        for place in range(1, len(made), 2):
            if PLACEHOLDER.fullmatch(made[place]):
                kind = "/".join(self._names[:place:2])
                ending = "/".join([kind, *self._names[place + 1 :]])
                make = NEEDED_BY.get(ending, KINDS[kind])
                made[place] = await anext(make(self._client, *self._ids))
                self._ids.append(made[place])
        self._kind = "/".join(self._names[::2])
        return "/".join(made)

    async def query(self, query: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        """The query; between the cursors of a list there is one object."""
        sent = list(query)
        names = {name for name, _ in sent}
        given = {name: value for name, value in VALUES.items() if name in names}
        kind, ids = self._kind, self._ids
        if "run_id" in names:
            given["run_id"] = await anext(runs(self._client, *ids))
            kind, ids = f"{kind}?run_id", [*ids, given["run_id"]]
        if "after" in names:
            listed = KINDS[kind](self._client, *ids)
            given["after"], _, given["before"] = [await anext(listed) for _ in range(3)]
        return [(name, given.get(name, value)) for name, value in sent]

    async def body(self, sent: Any) -> Any:
        """The body, where it is JSON."""
        return await self._filled(sent or ADDED.get(self._kind, sent))

    async def _filled(self, value: Any) -> Any:
        if isinstance(value, list):
            return [await self._filled(one) for one in value]
        if not isinstance(value, dict):
            return value
        doubled = {other for one, other in ALTERNATIVES.items() if one in value}
        return {
            name: await self._member(name, one)
            for name, one in value.items()
            if name not in doubled
        }

    async def _member(self, name: str, value: Any) -> Any:
        if name in VALUES:
            return VALUES[name]
        if name not in IDS:
            return await self._filled(value)
        made = KINDS[IDS[name]](self._client)
        if isinstance(value, list):
            return [await anext(made) for _ in value]
        return await anext(made)
