"""Clients of a service without a socket: everything as with one."""

import asyncio
import os
import subprocess
import sys
import threading
from collections.abc import AsyncGenerator, Callable, Coroutine
from pathlib import Path
from typing import Any

import httpx
import pytest
import trio
from tests.support.conformance import async_walkthroughs, scenes, walkthroughs
from tests.support.service.scripted import ScriptedModel, answer

from openai_assistants import (
    APITimeoutError,
    AssistantsClient,
    AssistantsError,
    AsyncAssistantsClient,
    AzureKeyCredential,
    AzureOpenAIEndpoint,
    BadRequestError,
)
from openai_assistants_service import LocalEndpoint
from openai_assistants_service.models.base import Delta, Finish, TextDelta
from openai_assistants_service.models.conversation import Conversation


def service_threads() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if one.name == "local-assistants"]


def run_asyncio(main: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(main())


def new_run(client: AssistantsClient, text: str = "Hello") -> Any:
    assistant = client.assistants.create(model="any")
    return client.threads.create_and_run_poll(
        assistant_id=assistant.id,
        thread={"messages": [{"role": "user", "content": text}]},
        deadline=30,
    )


@pytest.mark.parametrize("walk", walkthroughs.WALKTHROUGHS, ids=lambda walk: walk.__name__)
def test_code_files_and_functions(walk: Callable[..., Any]) -> None:
    with AssistantsClient(LocalEndpoint()) as client:
        assert walk(client, scenes.V2)
        assert len(service_threads()) == 1
    assert service_threads() == []


@pytest.mark.parametrize("run", [run_asyncio, trio.run], ids=["asyncio", "trio"])
def test_asynchronously(run: Callable[[Any], None]) -> None:
    async def walk_all() -> None:
        async with AsyncAssistantsClient(LocalEndpoint()) as client:
            for walk in async_walkthroughs.WALKTHROUGHS:
                assert await walk(client, scenes.V2)

    run(walk_all)
    assert service_threads() == []


def test_a_model_of_ones_own_and_a_database_that_stays(tmp_path: Path) -> None:
    endpoint = LocalEndpoint(tmp_path / "dev.db", model=ScriptedModel(lambda _: answer("Mine.")))
    with AssistantsClient(endpoint) as client:
        run = new_run(client)
        assert client.base_url == "http://localhost/v1/"
    with AssistantsClient(endpoint) as client:
        newest = client.threads.messages.list(run.thread_id, limit=1).data[0]
    assert newest.text == "Mine."
    assert service_threads() == []


def test_clients_of_one_endpoint_share_a_service_until_the_last_is_closed() -> None:
    endpoint = LocalEndpoint()

    async def made() -> str:
        async with AsyncAssistantsClient(endpoint) as client:
            return (await client.assistants.create(model="m")).id

    with AssistantsClient(endpoint) as one:
        with AssistantsClient(endpoint) as two:
            by_two = two.assistants.create(model="m").id
        by_three = asyncio.run(made())
        assert [each.id for each in one.assistants.list()] == [by_three, by_two]
        assert len(service_threads()) == 1
    assert service_threads() == []
    with AssistantsClient(endpoint) as later:
        assert later.assistants.list().data == []


def test_endpoints_have_nothing_to_do_with_each_other() -> None:
    with AssistantsClient(LocalEndpoint()) as one, AssistantsClient(LocalEndpoint()) as two:
        one.assistants.create(model="m")
        assert two.assistants.list().data == []
        assert len(service_threads()) == 2


def test_as_any_provider() -> None:
    local = LocalEndpoint()
    azure = AzureOpenAIEndpoint(local.url, api_version="2024-02-15-preview")
    with local.http_client() as http:
        with AssistantsClient(azure, AzureKeyCredential("k"), http_client=http) as client:
            assert walkthroughs.codes_in_a_file(client, scenes.V1)
        assert len(service_threads()) == 1


class Waiting:
    """Says one word, and the next when it is told to."""

    def __init__(self) -> None:
        self.go_on = asyncio.Event()
        self.loop: asyncio.AbstractEventLoop | None = None
        self.closed = threading.Event()

    async def stream(self, conversation: Conversation) -> AsyncGenerator[Delta]:
        self.loop = asyncio.get_running_loop()
        try:
            yield TextDelta("One ")
            await self.go_on.wait()
            yield TextDelta("two.")
            yield Finish("stop")
        finally:
            self.closed.set()

    def release(self) -> None:
        assert self.loop is not None
        self.loop.call_soon_threadsafe(self.go_on.set)


BODY = {"thread": {"messages": [{"role": "user", "content": "Count."}]}, "stream": True}


def test_streams_are_handed_on_as_they_come() -> None:
    model = Waiting()
    endpoint = LocalEndpoint(model=model)
    with AssistantsClient(endpoint) as client, endpoint.http_client() as http:
        body = {**BODY, "assistant_id": client.assistants.create(model="m").id}
        url = f"{endpoint.base_url}/threads/runs"
        with http.stream("POST", url, json=body, timeout=30) as response:
            text = ""
            for line in response.iter_lines():
                if "One " in line and not model.go_on.is_set():
                    model.release()  # what is behind this does not exist yet
                text += line
    assert "two." in text
    assert text.endswith("event: donedata: [DONE]")


@pytest.mark.parametrize("run", [run_asyncio, trio.run], ids=["asyncio", "trio"])
def test_so_they_are_asynchronously(run: Callable[[Any], None]) -> None:
    model = Waiting()
    endpoint = LocalEndpoint(model=model)
    text = ""

    async def read() -> None:
        nonlocal text
        async with AsyncAssistantsClient(endpoint) as client, endpoint.async_http_client() as http:
            body = {**BODY, "assistant_id": (await client.assistants.create(model="m")).id}
            url = f"{endpoint.base_url}/threads/runs"
            async with http.stream("POST", url, json=body, timeout=30) as response:
                async for line in response.aiter_lines():
                    if "One " in line and not model.go_on.is_set():
                        model.release()
                    text += line

    run(read)
    assert "two." in text


def test_the_clients_own_streams() -> None:
    model = Waiting()
    with AssistantsClient(LocalEndpoint(model=model)) as client:
        thread = client.threads.create(messages=[{"role": "user", "content": "Count."}])
        assistant = client.assistants.create(model="m")
        with client.threads.runs.stream(thread_id=thread.id, assistant_id=assistant.id) as stream:
            texts = iter(stream.text_deltas)
            assert next(texts) == "One "
            model.release()
            assert list(texts) == ["two."]


def test_closing_ends_open_streams_and_workers() -> None:
    model = Waiting()
    endpoint = LocalEndpoint(model=model)
    http = endpoint.http_client()
    with AssistantsClient(endpoint) as client:
        body = {**BODY, "assistant_id": client.assistants.create(model="m").id}
        request = http.build_request("POST", f"{endpoint.base_url}/threads/runs", json=body)
        response = http.send(request, stream=True)
        assert next(line for line in response.iter_lines() if "One " in line)
    http.close()
    assert model.closed.is_set()
    assert service_threads() == []


def test_a_stream_whose_service_ends_is_broken_off() -> None:
    endpoint = LocalEndpoint(model=Waiting())
    http = endpoint.http_client()
    with AssistantsClient(endpoint) as client:
        body = {**BODY, "assistant_id": client.assistants.create(model="m").id}
        request = http.build_request("POST", f"{endpoint.base_url}/threads/runs", json=body)
        lines = http.send(request, stream=True).iter_lines()
        assert next(line for line in lines if "One " in line)
    http.close()
    with pytest.raises(httpx.RemoteProtocolError, match=r"broke off|stopped"):
        list(lines)


def test_who_is_gone_is_not_waited_for() -> None:
    model = Waiting()
    endpoint = LocalEndpoint(model=model)
    with AssistantsClient(endpoint) as client, endpoint.http_client() as http:
        thread = client.threads.create(messages=[{"role": "user", "content": "Count."}])
        body = {"assistant_id": client.assistants.create(model="m").id, "stream": True}
        url = f"{endpoint.base_url}/threads/{thread.id}/runs"
        with http.stream("POST", url, json=body) as response:
            assert next(line for line in response.iter_lines() if "One " in line)
        model.release()
        (run,) = client.threads.runs.list(thread.id)
        ended = client.threads.runs.poll(run.id, thread.id, poll_interval_ms=20)
    assert ended.status == "completed"


def test_large_bodies_both_ways() -> None:
    size = 20_000_000
    with AssistantsClient(LocalEndpoint()) as client:
        file = client.files.create(file=("big.txt", b"x" * size), purpose="assistants")
        assert file.bytes == size
        content = client.files.content(file.id)
        assert len(content.read()) == size


def test_an_answer_before_the_whole_request_was_read() -> None:
    """Who writes and who answers would otherwise wait for each other."""
    with LocalEndpoint().http_client() as http:
        body = iter([b"{"] + [b" " * 1_000_000] * 40)
        headers = {"content-type": "application/json"}
        response = http.post("http://localhost/v1/assistants", content=body, headers=headers)
    assert response.status_code in (400, 413)


def test_errors_are_those_of_the_service() -> None:
    with AssistantsClient(LocalEndpoint()) as client:
        with pytest.raises(BadRequestError, match="Invalid value: 'telepathy'") as caught:
            client.assistants.create(model="m", extra_body={"tools": [{"type": "telepathy"}]})
    assert caught.value.param == "tools[0].type"
    assert (caught.value.request_id or "").startswith("req_")


@pytest.mark.sqlite
def test_a_database_that_cannot_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    path.write_bytes(b"this is no database" * 100)
    with AssistantsClient(LocalEndpoint(path)) as client:
        with pytest.raises(Exception, match="not a database"):
            client.assistants.list()
    assert service_threads() == []


def test_a_closed_client_starts_nothing() -> None:
    client = AssistantsClient(LocalEndpoint())
    client.close()
    with pytest.raises(AssistantsError, match="closed"):
        client.assistants.list()
    assert service_threads() == []


def test_a_timeout_is_kept() -> None:
    model = Waiting()
    with AssistantsClient(LocalEndpoint(model=model), max_retries=0) as client:
        client.assistants.list()
        with pytest.raises(APITimeoutError):
            client.assistants.list(timeout=0.0)


def test_a_program_that_ends_without_closing_leaves_nothing(tmp_path: Path) -> None:
    program = (
        "from openai_assistants import AssistantsClient\n"
        "from openai_assistants_service import LocalEndpoint\n"
        "client = AssistantsClient(LocalEndpoint())\n"
        "print(client.assistants.create(model='m').object)\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        env={**os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "assistant\n", "")
    assert list(tmp_path.iterdir()) == []
