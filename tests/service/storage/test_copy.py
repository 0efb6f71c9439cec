"""Copies between SQLite and PostgreSQL."""

import sqlite3
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, closing
from pathlib import Path

import pytest
from tests.support.service.api import Api
from tests.support.service.databases import Server

from openai_assistants_service import LocalService
from openai_assistants_service.commands import run
from openai_assistants_service.storage import copying
from openai_assistants_service.storage.database import StorageError, Tx
from openai_assistants_service.storage.sqlite_database import SqliteDatabase
from openai_assistants_service.storage.tables import metadata

pytestmark = pytest.mark.sqlite(reason="copies between both databases, whichever the service uses")

_CLEARED = {"runs": {"owner", "lease_until"}}


def rows(database: Path) -> dict[str, list[tuple[object, ...]]]:
    found: dict[str, list[tuple[object, ...]]] = {}
    with closing(sqlite3.connect(database)) as connection:
        for table in metadata.sorted_tables:
            kept = [c.name for c in table.c if c.name not in _CLEARED.get(table.name, ())]
            names = ", ".join(f'"{name}"' for name in kept)
            found[table.name] = sorted(
                connection.execute(f"SELECT {names} FROM {table.name}"), key=repr
            )
        found["sequences"] = sorted(
            connection.execute("SELECT name, seq FROM sqlite_sequence WHERE seq > 0")
        )
    del found["database_identity"]
    return found


def furnish(api: Api, threads: int) -> None:
    assistant = api.post("/assistants", model="builtin", name="a")["id"]
    file = api.upload("a.txt", b"The capital of Freedonia is Fredville.")["id"]
    api.post("/vector_stores", name="s", file_ids=[file])
    for number in range(threads):
        thread = api.thread(f"Hello {number}")
        if number % 10 == 0:
            api.settled(api.post(f"/threads/{thread}/runs", assistant_id=assistant))
    api.delete(f"/threads/{api.thread()}")


def test_there_and_back(tmp_path: Path, postgres: Server) -> None:
    first, middle, last = tmp_path / "a.db", postgres.at(tmp_path / "m.db"), tmp_path / "b.db"
    with LocalService(first) as service, Api.of(service) as api:
        furnish(api, 50)
    with closing(sqlite3.connect(first)) as connection, connection:
        connection.execute("UPDATE runs SET owner = 'w', lease_until = 1e12")
    there = [str(first), middle.url, "--to-files", str(middle.files)]
    assert run("copy", there) == 0
    assert run("copy", [middle.url, str(last), "--from-files", str(middle.files)]) == 0
    assert rows(first) == rows(last)
    with closing(sqlite3.connect(last)) as connection:
        held = "SELECT 1 FROM runs WHERE owner IS NOT NULL OR lease_until IS NOT NULL"
        assert connection.execute(held).fetchall() == []
    with LocalService(last) as service, Api.of(service) as api:
        (store,) = api.get("/vector_stores")["data"]
        found = api.post(f"/vector_stores/{store['id']}/search", query="capital Freedonia")["data"]
        assert found[0]["filename"] == "a.txt"
        file = api.get("/files")["data"][0]["id"]
        assert api.send("GET", f"/files/{file}/content").content.endswith(b"Fredville.")
        api.thread("new")


def test_keys_are_copied(tmp_path: Path, postgres: Server) -> None:
    first, middle, last = tmp_path / "a.db", postgres.at(tmp_path / "m.db"), tmp_path / "b.db"
    options = ["--name", "ci", "--project", "p", "--requests-per-minute", "5"]
    for more in (options, []):
        assert run("keys", ["create", "--database", str(first), *more]) == 0
    assert run("copy", [str(first), middle.url, "--to-files", str(middle.files)]) == 0
    assert run("copy", [middle.url, str(last), "--from-files", str(middle.files)]) == 0
    assert len(rows(first)["api_keys"]) == 2
    assert rows(first) == rows(last)


def test_a_target_that_is_not_empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with LocalService(tmp_path / "a.db") as service, Api.of(service) as api:
        api.thread("Hello")
    assert run("copy", [str(tmp_path / "a.db"), str(tmp_path / "a.db")]) == 1
    assert "is not empty" in capsys.readouterr().err
    assert run("copy", [str(tmp_path / "none.db"), str(tmp_path / "b.db")]) == 1
    assert "there is no database" in capsys.readouterr().err
    assert not (tmp_path / "b.db").exists()


def test_a_source_with_nothing_in_it(
    tmp_path: Path, postgres: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    """A URL with a slip in it may name another database, of which no copy shall be made."""
    empty, target = postgres.empty(tmp_path / "m.db"), tmp_path / "b.db"
    (tmp_path / "a.db").touch()
    for source, *files in ([empty.url, "--from-files", str(empty.files)], [str(tmp_path / "a.db")]):
        assert run("copy", [source, str(target), *files]) == 1
        assert "there is nothing in it" in capsys.readouterr().err
    assert not target.exists()
    assert not empty.files.exists()
    tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
    assert postgres.fetch(tmp_path / "m.db", tables) == [(0,)]


def test_what_postgresql_cannot_store_is_named_before_anything_is_copied(
    tmp_path: Path, postgres: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    first, target, last = tmp_path / "a.db", postgres.at(tmp_path / "m.db"), tmp_path / "b.db"
    there = [str(first), target.url, "--to-files", str(target.files)]
    with LocalService(first) as service, Api.of(service) as api:
        wrong = api.post("/assistants", model="builtin", name="a\0b", instructions="\0")["id"]
        others = [api.post("/vector_stores", name="\0")["id"] for _ in range(12)]
        thread = api.thread("a\0b", metadata={"a": "\0"})
        assert run("copy", there) == 1
        said = capsys.readouterr().err
        assert "U+0000" in said
        assert f"the name of '{wrong}', the instructions of '{wrong}'" in said
        assert (others[7] in said, others[8] in said, "and others" in said) == (True, False, True)
        for table in ("threads", "messages", "assistants"):
            assert postgres.fetch(tmp_path / "m.db", f"SELECT id FROM {table}") == []
        assert run("copy", [str(first), str(last)]) == 0  # SQLite takes it
        api.post(f"/assistants/{wrong}", name="ab", instructions=None)
        for store in others:
            api.delete(f"/vector_stores/{store}")
    assert run("copy", there) == 0
    assert run("copy", [target.url, str(tmp_path / "c.db"), "--from-files", str(target.files)]) == 0
    with LocalService(tmp_path / "c.db") as service, Api.of(service) as api:
        assert api.get(f"/threads/{thread}")["metadata"] == {"a": "\0"}
        (message,) = api.get(f"/threads/{thread}/messages")["data"]
        assert message["content"][0]["text"]["value"] == "a\0b"


def test_a_terminal_is_told_how_far_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with LocalService(tmp_path / "a.db") as service, Api.of(service) as api:
        api.upload("a.txt", b"some text")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    copy = [str(tmp_path / "a.db"), str(tmp_path / "b.db")]
    assert run("copy", copy) == 0
    told = capsys.readouterr()
    assert told.err.endswith("contents: 1\n")
    assert told.err.count("\n") == 1
    assert told.out.endswith("1 rows and 1 files\n")
    assert run("copy", copy) == 1
    assert capsys.readouterr().err.startswith("error: ")  # nothing was shown, so nothing is ended


@pytest.mark.parametrize("how", ["damaged", "differs"])
def test_what_breaks_leaves_the_target_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    with LocalService(tmp_path / "a.db") as service, Api.of(service) as api:
        file = api.upload("a.txt", b"some text")["id"]
    copy = [str(tmp_path / "a.db"), str(tmp_path / "b.db")]
    contents = tmp_path / "a.db.files" / file
    with monkeypatch.context() as patch:
        if how == "damaged":
            contents.write_bytes(b"SOME text")
        else:
            digests = iter(range(100))

            def other(_: object) -> int:
                return next(digests)

            patch.setattr(copying, "_digest", other)
        assert run("copy", copy) == 1
    assert rows(tmp_path / "b.db")["files"] == []
    assert {path.name for path in (tmp_path / "b.db.files").iterdir()} == {"database-id"}
    contents.write_bytes(b"some text")
    assert run("copy", copy) == 0


def test_damaged_contents_leave_postgresql_empty(tmp_path: Path, postgres: Server) -> None:
    target = postgres.at(tmp_path / "m.db")
    with LocalService(tmp_path / "a.db") as service, Api.of(service) as api:
        api.thread("Hello")
        file = api.upload("a.txt", b"some text")["id"]
    (tmp_path / "a.db.files" / file).write_bytes(b"SOME text")
    there = [str(tmp_path / "a.db"), target.url, "--to-files", str(target.files)]
    assert run("copy", there) == 1
    for table in ("threads", "messages", "files"):
        assert postgres.fetch(tmp_path / "m.db", f"SELECT id FROM {table}") == []
    assert {path.name for path in target.files.iterdir()} == {"database-id"}


def test_of_a_commit_whose_answer_is_lost_the_contents_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with LocalService(tmp_path / "a.db") as service, Api.of(service) as api:
        file = api.upload("a.txt", b"some text")["id"]
    write = SqliteDatabase.write

    @asynccontextmanager
    async def lost(database: SqliteDatabase) -> AsyncGenerator[Tx]:
        async with write(database) as tx:
            yield tx
        if database.path.name == "b.db":
            raise StorageError("the connection was lost")

    with monkeypatch.context() as patch:
        patch.setattr(SqliteDatabase, "write", lost)
        assert run("copy", [str(tmp_path / "a.db"), str(tmp_path / "b.db")]) == 1
    with LocalService(tmp_path / "b.db") as service, Api.of(service) as api:
        assert api.send("GET", f"/files/{file}/content").content == b"some text"
