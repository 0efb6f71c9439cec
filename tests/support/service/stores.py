"""Fill a vector store with files, and wait until they are read."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from .api import Api


def fill(api: Api, contents: Mapping[str, bytes]) -> str:
    """Upload files into a new store; return its path."""
    ids = [api.upload(name, data)["id"] for name, data in contents.items()]
    return f"/vector_stores/{api.post('/vector_stores', file_ids=ids)['id']}"


def wait(api: Api, store: str, meanwhile: Callable[[], object] | None = None) -> dict[str, int]:
    """Wait until every file of a store is read; return the counts of its files."""
    deadline = time.monotonic() + 120
    while (counts := api.get(store)["file_counts"])["in_progress"]:
        assert time.monotonic() < deadline, counts
        if meanwhile is None:
            time.sleep(0.02)
        else:
            meanwhile()
    return dict(counts)


def by_name(api: Api, store: str) -> dict[str, dict[str, Any]]:
    """Return what a store says of its files, by their names."""
    held = api.get(f"{store}/files", limit=100)["data"]
    return {api.get(f"/files/{one['id']}")["filename"]: one for one in held}
