"""Types of columns that are the same in every database."""

from typing import Any

from sqlalchemy import BigInteger
from sqlalchemy.ext.compiler import compiles


class Integer(BigInteger):
    """An integer of 64 bits."""


@compiles(Integer, "sqlite")
def _of_sqlite(kind: Integer, compiler: Any, **options: Any) -> str:
    """Write the only name of the type that SQLite takes for a key: all its integers are of 64."""
    return "INTEGER"
