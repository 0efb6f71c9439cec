"""The chunks of the files of vector stores, by full-text search."""

import json
from collections.abc import Sequence

from attrs import frozen
from sqlalchemy import bindparam, text

from ..json_types import JsonObject
from .database import Tx

_RANKED = (
    "SELECT chunks.seq AS seq, chunks.text AS text, held.file_id AS file_id,"
    " held.attributes AS attributes, files.filename AS filename, -bm25(chunk_index) AS weight"
    " FROM chunk_index JOIN chunks ON chunks.seq = chunk_index.rowid"
    " JOIN vector_store_files AS held ON held.seq = chunks.store_file"
    " JOIN files ON files.id = held.file_id"
    " WHERE chunk_index MATCH :query AND held.vector_store_id IN :stores{more}"
    " ORDER BY bm25(chunk_index), chunks.seq LIMIT :limit"
)
_AMONG = " AND held.seq IN (SELECT value FROM json_each(:among))"
_MATCHES = text("SELECT 1 FROM chunk_index WHERE rowid = :seq AND chunk_index MATCH :query")


@frozen
class RankedChunk:
    """A chunk that has one of the words of a search; the greater the weight, the better it fits."""

    seq: int
    text: str
    file_id: str
    filename: str
    attributes: JsonObject
    weight: float


async def ranked(
    tx: Tx,
    stores: Sequence[str],
    words: Sequence[str],
    limit: int,
    among: Sequence[int] | None = None,
) -> list[RankedChunk]:
    """Return the chunks of vector stores that have any of the words, best first, by BM25.

    Args:
        among: the `seq` of the vector store files to look into; None for all of the stores.
    """
    match = " OR ".join(_quoted(word) for word in words)
    values = {"query": match, "stores": list(stores), "limit": limit}
    if among is not None:
        values["among"] = json.dumps(list(among))
    query = _RANKED.format(more="" if among is None else _AMONG)
    statement = text(query).bindparams(bindparam("stores", expanding=True))
    result = await tx.connection.execute(statement, values)
    return [
        RankedChunk(**{**row, "attributes": json.loads(row["attributes"] or "{}")})
        for row in result.mappings()
    ]


async def share(tx: Tx, seq: int, words: Sequence[str]) -> float:
    """Return the share of the words that a chunk has, as the index's own stemming sees them."""
    hits = 0
    for word in words:
        match = {"seq": seq, "query": _quoted(word)}
        hits += (await tx.connection.execute(_MATCHES, match)).first() is not None
    return hits / len(words)


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
