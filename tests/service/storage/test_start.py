"""What keeps the service from starting is said in one line, without SQL."""

import asyncio
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from tests.support.service.processes import COMMAND

from openai_assistants_service import LocalService
from openai_assistants_service.storage.database import StorageError
from openai_assistants_service.storage.sqlite_database import SqliteDatabase

pytestmark = pytest.mark.sqlite

SQL = re.compile(r"SELECT|INSERT|BEGIN|PRAGMA|CREATE|sqlalche|sqlite3\.|\[SQL")
NOBODY = 65534


def no_database(path: Path) -> None:
    path.write_bytes(b"this is no database" * 100)


def a_foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE notes (text)")


def a_foreign_database_with_migrations(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32))")
        connection.execute("INSERT INTO alembic_version VALUES ('0001')")


def a_newer_database(path: Path) -> None:
    with LocalService(path):
        pass
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def a_folder(path: Path) -> None:
    path.mkdir()


def a_damaged_database(path: Path) -> None:
    with LocalService(path):
        pass
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (no_database, "the file is not a database"),
        (a_foreign_database, "it belongs to another application"),
        (a_foreign_database_with_migrations, "it belongs to another application"),
        (a_newer_database, r"a newer version of this service \(schema 9999\)"),
        (a_folder, "it cannot be opened"),
        (a_damaged_database, "it is damaged"),
    ],
)
def test_what_cannot_be_used(tmp_path: Path, make: Callable[[Path], None], reason: str) -> None:
    path = tmp_path / "s.db"
    make(path)
    before = contents_and_mode(path)
    check(refused(path), reason, path)
    assert contents_and_mode(path) == before


def contents_and_mode(path: Path) -> tuple[bytes, int] | None:
    """Return what must not change of a database that is refused; None if it is not there yet."""
    return (path.read_bytes(), path.stat().st_mode) if path.is_file() else None


def refused(path: Path, port: int = 0) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*COMMAND, "--port", str(port), "--database", str(path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def check(done: "subprocess.CompletedProcess[str]", reason: str, path: Path) -> None:
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(rf"error: cannot use [^\n]*{reason}[^\n]*\n", done.stderr), done.stderr
    assert not SQL.search(done.stderr)
    assert str(path) in done.stderr


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    path = tmp_path / "file" / "s.db"
    check(refused(path), f"File exists: {tmp_path / 'file'}", path)


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = refused(tmp_path / "s.db", port)
    message = f"error: cannot listen on 127.0.0.1:{port}: Address already in use\n"
    assert (done.returncode, done.stderr) == (1, message)


def test_a_file_where_the_contents_should_be(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    path.with_name("s.db.files").write_text("a file")
    check(refused(path), "File exists: [^\n]*s.db.files", path)


@contextmanager
def as_nobody() -> Iterator[None]:
    """Give up the rights of root, who may write to everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def open_and_close(path: Path, busy_timeout: float = 30.0) -> None:
    async def work() -> None:
        database = SqliteDatabase(path, busy_timeout=busy_timeout)
        try:
            await database.open()
        finally:
            await database.close()

    asyncio.run(work())


@pytest.mark.skipif(sys.platform == "win32", reason="needs the modes of files")
def test_a_database_that_is_read_only(tmp_path: Path) -> None:
    path = Path("/tmp") / f"read-only-{tmp_path.name}" / "s.db"
    open_and_close(path)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with as_nobody(), pytest.raises(StorageError, match=r"it is read-only|cannot be opened"):
            open_and_close(path)
    finally:
        path.parent.chmod(0o755)
        shutil.rmtree(path.parent)


def test_a_database_that_is_locked(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    open_and_close(path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="another process has locked it") as caught:
            open_and_close(path, busy_timeout=0.05)
    assert str(path) in str(caught.value)
    assert not SQL.search(str(caught.value))
