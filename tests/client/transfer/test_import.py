"""An export is put into a service that keeps ids, or into any other, which gives new ones."""

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from tests.support.transfer.programs import killed, lines_of, manifest_of, objects_of, said

from openai_assistants import (
    AssistantsClient,
    AsyncAssistantsClient,
    CompatibleEndpoint,
    UnsupportedOperation,
)
from openai_assistants.testing import MockTransport
from openai_assistants.transfer import (
    Progress,
    TransferError,
    async_import_folder,
    export,
    import_folder,
)
from openai_assistants_service import LocalService


@pytest.fixture
def empty() -> Iterator[LocalService]:
    with LocalService() as service:
        yield service


@pytest.fixture
def client(empty: LocalService) -> Iterator[AssistantsClient]:
    with AssistantsClient(CompatibleEndpoint(empty.base_url)) as made:
        yield made


@pytest.fixture
def folder(backup: Path, tmp_path: Path) -> Path:
    """A copy of the export, to be changed."""
    return Path(shutil.copytree(backup, tmp_path / "backup"))


def rewrite(folder: Path, name: str, *objects: Any) -> None:
    """Put other objects into a file of an export, and their digest into its manifest."""
    (folder / name).write_text("".join(json.dumps(one) + "\n" for one in objects))
    seal(folder, name)


def seal(folder: Path, *names: str) -> None:
    from openai_assistants.transfer import FileEntry

    manifest = json.loads((folder / "manifest.json").read_text())
    for name in names:
        if (folder / name).exists():
            entry = FileEntry.of(folder / name)
            manifest["files"][name] = {"bytes": entry.bytes, "sha256": entry.sha256}
        else:
            manifest["files"].pop(name)
    (folder / "manifest.json").write_text(json.dumps(manifest))


def first_thread(folder: Path) -> tuple[str, list[Any]]:
    name = next(name for name in manifest_of(folder).files if name.startswith("threads/"))
    return name, lines_of(folder / name)


def test_both_clients_import_the_same(
    backup: Path, client: AssistantsClient, tmp_path: Path
) -> None:
    async def write(url: str) -> int:
        async with AsyncAssistantsClient(CompatibleEndpoint(url)) as asynchronous:
            return (await async_import_folder(asynchronous, backup)).created

    told: list[Progress] = []
    total = sum(manifest_of(backup).counts.values())
    with LocalService() as other, AssistantsClient(CompatibleEndpoint(other.base_url)) as second:
        assert anyio.run(write, other.base_url) == total
        assert import_folder(client, backup, on_progress=told.append).created == total
        export(client, tmp_path / "a")
        export(second, tmp_path / "b")
    assert objects_of(tmp_path / "a") == objects_of(tmp_path / "b") == objects_of(backup)
    kinds = list(dict.fromkeys(one.kind for one in told))
    assert kinds == ["files", "vector_stores", "assistants", "threads"]
    assert told[-1] == Progress("threads", 9, 9)


def test_what_it_came_from_has_it_all(backup: Path, few: LocalService) -> None:
    with AssistantsClient(CompatibleEndpoint(few.base_url)) as source:
        report = import_folder(source, backup)
    assert (report.created, report.refused) == (0, {})


def test_a_thread_that_was_changed_since_is_not_touched(
    backup: Path, client: AssistantsClient
) -> None:
    import_folder(client, backup)
    thread_id = Path(first_thread(backup)[0]).stem
    client.threads.update(thread_id, metadata={"mine": "yes"})
    report = import_folder(client, backup)
    assert list(report.refused) == [thread_id]
    assert "its 'metadata' differs" in report.refused[thread_id]
    assert report.created == 0
    assert client.threads.retrieve(thread_id).metadata == {"mine": "yes"}


def test_a_run_that_was_at_work_keeps_its_thread_out(
    folder: Path, client: AssistantsClient
) -> None:
    name, objects = first_thread(folder)
    thread_id = objects[0]["id"]
    rewrite(
        folder,
        name,
        *({**one, "status": "queued"} if one["object"] == "thread.run" else one for one in objects),
    )
    manifest = json.loads((folder / "manifest.json").read_text())
    (folder / "manifest.json").write_text(json.dumps({**manifest, "active": [thread_id]}))
    report = import_folder(client, folder)
    assert report.refused == {
        thread_id: "one of its runs was at work: export it when that has ended"
    }


def test_links_to_what_the_export_lacks_are_left_out(
    folder: Path, client: AssistantsClient
) -> None:
    """As a hosted thread may have them, whose files were deleted."""
    name, objects = first_thread(folder)
    message = {**objects[1], "attachments": [{"file_id": "file-gone", "tools": []}]}
    resources = {
        "code_interpreter": {"file_ids": ["file-gone"]},
        "file_search": {"vector_store_ids": ["vs_gone"]},
    }
    rewrite(folder, name, {**objects[0], "tool_resources": resources}, message)
    report = import_folder(client, folder)
    assert report.refused == {}
    assert report.left_out == {
        objects[0]["id"]: ["file-gone", "vs_gone"],
        message["id"]: ["file-gone"],
    }
    assert (
        client.threads.messages.retrieve(message["id"], thread_id=objects[0]["id"]).attachments
        == []
    )


def test_a_file_without_contents_is_there_and_says_so(
    folder: Path, client: AssistantsClient
) -> None:
    file = lines_of(folder / "files.jsonl")[1]
    (folder / "contents" / file["id"]).unlink()
    seal(folder, f"contents/{file['id']}")
    report = import_folder(client, folder)
    assert report.left_out == {file["id"]: ["its contents, which the export does not have"]}
    assert client.files.retrieve(file["id"]).to_dict() == file


@pytest.mark.parametrize("change", ["shorter", "other", "gone", "outside", "unfinished", "none"])
def test_a_damaged_export_is_not_imported(
    change: str, folder: Path, client: AssistantsClient
) -> None:
    name, _ = first_thread(folder)
    manifest = folder / "manifest.json"
    if change == "shorter":
        (folder / name).write_bytes((folder / name).read_bytes()[:-1])
    elif change == "other":
        (folder / name).write_bytes((folder / name).read_bytes().replace(b"Wait", b"Want"))
    elif change == "gone":
        (folder / name).unlink()
    elif change == "outside":
        text = manifest.read_text().replace(name, "../secret")
        manifest.write_text(text)
        shutil.copy(folder / name, folder.parent / "secret")
    elif change == "unfinished":
        manifest.write_text(manifest.read_text().replace('"complete": true', '"complete": false'))
    else:
        manifest.unlink()
    with pytest.raises(TransferError):
        import_folder(client, folder)
    assert list(client.files.list()) == []


def test_who_cannot_keep_ids_says_so(backup: Path) -> None:
    network = MockTransport(lambda _: httpx.Response(404, json={}), base_url="https://x.example")
    with httpx.Client(transport=network) as http:
        client = AssistantsClient(CompatibleEndpoint("https://x.example"), http_client=http)
        with pytest.raises(
            UnsupportedOperation, match="cannot keep ids, as only a local service can"
        ):
            import_folder(client, backup, keep_ids=True)
    assert [str(one.url) for one in network.requests] == ["https://x.example/transfer"]


def texts(client: AssistantsClient, thread_id: str) -> list[tuple[str, str]]:
    return [(one.role, one.text) for one in client.threads.messages.list(thread_id, order="asc")]


def ids_of(path: Path) -> dict[str, str]:
    return {one["old"]: one["new"] for one in lines_of(path)[1:] if "new" in one}


def test_created_anew_everything_has_new_ids(
    backup: Path, few: LocalService, client: AssistantsClient, tmp_path: Path
) -> None:
    path = tmp_path / "ids.jsonl"
    report = import_folder(client, backup, keep_ids=False, id_map=path)
    assert (report.refused, report.id_map) == ({}, str(path))
    ids, counts = ids_of(path), manifest_of(backup).counts
    assert len(set(ids.values()) - ids.keys()) == len([one for one in ids if "/" not in one])
    made = sum(
        counts[kind] for kind in ("file", "vector_store", "assistant", "thread", "thread.message")
    )
    assert report.created == made
    with AssistantsClient(CompatibleEndpoint(few.base_url)) as source:
        for name in manifest_of(backup).files:
            if not name.startswith("threads/"):
                continue
            old = Path(name).stem
            assert texts(client, ids[old]) == texts(source, old)
            assert report.left_out[old] == ["its runs and their steps"]
            thread, before = client.threads.retrieve(ids[old]), source.threads.retrieve(old)
            assert thread.metadata == {**(before.metadata or {}), "imported_from": old}
            files = [ids[one] for one in attached(source, old)]
            assert attached(client, ids[old]) == files
        for assistant in source.assistants.list():
            new = client.assistants.retrieve(ids[assistant.id])
            assert (new.name, new.model, new.instructions) == (
                assistant.name,
                "builtin",
                "Be brief.",
            )
            assert stores_of(new) == [ids[one] for one in stores_of(assistant)]
        for file in source.files.list():
            assert (
                client.files.content(ids[file.id]).content == source.files.content(file.id).content
            )
    again = import_folder(client, backup, keep_ids=False, id_map=path)
    assert (again.created, again.present) == (0, made)


def attached(client: AssistantsClient, thread_id: str) -> list[str]:
    messages = client.threads.messages.list(thread_id, order="asc")
    return [str(link.file_id) for one in messages for link in one.attachments or []]


def stores_of(assistant: Any) -> list[str]:
    search = assistant.tool_resources.file_search
    return [] if search is None else list(search.vector_store_ids)


@pytest.mark.parametrize("keys", [(), ("unkeyed",)], ids=["keys", "no-keys"])
@pytest.mark.parametrize("moment", [1, 9, 11, 14, 17, 18, 25])
def test_killed_before_an_answer_nothing_is_created_twice(
    moment: int, keys: tuple[str, ...], folder: Path, empty: LocalService, client: AssistantsClient
) -> None:
    """Where keys are not honoured, what was begun is searched for; an empty thread may be left."""
    killed("import", empty.base_url, folder, f"answer:{moment}", "map", *keys)
    killed("import", empty.base_url, folder, "answer:3", "map", *keys)
    said("import", empty.base_url, folder, "never", "map", *keys)
    counts = manifest_of(folder).counts
    assert len(list(client.files.list())) == counts["file"]
    assert len(list(client.assistants.list())) == counts["assistant"]
    ids = ids_of(folder / "id-map.jsonl")
    stores = [one for one in client.vector_stores.list() if one.name]
    assert len(stores) == 1
    with httpx.Client(base_url=empty.base_url) as http:
        threads = [one["id"] for one in http.get("/transfer/threads?limit=100").json()["data"]]
    held = Counter(bool(texts(client, thread_id)) for thread_id in threads)
    assert held[True] == counts["thread"]
    assert held[False] <= (16 if keys else 0)
    messages = sum(len(texts(client, thread_id)) for thread_id in threads)
    assert messages == counts["thread.message"]
    assert {ids[Path(name).stem] for name in manifest_of(folder).files if "threads/" in name} <= {
        *threads
    }


def test_a_file_of_ids_belongs_to_one_import(
    backup: Path, folder: Path, client: AssistantsClient, tmp_path: Path
) -> None:
    path = tmp_path / "ids.jsonl"
    import_folder(client, backup, keep_ids=False, id_map=path)
    rewrite(folder, "assistants.jsonl")
    with pytest.raises(TransferError, match="is of another import: give another file for the ids"):
        import_folder(client, folder, keep_ids=False, id_map=path)
    path.write_text("no ids\n")
    with pytest.raises(TransferError, match="is no file of ids"):
        import_folder(client, backup, keep_ids=False, id_map=path)


def test_a_line_that_was_broken_off_does_not_count(
    backup: Path, client: AssistantsClient, tmp_path: Path
) -> None:
    path = tmp_path / "ids.jsonl"
    import_folder(client, backup, keep_ids=False, id_map=path)
    whole = path.read_bytes()
    path.write_bytes(whole[:-9])
    assert import_folder(client, backup, keep_ids=False, id_map=path).created == 0
    assert ids_of(path) == {
        one["old"]: one["new"] for one in map(json.loads, whole.splitlines()[1:]) if "new" in one
    }
