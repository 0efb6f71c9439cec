"""Stored objects as each generation of the API shows them: one object, two views."""

from typing import Any

from .assistants import assistant_file_view, assistant_view
from .files import file_view
from .messages import message_file_view, message_view
from .runs import run_view
from .steps import step_view
from .threads import thread_view
from .vector_stores import (
    content_page_view,
    file_batch_view,
    search_page_view,
    store_file_view,
    vector_store_view,
)

__all__ = [
    "assistant_file_view",
    "assistant_view",
    "content_page_view",
    "deleted_view",
    "file_batch_view",
    "file_view",
    "message_file_view",
    "message_view",
    "page_view",
    "run_view",
    "search_page_view",
    "step_view",
    "store_file_view",
    "thread_view",
    "vector_store_view",
]


def page_view(data: list[dict[str, Any]], has_more: bool) -> dict[str, Any]:
    """Return a page of a list."""
    return {
        "object": "list",
        "data": data,
        "first_id": data[0]["id"] if data else None,
        "last_id": data[-1]["id"] if data else None,
        "has_more": has_more,
    }


def deleted_view(id: str, kind: str) -> dict[str, Any]:
    """Return what is answered to a deletion."""
    return {"id": id, "object": kind, "deleted": True}
