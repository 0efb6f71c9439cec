"""Keep a vector of every chunk, as far as there is something that makes them."""

import asyncio
import logging
from collections.abc import Sequence

from attrs import frozen

from ..storage import vectors
from ..storage.database import Database
from .embeddings import Embedder, EmbeddingError, EmbeddingRefused
from .embeddings.windows import windows

_LOG = logging.getLogger(__name__)
_AT_ONCE = 64
_BATCH = 8
_PAUSE = 30.0

Windows = tuple[bytes, ...]
"""The vectors of the windows of a chunk."""

_REFUSED: Windows = (b"",)
"""Of a chunk that the model does not take: it is like nothing, and is not asked for again."""

_HARMLESS = "text"


@frozen
class Query:
    """What is looked for: the words, and their vector if there is a model for it."""

    text: str
    vector: bytes | None = None
    model: str = ""


class VectorIndex:
    """Makes vectors of chunks and of queries. Where that fails, search goes on by words alone."""

    def __init__(self, database: Database, embedder: Embedder) -> None:
        self._database = database
        self._embedder = embedder
        self._behind = True
        self._resting_until = 0.0
        self._task: asyncio.Task[None] | None = None

    @property
    def model(self) -> str:
        """The name that the vectors are stored with."""
        return self._embedder.name

    async def of(self, texts: Sequence[str]) -> list[Windows] | None:
        """Return the vectors of the chunks of a file; None if they have to be made later."""
        if len(texts) <= _AT_ONCE and not self._rests():
            try:
                return await self._embed(texts)
            except EmbeddingError as error:
                self._rest(error)
        self._behind = True
        return None

    async def queries(self, texts: Sequence[str]) -> list[Query]:
        """Return queries with their vectors; without, if there are none for now."""
        if not self._rests():
            try:
                made = await self._embedder.queries(texts)
                pairs = zip(texts, made, strict=True)
                return [Query(text, vector, self.model) for text, vector in pairs]
            except EmbeddingError as error:
                if not await self._is_of_a_text(error):
                    self._rest(error)
        return [Query(text) for text in texts]

    def catch_up(self) -> None:
        """Have the vectors made that are missing, unless that goes on already."""
        if self._behind and not self._rests() and (self._task is None or self._task.done()):
            self._task = asyncio.create_task(self._make_missing())

    async def close(self) -> None:
        """Stop; what is missing is made when the service starts again."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self._embedder.close()

    async def _make_missing(self) -> None:
        self._behind = False
        last = 0
        while True:
            async with self._database.read() as tx:
                rows = await vectors.missing(tx, self.model, last, _BATCH)
            if not rows:
                return
            try:
                made = await self._embed([row["text"] for row in rows])
            except EmbeddingError as error:
                self._behind = True
                self._rest(error)
                return
            seqs: list[int] = [row["seq"] for row in rows]
            async with self._database.write() as tx:
                await vectors.add_to_existing(tx, self.model, dict(zip(seqs, made, strict=True)))
            last = seqs[-1]

    async def _embed(self, texts: Sequence[str]) -> list[Windows]:
        """Return the vectors of chunks; one that the model refuses keeps none from the others.

        Raises:
            EmbeddingError: there are none for now.
        """
        try:
            return await self._embed_together(texts)
        except EmbeddingRefused:
            return [await self._embed_alone(text) for text in texts]

    async def _embed_alone(self, text: str) -> Windows:
        try:
            return (await self._embed_together([text]))[0]
        except EmbeddingRefused as error:
            if not await self._is_of_a_text(error):
                raise
            _LOG.warning("a piece of a file has no vector: %s; only words find it", error)
            return _REFUSED

    async def _is_of_a_text(self, error: EmbeddingError) -> bool:
        """Whether a failure is of one text, as the server takes another."""
        if not isinstance(error, EmbeddingRefused):
            return False
        try:
            await self._embedder.passages([_HARMLESS])
        except EmbeddingError:
            return False
        return True

    async def _embed_together(self, texts: Sequence[str]) -> list[Windows]:
        split = [list(windows(text)) for text in texts]
        made = iter(await self._embedder.passages([one for some in split for one in some]))
        return [tuple(next(made) for _ in some) for some in split]

    def _rests(self) -> bool:
        return asyncio.get_running_loop().time() < self._resting_until

    def _rest(self, error: EmbeddingError) -> None:
        """Leave a server that fails alone for a while: searches must not wait for it each time."""
        self._resting_until = asyncio.get_running_loop().time() + _PAUSE
        _LOG.warning("no embeddings: %s; searches go by words alone for now", error)
