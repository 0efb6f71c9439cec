"""Everything that a service serves, as our client reads it: every page, object and content."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import anyio
from attrs import field, frozen

from openai_assistants import (
    AsyncAssistantsClient,
    AzureKeyCredential,
    CompatibleEndpoint,
    FoundryEndpoint,
)

_AT_ONCE = 8
_ORDERS = ("asc", "desc")
_RESULTS: Any = ["step_details.tool_calls[*].file_search.results[*].content"]

Answers = dict[str, list[Any]]
"""What was answered, by what was asked; of a list all its pages."""


@frozen
class Known:
    """What no list names.

    Attributes:
        batches: file batches, each with its vector store.
        deleted: ids that serve as cursors of the list of assistants, of files, of threads.
        queries: what the vector stores are searched for.
    """

    batches: Sequence[tuple[str, str]] = ()
    deleted: Sequence[str] = ()
    queries: Sequence[str] = ()


@frozen
class _Reading:
    """One client that reads, and what it was answered."""

    client: AsyncAssistantsClient
    limit: int
    answers: Answers = field(factory=dict[str, list[Any]])

    async def one(self, name: str, asked: Awaitable[Any]) -> None:
        self.answers[name] = [(await asked).to_dict()]

    async def pages(
        self, name: str, ask: Callable[..., Any], *of: str, **options: Any
    ) -> list[str]:
        """Read a list in both orders; return its ids in the order of their creation."""
        ids: list[list[str]] = []
        for order in _ORDERS:
            first = await ask(*of, order=order, limit=self.limit, **options)
            pages = [page async for page in first.iter_pages()]
            self.answers[f"{name} {order}"] = [page.to_dict() for page in pages]
            ids.append([one.id for page in pages for one in page.data])
        assert ids[0] == ids[1][::-1]
        return ids[0]

    async def contents(self, file_id: str) -> None:
        self.answers[f"contents {file_id}"] = [(await self.client.files.content(file_id)).read()]


async def everything(url: str, known: Known = Known(), limit: int = 3) -> Answers:
    """Read all that a service has at OpenAI's paths, v2, and the threads that Foundry lists."""
    answers: Answers = {}
    async with AsyncAssistantsClient(_foundry(url), AzureKeyCredential("k")) as foundry:
        reading = _Reading(foundry, min(100, 10 * limit), answers)
        threads = await reading.pages("threads", foundry.threads.list)
        for gone in known.deleted:
            page = await foundry.threads.list(after=gone, limit=2) if "thread" in gone else None
            answers[f"threads after {gone}"] = [page and page.to_dict()]
    async with AsyncAssistantsClient(CompatibleEndpoint(f"{url}/v1")) as client:
        reading = _Reading(client, limit, answers)
        files = await _assistants_and_files(reading, known)
        await _stores(reading, known)
        await _each(files, reading.contents)
        await _each(threads, lambda thread: _thread(reading, thread))
    return answers


async def seen_otherwise(url: str, threads: Sequence[str], limit: int = 3) -> Answers:
    """Read what the other generation and Foundry show differently: links, tools, resources."""
    v1 = AsyncAssistantsClient(CompatibleEndpoint(f"{url}/v1", beta="assistants=v1"))
    foundry = AsyncAssistantsClient(_foundry(url), AzureKeyCredential("k"))
    answers: Answers = {}
    for name, client in (("v1", v1), ("foundry", foundry)):
        async with client:
            reading = _Reading(client, limit)
            ids = await reading.pages("assistants", client.assistants.list)
            for one in ids if client is v1 else ():
                await reading.pages(f"{one} files", client.assistants.files.list, one)
            for thread in threads:
                await _thread(reading, thread)
                for message in await _messages(reading, thread) if client is v1 else ():
                    list_files = client.threads.messages.files.list
                    await reading.pages(f"{message} files", list_files, message, thread_id=thread)
        answers |= {f"{name} {asked}": told for asked, told in reading.answers.items()}
    return answers


def _foundry(url: str) -> FoundryEndpoint:
    return FoundryEndpoint(f"{url}/api/projects/p")


async def _each(ids: Sequence[str], read: Callable[[str], Awaitable[None]]) -> None:
    left = iter(ids)

    async def some() -> None:
        for one in left:
            await read(one)

    async with anyio.create_task_group() as group:
        for _ in range(_AT_ONCE):
            group.start_soon(some)


async def _assistants_and_files(reading: _Reading, known: Known) -> list[str]:
    client = reading.client
    for one in await reading.pages("assistants", client.assistants.list):
        await reading.one(one, client.assistants.retrieve(one))
    files = await reading.pages("files", client.files.list)
    await _each(files, lambda one: reading.one(one, client.files.retrieve(one)))
    lists: Any = {"asst": client.assistants, "file": client.files}
    for gone in known.deleted:
        if (kind := gone[:4]) in lists:
            page = await lists[kind].list(after=gone, limit=2)
            reading.answers[f"after {gone}"] = [page.to_dict()]
    return files


async def _stores(reading: _Reading, known: Known) -> None:
    stores = reading.client.vector_stores
    for store in await reading.pages("stores", stores.list):
        await reading.one(store, stores.retrieve(store))
        for file in await reading.pages(f"{store} files", stores.files.list, store):
            asked = stores.files.retrieve(file, vector_store_id=store)
            await reading.one(f"{store} {file}", asked)
            text = await stores.files.content(file, vector_store_id=store)
            reading.answers[f"{store} {file} text"] = [text.to_dict()]
        for query in known.queries:
            found = await stores.search(store, query=query)
            reading.answers[f"{store} {query}"] = [found.to_dict()]
    for batch, store in known.batches:
        await reading.one(batch, stores.file_batches.retrieve(batch, vector_store_id=store))
        list_files = stores.file_batches.list_files
        await reading.pages(f"{batch} files", list_files, batch, vector_store_id=store)


async def _messages(reading: _Reading, thread: str) -> list[str]:
    return await reading.pages(f"{thread} messages", reading.client.threads.messages.list, thread)


async def _thread(reading: _Reading, thread: str) -> None:
    threads = reading.client.threads
    await reading.one(thread, threads.retrieve(thread))
    await _messages(reading, thread)
    for run in await reading.pages(f"{thread} runs", threads.runs.list, thread):
        await reading.one(run, threads.runs.retrieve(run, thread_id=thread))
        steps = threads.runs.steps.list
        await reading.pages(f"{run} steps", steps, run, thread_id=thread, include=_RESULTS)
