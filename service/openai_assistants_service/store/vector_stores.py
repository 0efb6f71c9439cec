"""Vector stores: the sets of files that file search looks into."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import delete, insert, select, update

from ..errors import bad_request, not_found
from . import files
from .database import Record, Tx
from .tables import chunks, vector_store_files, vector_stores

STATIC: Record = {
    "type": "static",
    "static": {"max_chunk_size_tokens": 800, "chunk_overlap_tokens": 400},
}


async def create(
    tx: Tx,
    file_ids: Sequence[str] = (),
    *,
    metadata: Record | None = None,
    chunking: Record | None = None,
    expires_after: Record | None = None,
) -> str:
    """Make a store that holds these files, and return its id."""
    store_id = tx.ids.hexadecimal("vs")
    expires_at = tx.now + expires_after["days"] * 86_400 if expires_after else None
    await tx.run(
        insert(vector_stores).values(
            id=store_id,
            created_at=tx.now,
            metadata=metadata or {},
            expires_after=expires_after,
            expires_at=expires_at,
            last_active_at=tx.now,
        )
    )
    await add(tx, store_id, file_ids, chunking)
    return store_id


async def add(
    tx: Tx,
    id: str,
    file_ids: Iterable[str],
    chunking: Record | None = None,
    param: str = "file_ids",
) -> None:
    """Put files into a store; those it holds already stay as they are."""
    wanted = list(dict.fromkeys(file_ids))
    await files.require(tx, wanted, param)
    held = set(await held_files(tx, [id]))
    strategy = _strategy(chunking)
    for file_id in wanted:
        if file_id not in held:
            await tx.run(
                insert(vector_store_files).values(
                    vector_store_id=id,
                    file_id=file_id,
                    created_at=tx.now,
                    status="in_progress",
                    usage_bytes=0,
                    chunking_strategy=strategy,
                    attributes={},
                )
            )


def _strategy(asked: Record | None) -> Record:
    """Return the chunking that was asked for, or the usual one."""
    if not asked or asked["type"] != "static":
        return STATIC
    static = asked["static"]
    if static["chunk_overlap_tokens"] * 2 > static["max_chunk_size_tokens"]:
        raise bad_request(
            "Invalid 'chunking_strategy': chunk_overlap_tokens must not exceed half of "
            "max_chunk_size_tokens.",
            "chunking_strategy",
            "invalid_value",
        )
    return asked


async def drop(tx: Tx, ids: Sequence[str], file_ids: Sequence[str]) -> None:
    """Take files out of stores."""
    table = vector_store_files.c
    await tx.run(
        delete(vector_store_files).where(
            table.vector_store_id.in_(ids), table.file_id.in_(file_ids)
        )
    )


async def require(tx: Tx, ids: Sequence[str]) -> None:
    """Raise a 404 for the first of the stores that is not there."""
    found = await tx.values(select(vector_stores.c.id).where(vector_stores.c.id.in_(ids)))
    for store_id in ids:
        if store_id not in found:
            raise not_found("vector store", store_id, "tool_resources.file_search.vector_store_ids")


async def held_files(tx: Tx, ids: Sequence[str]) -> list[str]:
    """Return the files of some stores, in the order they were put in."""
    table = vector_store_files.c
    statement = select(table.file_id).where(table.vector_store_id.in_(ids)).order_by(table.seq)
    return list(dict.fromkeys(await tx.values(statement)))


async def pending(tx: Tx, ids: Sequence[str] | None = None) -> list[Record]:
    """Return the files, of some stores or of all, that wait to be read."""
    table = vector_store_files.c
    statement = select(vector_store_files).where(table.status == "in_progress")
    if ids is not None:
        statement = statement.where(table.vector_store_id.in_(ids))
    return await tx.all(statement.order_by(table.seq))


async def settle(tx: Tx, seq: int, pieces: Sequence[str], error: Record | None) -> None:
    """Write what became of a file that waited: its chunks, or why there are none."""
    table = vector_store_files.c
    values: dict[str, Any] = {
        "status": "failed" if error else "completed",
        "last_error": error,
        "usage_bytes": sum(len(piece.encode()) for piece in pieces),
    }
    statement = update(vector_store_files).where(table.seq == seq, table.status == "in_progress")
    if await tx.run(statement.values(**values)) and pieces:
        rows = [
            {"store_file": seq, "position": place, "text": piece}
            for place, piece in enumerate(pieces)
        ]
        await tx.add(insert(chunks), rows)
