"""A question answered from a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from conversation import said

from openai_assistants import AssistantsClient

CODES = "The word 'apple' uses the code 442345, while the word 'banana' uses the code 673457."
QUESTIONS = (
    "Can you give me the documented code for 'banana'?",
    "And what are the codes of 'apple' and 'banana'?",
)


def talk(
    client: AssistantsClient,
    path: Path | None = None,
    questions: tuple[str, ...] = QUESTIONS,
) -> Iterator[str]:
    """Uploads a file, asks about it, and gives the lines of the conversation."""
    upload = path if path is not None else ("codes.txt", CODES.encode(), "text/plain")
    file = client.files.create(file=upload, purpose="assistants")
    assistant = client.assistants.create(
        model="builtin",
        instructions=(
            "You are a helpful assistant that can help fetch data from files you know about."
        ),
        tools=[{"type": "file_search"}],
        tool_resources={"file_search": {"vector_stores": [{"file_ids": [file.id]}]}},
    )
    thread = client.threads.create()
    for question in questions:
        client.threads.messages.create(thread.id, role="user", content=question)
        run = client.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
        run.raise_for_status()
    yield from said(client, thread.id)
