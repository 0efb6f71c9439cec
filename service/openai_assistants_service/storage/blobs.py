"""The contents of uploaded files: a folder beside the database, one file per upload."""

import asyncio
import contextlib
import hashlib
import os
import time
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import IO
from uuid import uuid4

from attrs import frozen

_PART = ".part"
_PIECE = 1 << 20
_ORPHAN_AGE = 3600.0


@frozen
class IncomingBlob:
    """Contents that have arrived, and have no id yet."""

    path: Path
    size: int
    digest: str
    """SHA-256, in hexadecimal."""


class BlobStore:
    """A folder of contents by file id; what is still arriving has the suffix `.part`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, id: str) -> Path:
        """Return where the contents of a file are."""
        return self.folder / id

    @contextlib.asynccontextmanager
    async def receive(self, source: IO[bytes]) -> AsyncGenerator[IncomingBlob]:
        """Copy contents into the folder, for as long as the block lasts, or until placed."""
        path = self.folder / f"{uuid4().hex}{_PART}"
        try:
            yield await asyncio.to_thread(self._copy, source, path)
        finally:
            await asyncio.to_thread(path.unlink, missing_ok=True)

    def _copy(self, source: IO[bytes], path: Path) -> IncomingBlob:
        self.folder.mkdir(parents=True, exist_ok=True)
        size, digest = 0, hashlib.sha256()
        with path.open("wb") as target:
            while piece := source.read(_PIECE):
                size += target.write(piece)
                digest.update(piece)
        return IncomingBlob(path, size, digest.hexdigest())

    async def place(self, blob: IncomingBlob, id: str) -> None:
        """Make what has arrived the contents of a file, all at once."""
        await asyncio.to_thread(os.replace, blob.path, self.path(id))

    async def remove(self, id: str) -> None:
        """Delete the contents of a file; it is no error if they are gone."""
        await asyncio.to_thread(lambda: self.path(id).unlink(missing_ok=True))

    async def sweep(self, known: frozenset[str]) -> None:
        """Delete what a process that was killed left behind: partial uploads, and contents
        without a row (`known` are the ids that have one).

        Young files are left alone, since another process may be about to write their row.
        """
        await asyncio.to_thread(self._sweep, known)

    def _sweep(self, known: frozenset[str]) -> None:
        if not self.folder.is_dir():
            return
        for path in self.folder.iterdir():
            if path.name not in known and time.time() - path.stat().st_mtime > _ORPHAN_AGE:
                with contextlib.suppress(OSError):
                    path.unlink()
