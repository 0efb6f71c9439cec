"""The file links of the first generation, which only our client and the origin library have."""

from typing import TYPE_CHECKING, Any

from . import scenes
from .refusals import not_found

if TYPE_CHECKING:
    from openai_assistants import AssistantsClient


def exercise_links(client: "AssistantsClient", errors: Any) -> None:
    """Every operation on links, and the fields that say the same."""
    one, two = (
        client.files.create(file=(f"{n}.txt", scenes.CODES), purpose="assistants").id
        for n in (1, 2)
    )
    assistant_files(client, errors, one, two)
    message_files(client, one, two)
    for file_id in (one, two):
        client.files.delete(file_id)


def assistant_files(client: "AssistantsClient", errors: Any, one: str, two: str) -> None:
    """Link, retrieve, list by the page, unlink."""
    assistant = client.assistants.create(
        model=scenes.MODEL, tools=[{"type": "retrieval"}], file_ids=[one]
    )
    assert assistant.file_ids == [one]
    api = client.assistants.files
    link = api.create(assistant.id, file_id=two)
    assert (link.id, link.object, link.assistant_id) == (two, "assistant.file", assistant.id)
    assert api.retrieve(two, assistant_id=assistant.id) == link
    assert client.assistants.retrieve(assistant.id).file_ids == [one, two]
    assert [each.id for each in api.list(assistant.id, order="asc")] == [one, two]
    assert [each.id for each in api.list(assistant.id, limit=1)] == [two, one]
    gone = api.delete(one, assistant_id=assistant.id)
    assert (gone.id, gone.object, gone.deleted) == (one, "assistant.file.deleted", True)
    assert client.assistants.retrieve(assistant.id).file_ids == [two]
    assert client.files.retrieve(one).id == one
    not_found(errors, api.retrieve, one, assistant_id=assistant.id, message=one)
    client.assistants.delete(assistant.id)


def message_files(client: "AssistantsClient", one: str, two: str) -> None:
    """List and retrieve."""
    thread = client.threads.create()
    message = client.threads.messages.create(
        thread.id, role="user", content="Read these.", file_ids=[one, two]
    )
    assert message.file_ids == [one, two]
    api = client.threads.messages.files
    assert {each.id for each in api.list(message.id, thread_id=thread.id)} == {one, two}
    link = api.retrieve(two, thread_id=thread.id, message_id=message.id)
    assert (link.id, link.object, link.message_id) == (two, "thread.message.file", message.id)
    client.threads.delete(thread.id)
