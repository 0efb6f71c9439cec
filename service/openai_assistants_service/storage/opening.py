"""Open what the service stores: the database, and the folder of files beside it."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from attrs import frozen

from . import blob_folder, files, identity, private
from .blobs import BlobStore
from .database import Clock, Database, StorageError
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
        await asyncio.to_thread(blob_folder.sweep, self.blobs.folder, await self._known())

    async def remove_quarantined(self) -> list[str]:
        """Delete the contents that are in quarantine; return their names."""
        folder = self.blobs.folder
        return await asyncio.to_thread(blob_folder.remove_quarantined, folder, await self._known())

    async def _known(self) -> frozenset[str]:
        async with self.database.read() as tx:
            return frozenset(await files.every_id(tx))

    async def claim(self) -> None:
        """Make sure that the folder of files is that of the database."""
        async with self.database.read() as tx:
            owner = await identity.database_id(tx)
        await asyncio.to_thread(blob_folder.claim, self.blobs.folder, owner, await self._known())


def database_at(location: Location, clock: Clock = time.time, ids: Ids | None = None) -> Database:
    """Make the database of a place, without touching it."""
    if isinstance(location, Postgres):
        from .postgres_database import PostgresDatabase

        return PostgresDatabase(location, clock=clock, ids=ids)
    return SqliteDatabase(location, clock=clock, ids=ids)


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
    folder = folder_of(location)
    storage = Storage(database_at(location, clock, ids), BlobStore(folder))
    try:
        await _open(storage, location, create)
        yield storage
    finally:
        await storage.database.close()


async def _open(storage: Storage, location: Location, create: bool) -> None:
    folder = storage.blobs.folder
    try:
        if isinstance(location, Path) and not await asyncio.to_thread(location.exists):
            if not create:
                raise StorageError(f"there is no database {location}")
            await asyncio.to_thread(blob_folder.require_free, folder)
        await storage.database.open(create=create)
        await storage.claim()
    except OSError as error:
        raise StorageError(f"cannot use the folder {folder}: {private.reason(error)}") from error
