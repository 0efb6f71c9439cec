"""A file of a user: what a type checker has to understand of an installed client."""

from typing import assert_type

from openai_assistants import (
    AssistantsClient,
    AsyncAssistantsClient,
    CompatibleEndpoint,
    NotFoundError,
)
from openai_assistants.types import Assistant, Message, Run


def answer(client: AssistantsClient, assistant_id: str, question: str) -> list[str]:
    """What an assistant says to a question."""
    thread = client.threads.create(messages=[{"role": "user", "content": question}])
    run = client.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant_id)
    assert_type(run, Run)
    said: list[str] = []
    for message in client.threads.messages.list(thread.id, order="asc"):
        assert_type(message, Message)
        said.append(message.text)
    return said


async def find(client: AsyncAssistantsClient, assistant_id: str) -> Assistant | None:
    """An assistant, if there is one with this id."""
    try:
        return await client.assistants.retrieve(assistant_id)
    except NotFoundError as error:
        assert_type(error.status_code, int)
        return None


client = AssistantsClient(CompatibleEndpoint("http://127.0.0.1:8080/v1"))
assert_type(client.assistants.create(model="builtin"), Assistant)
