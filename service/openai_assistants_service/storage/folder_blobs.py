"""The contents of uploaded files in a folder: beside the database, or one that machines share."""

import asyncio
import contextlib
import hashlib
import logging
import os
from collections.abc import AsyncGenerator
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import IO
from uuid import uuid4

from ..errors import damaged_file, no_such_file
from . import blob_folder, private
from .blob_folder import PART
from .blobs import IncomingBlob
from .database import Row, StorageError

_LOG = logging.getLogger(__name__)
_PIECE = 1 << 20


class FolderBlobs:
    """A folder of contents by file id; what is still arriving has the suffix `.part`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._verified: dict[str, tuple[int, int, int]] = {}

    def __str__(self) -> str:
        """Name the folder."""
        return f"the folder {self.folder}"

    def path(self, id: str) -> Path:
        """Return where the contents of a file are."""
        return self.folder / id

    async def require_free(self) -> None:
        """Raise StorageError if the folder has contents, of whatever database."""
        await asyncio.to_thread(blob_folder.require_free, self.folder)

    async def claim(self, database_id: str, known: AbstractSet[str]) -> None:
        """Make the folder that of a database, if it is not yet, see `blob_folder`."""
        await asyncio.to_thread(blob_folder.claim, self.folder, database_id, known)

    async def sweep(self, known: AbstractSet[str]) -> None:
        """Put contents that belong to no file in quarantine."""
        await asyncio.to_thread(blob_folder.sweep, self.folder, known)

    async def sweep_copies(self, known: AbstractSet[str]) -> None:
        """Delete what belongs to no file, where contents are copies of what is kept elsewhere."""
        await asyncio.to_thread(blob_folder.remove_unknown, self.folder, known)

    async def remove_quarantined(self, known: AbstractSet[str]) -> list[str]:
        """Delete the contents that are in quarantine; return their names."""
        return await asyncio.to_thread(blob_folder.remove_quarantined, self.folder, known)

    async def check(self) -> None:
        """Raise StorageError unless the folder can be written to."""
        if not await asyncio.to_thread(os.access, self.folder, os.R_OK | os.W_OK | os.X_OK):
            raise StorageError("the folder of files cannot be written to")

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
        await asyncio.to_thread(self._place, blob.path, self.path(id))

    def _place(self, arrived: Path, target: Path) -> None:
        arrived.replace(target)
        blob_folder.sync_folder(self.folder)

    async def has(self, id: str) -> bool:
        """Whether there are contents of a file."""
        return await asyncio.to_thread(self.path(id).exists)

    async def head(self, id: str, size: int) -> bytes:
        """Return the first bytes of the contents of a file, so many at most."""
        return await asyncio.to_thread(self._head, id, size)

    def _head(self, id: str, size: int) -> bytes:
        try:
            with self.path(id).open("rb") as contents:
                return contents.read(size)
        except FileNotFoundError:
            raise no_such_file(id) from None

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
