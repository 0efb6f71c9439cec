"""Find the chunks of some vector stores that fit a query best."""

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from ..json_types import JsonObject
from ..storage import chunks, vector_store_files
from ..storage.database import Tx
from ..storage.terms import query_terms
from .filters import matches

_COMMON_WORDS = (
    "a about all also am an and any are as at be been but by can could did do does for from get "
    "give had has have he her him his how i if in into is it its just let may me more my no not "
    "of on or our please she should so some tell than that the their them then there these they "
    "this those to was we were what when where which while who whose why will with would you "
    "your "
)
_COMMON = frozenset(_COMMON_WORDS.split())
_MOST_TERMS = 100


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
    queries: Sequence[str],
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
    query: str,
    *,
    limit: int = 20,
    threshold: float = 0.0,
    passing: Sequence[int] | None = None,
) -> list[Found]:
    """Return the best chunks for a query, best first, none twice, none below the threshold.

    BM25 ranks them. The score of the best is the share of the query's terms it has; the others
    fall off with their BM25 weight. `passing` narrows the search to files of the stores, by
    their `seq`.
    """
    terms = _telling(query)
    if not terms or not stores:
        return []
    rows = await chunks.ranked(tx, stores, terms, limit, passing)
    if not rows:
        return []
    best = await chunks.share(tx, rows[0].seq, terms)
    top = rows[0].weight or 1.0
    found = [
        Found(
            row.file_id,
            row.filename,
            row.text,
            round(best * row.weight / top, 6),
            row.attributes,
        )
        for row in rows
    ]
    return [one for one in found if one.score >= threshold]


def _telling(query: str) -> list[str]:
    """Return what to look for: the first terms of the query that are not too common to tell."""
    terms = query_terms(query)
    telling = [term for term in terms if term not in _COMMON] or terms
    return telling[:_MOST_TERMS]
