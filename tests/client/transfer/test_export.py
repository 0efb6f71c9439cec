"""What is exported, from which endpoint, and what is said where something is not to be had."""

import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Any

import anyio
import httpx
import pytest
from tests.support.transfer.programs import killed, lines_of, objects_of, said

from openai_assistants import (
    AssistantsClient,
    AsyncAssistantsClient,
    AuthenticationError,
    AzureKeyCredential,
    AzureOpenAIEndpoint,
    AzureOpenAIV1Endpoint,
    CompatibleEndpoint,
    FoundryEndpoint,
    InternalServerError,
    OpenAIEndpoint,
    OpenAIKeyCredential,
    StaticTokenCredential,
)
from openai_assistants.testing import MockTransport
from openai_assistants.transfer import (
    Progress,
    TransferError,
    async_export,
    export,
    read_ids,
)
from openai_assistants_service import LocalService

KEY = OpenAIKeyCredential("k")
AZURE = AzureKeyCredential("k")


def thread_ids(service: LocalService) -> list[str]:
    with AssistantsClient(
        FoundryEndpoint(f"{service.url}/api/projects/p", allow_insecure=True),
        StaticTokenCredential("t"),
    ) as client:
        return [one.id for one in client.threads.list(order="asc")]


ENDPOINTS: dict[str, tuple[Callable[[str], Any], Any]] = {
    "openai-v1": (lambda url: OpenAIEndpoint(base_url=f"{url}/v1", beta="assistants=v1"), KEY),
    "openai-v2": (lambda url: OpenAIEndpoint(base_url=f"{url}/v1"), KEY),
    "azure-v1": (lambda url: AzureOpenAIEndpoint(url, api_version="2024-02-15-preview"), AZURE),
    "azure-v2": (lambda url: AzureOpenAIEndpoint(url, api_version="2025-03-01-preview"), AZURE),
    "azure-undated": (AzureOpenAIV1Endpoint, AZURE),
    "foundry": (lambda url: FoundryEndpoint(f"{url}/api/projects/p"), StaticTokenCredential("t")),
}


@pytest.mark.parametrize("name", ENDPOINTS)
def test_any_endpoint_is_exported(name: str, few: LocalService, tmp_path: Path) -> None:
    endpoint, credential = ENDPOINTS[name]
    with AssistantsClient(endpoint(few.url), credential) as client:
        counts = export(client, tmp_path / "e").counts
    assert (counts["thread"], counts["file"], counts["assistant"]) == (9, 10, 3)
    assert (counts["thread.run"], counts["thread.message"]) == (9, 27)
    first_generation = name in ("openai-v1", "azure-v1")
    assert ("vector_store" in counts) is not first_generation
    search = [step for step in steps(tmp_path / "e") if "results" in str(step)]
    assert bool(search) is not first_generation


def steps(folder: Path) -> list[Any]:
    found = [one for path in folder.glob("threads/*") for one in lines_of(path)]
    return [one for one in found if one["object"] == "thread.run.step"]


def test_both_clients_write_the_same(backup: Path, few: LocalService, tmp_path: Path) -> None:
    async def write() -> None:
        async with AsyncAssistantsClient(CompatibleEndpoint(few.base_url)) as client:
            await async_export(client, tmp_path / "e")

    anyio.run(write)
    assert objects_of(tmp_path / "e") == objects_of(backup)
    assert (tmp_path / "e" / "manifest.json").read_text() == (backup / "manifest.json").read_text()


@pytest.mark.parametrize("moment", [1, 2, 3, 7, 15, 20])
def test_killed_as_a_file_gets_its_name(
    moment: int, backup: Path, few: LocalService, tmp_path: Path
) -> None:
    """Files have all of their lines, or are not there; and the second start is the last."""
    folder, whole = tmp_path / "e", objects_of(backup)
    killed("export", few.base_url, folder, f"rename:{moment}")
    for path in folder.glob("**/[!.]*.jsonl"):
        assert lines_of(path) == whole[path.relative_to(folder).as_posix()]
    said("export", few.base_url, folder, "never")
    assert objects_of(folder) == whole
    assert not list(folder.rglob(".*"))


def test_a_complete_export_stays_as_it_is(backup: Path, few: LocalService, tmp_path: Path) -> None:
    folder = tmp_path / "e"
    shutil.copytree(backup, folder)
    network = MockTransport(base_url=few.base_url)  # raises whatever is asked
    with httpx.Client(transport=network) as http:
        client = AssistantsClient(CompatibleEndpoint(few.base_url), http_client=http)
        assert export(client, folder).complete
    assert network.requests == []


def test_some_threads_by_their_ids(few: LocalService, tmp_path: Path) -> None:
    first, second, *_ = thread_ids(few)
    ids = tmp_path / "ids.txt"
    ids.write_text(f"# of the support\n{second}  # Ann\n\n{first},more\nthread_gone\n{second}\n")
    with AssistantsClient(CompatibleEndpoint(few.base_url)) as client:
        manifest = export(client, tmp_path / "e", threads=read_ids(ids))
    written = [name for name in manifest.files if name.startswith("threads/")]
    assert written == [f"threads/{second}.jsonl", f"threads/{first}.jsonl"]
    assert manifest.missing == {"thread_gone": "No thread found with id 'thread_gone'."}


def test_progress_is_told(few: LocalService, tmp_path: Path) -> None:
    told: list[Progress] = []
    with AssistantsClient(CompatibleEndpoint(few.base_url)) as client:
        export(client, tmp_path / "e", on_progress=told.append)
    threads = [(one.done, one.total) for one in told if one.kind == "threads"]
    assert threads == [(number, 9) for number in range(1, 10)]
    kinds = list(dict.fromkeys(one.kind for one in told))
    assert kinds == ["assistants", "vector_stores", "threads", "contents"]


def test_so_many_requests_at_once_and_no_more(few: LocalService, tmp_path: Path) -> None:
    active, most, lock = 0, 0, Lock()

    class Counting(httpx.HTTPTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            nonlocal active, most
            with lock:
                active += 1
                most = max(most, active)
            try:
                return super().handle_request(request)
            finally:
                with lock:
                    active -= 1

    with httpx.Client(transport=Counting()) as http:
        client = AssistantsClient(CompatibleEndpoint(few.base_url), http_client=http)
        export(client, tmp_path / "e", max_concurrency=3)
        assert 2 <= most <= 3
        with pytest.raises(ValueError, match="at least 1"):
            export(client, tmp_path / "f", max_concurrency=0)


def page(*objects: Any) -> dict[str, Any]:
    return {"object": "list", "data": list(objects), "has_more": False}


@pytest.fixture
def network() -> MockTransport:
    """An endpoint that lists no threads, and has nothing else."""
    made = MockTransport(
        lambda _: httpx.Response(404, json={"error": {"message": "No."}}),
        base_url="https://x.example/v1",
    )
    for path in ("/assistants", "/vector_stores"):
        made.add("GET", path, page())
    return made


def client_of(network: MockTransport) -> AssistantsClient:
    http = httpx.Client(transport=network)
    return AssistantsClient(CompatibleEndpoint("https://x.example/v1"), http_client=http)


def test_where_threads_are_not_listed_it_says_what_to_do(
    network: MockTransport, tmp_path: Path
) -> None:
    with pytest.raises(TransferError, match="lists no threads: give their ids"):
        export(client_of(network), tmp_path / "e")
    assert export(client_of(network), tmp_path / "e", threads=()).counts == {}


FILE = {
    "id": "file-1",
    "object": "file",
    "bytes": 1,
    "created_at": 1,
    "filename": "a",
    "purpose": "assistants",
}


def test_contents_that_are_refused_are_named(network: MockTransport, tmp_path: Path) -> None:
    """OpenAI lets nobody download what was uploaded for assistants."""
    network.add("GET", "/files", page(FILE, {**FILE, "id": "file-2", "purpose": "fine-tune"}))
    text = "Not allowed to download files of purpose: assistants"
    network.add(
        "GET", "/files/file-1/content", httpx.Response(400, json={"error": {"message": text}})
    )
    manifest = export(client_of(network), tmp_path / "e", threads=())
    assert manifest.missing == {"file-1": text}
    assert [one["id"] for one in lines_of(tmp_path / "e" / "files.jsonl")] == ["file-1"]


def test_files_that_messages_name_are_fetched_too(network: MockTransport, tmp_path: Path) -> None:
    cited = {
        "type": "file_citation",
        "text": "x",
        "start_index": 0,
        "end_index": 1,
        "file_citation": {"file_id": "file-gone"},
    }
    content = [
        {"type": "text", "text": {"value": "x", "annotations": [cited]}},
        {"type": "image_file", "image_file": {"file_id": "file-1"}},
    ]
    message = {
        "id": "msg_1",
        "object": "thread.message",
        "content": content,
        "metadata": {"file_id": "no"},
    }
    network.add("GET", "/threads/t", {"id": "t", "object": "thread"})
    network.add("GET", "/threads/t/messages", page(message))
    network.add("GET", "/threads/t/runs", page())
    network.add("GET", "/files/file-1", FILE)
    network.add("GET", "/files/file-1/content", httpx.Response(200, content=b"x"))
    manifest = export(client_of(network), tmp_path / "e", threads=["t"])
    assert manifest.missing == {"file-gone": "No."}
    assert (tmp_path / "e" / "contents" / "file-1").read_bytes() == b"x"


@pytest.mark.parametrize(
    ("status", "kind"), [(401, AuthenticationError), (500, InternalServerError)]
)
def test_what_may_go_away_ends_it(
    status: int, kind: type[Exception], network: MockTransport, tmp_path: Path
) -> None:
    thread = {"id": "t", "object": "thread"}
    network.add("GET", "/threads/t", httpx.Response(status, json={}), thread)
    network.add("GET", "/threads/t/messages", page())
    network.add("GET", "/threads/t/runs", page())
    client = client_of(network).with_options(max_retries=0)
    with pytest.raises(kind):
        export(client, tmp_path / "e", threads=["t"])
    assert not (tmp_path / "e" / "threads" / "t.jsonl").exists()
    assert export(client, tmp_path / "e", threads=["t"]).counts == {"thread": 1}


@pytest.mark.parametrize("id", ["../up", "a/b", "", ".hidden", "C:x", "a\0b", "x" * 201])
def test_an_id_leads_nowhere_else(id: str, network: MockTransport, tmp_path: Path) -> None:
    with pytest.raises((TransferError, ValueError)):
        export(client_of(network), tmp_path / "e", threads=[id])
    network.add("GET", "/files", page({**FILE, "id": id}))
    with pytest.raises((TransferError, ValueError)):
        export(client_of(network), tmp_path / "f", threads=())
    assert {path.name for path in tmp_path.iterdir()} == {"e", "f"}


def test_the_folder_has_to_be_its_own(
    few: LocalService, backup: Path, network: MockTransport, tmp_path: Path
) -> None:
    with pytest.raises(TransferError, match=r"holds an export of http://127.* not of https://x"):
        export(client_of(network), backup, threads=())
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(TransferError, match="is no export, and not empty"):
        export(client_of(network), tmp_path, threads=())
    (tmp_path / "manifest.json").write_text("{}")
    with pytest.raises(TransferError, match="is no manifest of an export"):
        export(client_of(network), tmp_path, threads=())
    text = (backup / "manifest.json").read_text().replace('"version": 1', '"version": 2')
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(TransferError, match="is of another format, openai-assistants-export 2"):
        export(client_of(network), tmp_path, threads=())
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_it_is_for_its_owner_only(network: MockTransport, tmp_path: Path) -> None:
    export(client_of(network), tmp_path / "e", threads=())
    assert (tmp_path / "e").stat().st_mode & 0o777 == 0o700
