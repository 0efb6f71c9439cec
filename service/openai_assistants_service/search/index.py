"""Read the files that wait in vector stores, and make their text searchable."""

import asyncio
from collections.abc import Sequence

from ..errors import ApiError
from ..json_types import JsonObject
from ..storage import expiry, files, vector_store_files, vectors
from ..storage.blobs import BlobStore
from ..storage.chunks import NewChunk
from ..storage.database import Database, Row
from .chunking import chunks
from .embeddings import Embedder
from .extraction import Reader, Unreadable
from .vector_index import Query, VectorIndex

_UNREADABLE: JsonObject = {"code": "server_error", "message": "The file could not be read."}


class Indexer:
    """Takes files out of the state `in_progress`, several at a time and each once."""

    def __init__(
        self,
        database: Database,
        blobs: BlobStore,
        reader: Reader | None = None,
        embedder: Embedder | None = None,
    ) -> None:
        self.blobs = blobs
        self._database = database
        self._reader = reader or Reader()
        self._vectors = None if embedder is None else VectorIndex(database, embedder)
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._closed = False

    async def catch_up(self, store_ids: Sequence[str] | None = None) -> int:
        """Read every waiting file, or those of some stores; return how many there were."""
        done = 0
        while not self._closed and (waiting := await self._waiting(store_ids)):
            tasks = [self._task(row, file) for row, file in waiting]
            await asyncio.wait(tasks)
            for task in tasks:
                if not task.cancelled():
                    task.result()
            done += len(waiting)
        if self._vectors is not None and not self._closed:
            self._vectors.catch_up()
        return done

    async def queries(self, texts: Sequence[str]) -> list[Query]:
        """Return what to look for, with vectors where there is a model for them."""
        if self._vectors is None:
            return [Query(text) for text in texts]
        return await self._vectors.queries(texts)

    async def close(self) -> None:
        """Stop; files that are being read wait until the service starts again."""
        self._closed = True
        for task in self._tasks.values():
            task.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)
        if self._vectors is not None:
            await self._vectors.close()

    async def _waiting(self, store_ids: Sequence[str] | None) -> list[tuple[Row, Row]]:
        """Return some of the rows that wait, each with the file it is of."""
        async with self._database.read() as tx:
            rows = await vector_store_files.pending(tx, store_ids)
            uploaded = await files.by_id(tx, [row["file_id"] for row in rows])
        return [(row, uploaded[row["file_id"]]) for row in rows]

    def _task(self, row: Row, file: Row) -> asyncio.Task[None]:
        """Return the task that reads a file: that of another caller, if there is one."""
        seq: int = row["seq"]
        if seq not in self._tasks:
            self._tasks[seq] = asyncio.create_task(self._settle(row, file))
            self._tasks[seq].add_done_callback(lambda _: self._tasks.pop(seq))
        return self._tasks[seq]

    async def _settle(self, row: Row, file: Row) -> None:
        pieces, error = await self.read(file, row["chunking_strategy"]["static"])
        index = self._vectors
        made = await index.of([piece.text for piece in pieces]) if index and pieces else None
        async with self._database.write() as tx:
            seqs = await vector_store_files.settle(tx, row["seq"], pieces, error)
            if index and made and len(seqs) == len(made):
                await vectors.add(tx, index.model, dict(zip(seqs, made, strict=True)))
            await expiry.touch(tx, [row["vector_store_id"]])

    async def read(
        self, file: Row, chunking: JsonObject
    ) -> tuple[list[NewChunk], JsonObject | None]:
        """Return the chunks of a file, or why there are none."""
        try:
            text = await self._text(file)
            return await asyncio.to_thread(_pieces, text, chunking), None
        except Unreadable as error:
            return [], {"code": error.code, "message": error.message}
        except ApiError as error:
            return [], {"code": "server_error", "message": error.message}
        except OSError:
            return [], _UNREADABLE

    async def _text(self, file: Row) -> str:
        return await self._reader.text(await self.blobs.verified(file), file["filename"])

    async def text(self, file: Row) -> str:
        """Return the text of an uploaded file; of one that cannot be read, none.

        Raises:
            ApiError: its contents are missing, or damaged.
        """
        try:
            return await self._text(file)
        except Unreadable:
            return ""


def _pieces(text: str, chunking: JsonObject) -> list[NewChunk]:
    size, overlap = chunking["max_chunk_size_tokens"], chunking["chunk_overlap_tokens"]
    return [NewChunk.of(piece) for piece in chunks(text, int(size), int(overlap))]
