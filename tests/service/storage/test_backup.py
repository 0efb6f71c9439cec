"""Backups of a database that is written to."""

import hashlib
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from tests.support.service.api import Api

from openai_assistants_service import LocalService
from openai_assistants_service.commands import run
from openai_assistants_service.storage.backup import backup
from openai_assistants_service.storage.database import StorageError

pytestmark = pytest.mark.sqlite(reason="PostgreSQL has pg_dump")


def check_whole(database: Path) -> int:
    """Check that every file of a backup has its contents; return how many there are."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT id, digest FROM files").fetchall()
    folder = database.with_name(f"{database.name}.files")
    for name, digest in rows:
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    assert {path.name for path in folder.iterdir()} == {"database-id", *(name for name, _ in rows)}
    return len(rows)


def test_backups_while_files_come_and_go(tmp_path: Path) -> None:
    done = threading.Event()
    with LocalService(tmp_path / "s.db") as service:

        def write() -> None:
            with Api.of(service) as api:
                kept: list[str] = []
                while not done.is_set():
                    kept.append(api.upload("a.txt", f"text {len(kept)}".encode() * 1000)["id"])
                    if len(kept) > 5:
                        api.delete(f"/files/{kept.pop(0)}")

        writer = threading.Thread(target=write)
        writer.start()
        try:
            for number in range(10):
                target = tmp_path / f"backup-{number}"
                assert backup(tmp_path / "s.db", target) == check_whole(target / "s.db")
        finally:
            done.set()
            writer.join()
    assert list(tmp_path.glob("*.part")) == []


def test_a_backup_is_restored_by_serving_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with LocalService(tmp_path / "s.db") as service, Api.of(service) as api:
        file = api.upload("a.txt", b"some text")["id"]
        thread = api.thread("Hello")
        target = tmp_path / "kept"
        assert run("backup", ["--database", str(tmp_path / "s.db"), str(target)]) == 0
        assert capsys.readouterr().out == f"{target / 's.db'} and 1 files\n"
        api.delete(f"/files/{file}")
    with LocalService(target / "s.db") as service, Api.of(service) as api:
        assert api.send("GET", f"/files/{file}/content").content == b"some text"
        (message,) = api.get(f"/threads/{thread}/messages")["data"]
        assert message["content"][0]["text"]["value"] == "Hello"


def test_a_file_that_is_deleted_between_snapshot_and_copy_makes_another_snapshot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from openai_assistants_service.storage import backup as module

    with LocalService(tmp_path / "s.db") as service, Api.of(service) as api:
        first, second = (api.upload(name, name.encode())["id"] for name in ("a.txt", "b.txt"))
        snapshot, taken = module._snapshot, []

        def then_delete(*paths: Path) -> object:
            found = snapshot(*paths)
            taken.append(found)
            if len(taken) == 1:
                api.delete(f"/files/{second}")
            return found

        monkeypatch.setattr(module, "_snapshot", then_delete)
        assert backup(tmp_path / "s.db", tmp_path / "kept") == 1
    assert len(taken) == 2
    assert check_whole(tmp_path / "kept" / "s.db") == 1
    assert (tmp_path / "kept" / "s.db.files" / first).read_bytes() == b"a.txt"


@pytest.mark.parametrize("how", ["damaged", "missing"])
def test_what_cannot_be_copied_leaves_nothing(tmp_path: Path, how: str) -> None:
    with LocalService(tmp_path / "s.db") as service, Api.of(service) as api:
        file = api.upload("a.txt", b"some text")["id"]
        contents = tmp_path / "s.db.files" / file
        if how == "damaged":
            contents.write_bytes(b"SOME text")
        else:
            contents.unlink()
        with pytest.raises(StorageError, match=file):
            backup(tmp_path / "s.db", tmp_path / "kept")
    assert not (tmp_path / "kept").exists()
    assert list(tmp_path.glob("*.part")) == []


def test_what_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("backup", ["--database", str(tmp_path / "none.db"), str(tmp_path / "b")]) == 1
    assert "there is no database" in capsys.readouterr().err
    with LocalService(tmp_path / "s.db"), pytest.raises(StorageError, match="is there already"):
        backup(tmp_path / "s.db", tmp_path)
    sqlite3.connect(tmp_path / "other.db").execute("CREATE TABLE other (a)").connection.close()
    with pytest.raises(StorageError, match="belongs to another application"):
        backup(tmp_path / "other.db", tmp_path / "b")


def test_a_database_on_postgresql_is_not_copied(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = "postgresql://u:s3cret@127.0.0.1:1/n"
    assert run("backup", ["--database", url, str(tmp_path / "kept")]) == 1
    said = capsys.readouterr().err
    assert "copied by pg_dump" in said
    assert "s3cret" not in said
    assert not (tmp_path / "kept").exists()
