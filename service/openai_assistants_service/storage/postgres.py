"""All SQL that only PostgreSQL understands: its `Dialect`, and what its errors mean.

Text search has no ranking by BM25 of its own; `ranked_chunks` computes it as SQLite's FTS5 does.
The words of a chunk are in its column `words`, stemmed by Porter's algorithm, as FTS5 stems them.
"""

import os
from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    ARRAY,
    JSON,
    Column,
    ColumnElement,
    Executable,
    Insert,
    Select,
    String,
    Table,
    bindparam,
    cast,
    false,
    func,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import insert as postgresql_insert

from . import pgvector
from .column_types import Integer

MANY_WRITERS = True

VECTORS = pgvector


def insert_or_replace(table: Table, rows: "Select[Any]") -> Insert:
    """Return an INSERT of rows, each of which takes the place of one with the same key."""
    names = list(rows.selected_columns.keys())
    statement = postgresql_insert(table).from_select(names, rows)
    keys = [column.name for column in table.primary_key]
    new = {name: statement.excluded[name] for name in names if name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=new)


@cache
def insert_or_take(table: Table, key: str, free: ColumnElement[bool]) -> Insert:
    """Return an INSERT that takes the row that has its key, as it is, only if that is `free`.

    It changes one row or none, once whoever has inserted the same key has ended.
    """
    statement = postgresql_insert(table)
    new = {column.name: statement.excluded[column.name] for column in table.c}
    return statement.on_conflict_do_update(index_elements=[key], set_=new, where=free)


_TERM = """
    SELECT number, term, terms_query(words, is_prefix) AS query, is_prefix,
        words[cardinality(words)] AS last
    FROM (
        SELECT number, term, array_remove(string_to_array(rtrim(term, '*'), '_'), '') AS words,
            starts_with(reverse(term), '*') AS is_prefix
        FROM unnest(:terms) WITH ORDINALITY AS asked(term, number)
    ) AS asked
"""
_RANKED = """
WITH term AS MATERIALIZED ({term}), every AS MATERIALIZED (
    SELECT count(*) AS number, avg(octet_length(terms)) AS bytes FROM chunks
), weighted AS MATERIALIZED (
    SELECT term.*,
        greatest(ln((every.number - counted.number + 0.5) / (counted.number + 0.5)), 1e-6) AS weight
    FROM term, every,
        LATERAL (SELECT count(*) AS number FROM chunks WHERE chunks.words @@ term.query) AS counted
), matched AS MATERIALIZED (
    SELECT chunks.seq, chunks.text, chunks.words, size.words AS size,
        every.bytes * sum(size.words) OVER () / sum(octet_length(chunks.terms)) OVER () AS usual,
        held.file_id, held.attributes, files.filename
    FROM every, chunks JOIN vector_store_files AS held ON held.seq = chunks.store_file
    JOIN files ON files.id = held.file_id,
    LATERAL (SELECT sum(cardinality(positions)) AS words FROM unnest(chunks.words)) AS size
    WHERE held.vector_store_id = ANY(:stores) AND (:among IS NULL OR held.seq = ANY(:among))
    AND chunks.words @@ (SELECT string_agg(query::text, ' | ')::tsquery FROM term)
)
SELECT matched.seq, matched.text, matched.file_id, matched.attributes::text, matched.filename,
    score.weight
FROM matched, LATERAL (
    SELECT sum(weighted.weight * times.number * 2.2
        / (times.number + 1.2 * (0.25 + 0.75 * matched.size / matched.usual)))::float8 AS weight
    FROM weighted, LATERAL (
        SELECT sum(cardinality(positions)) AS number FROM unnest(matched.words)
        WHERE CASE WHEN weighted.is_prefix THEN starts_with(lexeme, weighted.last)
            ELSE lexeme = term_stem(weighted.last) END
    ) AS times
    WHERE matched.words @@ weighted.query
) AS score
ORDER BY score.weight DESC, matched.seq LIMIT :limit
"""
_HELD = """
SELECT term.term FROM ({term}) AS term JOIN chunks ON chunks.words @@ term.query
WHERE chunks.seq = :seq
"""


def ranked_chunks(
    stores: Sequence[str], terms: Sequence[str], limit: int, among: Sequence[int] | None
) -> Executable:
    """Return a SELECT of the chunks that have any of the terms, best first, by BM25.

    A chunk's number of words is compared with what is usual for all chunks, as FTS5 does. That is
    told from their bytes, for which no text is read, by the words to a byte of what is found.
    """
    return text(_RANKED.format(term=_TERM)).bindparams(
        bindparam("stores", list(stores), ARRAY(String)),
        bindparam("terms", list(terms), ARRAY(String)),
        bindparam("among", None if among is None else list(among), ARRAY(Integer)),
        bindparam("limit", limit, Integer),
    )


def terms_of_chunk(seq: int, terms: Sequence[str]) -> Executable:
    """Return a SELECT of those of the terms that a chunk has, as the index's stemming sees them."""
    return text(_HELD.format(term=_TERM)).bindparams(
        bindparam("seq", seq, Integer), bindparam("terms", list(terms), ARRAY(String))
    )


def has_nul(column: "Column[str]") -> ColumnElement[bool]:
    """Return whether a text has the character U+0000, which none can have."""
    return false()


def any_text_has(content: "Column[Any]", text: str) -> ColumnElement[bool]:
    """Return whether a text part of a message's content has a text.

    NUL, which JSON may have and a text of PostgreSQL may not, is left out of what is compared.
    """
    without_nul = func.regexp_replace(cast(content, String), r"(\\\\)|\\u0000", r"\1", "g")
    parts = func.json_array_elements(cast(without_nul, JSON)).table_valued("value", name="part")
    value = func.json_extract_path_text(parts.c.value, "text", "value", type_=String)
    found = select(1).select_from(parts).where(value.icontains(text, autoescape=True))
    return found.correlate(content.table).exists()


NOT_IN_REPERTOIRE = "22021"
"""The state of a text with the character NUL, which is stored in JSON only."""

CONFLICTS = frozenset({"23503", "23505", "40001", "40P01", "55P03"})
"""The states of what a second try may find otherwise: what another transaction had just written, or
waited for.
"""

_LOST = "the connection was lost"
_STOPPED = "it is starting or stopping"
_REASONS = {
    "08003": _LOST,
    "08006": _LOST,
    "28000": "it refuses the user",
    "28P01": "it refuses the user or the password",
    "3D000": "there is no such database",
    "42501": "the user may not do that",
    "53100": "the disk is full",
    "53300": "it has too many connections",
    "57P01": _STOPPED,
    "57P02": _STOPPED,
    "57P03": _STOPPED,
}


def reason(error: BaseException) -> str:
    """Say in a few words why the database cannot be used, without SQL and without secrets."""
    if isinstance(error, OSError):
        return os.strerror(error.errno) if error.errno else "it cannot be reached"
    state = state_of(error)
    if state is None:
        return _LOST
    return _REASONS.get(state, f"error {state}")


def state_of(error: BaseException) -> str | None:
    """Return the SQLSTATE of an error that the server reported."""
    state = getattr(error, "sqlstate", None)
    return None if state is None else str(state)
