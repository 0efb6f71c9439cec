"""Uploaded files: rows here, contents in a folder."""

from collections.abc import Sequence

from sqlalchemy import bindparam, insert, select

from ..errors import no_such_file
from . import lists
from .database import Row, Tx
from .lists import FILES, OF_A_FILE
from .paging import Slice, Window, page
from .tables import files

_AT_ONCE = 10_000
_EXPIRED = select(files.c.id).where(files.c.expires_at <= bindparam("now"))


async def create(tx: Tx, values: Row) -> Row:
    """Write the row of a file, whose id is among the values if its contents have one already."""
    file_id: str = values.get("id") or tx.ids.new("file")
    row = {"id": file_id, "created_at": tx.now, "status": "processed", **tx.own, **values}
    await tx.run(insert(files).values(**row))
    return await get(tx, file_id)


async def get(tx: Tx, id: str) -> Row:
    """Return a file, or raise a 404."""
    row = await tx.first(select(files).where(files.c.id == id, *tx.mine(files)))
    if row is None:
        raise no_such_file(id)
    return row


async def listing(tx: Tx, window: Window, purpose: str | None) -> Slice:
    """Return a page of the files, of one purpose if asked."""
    return await page(tx, FILES, window, owner=tx.tenant, category=purpose)


async def remove(tx: Tx, id: str) -> None:
    """Delete a file's row, and with it every link to the file and its chunks."""
    for listed in OF_A_FILE:
        await lists.keep_places(tx, listed, listed.table.c.file_id == id)
    if not await lists.remove(tx, FILES, files.c.id == id, *tx.mine(files)):
        raise no_such_file(id)


async def require(tx: Tx, ids: Sequence[str], param: str) -> None:
    """Raise a 404 for the first of the files that is not there; keep the others from deletion."""
    await tx.lock(files, ids, shared=True)
    found = await by_id(tx, ids)
    for file_id in ids:
        if file_id not in found:
            raise no_such_file(file_id, param)


async def by_id(tx: Tx, ids: Sequence[str]) -> dict[str, Row]:
    """Return those of the files that are there, by id."""
    found: dict[str, Row] = {}
    each = list(dict.fromkeys(ids))
    for start in range(0, len(each), _AT_ONCE):
        some = each[start : start + _AT_ONCE]
        rows = await tx.all(select(files).where(files.c.id.in_(some), *tx.mine(files)))
        found.update((row["id"], row) for row in rows)
    return found


async def expired(tx: Tx) -> list[str]:
    """Return the files whose time has come."""
    return await tx.values(_EXPIRED, {"now": tx.now})


async def every_id(tx: Tx) -> list[str]:
    """Return the ids of all files."""
    return await tx.values(select(files.c.id))
