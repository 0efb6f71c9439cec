"""Find the chunks of some vector stores that fit a query best."""

import re
from collections.abc import Sequence

from attrs import frozen
from sqlalchemy import bindparam, text

from ..store.database import Tx

_WORD = re.compile(r"\w+")
_COMMON_WORDS = (
    "a about all also am an and any are as at be been but by can could did do does for from get "
    "give had has have he her him his how i if in into is it its just let may me more my no not "
    "of on or our please she should so some tell than that the their them then there these they "
    "this those to was we were what when where which while who whose why will with would you "
    "your "
)
_COMMON = frozenset(_COMMON_WORDS.split())
_RANKED = text(
    "SELECT chunks.seq AS seq, chunks.text AS text, held.file_id AS file_id,"
    " files.filename AS filename, -bm25(chunk_index) AS weight"
    " FROM chunk_index JOIN chunks ON chunks.seq = chunk_index.rowid"
    " JOIN vector_store_files AS held ON held.seq = chunks.store_file"
    " JOIN files ON files.id = held.file_id"
    " WHERE chunk_index MATCH :query AND held.vector_store_id IN :stores"
    " ORDER BY bm25(chunk_index), chunks.seq LIMIT :limit"
).bindparams(bindparam("stores", expanding=True))
_MATCHES = text("SELECT 1 FROM chunk_index WHERE rowid = :seq AND chunk_index MATCH :query")


@frozen
class Found:
    """A chunk that fits; the score is between 0 and 1."""

    file_id: str
    filename: str
    text: str
    score: float


async def find(
    tx: Tx, stores: Sequence[str], query: str, limit: int = 20, threshold: float = 0.0
) -> list[Found]:
    """Return the best chunks for a query, best first, none twice, none below the threshold.

    BM25 ranks them. The score of the best is the share of the query's words it has; the others
    fall off with their BM25 weight.
    """
    words = _words(query)
    if not words or not stores:
        return []
    match = " OR ".join(_quoted(word) for word in words)
    rows = (
        (
            await tx.connection.execute(
                _RANKED, {"query": match, "stores": list(stores), "limit": limit}
            )
        )
        .mappings()
        .all()
    )
    if not rows:
        return []
    best = await _share(tx, rows[0]["seq"], words)
    top = rows[0]["weight"] or 1.0
    found = [
        Found(row["file_id"], row["filename"], row["text"], round(best * row["weight"] / top, 6))
        for row in rows
    ]
    return [one for one in found if one.score >= threshold]


def _words(query: str) -> list[str]:
    words = list(dict.fromkeys(word.lower() for word in _WORD.findall(query)))
    return [word for word in words if word not in _COMMON] or words


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


async def _share(tx: Tx, seq: int, words: Sequence[str]) -> float:
    """Return the share of the words that a chunk has, as the index's own stemming sees them."""
    hits = 0
    for word in words:
        match = {"seq": seq, "query": _quoted(word)}
        hits += (await tx.connection.execute(_MATCHES, match)).first() is not None
    return hits / len(words)
