"""Find the chunks of some vector stores that fit a query best."""

import json
import re
from collections.abc import Sequence
from typing import Any

from attrs import frozen
from sqlalchemy import bindparam, text

from ..json_types import JsonObject
from ..storage import vector_store_files
from ..storage.database import Row, Tx
from .filters import matches

_WORD = re.compile(r"\w+")
_COMMON_WORDS = (
    "a about all also am an and any are as at be been but by can could did do does for from get "
    "give had has have he her him his how i if in into is it its just let may me more my no not "
    "of on or our please she should so some tell than that the their them then there these they "
    "this those to was we were what when where which while who whose why will with would you "
    "your "
)
_COMMON = frozenset(_COMMON_WORDS.split())
_RANKED = (
    "SELECT chunks.seq AS seq, chunks.text AS text, held.file_id AS file_id,"
    " held.attributes AS attributes, files.filename AS filename, -bm25(chunk_index) AS weight"
    " FROM chunk_index JOIN chunks ON chunks.seq = chunk_index.rowid"
    " JOIN vector_store_files AS held ON held.seq = chunks.store_file"
    " JOIN files ON files.id = held.file_id"
    " WHERE chunk_index MATCH :query AND held.vector_store_id IN :stores{more}"
    " ORDER BY bm25(chunk_index), chunks.seq LIMIT :limit"
)
_PASSING = " AND held.seq IN (SELECT value FROM json_each(:passing))"
_MATCHES = text("SELECT 1 FROM chunk_index WHERE rowid = :seq AND chunk_index MATCH :query")


_MOST_WORDS = 100


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
    passing: str | None = None
    if asked is not None:
        held = await vector_store_files.attributes_in(tx, stores)
        matching = [row["seq"] for row in held if matches(asked, row["attributes"])]
        passing = json.dumps(matching)
    best: dict[tuple[str, str], Found] = {}
    for query in queries:
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
    passing: str | None = None,
) -> list[Found]:
    """Return the best chunks for a query, best first, none twice, none below the threshold.

    BM25 ranks them. The score of the best is the share of the query's words it has; the others
    fall off with their BM25 weight. `passing` narrows the search to files of the stores, given as
    a JSON array of their `seq`.
    """
    words = _words(query)
    if not words or not stores:
        return []
    rows = await _ranked(tx, stores, words, limit, passing)
    if not rows:
        return []
    best = await _share(tx, rows[0]["seq"], words)
    top = rows[0]["weight"] or 1.0
    found = [
        Found(
            row["file_id"],
            row["filename"],
            row["text"],
            round(best * row["weight"] / top, 6),
            json.loads(row["attributes"] or "{}"),
        )
        for row in rows
    ]
    return [one for one in found if one.score >= threshold]


async def _ranked(
    tx: Tx, stores: Sequence[str], words: Sequence[str], limit: int, passing: str | None
) -> list[Row]:
    match = " OR ".join(_quoted(word) for word in words)
    values = {"query": match, "stores": list(stores), "limit": limit}
    more = ""
    if passing is not None:
        more, values = _PASSING, {**values, "passing": passing}
    statement = text(_RANKED.format(more=more)).bindparams(bindparam("stores", expanding=True))
    result = await tx.connection.execute(statement, values)
    return [dict(row) for row in result.mappings()]


def _words(query: str) -> list[str]:
    """Return what to look for: the first words of the query that are not on everybody's lips."""
    words = list(dict.fromkeys(word.lower() for word in _WORD.findall(query)))
    telling = [word for word in words if word not in _COMMON] or words
    return telling[:_MOST_WORDS]


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


async def _share(tx: Tx, seq: int, words: Sequence[str]) -> float:
    """Return the share of the words that a chunk has, as the index's own stemming sees them."""
    hits = 0
    for word in words:
        match = {"seq": seq, "query": _quoted(word)}
        hits += (await tx.connection.execute(_MATCHES, match)).first() is not None
    return hits / len(words)
