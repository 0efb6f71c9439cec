"""The file with the ids that objects have elsewhere. It is written to as they are created.

Its first line says what is imported, and where to; each other line has an `old` id and the `new`
one, or an `old` id alone and the time, written just before it is created: if no `new` follows,
because the process was killed, it may or may not have been.
"""

import os
from pathlib import Path
from threading import Lock
from typing import Any, Self

from openai_assistants_core import dumps
from openai_assistants_core.json_codec import loads

from .errors import TransferError


class IdMap:
    """The ids so far; safe to share between threads."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self.new: dict[str, str] = {}
        self.begun: dict[str, float] = {}
        self._lock = Lock()
        self._file: Any = None

    def open(self, export: str, target: str) -> Self:
        """Makes the file, or goes on with it.

        Args:
            export: the digest of the manifest.
            target: the base URL that is written to.

        Raises:
            TransferError: it is of another import.
        """
        head = {"export": export, "target": target}
        # The last line is broken off if the process was killed while it was written.
        whole = self.path.read_bytes().rpartition(b"\n") if self.path.exists() else (b"", b"", b"")
        lines = [self._read(line) for line in whole[0].splitlines()]
        if lines and lines[0] != head:
            raise TransferError(
                f"{self.path} is of another import: give another file for the ids (id_map)"
            )
        for line in lines[1:]:
            if "new" in line:
                self.new[line["old"]] = line["new"]
            else:
                self.begun[line["old"]] = line["at"]
        self._file = self.path.open("r+b" if self.path.exists() else "w+b")
        self._file.truncate(len(whole[0]) + len(whole[1]))
        self._file.seek(0, os.SEEK_END)
        if not lines:
            self._write(head)
        return self

    def _read(self, line: bytes) -> Any:
        try:
            return loads(line)
        except ValueError:
            raise TransferError(f"{self.path} is no file of ids: give another (id_map)") from None

    def close(self) -> None:
        """Closes the file."""
        if self._file is not None:
            self._file.close()

    def begin(self, old: str, at: float) -> None:
        """Notes that an object is about to be created.

        Args:
            old: its id in the export.
            at: now, in seconds since 1970.
        """
        self._write({"old": old, "at": at})

    def add(self, old: str, new: str) -> None:
        """Notes the id of an object that was created."""
        self.new[old] = new
        self._write({"old": old, "new": new})

    def _write(self, line: Any) -> None:
        with self._lock:
            self._file.write(dumps(line) + b"\n")
            self._file.flush()
