"""A registry keeps the ids of the threads and files that a client makes, and nothing else."""

import logging
import multiprocessing
import os
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import anyio
import httpx
import pytest

from openai_assistants import AssistantsClient, AsyncAssistantsClient, CompatibleEndpoint
from openai_assistants.testing import FakeClock, MockTransport
from openai_assistants.transfer import ThreadRegistry, export
from openai_assistants_service import LocalService

URL = "https://x.example/v1"


@pytest.fixture
def registry(tmp_path: Path) -> ThreadRegistry:
    return ThreadRegistry(tmp_path / "threads.db")


def client_of(network: MockTransport, registry: ThreadRegistry) -> AssistantsClient:
    http = httpx.Client(transport=network)
    return AssistantsClient(CompatibleEndpoint(URL), http_client=http, registry=registry)


RUN = {"id": "run_1", "object": "thread.run", "thread_id": "thread_2"}
CALLS: dict[str, tuple[Callable[[AssistantsClient], object], list[str], list[str]]] = {
    "create": (lambda client: client.threads.create(), ["thread_1"], []),
    "raw": (lambda client: client.threads.with_raw_response.create(), ["thread_1"], []),
    "create_and_run": (
        lambda client: client.threads.create_and_run(assistant_id="a"),
        ["thread_2"],
        [],
    ),
    "update": (lambda client: client.threads.update("thread_3", metadata={}), ["thread_3"], []),
    "message": (
        lambda client: client.threads.messages.create("thread_3", role="user", content="secret"),
        ["thread_3"],
        [],
    ),
    "run": (
        lambda client: client.threads.runs.create("thread_3", assistant_id="a"),
        ["thread_3"],
        [],
    ),
    "read": (lambda client: client.threads.retrieve("thread_3"), [], []),
    "list": (lambda client: client.threads.messages.list("thread_3"), [], []),
    "assistant": (lambda client: client.assistants.create(model="m"), [], []),
    "file": (lambda client: client.files.create(file=b"x", purpose="assistants"), [], ["file-1"]),
}


@pytest.fixture
def network() -> MockTransport:
    made = MockTransport(base_url=URL)
    made.add("POST", "/threads", {"id": "thread_1", "object": "thread"})
    made.add("POST", "/threads/runs", RUN)
    made.add("POST", "/threads/{id}", {"id": "thread_3", "object": "thread"})
    made.add("GET", "/threads/{id}", {"id": "thread_3", "object": "thread"})
    made.add("POST", "/threads/{id}/messages", {"id": "msg_1", "object": "thread.message"})
    made.add("GET", "/threads/{id}/messages", {"object": "list", "data": []})
    made.add("POST", "/threads/{id}/runs", RUN)
    made.add("POST", "/assistants", {"id": "asst_1", "object": "assistant"})
    made.add("POST", "/files", {"id": "file-1", "object": "file"})
    made.add("DELETE", "/threads/{id}", {"id": "thread_1", "object": "thread.deleted"})
    made.add("DELETE", "/files/{id}", {"id": "file-1", "object": "file"})
    return made


@pytest.mark.parametrize("name", CALLS)
def test_what_is_made_or_added_to_is_kept(
    name: str, network: MockTransport, registry: ThreadRegistry
) -> None:
    call, threads, files = CALLS[name]
    call(client_of(network, registry))
    assert (registry.thread_ids(), registry.file_ids()) == (threads, files)
    assert registry.thread_ids(URL) == threads
    assert registry.thread_ids("https://other.example/v1") == []


def test_what_is_deleted_is_forgotten(network: MockTransport, registry: ThreadRegistry) -> None:
    client = client_of(network, registry)
    client.threads.create()
    client.files.create(file=b"x", purpose="assistants")
    client.threads.delete("thread_1")
    client.files.delete("file-1")
    assert (registry.thread_ids(), registry.file_ids()) == ([], [])


def test_a_call_that_failed_keeps_nothing(network: MockTransport, registry: ThreadRegistry) -> None:
    failing = MockTransport(lambda _: httpx.Response(400, json={}), base_url=URL)
    with pytest.raises(Exception, match="400"):
        client_of(failing, registry).threads.create()
    assert registry.thread_ids() == []


def test_ids_are_in_the_order_in_which_they_came(registry: ThreadRegistry) -> None:
    clock = FakeClock()
    network = MockTransport(base_url=URL)
    for name in ("thread_b", "thread_a", "thread_b"):
        network.add("POST", "/threads", {"id": name, "object": "thread"})
    client = clock.attach(client_of(network, registry))
    for _ in range(3):
        client.threads.create()
        clock.advance(1)
    assert registry.thread_ids() == ["thread_b", "thread_a"]


def test_a_registry_that_cannot_be_written_loses_no_answer(
    network: MockTransport, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "no.db").mkdir()
    client = client_of(network, ThreadRegistry(tmp_path / "no.db"))
    with caplog.at_level(logging.WARNING):
        assert client.threads.create().id == "thread_1"
    assert "its ids could not be kept: " in caplog.text


def test_nothing_of_what_was_said_is_in_it(
    network: MockTransport, registry: ThreadRegistry
) -> None:
    client = client_of(network, registry)
    client.threads.create(metadata={"who": "secret"})
    client.threads.messages.create("thread_3", role="user", content="secret")
    registry.close()
    assert b"secret" not in b"".join(path.read_bytes() for path in registry.path.parent.iterdir())
    assert stat.S_IMODE(registry.path.stat().st_mode) == 0o600


def test_clients_threads_and_processes_share_one(registry: ThreadRegistry) -> None:
    def add(worker: int) -> None:
        for number in range(20):
            registry.add("thread", f"thread_{worker}_{number}", URL, number)

    def in_a_fork() -> None:
        add(9)
        os._exit(0)

    registry.add("thread", "thread_0", URL, 0)
    threads = [threading.Thread(target=add, args=(number,)) for number in range(4)]
    fork = multiprocessing.get_context("fork").Process(target=in_a_fork)
    fork.start()
    for one in threads:
        one.start()
    for one in threads:
        one.join(30)
    fork.join(30)
    assert len(registry.thread_ids()) == 101
    assert len(ThreadRegistry(registry.path).thread_ids()) == 101


def test_what_it_has_is_exported(registry: ThreadRegistry, tmp_path: Path) -> None:
    async def talk(url: str) -> str:
        async with AsyncAssistantsClient(CompatibleEndpoint(url), registry=registry) as client:
            thread = await client.threads.create()
            await client.with_options(max_retries=0).threads.create()
            return thread.id

    with LocalService() as service:
        first = anyio.run(talk, service.base_url)
        with AssistantsClient(CompatibleEndpoint(service.base_url)) as client:
            client.threads.create()
            ids = registry.thread_ids(service.base_url)
            manifest = export(client, tmp_path / "e", threads=ids)
    assert ids[0] == first
    assert manifest.counts == {"thread": 2}


def test_sqlite_is_loaded_when_something_is_kept() -> None:
    program = (
        "import sys; from openai_assistants.transfer import ThreadRegistry; "
        "ThreadRegistry('x.db'); assert 'sqlite3' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_another_file_is_not_written_to(tmp_path: Path) -> None:
    path = tmp_path / "mine.db"
    path.write_bytes(b"this is no database" * 100)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        ThreadRegistry(path).add("thread", "t", URL, 0)
    assert path.read_bytes() == b"this is no database" * 100


def test_its_repr_names_the_file(registry: ThreadRegistry) -> None:
    assert repr(registry) == f"ThreadRegistry({str(registry.path)!r})"
    with registry as same:
        assert same is registry
