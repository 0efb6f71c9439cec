"""Objects of every kind, made in a service one after another, and the model that answers there."""

from collections.abc import AsyncGenerator
from typing import Any

from tests.support.service.scripted import ScriptedModel, Turn, answer, code

from openai_assistants import AsyncAssistantsClient
from openai_assistants_service.models.base import Finish, TextDelta, ToolCallDelta
from openai_assistants_service.models.conversation import Conversation

Client = AsyncAssistantsClient
Objects = AsyncGenerator[str]
"""The ids of objects of a kind, oldest first."""

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
    """Runs that have come as far as they come by themselves; without tools, to their answer."""
    assistant_id = await anext(assistants(client))
    while True:
        run = await client.threads.runs.create_and_poll(
            thread_id=thread_id,
            assistant_id=assistant_id,
            tools=tools,
            poll_interval_ms=SOON,
        )
        yield run.id


def waiting_runs(client: Client, thread_id: str) -> Objects:
    """Runs that wait for the output of a function; a thread has one at a time."""
    return runs(client, thread_id, FUNCTION)


def working_runs(client: Client, thread_id: str) -> Objects:
    """Runs that have ended, with several messages and steps."""
    return runs(client, thread_id, CODE)


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
