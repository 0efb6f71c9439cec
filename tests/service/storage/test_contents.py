"""The contents of files: no database takes another's, none are deleted for being unknown."""

import logging
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.support.service.api import Api, stored
from tests.support.service.databases import execute, options
from tests.support.service.processes import COMMAND

from openai_assistants_service import LocalService
from openai_assistants_service.storage.database import StorageError

OLD = 7_200.0


@contextmanager
def serving(database: Path) -> Iterator[Api]:
    with LocalService(database) as service, Api.of(service) as api:
        yield api


def upload(database: Path, *texts: bytes) -> list[str]:
    with serving(database) as api:
        return [api.upload("a.txt", text)["id"] for text in texts]


def age(folder: Path) -> None:
    """Make everything in a folder older than what another process may be about to write."""
    for path in folder.iterdir():
        written = path.stat().st_mtime - OLD
        os.utime(path, (written, written))


def content(api: Api, file: str) -> tuple[int, bytes]:
    response = api.send("GET", f"/files/{file}/content")
    return response.status_code, response.content


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "s.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "s.db.files"


@pytest.mark.sqlite
def test_a_new_database_does_not_take_the_files_of_another(database: Path, folder: Path) -> None:
    files = upload(database, b"one", b"two")
    age(folder)
    aside = database.with_name("aside.db")
    database.rename(aside)
    with pytest.raises(StorageError, match="holds the files of another database"):
        upload(database, b"three")
    assert not database.exists()
    aside.rename(database)
    with serving(database) as api:
        assert [content(api, file) for file in files] == [(200, b"one"), (200, b"two")]


@pytest.mark.sqlite
def test_another_database_does_not_either(database: Path, folder: Path, tmp_path: Path) -> None:
    upload(database, b"one")
    other = tmp_path / "other.db"
    upload(other, b"two")
    before = stored(folder)
    other.replace(database)
    with pytest.raises(StorageError, match="holds the files of another database") as caught:
        upload(database, b"three")
    assert "\n" not in str(caught.value)
    assert stored(folder) == before


@pytest.mark.sqlite
def test_a_backup_loses_nothing_of_the_newer_folder(
    database: Path, folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (old,) = upload(database, b"old")
    backup, newer = tmp_path / "backup.db", tmp_path / "newer.db"
    shutil.copy(database, backup)
    (new,) = upload(database, b"new")
    age(folder)
    shutil.copy(database, newer)
    shutil.copy(backup, database)
    with caplog.at_level(logging.WARNING), serving(database) as api:
        assert content(api, old) == (200, b"old")
        assert content(api, new)[0] == 404
    assert [new in one.getMessage() for one in caplog.records] == [True]
    assert (folder / "quarantine" / new).read_bytes() == b"new"
    shutil.copy(newer, database)
    with serving(database) as api:
        assert [content(api, file) for file in (old, new)] == [(200, b"old"), (200, b"new")]


@pytest.mark.sqlite
def test_what_is_in_the_way_is_not_touched(database: Path, folder: Path) -> None:
    folder.mkdir()
    (folder / "thesis.txt").write_text("mine")
    age(folder)
    with pytest.raises(StorageError, match="move the folder away"):
        upload(database, b"one")
    database.touch()
    with pytest.raises(StorageError, match="the database knows nothing in it"):
        upload(database, b"one")
    assert [path.name for path in folder.iterdir()] == ["thesis.txt"]


def test_what_lies_among_the_contents_is_not_touched(database: Path, folder: Path) -> None:
    (file,) = upload(database, b"one")
    (folder / "thesis.txt").write_text("mine")
    age(folder)
    with serving(database) as api:
        assert content(api, file) == (200, b"one")
    assert (folder / "thesis.txt").read_text() == "mine"


def test_the_folder_of_an_older_version_is_taken_over(database: Path, folder: Path) -> None:
    (file,) = upload(database, b"one")
    (folder / "database-id").unlink()
    (folder / file).chmod(0o644)
    folder.chmod(0o755)
    with serving(database) as api:
        assert content(api, file) == (200, b"one")
    assert len((folder / "database-id").read_text()) == 32
    assert (folder / file).stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_symbolic_link_leads_to_the_same_files(database: Path, tmp_path: Path) -> None:
    (one,) = upload(database, b"one")
    link = tmp_path / "elsewhere" / "link.db"
    link.parent.mkdir()
    link.symlink_to(database)
    (two,) = upload(link, b"two")
    with serving(link) as api:
        assert content(api, one) == (200, b"one")
    with serving(database) as api:
        assert content(api, two) == (200, b"two")
    assert [path.name for path in link.parent.iterdir()] == ["link.db"]


@pytest.mark.parametrize("damage", [b"", b"wh", b"whale", b"whole and more"])
@pytest.mark.parametrize("known_before", [False, True])
def test_damaged_contents_are_never_served(
    database: Path, folder: Path, damage: bytes, known_before: bool
) -> None:
    (file,) = upload(database, b"whole")
    with serving(database) as api:
        if known_before:
            assert content(api, file) == (200, b"whole")
        (folder / file).write_bytes(damage)
        status, error = api.refused("GET", f"/files/{file}/content")
        assert (status, error["type"]) == (500, "server_error")
        assert file in error["message"]
        assert "damaged" in error["message"]
        part = api.send("GET", f"/files/{file}/content", headers={"Range": "bytes=0-1"})
        assert part.status_code == 500
        store = api.post("/vector_stores", file_ids=[file])["id"]
        held = api.get(f"/vector_stores/{store}/files/{file}")
        while held["status"] == "in_progress":
            held = api.get(f"/vector_stores/{store}/files/{file}")
        assert (held["status"], "damaged" in held["last_error"]["message"]) == ("failed", True)


def test_an_older_file_without_a_digest_is_checked_by_its_size(
    database: Path, folder: Path
) -> None:
    (file,) = upload(database, b"whole")
    execute(database, "UPDATE files SET digest = NULL")
    with serving(database) as api:
        assert content(api, file) == (200, b"whole")
        (folder / file).write_bytes(b"wh")
        assert content(api, file)[0] == 500


def test_missing_contents_are_reported(
    database: Path, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (file,) = upload(database, b"one")
    (folder / file).unlink()
    with caplog.at_level(logging.WARNING), serving(database) as api:
        assert content(api, file)[0] == 404
    assert [file in one.getMessage() for one in caplog.records] == [True]


def orphans(database: Path, folder: Path) -> list[str]:
    """Leave what a killed process may leave; return the names of what has to go."""
    upload(database, b"one")
    names = ["0" * 32 + ".part", "file-" + "x" * 24]
    for name in names:
        (folder / name).write_bytes(b"orphan")
    age(folder)
    (folder / ("1" * 32 + ".part")).write_bytes(b"on its way")
    return names


def test_orphans_go_into_quarantine_and_come_out_by_command(database: Path, folder: Path) -> None:
    names = orphans(database, folder)
    removed = command(*options(database), "--remove-quarantined")
    assert (removed.returncode, removed.stdout, removed.stderr) == (0, "", "")
    assert set(names) <= set(stored(folder))
    with serving(database):
        assert sorted(stored(folder / "quarantine")) == names
        assert not set(names) & set(stored(folder))
        assert "1" * 32 + ".part" in stored(folder)
    removed = command(*options(database), "--remove-quarantined")
    assert (removed.returncode, removed.stdout.split()) == (0, names)
    assert not (folder / "quarantine").exists()
    assert len(stored(folder)) == 2


def test_a_name_may_come_into_quarantine_twice(database: Path, folder: Path) -> None:
    names = orphans(database, folder)
    with serving(database):
        (folder / names[1]).write_bytes(b"another")
    age(folder)
    with serving(database):
        kept = [path.read_bytes() for path in (folder / "quarantine").iterdir()]
    assert sorted(kept) == [b"another", b"on its way", b"orphan", b"orphan"]


def test_the_command_makes_no_database(tmp_path: Path) -> None:
    done = command("--database", str(tmp_path / "none.db"), "--remove-quarantined")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"error: there is no database {tmp_path / 'none.db'}\n"
    assert list(tmp_path.iterdir()) == []


def command(*options: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*COMMAND, *options], capture_output=True, text=True, timeout=60, check=False
    )


@pytest.mark.sqlite
def test_all_is_for_the_owner_only(database: Path, folder: Path) -> None:
    database.touch(0o644)
    database.chmod(0o644)
    before = os.umask(0)
    try:
        with serving(database) as api:
            file = api.upload("a.txt", b"one")["id"]
            modes = {
                path: path.stat().st_mode & 0o777
                for path in (
                    *(database.with_name(database.name + end) for end in ("", "-wal", "-shm")),
                    folder,
                    folder / file,
                    folder / "database-id",
                )
            }
        new = database.with_name("new") / "n.db"
        with serving(new):
            modes[new] = new.stat().st_mode & 0o777
            modes[new.parent] = new.parent.stat().st_mode & 0o777
    finally:
        os.umask(before)
    folders = {folder, new.parent}
    assert modes == {path: 0o700 if path in folders else 0o600 for path in modes}
