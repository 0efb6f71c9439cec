"""All SQL that only SQLite understands: its `Dialect`, and how its connections are set up."""

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Executable,
    Insert,
    Select,
    String,
    Table,
    bindparam,
    event,
    func,
    select,
    text,
)
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.engine import Engine
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from .database import SLOW

KEYS_NEVER_REUSED: dict[str, Any] = {"sqlite_autoincrement": True}
"""The option of a table whose integer keys are never given twice, deleted rows included."""

BEGIN_TO_READ = "BEGIN"
BEGIN_TO_WRITE = "BEGIN IMMEDIATE"
"""Waits for the one writer there may be, so that nothing that was read can be out of date."""


def configure(engine: Engine, begin: str, busy_timeout: float) -> None:
    """Have an engine's connections wait for locks (seconds), and begin transactions this way."""

    def on_connect(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        for pragma in (
            f"busy_timeout = {int(busy_timeout * 1000)}",
            "journal_mode = WAL",
            "synchronous = NORMAL",
            "foreign_keys = ON",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)


TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"

_REASONS = {
    "BUSY": "another process has locked it",
    "CANTOPEN": "it cannot be opened, or the folder it is in cannot be written to",
    "CORRUPT": "it is damaged",
    "FULL": "the disk is full",
    "LOCKED": "another process has locked it",
    "NOTADB": "the file is not a database",
    "READONLY": "it is read-only",
}


def is_locked(error: BaseException | None) -> bool:
    """Whether another connection has the lock that was asked for."""
    return _kind(error) in ("BUSY", "LOCKED")


def reason(error: BaseException) -> str:
    """Say in a few words why the database cannot be used, without SQL."""
    return _REASONS.get(_kind(error), str(error))


def _kind(error: BaseException | None) -> str:
    name = str(getattr(error, "sqlite_errorname", "")).removeprefix("SQLITE_")
    return name.partition("_")[0]


MANY_WRITERS = False


def insert_or_replace(table: Table, rows: "Select[Any]") -> Insert:
    """Return an INSERT of rows, each of which takes the place of one with the same key."""
    names = list(rows.selected_columns.keys())
    return sqlite_insert(table).from_select(names, rows).prefix_with("OR REPLACE")


@cache
def insert_or_take(table: Table, key: str, free: ColumnElement[bool]) -> Insert:
    """Return an INSERT that takes the row that has its key, as it is, only if that is `free`.

    It changes one row or none. Where there are several writers, it waits for one that has inserted
    the same key.
    """
    statement = sqlite_insert(table)
    new = {column.name: statement.excluded[column.name] for column in table.c}
    return statement.on_conflict_do_update(index_elements=[key], set_=new, where=free)


FULL_TEXT = (
    "CREATE VIRTUAL TABLE chunk_index USING fts5("
    "terms, content='chunks', content_rowid='seq', "
    """tokenize="porter unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'")""",
    "CREATE TRIGGER chunk_added AFTER INSERT ON chunks BEGIN "
    "INSERT INTO chunk_index(rowid, terms) VALUES (new.seq, new.terms); END",
    "CREATE TRIGGER chunk_removed AFTER DELETE ON chunks BEGIN INSERT INTO "
    "chunk_index(chunk_index, rowid, terms) VALUES ('delete', old.seq, old.terms); END",
)
"""The full-text index of the chunks' terms, and the triggers that update it with them."""

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
_TERMS = text(
    "SELECT query.value FROM json_each(:queries) AS query WHERE EXISTS"
    " (SELECT 1 FROM chunk_index WHERE rowid = :seq AND chunk_index MATCH query.value)"
)


def ranked_chunks(
    stores: Sequence[str], terms: Sequence[str], limit: int, among: Sequence[int] | None
) -> Executable:
    """Return a SELECT of the chunks that have any of the terms, best first, by BM25."""
    values: dict[str, Any] = {
        "query": " OR ".join(_quoted(term) for term in terms),
        "stores": list(stores),
        "limit": limit,
    }
    if among is not None:
        values["among"] = json.dumps(list(among))
    query = text(_RANKED.format(more="" if among is None else _AMONG))
    query = query.execution_options(**SLOW)
    return query.bindparams(bindparam("stores", expanding=True)).bindparams(**values)


def terms_of_chunk(seq: int, terms: Sequence[str]) -> Executable:
    """Return a SELECT of those of the terms that a chunk has, as the index's stemming sees them."""
    queries = json.dumps([_quoted(term) for term in terms])
    return _TERMS.bindparams(seq=seq, queries=queries)


def _quoted(term: str) -> str:
    """Write a term of a query; one that ends in `*` is the beginning of what is looked for."""
    bare = term.removesuffix("*")
    return '"' + bare.replace('"', '""') + '"' + ("*" if bare != term else "")


def has_nul(column: "Column[str]") -> ColumnElement[bool]:
    """Return whether a text has the character U+0000."""
    return func.instr(column, "\0") > 0


VECTORS = None


def any_text_has(content: "Column[Any]", text: str) -> ColumnElement[bool]:
    """Return whether a text part of a message's content has a text; case counts beyond ASCII."""
    part = func.json_each(content).table_valued("value", name="part")
    value = func.json_extract(part.c.value, "$.text.value", type_=String)
    found = select(part.c.value).where(value.icontains(text, autoescape=True))
    return found.correlate(content.table).exists()
