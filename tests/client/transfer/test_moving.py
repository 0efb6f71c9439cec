"""500 threads with files leave a service and get into an empty one, whenever they are killed."""

from collections.abc import Iterator
from pathlib import Path

import anyio
import httpx
import pytest
from tests.support.scale import at_scale
from tests.support.service.processes import Start
from tests.support.transfer.conversations import Conversations, post_all
from tests.support.transfer.programs import killed, lines_of, manifest_of, objects_of, said
from tests.support.transfer.seeded import seed

from openai_assistants import AssistantsClient, CompatibleEndpoint
from openai_assistants.transfer import export, import_folder, write_conversations

THREADS = at_scale(tests=500, soak=5000)
RUNS = at_scale(tests=48, soak=1000)


@pytest.fixture(scope="module")
def start() -> Iterator[Start]:
    with Start() as starting:
        yield starting


@pytest.fixture(scope="module")
def source(start: Start, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The base URL of a service that has the threads."""
    _, url = start(tmp_path_factory.mktemp("source") / "s.db")
    anyio.run(seed, f"{url}/v1", THREADS, RUNS)
    return f"{url}/v1"


@pytest.fixture(scope="module")
def exported(source: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export that was killed twice: among the threads, and among the contents of files."""
    folder = tmp_path_factory.mktemp("exported") / "export"
    killed("export", source, folder, f"threads:{THREADS // 3}", "async")
    done = sorted((folder / "threads").glob("thread_*.jsonl"))
    assert THREADS // 3 <= len(done) < THREADS
    assert not manifest_of(folder).complete
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in done}
    killed("export", source, folder, f"contents:{THREADS // 2}")
    said("export", source, folder, "never", "async")
    after = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in done}
    assert after == before, "what was there was asked for again"
    return folder


def test_an_export_that_was_killed_twice_has_all(exported: Path) -> None:
    manifest = manifest_of(exported)
    counts = manifest.counts
    assert (counts["thread"], counts["file"]) == (THREADS, THREADS + 1)
    assert (counts["thread.run"], counts["assistant"]) == (RUNS, 3)
    assert counts["thread.message"] >= 2 * THREADS + RUNS
    assert counts["thread.run.step"] >= 2 * RUNS
    assert (manifest.missing, manifest.active) == ({}, [])
    contents = [name for name in manifest.files if name.startswith("contents/")]
    assert len(contents) == THREADS + 1
    sizes = {one["id"]: one["bytes"] for one in lines_of(exported / "files.jsonl")}
    assert {name: manifest.files[name].bytes for name in contents} == {
        f"contents/{file_id}": size for file_id, size in sizes.items()
    }
    assert not list(exported.rglob(".*")), "nothing half done is left"


def test_imported_after_two_kills_all_objects_are_the_same(
    exported: Path, start: Start, tmp_path: Path
) -> None:
    _, url = start(tmp_path / "s.db")
    killed("import", f"{url}/v1", exported, f"files:{THREADS // 2}")
    killed("import", f"{url}/v1", exported, "threads:1", "async")
    said("import", f"{url}/v1", exported, "never")
    with AssistantsClient(CompatibleEndpoint(f"{url}/v1")) as client:
        again = import_folder(client, exported)
        assert (again.created, again.refused, again.left_out) == (0, {}, {})
        assert again.present == sum(manifest_of(exported).counts.values())
        export(client, tmp_path / "export")
    before, after = objects_of(exported), objects_of(tmp_path / "export")
    assert list(after) == list(before), "lists have another order"
    assert after == before


def test_a_conversations_server_takes_all_items(exported: Path, tmp_path: Path) -> None:
    path = write_conversations(exported, tmp_path / "conversations.jsonl")
    server = Conversations()
    with httpx.Client(transport=httpx.MockTransport(server), base_url="https://x/v1") as http:
        post_all(http, path)
    assert server.refused == []
    assert len(server.conversations) == THREADS
    kinds = [one["type"] for items in server.conversations.values() for one in items]
    counts = manifest_of(exported).counts
    assert kinds.count("message") == counts["thread.message"]
    assert {"function_call", "function_call_output", "file_search_call"} < set(kinds)
