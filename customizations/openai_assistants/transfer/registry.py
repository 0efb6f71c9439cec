"""A file in which a client keeps the ids of the threads and files that it makes.

Most endpoints list no threads: who has not kept their ids cannot find them again.
"""

import os
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from sqlite3 import Connection

_SCHEMA = """
CREATE TABLE IF NOT EXISTS kept (
    kind TEXT NOT NULL, id TEXT NOT NULL, endpoint TEXT NOT NULL, at REAL NOT NULL,
    PRIMARY KEY (kind, id, endpoint)
) WITHOUT ROWID
"""
_TIMEOUT = 30.0


class ThreadRegistry:
    """Keeps the ids of threads and files in a SQLite file; safe to share, also by processes.

        client = AssistantsClient(..., registry=ThreadRegistry("threads.db"))

    A client that has one notes every thread that it makes or adds to, and every file that it
    uploads, and forgets what it deletes. Ids, times and the endpoint are kept, and nothing of what
    was said.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Makes a registry; the file is made when something is to be kept.

        Args:
            path: of the file; there may be one already.
        """
        self.path = Path(path)
        self._lock = Lock()
        self._open: tuple[int, Connection] | None = None

    def add(self, kind: str, id: str, endpoint: str, at: float) -> None:
        """Keeps an id; one that is kept already stays as it is.

        Args:
            kind: "thread" or "file".
            id: of the object.
            endpoint: the base URL that it is at.
            at: now, in seconds since 1970.

        Raises:
            sqlite3.Error: the file cannot be written.
        """
        with self._connection() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO kept VALUES (?, ?, ?, ?)", (kind, id, endpoint, at)
            )

    def discard(self, kind: str, id: str, endpoint: str) -> None:
        """Forgets an id; see `add`."""
        with self._connection() as connection:
            connection.execute(
                "DELETE FROM kept WHERE kind = ? AND id = ? AND endpoint = ?", (kind, id, endpoint)
            )

    def thread_ids(self, endpoint: str | None = None) -> list[str]:
        """The ids of threads, in the order in which they were first seen.

        Args:
            endpoint: the base URL that they are at; None, of all endpoints.

        Raises:
            sqlite3.Error: the file cannot be read.
        """
        return self._ids("thread", endpoint)

    def file_ids(self, endpoint: str | None = None) -> list[str]:
        """The ids of files; see `thread_ids`."""
        return self._ids("file", endpoint)

    def _ids(self, kind: str, endpoint: str | None) -> list[str]:
        where = "SELECT id FROM kept WHERE kind = :kind AND coalesce(:at, endpoint) = endpoint"
        given: Mapping[str, Any] = {"kind": kind, "at": endpoint}
        with self._connection() as connection:
            return [row[0] for row in connection.execute(f"{where} ORDER BY at, id", given)]

    @contextmanager
    def _connection(self) -> Generator["Connection"]:
        """The connection of this process, for one transaction."""
        with self._lock:
            if self._open is None or self._open[0] != os.getpid():  # none goes through a fork
                self._open = os.getpid(), self._connect()
            connection = self._open[1]
            with connection:
                yield connection

    def _connect(self) -> "Connection":
        import sqlite3

        os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))  # for its owner only
        connection = sqlite3.connect(self.path, timeout=_TIMEOUT, check_same_thread=False)
        # What is committed survives a kill; only a power cut may lose the latest ids.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(_SCHEMA)
        return connection

    def close(self) -> None:
        """Closes the file; it is opened again when it is needed."""
        with self._lock:
            if self._open is not None and self._open[0] == os.getpid():
                self._open[1].close()
            self._open = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"ThreadRegistry({os.fspath(self.path)!r})"
