"""Lists a page at a time: newest first unless asked otherwise, with ids as cursors."""

from collections.abc import Mapping
from typing import Any, Self

from attrs import frozen
from sqlalchemy import Column, ColumnElement, select

from ..errors import not_found
from . import lists
from .database import Row, Tx
from .lists import List


@frozen
class Window:
    """Which part of a list is asked for."""

    limit: int = 20
    ascending: bool = False
    after: str | None = None
    before: str | None = None

    @classmethod
    def of(cls, query: Mapping[str, Any], limit: int = 20) -> Self:
        """Read the query parameters every list takes."""
        return cls(
            limit=query.get("limit", limit),
            ascending=query.get("order") == "asc",
            after=query.get("after"),
            before=query.get("before"),
        )


@frozen
class Slice:
    """The rows of a page, and whether there are more behind them."""

    rows: list[Row]
    has_more: bool


async def page(
    tx: Tx,
    listed: List,
    window: Window,
    *narrower: ColumnElement[bool],
    owner: str | None = None,
    category: str | None = None,
) -> Slice:
    """Return a page of a list.

    Rows have the order they were written in. With `before` the page is the one that ends just
    before that row; it still reads in the order asked for.

    Args:
        narrower: conditions that rows have to fulfil and cursors need not, as they change by
            themselves.
        owner: the object whose list it is.
        category: what the rows have to be of, where the list has categories.

    Raises:
        ApiError: a cursor is not the id of something that is or was in this list.
    """
    statement = select(listed.table).where(*listed.rows(owner, category), *narrower)
    seq: Column[int] = listed.table.c.seq
    for cursor, forward in ((window.after, True), (window.before, False)):
        if cursor is not None:
            place = await lists.place(tx, listed, cursor, owner, category)
            if place is None:
                raise not_found(listed.what, cursor, "after" if forward else "before")
            later = forward == window.ascending
            statement = statement.where(seq > place if later else seq < place)
    backwards = window.before is not None and window.after is None
    ascending = window.ascending != backwards
    statement = statement.order_by(seq.asc() if ascending else seq.desc())
    rows = await tx.all(statement.limit(window.limit + 1))
    has_more = len(rows) > window.limit
    rows = rows[: window.limit]
    return Slice(rows[::-1] if backwards else rows, has_more)


def cut(rows: list[Row], window: Window, *, what: str, key: str) -> Slice:
    """Return a page of a short list that is in memory, oldest first, as `page` would.

    Rows that are `deleted` count as cursors only.
    """
    ordered = rows if window.ascending else rows[::-1]
    ids = [row[key] for row in ordered]
    start, end = 0, len(ordered)
    for cursor, name in ((window.after, "after"), (window.before, "before")):
        if cursor is not None and cursor not in ids:
            raise not_found(what, cursor, name)
    if window.after is not None:
        start = ids.index(window.after) + 1
    if window.before is not None:
        end = ids.index(window.before)
    left = [row for row in ordered[start:end] if not row.get("deleted")]
    has_more = len(left) > window.limit
    if window.before is not None and window.after is None:
        return Slice(left[-window.limit :], has_more)
    return Slice(left[: window.limit], has_more)
