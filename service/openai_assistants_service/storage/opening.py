"""Open what the service stores: the database, and the folder of files beside it."""

import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

from attrs import frozen

from .blobs import BlobStore
from .database import Clock, Database
from .files import every_id
from .ids import Ids
from .sqlite_database import SqliteDatabase


@frozen
class Storage:
    """All that is stored."""

    database: Database
    blobs: BlobStore


@asynccontextmanager
async def open_storage(
    path: Path, *, clock: Clock = time.time, ids: Ids | None = None
) -> AsyncGenerator[Storage]:
    """Open a database and its files for as long as the block lasts.

    Raises:
        StorageError: they cannot be used; the text says why in one line.
    """
    database = SqliteDatabase(path, clock=clock, ids=ids)
    try:
        await database.open()
        blobs = BlobStore(path.with_name(path.name + ".files"))
        async with database.read() as tx:
            known = await every_id(tx)
        await blobs.sweep(frozenset(known))
        yield Storage(database, blobs)
    finally:
        await database.close()
