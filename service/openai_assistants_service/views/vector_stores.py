"""Vector stores, their files and batches, and what a search in them finds."""

from collections.abc import Mapping, Sequence
from typing import Any

from ..search.find import Found


def vector_store_view(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a vector store."""
    return {
        "id": record["id"],
        "object": "vector_store",
        "created_at": record["created_at"],
        "name": record["name"],
        "description": record["description"],
        "usage_bytes": record["usage_bytes"],
        "file_counts": record["file_counts"],
        "status": record["status"],
        "expires_after": record["expires_after"],
        "expires_at": record["expires_at"],
        "last_active_at": record["last_active_at"],
        "metadata": record["metadata"],
    }


def store_file_view(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a file as a vector store has it."""
    return {
        "id": record["file_id"],
        "object": "vector_store.file",
        "usage_bytes": record["usage_bytes"],
        "created_at": record["created_at"],
        "vector_store_id": record["vector_store_id"],
        "status": record["status"],
        "last_error": record["last_error"],
        "chunking_strategy": record["chunking_strategy"],
        "attributes": record["attributes"],
    }


def file_batch_view(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a file batch."""
    return {
        "id": record["id"],
        "object": "vector_store.file_batch",
        "created_at": record["created_at"],
        "status": record["status"],
        "vector_store_id": record["vector_store_id"],
        "file_counts": record["file_counts"],
    }


def search_page_view(queries: Sequence[str], found: Sequence[Found]) -> dict[str, Any]:
    """Return what a search found; it is all on one page."""
    data = [
        {
            "file_id": one.file_id,
            "filename": one.filename,
            "score": one.score,
            "attributes": one.attributes,
            "content": [{"type": "text", "text": one.text}],
        }
        for one in found
    ]
    return {
        "object": "vector_store.search_results.page",
        "search_query": list(queries),
        "data": data,
        "has_more": False,
        "next_page": None,
    }


def content_page_view(text: str) -> dict[str, Any]:
    """Return the text of a file; it is all on one page."""
    return {
        "object": "vector_store.file_content.page",
        "data": [{"type": "text", "text": text}] if text else [],
        "has_more": False,
        "next_page": None,
    }
