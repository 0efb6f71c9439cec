"""The id of a database, which it keeps wherever it is moved; a copy has the same."""

from sqlalchemy import select

from .database import Tx
from .tables import database_identity


async def database_id(tx: Tx) -> str:
    """Return the id that the database was given when it was made."""
    return str((await tx.values(select(database_identity.c.id)))[0])


async def is_housekeeper(tx: Tx) -> bool:
    """Whether this transaction is the one, of all processes, that may tidy up."""
    row = select(database_identity.c.id)
    return await tx.first(tx.locking(row, skip=True)) is not None
