"""The contents of uploaded files: a folder beside the database, one file per upload."""

import asyncio
import contextlib
import os
import time
from pathlib import Path
from typing import IO
from uuid import uuid4

_PART = ".part"
_PIECE = 1 << 20
_ORPHAN_AGE = 3600.0


class Uploads:
    """A folder of contents by file id. A name that is no part has all of its bytes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, id: str) -> Path:
        """Return where the contents of a file are."""
        return self.folder / id

    async def store(self, id: str, source: IO[bytes]) -> int:
        """Copy contents to their place, all or nothing; return how many bytes they are."""
        return await asyncio.to_thread(self._store, id, source)

    def _store(self, id: str, source: IO[bytes]) -> int:
        self.folder.mkdir(parents=True, exist_ok=True)
        part = self.folder / f"{uuid4().hex}{_PART}"
        size = 0
        try:
            with part.open("wb") as target:
                while piece := source.read(_PIECE):
                    size += target.write(piece)
            os.replace(part, self.path(id))
        finally:
            part.unlink(missing_ok=True)
        return size

    async def remove(self, id: str) -> None:
        """Delete the contents of a file; it is no error if they are gone."""
        await asyncio.to_thread(lambda: self.path(id).unlink(missing_ok=True))

    async def sweep(self, keep: frozenset[str]) -> None:
        """Delete what a process that was killed left behind: parts, and contents without
        a row (`keep` are the ids that have one).

        Young files are left alone, since another process may be about to write their row.
        """
        await asyncio.to_thread(self._sweep, keep)

    def _sweep(self, keep: frozenset[str]) -> None:
        if not self.folder.is_dir():
            return
        for path in self.folder.iterdir():
            if path.name not in keep and time.time() - path.stat().st_mtime > _ORPHAN_AGE:
                with contextlib.suppress(OSError):
                    path.unlink()
