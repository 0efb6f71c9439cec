"""The contents of uploaded files: a folder beside the database, one file per upload."""

import asyncio
import contextlib
import hashlib
import logging
import os
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import IO
from uuid import uuid4

from attrs import frozen

from ..errors import damaged_file, no_such_file
from . import private
from .blob_folder import PART
from .database import Row

_LOG = logging.getLogger(__name__)
_PIECE = 1 << 20


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
        self._verified: dict[str, tuple[int, int, int]] = {}

    def path(self, id: str) -> Path:
        """Return where the contents of a file are."""
        return self.folder / id

    @contextlib.asynccontextmanager
    async def receive(self, source: IO[bytes]) -> AsyncGenerator[IncomingBlob]:
        """Copy contents into the folder, for as long as the block lasts, or until placed."""
        path = self.folder / f"{uuid4().hex}{PART}"
        try:
            yield await asyncio.to_thread(self._copy, source, path)
        finally:
            await asyncio.to_thread(path.unlink, missing_ok=True)

    def _copy(self, source: IO[bytes], path: Path) -> IncomingBlob:
        private.create_file(path)
        size, digest = 0, hashlib.sha256()
        with path.open("wb") as target:
            while piece := source.read(_PIECE):
                size += target.write(piece)
                digest.update(piece)
            target.flush()
            os.fsync(target.fileno())  # else its name may outlive a power cut, and its contents not
        return IncomingBlob(path, size, digest.hexdigest())

    async def place(self, blob: IncomingBlob, id: str) -> None:
        """Make what has arrived the contents of a file, all at once."""
        await asyncio.to_thread(os.replace, blob.path, self.path(id))

    async def remove(self, id: str) -> None:
        """Delete the contents of a file; it is no error if they are gone."""
        self._verified.pop(id, None)
        await asyncio.to_thread(lambda: self.path(id).unlink(missing_ok=True))

    async def verified(self, file: Row) -> Path:
        """Return where the contents of a file are, once they are known to be all that was uploaded.

        They are read for that once; after that, that they were not written to is enough.

        Args:
            file: the row of the file.

        Raises:
            ApiError: they are missing (404), or are not what was uploaded (500).
        """
        return await asyncio.to_thread(self._verify, file)

    def _verify(self, file: Row) -> Path:
        path = self.path(file["id"])
        try:
            found = path.stat()
        except FileNotFoundError:
            raise no_such_file(file["id"]) from None
        state = (found.st_ino, found.st_size, found.st_mtime_ns)
        if self._verified.get(file["id"]) != state:
            if found.st_size != file["bytes"] or file["digest"] not in (None, _digest(path)):
                _LOG.error("%s is damaged: it is not what was uploaded", path)
                raise damaged_file(file["id"])
            self._verified[file["id"]] = state
        return path


def _digest(path: Path) -> str:
    with path.open("rb") as contents:
        return hashlib.file_digest(contents, "sha256").hexdigest()
