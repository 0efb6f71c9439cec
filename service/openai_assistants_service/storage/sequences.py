"""The highest key that a table ever gave, deleted rows included, and its transfer."""

from sqlalchemy import Table, text

from .database import Tx

_HIGHEST_OF_SQLITE = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
_FORGET = text("DELETE FROM sqlite_sequence WHERE name = :name")
_SET_ON_SQLITE = text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :highest)")
_HIGHEST_OF_POSTGRES = text(
    "SELECT pg_sequence_last_value(CAST(pg_get_serial_sequence(:name, 'seq') AS regclass))"
)
_SET_ON_POSTGRES = text(
    "SELECT setval(CAST(pg_get_serial_sequence(:name, 'seq') AS regclass), :highest)"
)
_KEEP_OPEN = text("SET LOCAL idle_in_transaction_session_timeout = 0")


async def keep_open(tx: Tx) -> None:
    """Have a transaction stay open however long it does nothing."""
    if tx.sql.MANY_WRITERS:
        await tx.run(_KEEP_OPEN)


async def highest_key(tx: Tx, table: Table) -> int:
    """Return the highest key that a table ever gave; 0 if none."""
    find = _HIGHEST_OF_POSTGRES if tx.sql.MANY_WRITERS else _HIGHEST_OF_SQLITE
    return next(iter(await tx.values(find, {"name": table.name})), 0) or 0


async def set_highest_key(tx: Tx, table: Table, highest: int) -> None:
    """Have a table give higher keys only."""
    if not highest:
        return
    values = {"name": table.name, "highest": highest}
    if tx.sql.MANY_WRITERS:
        await tx.values(_SET_ON_POSTGRES, values)
    else:
        await tx.run(_FORGET, {"name": table.name})
        await tx.run(_SET_ON_SQLITE, values)
