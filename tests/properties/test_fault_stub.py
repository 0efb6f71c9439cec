"""The stub does what the service does, as far as it goes, and forgets nothing it has done."""

from collections.abc import Iterator

import httpx
import pytest
from tests.support.faults.stub import Stub

from openai_assistants import AssistantsClient, CompatibleEndpoint, NotFoundError


@pytest.fixture
def stub() -> Iterator[Stub]:
    with Stub() as running:
        yield running


@pytest.fixture
def client(stub: Stub) -> Iterator[AssistantsClient]:
    with AssistantsClient(CompatibleEndpoint(stub.base_url)) as made:
        yield made


def test_creations_are_counted(stub: Stub, client: AssistantsClient) -> None:
    for _ in range(2):
        client.assistants.create(model="m", name="one")
    thread = client.threads.create(metadata={"name": "two"})
    message = client.threads.messages.create(thread.id, role="user", content="three")
    assert (message.thread_id, message.text) == (thread.id, "three")
    assert stub.executed == {"one": 2, "two": 1, "three": 1}


def test_no_key_is_honoured(stub: Stub) -> None:
    key = {"Idempotency-Key": "k"}
    url = f"{stub.base_url}/assistants"
    answers = [httpx.post(url, json={"model": "m", "name": "one"}, headers=key) for _ in range(2)]
    assert stub.executed == {"one": 2}
    assert answers[0].json()["id"] != answers[1].json()["id"]
    assert not [name for name in answers[0].headers if name.startswith("idempotency")]


def test_objects_live_until_they_are_deleted(client: AssistantsClient) -> None:
    made = client.assistants.create(model="m", metadata={"a": "b"})
    client.assistants.update(made.id, name="new")
    found = client.assistants.retrieve(made.id)
    assert (found.name, found.metadata) == ("new", {"a": "b"})
    assert client.assistants.delete(made.id).deleted
    with pytest.raises(NotFoundError):
        client.assistants.retrieve(made.id)
    thread = client.threads.create()
    client.threads.delete(thread.id)
    with pytest.raises(NotFoundError):
        client.threads.messages.create(thread.id, role="user", content="x")


def test_lists_are_newest_first(client: AssistantsClient) -> None:
    names = [f"n{number}" for number in range(5)]
    made = [client.assistants.create(model="m", name=name) for name in names]
    page = client.assistants.list(limit=2)
    assert ([one.name for one in page.data], page.has_more) == (["n4", "n3"], True)
    page = client.assistants.list(limit=2, after=made[3].id)
    assert [one.name for one in page.data] == ["n2", "n1"]
    assert [one.name for one in client.assistants.list(limit=2)] == names[::-1]
    assert [one.name for one in client.assistants.list(order="asc")] == names
