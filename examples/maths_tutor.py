"""A maths tutor that writes and runs a small program to answer."""

from __future__ import annotations

from collections.abc import Iterator

from conversation import said

from openai_assistants import AssistantsClient

EQUATION = "3x + 11 = 14"


def talk(client: AssistantsClient, equation: str = EQUATION) -> Iterator[str]:
    """Asks the tutor to solve an equation; gives the lines of the conversation."""
    tutor = client.assistants.create(
        model="builtin",
        name="Math Tutor",
        instructions="You are a personal math tutor. Write and run code to answer math questions.",
        tools=[{"type": "code_interpreter"}],
    )
    thread = client.threads.create()
    client.threads.messages.create(
        thread.id,
        role="user",
        content=f"I need to solve the equation '{equation}'. Can you help me?",
    )
    run = client.threads.runs.create_and_poll(
        thread_id=thread.id,
        assistant_id=tutor.id,
        instructions="Please address the user as Jane Doe. The user has a premium account.",
    )
    run.raise_for_status()
    yield from said(client, thread.id)
