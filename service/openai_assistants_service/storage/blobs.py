"""What the rest of the service needs of the contents of uploaded files, wherever they are."""

from collections.abc import Set as AbstractSet
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import IO, Protocol

from attrs import frozen

from .database import Row


@frozen
class IncomingBlob:
    """Contents that have arrived, and have no id yet."""

    path: Path
    size: int
    digest: str
    """SHA-256, in hexadecimal."""


class BlobStore(Protocol):
    """The contents of files by the ids of the files: a folder, or a bucket.

    They are written before the row of their file is committed, and deleted after that is gone; they
    never change meanwhile. All processes of a service see the same.

    Each method raises StorageError, or OSError, if the contents cannot be used at all.
    """

    def receive(self, source: IO[bytes]) -> AbstractAsyncContextManager[IncomingBlob]:
        """Take contents in, for as long as the block lasts, or until they are placed."""
        ...

    async def place(self, blob: IncomingBlob, id: str) -> None:
        """Make what has arrived the contents of a file, all at once."""
        ...

    async def has(self, id: str) -> bool:
        """Whether there are contents of a file."""
        ...

    async def head(self, id: str, size: int) -> bytes:
        """Return the first bytes of the contents of a file, so many at most.

        Raises:
            ApiError: they are missing (404).
        """
        ...

    async def verified(self, file: Row) -> Path:
        """Return where the contents of a file can be read, all that was uploaded.

        Args:
            file: the row of the file.

        Raises:
            ApiError: they are missing (404), or are not what was uploaded (500).
        """
        ...

    async def remove(self, id: str) -> None:
        """Delete the contents of a file; it is no error if they are gone."""
        ...

    async def require_free(self) -> None:
        """Raise StorageError if there are contents, of whatever database."""
        ...

    async def claim(self, database_id: str, known: AbstractSet[str]) -> None:
        """Make this the place of a database's contents, if it is not yet.

        Args:
            known: the ids of its files.

        Raises:
            StorageError: it belongs to another database, or to somebody else.
        """
        ...

    async def sweep(self, known: AbstractSet[str]) -> None:
        """Put in quarantine what belongs to no file, unless it is young; say what is missing."""
        ...

    async def remove_quarantined(self, known: AbstractSet[str]) -> list[str]:
        """Delete the contents that are in quarantine; return their names."""
        ...

    async def check(self) -> None:
        """Raise StorageError, with a reason that names no path, unless they can be used."""
        ...
