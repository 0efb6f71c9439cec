"""Uploaded files."""

from collections.abc import Mapping
from typing import Any


def file_view(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a file; both generations see the same."""
    return {
        "object": "file",
        "id": record["id"],
        "purpose": record["purpose"],
        "filename": record["filename"],
        "bytes": record["bytes"],
        "created_at": record["created_at"],
        "expires_at": record["expires_at"],
        "status": record["status"],
        "status_details": record["status_details"],
    }
