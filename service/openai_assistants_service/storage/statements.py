"""Statements on the way of every run, made once: to make one takes longer than to execute it.

Each is a constant of this process, for a table and the columns whose values are its parameters.
Where a column is also written to, the parameter that finds the row is called `of_COLUMN`.
"""

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Insert, Select, Table, bindparam, insert, select, update

from .database import Row, Tx

if TYPE_CHECKING:
    from sqlalchemy.sql.dml import ReturningInsert, ReturningUpdate


@cache
def find(table: Table, *names: str) -> "Select[Any]":
    """Return the SELECT of the rows that have these values, in the order they were written."""
    same = [table.c[name] == bindparam(name) for name in names]
    return select(table).where(*same).order_by(table.c.seq)


@cache
def add(table: Table) -> Insert:
    """Return the INSERT of rows."""
    return insert(table)


@cache
def change(table: Table, *names: str) -> "ReturningUpdate[Any]":
    """Return the UPDATE of the rows that have these values; it returns them as they are now."""
    same: list[ColumnElement[bool]] = [table.c[name] == bindparam(f"of_{name}") for name in names]
    return update(table).where(*same).returning(table)


@cache
def _create(table: Table) -> "ReturningInsert[Any]":
    return insert(table).returning(table)


async def created(tx: Tx, table: Table, values: Row) -> Row:
    """Insert a row and return it as it is now, with the columns that were left out."""
    row = await tx.first(_create(table), values)
    assert row is not None
    return row
