"""The file links of the first generation, which only our client and the origin library have."""

from . import scenes
from .refusals import not_found
from .stage import Stage


def _two_files(stage: Stage) -> list[str]:
    return [
        stage.client.files.create(file=(f"{n}.txt", scenes.CODES), purpose="assistants").id
        for n in (1, 2)
    ]


def assistant_links(stage: Stage) -> None:
    """Link, retrieve, list by the page, unlink."""
    one, two = _two_files(stage)
    assistants = stage.client.beta.assistants
    assistant = assistants.create(model=scenes.MODEL, tools=[{"type": "retrieval"}], file_ids=[one])
    assert assistant.file_ids == [one]
    api = assistants.files
    link = api.create(assistant.id, file_id=two)
    assert (link.id, link.object, link.assistant_id) == (two, "assistant.file", assistant.id)
    assert api.retrieve(two, assistant_id=assistant.id).to_dict() == link.to_dict()
    assert assistants.retrieve(assistant.id).file_ids == [one, two]
    assert [each.id for each in api.list(assistant.id, order="asc")] == [one, two]
    assert [each.id for each in api.list(assistant.id, limit=1).data] == [two]
    gone = api.delete(one, assistant_id=assistant.id)
    assert (gone.id, gone.object, gone.deleted) == (one, "assistant.file.deleted", True)
    assert assistants.retrieve(assistant.id).file_ids == [two]
    assert stage.client.files.retrieve(one).id == one
    not_found(stage.errors, api.retrieve, one, assistant_id=assistant.id, message=one)
    assistants.delete(assistant.id)


def message_links(stage: Stage) -> None:
    """List and retrieve."""
    one, two = _two_files(stage)
    threads = stage.client.beta.threads
    thread = threads.create()
    message = threads.messages.create(
        thread.id, role="user", content="Read these.", file_ids=[one, two]
    )
    assert message.file_ids == [one, two]
    api = threads.messages.files
    assert {each.id for each in api.list(message.id, thread_id=thread.id)} == {one, two}
    link = api.retrieve(two, thread_id=thread.id, message_id=message.id)
    assert (link.id, link.object, link.message_id) == (two, "thread.message.file", message.id)
    threads.delete(thread.id)
