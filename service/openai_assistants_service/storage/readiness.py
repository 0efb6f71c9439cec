"""Whether what is stored can be used at this moment."""

import asyncio

from sqlalchemy import text

from .blobs import BlobStore
from .database import Database, StorageError
from .migrate import latest


async def check(database: Database, blobs: BlobStore) -> None:
    """Raise StorageError, with the reason, unless database and files can be used.

    The reason names no path: whoever asks may be anybody.
    """
    async with database.read() as tx:
        found = await tx.values(text("SELECT version_num FROM alembic_version"))
    newest = await asyncio.to_thread(latest)
    if found != [newest]:
        raise StorageError(f"the schema of the database is {found}, and not {newest}")
    await blobs.check()
