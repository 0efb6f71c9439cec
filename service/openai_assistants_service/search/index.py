"""Read the files that wait in vector stores, and make their text searchable."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from ..errors import ApiError
from ..json_types import JsonObject
from ..storage import expiry, files, vector_store_files
from ..storage.blobs import BlobStore
from ..storage.chunks import NewChunk
from ..storage.database import Database, Row
from .chunking import chunks
from .extract import NotText, extract

_UNSUPPORTED: JsonObject = {
    "code": "unsupported_file",
    "message": "The file could not be read as text.",
}
_UNREADABLE: JsonObject = {"code": "server_error", "message": "The file could not be read."}


@frozen
class Indexer:
    """Takes files out of the state `in_progress`; doing one twice does no harm."""

    database: Database
    blobs: BlobStore

    async def catch_up(self, store_ids: Sequence[str] | None = None) -> int:
        """Read every waiting file, or those of some stores; return how many there were."""
        done = 0
        while waiting := await self._waiting(store_ids):
            for row, file in waiting:
                pieces, error = await self.read(file, row["chunking_strategy"]["static"])
                async with self.database.write() as tx:
                    await vector_store_files.settle(tx, row["seq"], pieces, error)
                    await expiry.touch(tx, [row["vector_store_id"]])
            done += len(waiting)
        return done

    async def _waiting(self, store_ids: Sequence[str] | None) -> list[tuple[Row, Row]]:
        """Return some of the rows that wait, each with the file it is of."""
        async with self.database.read() as tx:
            rows = await vector_store_files.pending(tx, store_ids)
            uploaded = await files.by_id(tx, [row["file_id"] for row in rows])
        return [(row, uploaded[row["file_id"]]) for row in rows]

    async def read(
        self, file: Row, chunking: JsonObject
    ) -> tuple[list[NewChunk], JsonObject | None]:
        """Return the chunks of a file, or why there are none."""
        try:
            path = await self.blobs.verified(file)
            return await asyncio.to_thread(_pieces, path, file["filename"], chunking), None
        except NotText:
            return [], _UNSUPPORTED
        except ApiError as error:
            return [], {"code": "server_error", "message": error.message}
        except OSError:
            return [], _UNREADABLE

    async def text(self, file: Row) -> str:
        """Return the text of an uploaded file; of one that is not text, none.

        Raises:
            ApiError: its contents are missing, or damaged.
        """
        path = await self.blobs.verified(file)
        try:
            return await asyncio.to_thread(_text, path, file["filename"])
        except NotText:
            return ""


def _text(path: Path, name: str) -> str:
    return extract(name, path.read_bytes())


def _pieces(path: Path, name: str, chunking: JsonObject) -> list[NewChunk]:
    size, overlap = chunking["max_chunk_size_tokens"], chunking["chunk_overlap_tokens"]
    return [NewChunk.of(piece) for piece in chunks(_text(path, name), int(size), int(overlap))]
