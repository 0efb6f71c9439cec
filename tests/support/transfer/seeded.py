"""A service with threads that have files, runs and steps in them."""

from typing import Any

import anyio

from openai_assistants import AsyncAssistantsClient, CompatibleEndpoint

QUESTIONS = ("Where is the meeting?", "Solve 3x + 11 = 14.", "What is the weather in Seattle?")
_AT_ONCE = 8


def weather(city: str) -> str:
    """The weather in a city."""
    return f"sunny in {city}"


TOOLS: tuple[Any, ...] = ({"type": "file_search"}, {"type": "code_interpreter"}, weather)


async def seed(base_url: str, threads: int, runs: int) -> None:
    """Make threads, each with a file of its own; the first of them have runs and vector stores."""
    async with AsyncAssistantsClient(CompatibleEndpoint(base_url)) as client:
        shared = await client.files.create(
            file=("notes.txt", b"The meeting is in room B12."), purpose="assistants"
        )
        store = await client.vector_stores.create_and_poll(
            name="notes", file_ids=[shared.id], metadata={"a": "b"}, poll_interval_ms=20
        )
        assistants = [
            await client.assistants.create(
                model="builtin",
                name=question,
                instructions="Be brief.",
                tools=[tool],
                tool_resources={"file_search": {"vector_store_ids": [store.id]}},
            )
            for question, tool in zip(QUESTIONS, TOOLS, strict=True)
        ]
        left = iter(range(threads))

        async def worker() -> None:
            for number in left:
                await _thread(client, number, runs, [one.id for one in assistants])

        async with anyio.create_task_group() as group:
            for _ in range(_AT_ONCE):
                group.start_soon(worker)


async def _thread(
    client: AsyncAssistantsClient, number: int, runs: int, assistant_ids: list[str]
) -> None:
    kind = number % len(QUESTIONS)
    file = await client.files.create(
        file=(f'n{number} é".txt', f"Number {number} ".encode() * (number + 1)),
        purpose="assistants",
    )
    tool: Any = "file_search" if number < runs // 4 else "code_interpreter"
    thread = await client.threads.create(
        messages=[
            {
                "role": "user",
                "content": QUESTIONS[kind],
                "attachments": [{"file_id": file.id, "tools": [{"type": tool}]}],
                "metadata": {"number": str(number)},
            },
            {"role": "assistant", "content": "Wait.\u2028"},
        ],
        metadata={"number": str(number)},
    )
    if number < runs:
        await client.threads.runs.create_and_process(
            thread_id=thread.id,
            assistant_id=assistant_ids[kind],
            tools=[weather] if kind == 2 else None,
            poll_interval_ms=20,
            metadata={"n": str(number)},
        )
