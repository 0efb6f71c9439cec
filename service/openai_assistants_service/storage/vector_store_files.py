"""The files of vector stores: each is read, cut into chunks, and then found by searches."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from attrs import frozen
from sqlalchemy import ColumnElement, cast, func, insert, select, update

from ..errors import ApiError, bad_request
from ..json_types import JsonObject
from . import files, lists
from .chunks import NewChunk
from .chunks import write as write_chunks
from .column_types import Integer
from .database import Row, Tx
from .lists import STORE_FILES
from .paging import Slice, Window, page
from .tables import chunks, vector_store_files, vector_stores

WAITING = "waiting files"
"""The topic of files that a worker can read."""

STATUSES = ("in_progress", "completed", "failed", "cancelled")

_USUAL: JsonObject = {"max_chunk_size_tokens": 800, "chunk_overlap_tokens": 400}

USUAL_CHUNKING: JsonObject = {"type": "static", "static": _USUAL}
"""How files are cut unless something else is asked for."""

_MOST_AT_ONCE = 100
_PENDING = (
    select(vector_store_files)
    .where(vector_store_files.c.status == "in_progress")
    .order_by(vector_store_files.c.seq)
    .limit(_MOST_AT_ONCE)
)


@frozen
class Addition:
    """A file that is to go into a store."""

    file_id: str
    chunking: JsonObject | None = None
    attributes: JsonObject | None = None


async def add(
    tx: Tx,
    store_id: str,
    file_ids: Iterable[str],
    chunking: JsonObject | None = None,
    param: str = "file_ids",
) -> None:
    """Put files into a store; those it holds already stay as they are."""
    await tx.lock(vector_stores, [store_id])
    wanted = list(dict.fromkeys(file_ids))
    await files.require(tx, wanted, param)
    held = set(await held_files(tx, [store_id]))
    new = [Addition(file_id, chunking) for file_id in wanted if file_id not in held]
    await _insert(tx, store_id, new, "chunking_strategy")


async def put(
    tx: Tx, store_id: str, additions: Sequence[Addition], param: str, chunking_param: str
) -> None:
    """Put files into a store; one that it holds already is read anew, with these settings."""
    latest = {one.file_id: one for one in additions}
    await tx.lock(vector_stores, [store_id])
    await files.require(tx, list(latest), param)
    await drop(tx, [store_id], list(latest))
    await _insert(tx, store_id, list(latest.values()), chunking_param)


async def _insert(tx: Tx, store_id: str, new: Sequence[Addition], param: str) -> None:
    rows = [
        {
            "vector_store_id": store_id,
            "file_id": one.file_id,
            "created_at": tx.now,
            "status": "in_progress",
            "usage_bytes": 0,
            "chunking_strategy": _strategy(one.chunking, param),
            "attributes": one.attributes or {},
        }
        for one in new
    ]
    await tx.add(insert(vector_store_files), rows)
    tx.notify(WAITING)


def _strategy(asked: JsonObject | None, param: str) -> JsonObject:
    """Return the chunking that was asked for, or the usual one."""
    if not asked or asked["type"] != "static":
        return USUAL_CHUNKING
    static: JsonObject = {name: asked["static"][name] for name in _USUAL}
    if static["chunk_overlap_tokens"] * 2 > static["max_chunk_size_tokens"]:
        raise bad_request(
            f"Invalid '{param}': chunk_overlap_tokens must not exceed half of "
            "max_chunk_size_tokens.",
            param,
            "invalid_value",
        )
    return {"type": "static", "static": static}


async def drop(tx: Tx, store_ids: Sequence[str], file_ids: Sequence[str]) -> int:
    """Take files out of stores; return how many there were."""
    await tx.lock(vector_stores, store_ids)
    table = vector_store_files.c
    held = (table.vector_store_id.in_(store_ids), table.file_id.in_(file_ids))
    return await lists.remove(tx, STORE_FILES, *held)


async def get(tx: Tx, store_id: str, file_id: str) -> Row:
    """Return a file of a store, or raise a 404."""
    table = vector_store_files.c
    row = await tx.first(
        select(vector_store_files).where(
            table.vector_store_id == store_id, table.file_id == file_id
        )
    )
    if row is None:
        raise not_held(store_id, file_id)
    return row


def not_held(store_id: str, file_id: str) -> ApiError:
    """Make the 404 of a file that a store does not hold."""
    return ApiError(404, f"No file found with id '{file_id}' in vector store '{store_id}'.")


async def listing(
    tx: Tx,
    store_id: str,
    window: Window,
    status: str | None = None,
    *where: ColumnElement[bool],
) -> Slice:
    """Return a page of a store's files, of one status if asked.

    A cursor may have any status, since it may have got another one after its page was read.
    """
    conditions = list(where)
    if status is not None:
        conditions.append(vector_store_files.c.status == status)
    return await page(tx, STORE_FILES, window, *conditions, owner=store_id)


async def set_attributes(tx: Tx, seq: int, attributes: JsonObject) -> None:
    """Replace the attributes of a file."""
    statement = update(vector_store_files).where(vector_store_files.c.seq == seq)
    await tx.run(statement.values(attributes=attributes))


async def attributes_in(tx: Tx, store_ids: Sequence[str]) -> list[Row]:
    """Return the `seq` and `attributes` of every file of some stores."""
    table = vector_store_files.c
    statement = select(table.seq, table.attributes).where(table.vector_store_id.in_(store_ids))
    return await tx.all(statement)


async def tally(tx: Tx, store_ids: Sequence[str]) -> dict[str, Row]:
    """Return how many files of each status every store has, and the bytes they take."""
    table = vector_store_files.c
    used = cast(func.sum(table.usage_bytes), Integer).label("bytes")
    statement = select(table.vector_store_id, table.status, func.count().label("files"), used)
    statement = statement.where(table.vector_store_id.in_(store_ids))
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in await tx.all(statement.group_by(table.vector_store_id, table.status)):
        grouped[row["vector_store_id"]].append(row)
    return {
        store_id: {
            "file_counts": counts({row["status"]: row["files"] for row in grouped[store_id]}),
            "usage_bytes": sum(row["bytes"] for row in grouped[store_id]),
        }
        for store_id in store_ids
    }


def counts(by_status: dict[str, int]) -> JsonObject:
    """Return the counts of files as the wire has them."""
    each: JsonObject = {status: by_status.get(status, 0) for status in STATUSES}
    return {**each, "total": sum(each.values())}


async def held_files(tx: Tx, store_ids: Sequence[str]) -> list[str]:
    """Return the files of some stores, in the order they were put in."""
    table = vector_store_files.c
    statement = select(table.file_id).where(table.vector_store_id.in_(store_ids))
    return list(dict.fromkeys(await tx.values(statement.order_by(table.seq))))


async def pending(tx: Tx, store_ids: Sequence[str] | None = None) -> list[Row]:
    """Return some of the files, of some stores or of all, that wait to be read."""
    if store_ids is None:
        return await tx.all(_PENDING)
    return await tx.all(_PENDING.where(vector_store_files.c.vector_store_id.in_(store_ids)))


async def settle(
    tx: Tx, seq: int, pieces: Sequence[NewChunk], error: JsonObject | None
) -> list[int]:
    """Write what became of a file that waited: its chunks, or why there are none.

    Returns the `seq` of each chunk; none if it does not wait any more.
    """
    table = vector_store_files.c
    await tx.lock(vector_stores, select(table.vector_store_id).where(table.seq == seq))
    values: dict[str, Any] = {
        "status": "failed" if error else "completed",
        "last_error": error,
        "usage_bytes": sum(len(piece.text.encode()) for piece in pieces),
    }
    statement = update(vector_store_files).where(table.seq == seq, table.status == "in_progress")
    if not await tx.run(statement.values(**values)):
        return []
    await write_chunks(tx, seq, pieces)
    written = select(chunks.c.seq).where(chunks.c.store_file == seq)
    return await tx.values(written.order_by(chunks.c.position))
