"""What databases say in words of their own; `sqlite.py` and `postgres.py` are such dialects."""

from collections.abc import Sequence
from typing import Any, Protocol

from sqlalchemy import Column, ColumnElement, Executable, Insert, Select, Table


class VectorSearch(Protocol):
    """Vectors that the database compares, where its server can."""

    @property
    def IS_THERE(self) -> Executable:  # noqa: N802
        """A SELECT of a row if the server can, of none if not."""
        ...

    def nearest(
        self,
        stores: Sequence[str],
        model: str,
        vector: bytes,
        limit: int,
        among: Sequence[int] | None,
    ) -> Executable:
        """Return a SELECT of `chunk` and `cosine` of those nearest to a vector, best first."""
        ...


class Dialect(Protocol):
    """The SQL that one database alone understands."""

    @property
    def MANY_WRITERS(self) -> bool:  # noqa: N802
        """Whether transactions write side by side, so that rows have to be locked."""
        ...

    def insert_or_replace(self, table: Table, rows: "Select[Any]") -> Insert:
        """Return an INSERT of rows, each of which takes the place of one with the same key."""
        ...

    def insert_or_take(self, table: Table, key: str, free: ColumnElement[bool]) -> Insert:
        """Return an INSERT that takes the row that has its key, as it is, only if that is `free`.

        It changes one row or none. Where there are several writers, it waits for one that has
        inserted the same key.
        """
        ...

    def ranked_chunks(
        self, stores: Sequence[str], terms: Sequence[str], limit: int, among: Sequence[int] | None
    ) -> Executable:
        """Return a SELECT of the chunks that have any of the terms, best first, by BM25."""
        ...

    def terms_of_chunk(self, seq: int, terms: Sequence[str]) -> Executable:
        """Return a SELECT of those of the terms that a chunk has, as the index stems them."""
        ...

    @property
    def VECTORS(self) -> VectorSearch | None:  # noqa: N802
        """How the database compares vectors; None if it never does."""
        ...

    def has_nul(self, column: "Column[str]") -> ColumnElement[bool]:
        """Return whether a text has the character U+0000."""
        ...

    def any_text_has(self, content: "Column[Any]", text: str) -> ColumnElement[bool]:
        """Return whether a text part of a message's content has a text; case does not count."""
        ...
