"""The protocol of what makes vectors of texts."""

from collections.abc import Sequence
from typing import Protocol


class EmbeddingError(Exception):
    """There are no vectors for now; the text says why in one line."""


class EmbeddingRefused(EmbeddingError):
    """There are none of these texts: it may be one of them that the model does not take."""


class Embedder(Protocol):
    """Whatever makes vectors, as float32 in little-endian bytes, of length 1.

    Vectors of different models cannot be compared: they are stored with the `name` of theirs.
    """

    @property
    def name(self) -> str:
        """What tells the model from every other."""
        ...

    async def passages(self, texts: Sequence[str]) -> list[bytes]:
        """Return the vectors of texts to be found.

        Raises:
            EmbeddingError: there are none.
        """
        ...

    async def queries(self, texts: Sequence[str]) -> list[bytes]:
        """Return the vectors of what is looked for.

        Raises:
            EmbeddingError: there are none.
        """
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...
