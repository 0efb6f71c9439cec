"""The id of a database, which it keeps wherever it is moved; a copy has the same."""

from sqlalchemy import select

from .database import Tx
from .tables import database_identity

_ID = select(database_identity.c.id)


async def database_id(tx: Tx) -> str:
    """Return the id that the database was given when it was made."""
    return str((await tx.values(_ID))[0])


async def is_housekeeper(tx: Tx) -> bool:
    """Whether this transaction is the one, of all processes, that may tidy up."""
    return await tx.first(tx.locking(_ID, skip=True)) is not None
