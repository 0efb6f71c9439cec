"""Uploaded files."""

from collections.abc import Mapping
from typing import Any


def serialize_file(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a file; both API versions see the same."""
    return {
        "object": "file",
        "id": row["id"],
        "purpose": row["purpose"],
        "filename": row["filename"],
        "bytes": row["bytes"],
        "created_at": row["created_at"],
        "expires_at": row["expires_at"],
        "status": row["status"],
        "status_details": row["status_details"],
    }
