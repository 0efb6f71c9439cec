"""Read the files that wait in vector stores, and make their text searchable."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from ..store import files, vector_stores
from ..store.database import Database, Record
from ..uploads import Uploads
from .chunking import chunks
from .extract import NotText, extract

_UNSUPPORTED: Record = {
    "code": "unsupported_file",
    "message": "The file could not be read as text.",
}
_GONE: Record = {"code": "server_error", "message": "The contents of the file are missing."}


@frozen
class Indexer:
    """Takes files out of the state `in_progress`; doing one twice does no harm."""

    database: Database
    uploads: Uploads

    async def catch_up(self, store_ids: Sequence[str] | None = None) -> int:
        """Read every waiting file, or those of some stores; return how many there were."""
        async with self.database.read() as tx:
            rows = await vector_stores.pending(tx, store_ids)
            names = await files.names(tx, [row["file_id"] for row in rows])
        for row in rows:
            path = self.uploads.path(row["file_id"])
            name = names.get(row["file_id"], "")
            pieces, error = await asyncio.to_thread(_read, path, name, row["chunking_strategy"])
            async with self.database.write() as tx:
                await vector_stores.settle(tx, row["seq"], pieces, error)
        return len(rows)


def _read(path: Path, name: str, strategy: Record) -> tuple[list[str], Record | None]:
    static = strategy["static"]
    try:
        text = extract(name, path.read_bytes())
    except NotText:
        return [], _UNSUPPORTED
    except OSError:
        return [], _GONE
    size, overlap = int(static["max_chunk_size_tokens"]), int(static["chunk_overlap_tokens"])
    return list(chunks(text, size, overlap)), None
