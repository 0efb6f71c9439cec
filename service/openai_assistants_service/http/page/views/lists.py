"""Lists of what the API lists, a page at a time."""

from typing import Any
from urllib.parse import urlencode

from ....json_types import JsonObject
from ..visit import Visit

PAGE = 50
"""The most rows on a page."""


async def read_list(
    visit: Visit, operation_id: str, path: dict[str, str] | None = None
) -> tuple[list[JsonObject], str | None]:
    """Return the page of a list that is asked for, and the link to the next; newest first.

    Raises:
        ApiError: what the query names is not in the list.
    """
    query: dict[str, Any] = {"limit": PAGE}
    after = visit.query("after")
    if after is not None:
        query["after"] = after
    found = await visit.call(operation_id, path, query)
    return found["data"], next_page(visit, found["last_id"] if found["has_more"] else None)


def next_page(visit: Visit, last_id: str | None) -> str | None:
    """Return the link to the page behind an object; None without one."""
    if last_id is None:
        return None
    kept = {key: value for key, value in visit.request.query_params.items() if key != "after"}
    return f"{visit.request.url.path}?{urlencode({**kept, 'after': last_id})}"
