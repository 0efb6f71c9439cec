"""Stored objects as each API version of the API shows them: one object, a form for each."""

from typing import Any

from .assistants import serialize_assistant, serialize_assistant_file
from .events import serialize_event
from .files import serialize_file
from .messages import serialize_message, serialize_message_file
from .runs import serialize_run
from .steps import serialize_step
from .threads import serialize_thread
from .vector_stores import (
    serialize_content_page,
    serialize_file_batch,
    serialize_search_page,
    serialize_vector_store,
    serialize_vector_store_file,
)

__all__ = [
    "serialize_assistant",
    "serialize_assistant_file",
    "serialize_content_page",
    "serialize_deletion",
    "serialize_event",
    "serialize_file",
    "serialize_file_batch",
    "serialize_message",
    "serialize_message_file",
    "serialize_page",
    "serialize_run",
    "serialize_search_page",
    "serialize_step",
    "serialize_thread",
    "serialize_vector_store",
    "serialize_vector_store_file",
]


def serialize_page(data: list[dict[str, Any]], has_more: bool) -> dict[str, Any]:
    """Return a page of a list."""
    return {
        "object": "list",
        "data": data,
        "first_id": data[0]["id"] if data else None,
        "last_id": data[-1]["id"] if data else None,
        "has_more": has_more,
    }


def serialize_deletion(id: str, kind: str) -> dict[str, Any]:
    """Return what is answered to a deletion."""
    return {"id": id, "object": kind, "deleted": True}
