"""The contents of uploaded files in a bucket: S3, what speaks its protocol, or another cloud's.

What is used here is a copy in a folder of this machine, which can be deleted while no service uses
it. Credentials are where the provider's own programs look for them, such as AWS_ACCESS_KEY_ID.
"""

import asyncio
import contextlib
import logging
import tempfile
import time
from collections.abc import Generator
from collections.abc import Set as AbstractSet
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import IO

from openai_assistants_core.extras import needs_extra

from ..errors import no_such_file
from .blob_folder import CONTENTS, ORPHAN_AGE, OWNER, tell
from .blobs import IncomingBlob
from .database import Clock, Row, StorageError
from .folder_blobs import FolderBlobs

with needs_extra("bucket", StorageError):
    import obstore
    from obstore import exceptions
    from obstore.store import from_url

_LOG = logging.getLogger(__name__)
_QUARANTINE = "quarantine/"
_PIECE = 1 << 20


class BucketBlobs:
    """Contents by file id, below the path of a URL such as `s3://BUCKET/PATH`.

    Args:
        url: of the bucket.
        folder: of this machine, for copies; it belongs to the same database.
    """

    def __init__(self, url: str, folder: Path, *, clock: Clock = time.time) -> None:
        self._url = url
        self._clock = clock
        self._copies = FolderBlobs(folder)
        try:
            self._store = from_url(url)
        except (exceptions.BaseError, ValueError) as error:
            raise StorageError(f"cannot use {url}: {_reason(error)}") from error

    def __str__(self) -> str:
        """Name the bucket."""
        return self._url

    @contextlib.contextmanager
    def _failures(self, *others: type[Exception]) -> Generator[None]:
        """Say in one line why the bucket could not be used; `others` are for the caller."""
        try:
            yield
        except others:
            raise
        except (exceptions.BaseError, OSError) as error:
            raise StorageError(f"cannot use {self}: {_reason(error)}") from error

    def receive(self, source: IO[bytes]) -> AbstractAsyncContextManager[IncomingBlob]:
        """Take contents in, for as long as the block lasts, or until they are placed."""
        return self._copies.receive(source)

    async def place(self, blob: IncomingBlob, id: str) -> None:
        """Make what has arrived the contents of a file, all at once."""
        with self._failures():
            await obstore.put_async(self._store, id, blob.path)
        await self._copies.place(blob, id)

    async def has(self, id: str) -> bool:
        """Whether there are contents of a file."""
        try:
            with self._failures(FileNotFoundError):
                await obstore.head_async(self._store, id)
        except FileNotFoundError:
            return False
        return True

    async def head(self, id: str, size: int) -> bytes:
        """Return the first bytes of the contents of a file, so many at most."""
        if await self._copies.has(id):
            return await self._copies.head(id, size)
        try:
            with self._failures(FileNotFoundError):
                part = await obstore.get_range_async(self._store, id, start=0, length=size)
        except FileNotFoundError:
            raise no_such_file(id) from None
        return bytes(part)

    async def verified(self, file: Row) -> Path:
        """Return where a copy of the contents is, once it is known to be all that was uploaded."""
        if not await self._copies.has(file["id"]):
            await self._fetch(file["id"])
        return await self._copies.verified(file)

    async def _fetch(self, id: str) -> None:
        with tempfile.TemporaryFile() as arriving:
            try:
                with self._failures(FileNotFoundError):
                    found = await obstore.get_async(self._store, id)
                    async for piece in found.stream(min_chunk_size=_PIECE):
                        await asyncio.to_thread(arriving.write, piece)
            except FileNotFoundError:
                raise no_such_file(id) from None
            arriving.seek(0)
            async with self._copies.receive(arriving) as blob:
                await self._copies.place(blob, id)

    async def remove(self, id: str) -> None:
        """Delete the contents of a file; it is no error if they are gone."""
        await self._copies.remove(id)
        with self._failures(), contextlib.suppress(FileNotFoundError):
            await obstore.delete_async(self._store, id)

    async def require_free(self) -> None:
        """Raise StorageError if there are contents, of whatever database."""
        await self._copies.require_free()
        if await self._ages():
            raise StorageError(f"{self} holds the files of another database: name another path")

    async def claim(self, database_id: str, known: AbstractSet[str]) -> None:
        """Make the path that of a database, if it is not yet; of several that try, one gets it."""
        with self._failures():
            with contextlib.suppress(exceptions.AlreadyExistsError):
                await obstore.put_async(self._store, OWNER, database_id.encode(), mode="create")
            held = await obstore.get_async(self._store, OWNER)
            owner = bytes(await held.bytes_async()).decode("utf-8", "replace")
        if owner != database_id:
            raise StorageError(
                f"{self} holds the files of another database ({owner}): name another path"
            )
        await self._copies.claim(database_id, known)

    async def sweep(self, known: AbstractSet[str]) -> None:
        """Put in quarantine what belongs to no file, unless it is young; say what is missing."""
        await self._put_back(known)
        ages = await self._ages()
        moved = [one for one, age in ages.items() if one not in known and age > ORPHAN_AGE]
        for name in moved:
            await self._rename(name, _QUARANTINE + name)
        missing = [one for one in known if one not in ages]
        tell(moved, f"{_QUARANTINE} in {self}", missing, self)
        await self._copies.sweep_copies(known)

    async def remove_quarantined(self, known: AbstractSet[str]) -> list[str]:
        """Delete the contents that are in quarantine; return their names."""
        await self._put_back(known)
        names = sorted(await self._ages(_QUARANTINE))
        with self._failures():
            await obstore.delete_async(self._store, [_QUARANTINE + name for name in names])
        return names

    async def check(self) -> None:
        """Raise StorageError unless bucket and folder can be used."""
        try:
            with self._failures():
                await obstore.head_async(self._store, OWNER)
        except StorageError as error:
            _LOG.warning("not ready: %s", error)
            raise StorageError("the bucket of files cannot be used") from None
        await self._copies.check()

    async def _put_back(self, known: AbstractSet[str]) -> None:
        for name in await self._ages(_QUARANTINE):
            if name in known and not await self.has(name):
                await self._rename(_QUARANTINE + name, name)

    async def _rename(self, source: str, target: str) -> None:
        with self._failures(), contextlib.suppress(FileNotFoundError):  # another process was first
            await obstore.rename_async(self._store, source, target)

    async def _ages(self, prefix: str = "") -> dict[str, float]:
        """Return how old the contents below a prefix are, in seconds, by id."""
        ages: dict[str, float] = {}
        with self._failures():
            # Its types name those of Arrow, which is not installed.
            found = obstore.list(self._store, prefix or None)  # pyright: ignore[reportUnknownMemberType]
            async for some in found:
                for one in some:
                    name = one["path"].removeprefix(prefix)
                    if CONTENTS.fullmatch(name):
                        ages[name] = self._clock() - one["last_modified"].timestamp()
        return ages


def _reason(error: Exception) -> str:
    """Return what went wrong, in a line; answers of servers may be long."""
    return str(error).partition("\n")[0][:300]
