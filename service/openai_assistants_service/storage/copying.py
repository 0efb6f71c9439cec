"""Everything that is stored, moved from one database to another, of whatever kind."""

import hashlib
import json
from collections.abc import AsyncGenerator, Callable
from typing import Any

from sqlalchemy import Table, func, insert, select, tuple_

from ..errors import ApiError
from .database import Row, StorageError, Tx
from .location import Location
from .nul_texts import require_no_nul
from .opening import Storage, open_storage
from .sequences import highest_key, keep_open, set_highest_key
from .tables import database_identity, files, metadata, runs

_BATCH = 200
_TABLES = [table for table in metadata.sorted_tables if table is not database_identity]
"""In the order of foreign keys. The target keeps its identity, which its folder of files names."""

Progress = Callable[[str, int], None]
"""Told the name of a table, or `contents`, and how many of it are copied."""


async def copy(source: Location, target: Location, progress: Progress) -> dict[str, int]:
    """Copy all rows and contents into an empty database; return the number of rows by table.

    Both are brought to the schema of this version. Rows are read from one snapshot and written in
    one transaction, which is committed once everything was read back and compared.

    Raises:
        StorageError: nothing was copied; the text says why.
    """
    async with open_storage(source, create=False) as old, open_storage(target) as new:
        copied: list[str] = []
        try:
            async with old.database.read() as reading, new.database.write() as writing:
                for tx in (reading, writing):
                    await keep_open(tx)
                await _require_empty(writing, target)
                if writing.sql.MANY_WRITERS:
                    await require_no_nul(reading)
                counts = {t.name: await _copy_table(reading, writing, t, progress) for t in _TABLES}
                await _copy_contents(reading, old, new, copied, progress)
        except BaseException:
            if not await _is_filled(new):  # a commit may be done whose answer was lost
                for file_id in copied:
                    await new.blobs.remove(file_id)
            raise
    return counts


async def _is_filled(storage: Storage) -> bool:
    """Whether there are files in a database, or it cannot be said."""
    try:
        async with storage.database.read() as tx:
            return await tx.first(select(files.c.seq).limit(1)) is not None
    except StorageError:
        return True


async def _require_empty(tx: Tx, target: Location) -> None:
    for table in _TABLES:
        if await tx.first(select(*table.primary_key).limit(1)) is not None:
            raise StorageError(f"{target} is not empty ({table.name}): name a new database")


async def _copy_table(reading: Tx, writing: Tx, table: Table, progress: Progress) -> int:
    digest = number = 0
    async for rows in _batches(reading, table):
        await writing.add(insert(table), rows)
        digest, number = digest + _digest(rows), number + len(rows)
        progress(table.name, number)
    if "seq" in table.c:
        await set_highest_key(writing, table, await highest_key(reading, table))
    read_back = 0
    async for rows in _batches(writing, table):
        read_back += _digest(rows)
    found = (await writing.values(select(func.count()).select_from(table)))[0]
    if (found, read_back) != (number, digest):
        raise StorageError(f"the rows of {table.name} are not the same after copying: try again")
    return number


async def _batches(tx: Tx, table: Table) -> AsyncGenerator[list[Row]]:
    """Give the rows of a table in the order of its key; nobody holds the runs any more."""
    key = tuple_(*table.primary_key)
    statement = select(table).order_by(*table.primary_key).limit(_BATCH)
    rows = await tx.all(statement)
    while rows:
        last = tuple(rows[-1][column.name] for column in table.primary_key)
        if table is runs:
            rows = [{**row, "owner": None, "lease_until": None} for row in rows]
        yield rows
        rows = await tx.all(statement.where(key > last))


def _digest(rows: list[Row]) -> int:
    """Return a sum of digests: databases give texts different orders."""
    return sum(int.from_bytes(hashlib.sha256(_canonical(row)).digest()) for row in rows)


def _canonical(row: Row) -> bytes:
    return json.dumps(row, sort_keys=True, default=_hexadecimal).encode()


def _hexadecimal(value: Any) -> str:
    return bytes(value).hex()


async def _copy_contents(
    reading: Tx, old: Storage, new: Storage, copied: list[str], progress: Progress
) -> None:
    async for rows in _batches(reading, files):
        for row in rows:
            copied.append(row["id"])
            try:
                source = await old.blobs.verified(row)
            except ApiError as error:
                raise StorageError(f"file {row['id']} in {old.blobs}: {error}") from error
            with source.open("rb") as contents:
                async with new.blobs.receive(contents) as blob:
                    await new.blobs.place(blob, row["id"])
            progress("contents", len(copied))
