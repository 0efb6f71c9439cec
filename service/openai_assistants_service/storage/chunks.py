"""The chunks of the files of vector stores, by full-text search."""

import json
from collections.abc import Sequence
from typing import Self

from attrs import frozen
from sqlalchemy import insert

from ..json_types import JsonObject
from .database import SLOW, Tx
from .tables import chunks
from .terms import index_terms


@frozen
class NewChunk:
    """A piece of the text of a file, with what it is found by."""

    text: str
    terms: str

    @classmethod
    def of(cls, text: str) -> Self:
        """Make one of a text."""
        return cls(text, index_terms(text))


@frozen
class RankedChunk:
    """A chunk that has one of the terms of a search; the greater the weight, the better it fits."""

    seq: int
    text: str
    file_id: str
    filename: str
    attributes: JsonObject
    weight: float


async def write(tx: Tx, store_file: int, pieces: Sequence[NewChunk]) -> None:
    """Write the chunks of a file of a vector store, which is named by its `seq`."""
    rows = [
        {"store_file": store_file, "position": place, "text": one.text, "terms": one.terms}
        for place, one in enumerate(pieces)
    ]
    if rows:
        await tx.add(insert(chunks).execution_options(**SLOW), rows)


async def ranked(
    tx: Tx,
    stores: Sequence[str],
    terms: Sequence[str],
    limit: int,
    among: Sequence[int] | None = None,
) -> list[RankedChunk]:
    """Return the chunks of vector stores that have any of the terms, best first, by BM25.

    Args:
        among: the `seq` of the vector store files to look into; None for all of the stores.
    """
    return [
        RankedChunk(**{**row, "attributes": json.loads(row["attributes"] or "{}")})
        for row in await tx.all(tx.sql.ranked_chunks(stores, terms, limit, among))
    ]


async def share(tx: Tx, seq: int, terms: Sequence[str]) -> float:
    """Return the share of the terms that a chunk has, as the index's own stemming sees them."""
    hits = await tx.all(tx.sql.terms_of_chunk(seq, terms))
    return len(hits) / len(terms)
