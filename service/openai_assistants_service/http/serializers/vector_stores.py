"""Vector stores, their files and batches, and what a search in them finds."""

from collections.abc import Mapping, Sequence
from typing import Any

from ...search.find import Found


def serialize_vector_store(row: Mapping[str, Any], *, openai: bool) -> dict[str, Any]:
    """Return a vector store; OpenAI's clients require its name to be text, Azure sends null."""
    return {
        "id": row["id"],
        "object": "vector_store",
        "created_at": row["created_at"],
        "name": "" if openai and row["name"] is None else row["name"],
        "description": row["description"],
        "usage_bytes": row["usage_bytes"],
        "file_counts": row["file_counts"],
        "status": row["status"],
        "expires_after": row["expires_after"],
        "expires_at": row["expires_at"],
        "last_active_at": row["last_active_at"],
        "metadata": row["metadata"],
    }


def serialize_vector_store_file(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a file as a vector store has it."""
    return {
        "id": row["file_id"],
        "object": "vector_store.file",
        "usage_bytes": row["usage_bytes"],
        "created_at": row["created_at"],
        "vector_store_id": row["vector_store_id"],
        "status": row["status"],
        "last_error": row["last_error"],
        "chunking_strategy": row["chunking_strategy"],
        "attributes": row["attributes"],
    }


def serialize_file_batch(row: Mapping[str, Any], *, openai: bool) -> dict[str, Any]:
    """Return a file batch; OpenAI's clients require a plural that was never on the wire."""
    return {
        "id": row["id"],
        "object": "vector_store.files_batch" if openai else "vector_store.file_batch",
        "created_at": row["created_at"],
        "status": row["status"],
        "vector_store_id": row["vector_store_id"],
        "file_counts": row["file_counts"],
    }


def serialize_search_page(queries: Sequence[str], found: Sequence[Found]) -> dict[str, Any]:
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


def serialize_content_page(text: str) -> dict[str, Any]:
    """Return the text of a file; it is all on one page."""
    return {
        "object": "vector_store.file_content.page",
        "data": [{"type": "text", "text": text}] if text else [],
        "has_more": False,
        "next_page": None,
    }
