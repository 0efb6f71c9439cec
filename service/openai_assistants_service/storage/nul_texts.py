"""Texts with the character U+0000, which PostgreSQL stores in JSON only."""

from sqlalchemy import Column, String, Table, select

from .database import StorageError, Tx
from .tables import metadata

_SHOWN = 10


async def require_no_nul(tx: Tx) -> None:
    """Make sure that no name, instructions or other column of text has the character.

    Raises:
        StorageError: some have; it names the objects.
    """
    found: list[str] = []
    for table in metadata.sorted_tables:
        for column in table.c:
            if isinstance(column.type, String) and len(found) <= _SHOWN:
                found += await _with_nul(tx, table, column)
    if found:
        more = " and others" if len(found) > _SHOWN else ""
        raise StorageError(
            "PostgreSQL does not store the character U+0000: change or delete what has it, "
            f"{', '.join(found[:_SHOWN])}{more}"
        )


async def _with_nul(tx: Tx, table: Table, column: "Column[str]") -> list[str]:
    """Return what has the character in a column, such as `the name of asst_1`."""
    keys = [table.c.id] if "id" in table.c else list(table.primary_key)
    statement = select(*keys).where(tx.sql.has_nul(column)).limit(_SHOWN + 1)
    what = f"the {column.name} of"
    if "id" not in table.c:
        what = f"{what} {table.name}"
    return [f"{what} {', '.join(map(repr, row.values()))}" for row in await tx.all(statement)]
