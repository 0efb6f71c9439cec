"""Read the files that wait in vector stores, and make their text searchable."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from ..json_types import JsonObject
from ..storage import expiry, files, vector_store_files
from ..storage.blobs import BlobStore
from ..storage.database import Database, Row
from .chunking import chunks
from .extract import NotText, extract

_UNSUPPORTED: JsonObject = {
    "code": "unsupported_file",
    "message": "The file could not be read as text.",
}
_GONE: JsonObject = {"code": "server_error", "message": "The contents of the file are missing."}


@frozen
class Indexer:
    """Takes files out of the state `in_progress`; doing one twice does no harm."""

    database: Database
    blobs: BlobStore

    async def catch_up(self, store_ids: Sequence[str] | None = None) -> int:
        """Read every waiting file, or those of some stores; return how many there were."""
        done = 0
        while rows := await self._some(store_ids):
            for row in rows:
                path = self.blobs.path(row["file_id"])
                pieces, error = await asyncio.to_thread(
                    _read, path, row["filename"], row["chunking_strategy"]
                )
                async with self.database.write() as tx:
                    await vector_store_files.settle(tx, row["seq"], pieces, error)
                    await expiry.touch(tx, [row["vector_store_id"]])
            done += len(rows)
        return done

    async def _some(self, store_ids: Sequence[str] | None) -> list[Row]:
        """Return some of the files that wait, with their names."""
        async with self.database.read() as tx:
            rows = await vector_store_files.pending(tx, store_ids)
            names = await files.names(tx, [row["file_id"] for row in rows])
        return [{**row, "filename": names.get(row["file_id"], "")} for row in rows]

    async def text(self, file: Row) -> str:
        """Return the text of an uploaded file; of one that cannot be read, none."""
        return await asyncio.to_thread(_text, self.blobs.path(file["id"]), file["filename"])


def _text(path: Path, name: str) -> str:
    try:
        return extract(name, path.read_bytes())
    except (NotText, OSError):
        return ""


def _read(path: Path, name: str, strategy: JsonObject) -> tuple[list[str], JsonObject | None]:
    static = strategy["static"]
    try:
        text = extract(name, path.read_bytes())
    except NotText:
        return [], _UNSUPPORTED
    except OSError:
        return [], _GONE
    size, overlap = static["max_chunk_size_tokens"], static["chunk_overlap_tokens"]
    return list(chunks(text, int(size), int(overlap))), None
