"""The vectors of chunks, and the chunks that are nearest to one.

All vectors of the stores are compared, without an index: by the database, if it can, else here,
where 5,000 take about 25 ms.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, exists, insert, select

from .chunks import RankedChunk
from .database import SLOW, Row, Tx
from .tables import chunk_vectors, chunks, files, vector_store_files

_Vectors = Mapping[int, Sequence[bytes]]
"""The vectors of the windows of chunks, by the `seq` of each."""


async def add(tx: Tx, model: str, vectors: _Vectors) -> None:
    """Write the vectors of chunks."""
    rows: list[Row] = [
        {"chunk": seq, "model": model, "position": place, "vector": vector}
        for seq, windows in vectors.items()
        for place, vector in enumerate(windows)
    ]
    if rows:
        await tx.add(insert(chunk_vectors).execution_options(**SLOW), rows)


async def add_to_existing(tx: Tx, model: str, vectors: _Vectors) -> None:
    """Write the vectors of those of the chunks that are still there, and have none."""
    wanted = select(chunks.c.seq).where(chunks.c.seq.in_(list(vectors)), ~_has(model))
    await add(tx, model, {seq: vectors[seq] for seq in await tx.values(wanted)})


def _has(model: str) -> ColumnElement[bool]:
    return exists().where(chunk_vectors.c.chunk == chunks.c.seq, chunk_vectors.c.model == model)


async def missing(tx: Tx, model: str, after: int, limit: int) -> list[Row]:
    """Return the `seq` and `text` of chunks that have no vector of a model, in their order."""
    statement = select(chunks.c.seq, chunks.c.text).where(~_has(model), chunks.c.seq > after)
    ordered = statement.order_by(chunks.c.seq).limit(limit)
    return await tx.all(ordered.execution_options(**SLOW))


async def nearest(
    tx: Tx,
    stores: Sequence[str],
    model: str,
    vector: bytes,
    *,
    limit: int,
    among: Sequence[int] | None = None,
) -> list[RankedChunk]:
    """Return the chunks of vector stores that are nearest to a vector; the weight is the cosine.

    Args:
        vector: of length 1, of the model.
        among: the `seq` of the vector store files to look into; None for all of the stores.
    """
    search = tx.sql.VECTORS
    if search is not None and await tx.first(search.IS_THERE):
        rows = await tx.all(search.nearest(stores, model, vector, limit, among))
        return await _chunks(tx, {row["chunk"]: row["cosine"] for row in rows})
    rows = await _vectors(tx, stores, model, among)
    best = _best([row for row in rows if len(row["vector"]) == len(vector)], vector, limit)
    return await _chunks(tx, best)


async def _vectors(
    tx: Tx, stores: Sequence[str], model: str, among: Sequence[int] | None
) -> list[Row]:
    held = vector_store_files.c
    statement = (
        select(chunk_vectors.c.chunk, chunk_vectors.c.vector, held.seq)
        .join(chunks, chunks.c.seq == chunk_vectors.c.chunk)
        .join(vector_store_files, held.seq == chunks.c.store_file)
        .where(held.vector_store_id.in_(stores), chunk_vectors.c.model == model)
    )
    rows = await tx.all(statement.execution_options(**SLOW))
    wanted = None if among is None else frozenset(among)
    return [row for row in rows if wanted is None or row["seq"] in wanted]


def _best(rows: Sequence[Row], vector: bytes, limit: int) -> dict[int, float]:
    """Return the cosines of the nearest chunks, best first; of a chunk its best window counts."""
    if not rows:
        return {}
    import numpy as np

    query = np.frombuffer(vector, "<f4")
    matrix = np.frombuffer(b"".join(row["vector"] for row in rows), "<f4")
    cosines: list[float] = (matrix.reshape(len(rows), query.size) @ query).tolist()
    best: dict[int, float] = {}
    for row, cosine in zip(rows, cosines, strict=True):
        best[row["chunk"]] = max(best.get(row["chunk"], -1.0), cosine)
    order = sorted(best, key=lambda seq: (-best[seq], seq))
    return {seq: best[seq] for seq in order[:limit]}


async def _chunks(tx: Tx, cosines: Mapping[int, float]) -> list[RankedChunk]:
    held = vector_store_files.c
    statement = (
        select(chunks.c.seq, chunks.c.text, held.file_id, held.attributes, files.c.filename)
        .join(vector_store_files, held.seq == chunks.c.store_file)
        .join(files, files.c.id == held.file_id)
        .where(chunks.c.seq.in_(list(cosines)))
    )
    found = {row["seq"]: row for row in await tx.all(statement)}
    return [_ranked(found[seq], cosine) for seq, cosine in cosines.items()]


def _ranked(row: Row, weight: float) -> RankedChunk:
    values: Row = {**row, "attributes": row["attributes"] or {}, "weight": weight}
    return RankedChunk(**values)
