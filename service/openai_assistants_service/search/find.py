"""Find the chunks of some vector stores that fit a query best."""

from collections.abc import Sequence
from typing import Any

from attrs import evolve, frozen

from ..json_types import JsonObject
from ..storage import chunks, vector_store_files, vectors
from ..storage.chunks import RankedChunk
from ..storage.database import Tx
from ..storage.terms import query_terms
from .filters import matches
from .fusion import fuse
from .vector_index import Query

_COMMON_WORDS = (
    "a about all also am an and any are as at be been but by can could did do does for from get "
    "give had has have he her him his how i if in into is it its just let may me more my no not "
    "of on or our please she should so some tell than that the their them then there these they "
    "this those to was we were what when where which while who whose why will with would you "
    "your "
)
_COMMON = frozenset(_COMMON_WORDS.split())
_MOST_TERMS = 100
_CANDIDATES = 50
"""How many chunks of each list are merged, at least."""


@frozen
class Found:
    """A chunk that fits; the score is between 0 and 1."""

    file_id: str
    filename: str
    text: str
    score: float
    attributes: JsonObject


async def find_any(
    tx: Tx,
    stores: Sequence[str],
    queries: Sequence[Query],
    *,
    limit: int,
    threshold: float,
    asked: Any,
) -> list[Found]:
    """Return the best chunks for any of several queries, from files that pass the filter asked."""
    passing: list[int] | None = None
    if asked is not None:
        held = await vector_store_files.attributes_in(tx, stores)
        passing = [row["seq"] for row in held if matches(asked, row["attributes"])]
    best: dict[tuple[str, str], Found] = {}
    for query in dict.fromkeys(queries):
        some = await find(tx, stores, query, limit=limit, threshold=threshold, passing=passing)
        for one in some:
            key = (one.file_id, one.text)
            if key not in best or one.score > best[key].score:
                best[key] = one
    return sorted(best.values(), key=lambda one: one.score, reverse=True)[:limit]


async def find(
    tx: Tx,
    stores: Sequence[str],
    query: Query,
    *,
    limit: int = 20,
    threshold: float = 0.0,
    passing: Sequence[int] | None = None,
) -> list[Found]:
    """Return the best chunks for a query, best first, none twice, none below the threshold.

    BM25 ranks them. The score of the best is the share of the query's terms it has; the others
    fall off with their BM25 weight. Where the query has a vector, the chunks that are nearest to it
    are merged with them. `passing` narrows the search to files of the stores, by their `seq`.
    """
    if not stores:
        return []
    ranked = await _ranked(tx, stores, query, limit, passing)
    found = [
        Found(row.file_id, row.filename, row.text, round(row.weight, 6), row.attributes)
        for row in ranked[:limit]
    ]
    return [one for one in found if one.score >= threshold]


async def _ranked(
    tx: Tx, stores: Sequence[str], query: Query, limit: int, passing: Sequence[int] | None
) -> list[RankedChunk]:
    """Return the chunks with their scores as weights."""
    terms = _telling(query.text)
    depth = limit if query.vector is None else max(limit, _CANDIDATES)
    by_words = await chunks.ranked(tx, stores, terms, depth, passing) if terms else []
    share = await chunks.share(tx, by_words[0].seq, terms) if by_words else 0.0
    if query.vector is None:
        top = by_words[0].weight or 1.0 if by_words else 1.0
        return [evolve(row, weight=share * row.weight / top) for row in by_words]
    near = await vectors.nearest(tx, stores, query.model, query.vector, limit=depth, among=passing)
    return fuse(by_words, share, near)


def _telling(query: str) -> list[str]:
    """Return what to look for: the first terms of the query that are not too common to tell."""
    terms = query_terms(query)
    telling = [term for term in terms if term not in _COMMON] or terms
    return telling[:_MOST_TERMS]
