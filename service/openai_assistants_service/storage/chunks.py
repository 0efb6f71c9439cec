"""The chunks of the files of vector stores, by full-text search."""

import json
from collections.abc import Sequence

from attrs import frozen

from ..json_types import JsonObject
from . import sqlite
from .database import Tx


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
    return [
        RankedChunk(**{**row, "attributes": json.loads(row["attributes"] or "{}")})
        for row in await tx.all(sqlite.ranked_chunks(stores, words, limit, among))
    ]


async def share(tx: Tx, seq: int, words: Sequence[str]) -> float:
    """Return the share of the words that a chunk has, as the index's own stemming sees them."""
    hits = 0
    for word in words:
        hits += await tx.first(sqlite.chunk_if_it_has(seq, word)) is not None
    return hits / len(words)
