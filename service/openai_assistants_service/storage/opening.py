"""Open what the service stores: the database, and the folder of files beside it."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from attrs import frozen

from . import files, identity, private
from .blobs import BlobStore
from .database import Clock, Database, StorageError
from .folder_blobs import FolderBlobs
from .ids import Ids
from .location import Location, Postgres, folder_of
from .sqlite_database import SqliteDatabase


@frozen
class Storage:
    """All that is stored."""

    database: Database
    blobs: BlobStore

    async def sweep(self) -> None:
        """Put contents that belong to no file in quarantine."""
        await self.blobs.sweep(await self._known())

    async def remove_quarantined(self) -> list[str]:
        """Delete the contents that are in quarantine; return their names."""
        return await self.blobs.remove_quarantined(await self._known())

    async def _known(self) -> frozenset[str]:
        async with self.database.read() as tx:
            return frozenset(await files.every_id(tx))

    async def claim(self) -> None:
        """Make sure that the files are those of the database."""
        async with self.database.read() as tx:
            owner = await identity.database_id(tx)
        await self.blobs.claim(owner, await self._known())


def database_at(location: Location, clock: Clock = time.time, ids: Ids | None = None) -> Database:
    """Make the database of a place, without touching it."""
    if isinstance(location, Postgres):
        from .postgres_database import PostgresDatabase

        return PostgresDatabase(location, clock=clock, ids=ids)
    return SqliteDatabase(location, clock=clock, ids=ids)


def blobs_at(location: Location) -> BlobStore:
    """Make the store of the files of a place, without touching it."""
    folder = folder_of(location)
    if isinstance(location, Postgres) and location.bucket is not None:
        from .bucket_blobs import BucketBlobs

        return BucketBlobs(location.bucket, folder)
    return FolderBlobs(folder)


@asynccontextmanager
async def open_storage(
    location: Location,
    *,
    clock: Clock = time.time,
    ids: Ids | None = None,
    create: bool = True,
) -> AsyncGenerator[Storage]:
    """Open a database and its files for as long as the block lasts.

    Those of an SQLite database lie in the folder `NAME.files` beside the database NAME, or beside
    what that is a symbolic link to.

    Args:
        create: whether to make what is not there yet; else that is refused.

    Raises:
        StorageError: they cannot be used; the text says why in one line.
    """
    if isinstance(location, Path):
        location = await asyncio.to_thread(location.resolve)
    storage = Storage(database_at(location, clock, ids), blobs_at(location))
    try:
        await _open(storage, location, create)
        yield storage
    finally:
        await storage.database.close()


async def _open(storage: Storage, location: Location, create: bool) -> None:
    try:
        if isinstance(location, Path) and not await asyncio.to_thread(location.exists):
            if not create:
                raise StorageError(f"there is no database {location}")
            await storage.blobs.require_free()
        await storage.database.open(create=create)
        await storage.claim()
    except OSError as error:
        raise StorageError(f"cannot use {storage.blobs}: {private.reason(error)}") from error
