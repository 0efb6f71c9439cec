"""Vectors made by a server that speaks OpenAI's embeddings API."""

from collections.abc import Sequence
from typing import Any

import httpx
import numpy as np

from .base import EmbeddingError, EmbeddingRefused

_TIMEOUT = httpx.Timeout(60.0, connect=5.0)
_AT_ONCE = 64
_REFUSALS = (400, 413, 422, 500)
"""What servers answer to a text that is too long, or that they choke on (500: llama.cpp)."""


class ServerEmbedder:
    """Asks POST {url}/embeddings.

    Args:
        url: the base URL, such as `http://127.0.0.1:8000/v1`.
        model: its name there.
        key: sent as a bearer token, if there is one.
    """

    def __init__(self, url: str, model: str, key: str | None = None) -> None:
        self._url = url.rstrip("/").removesuffix("/embeddings")
        self._model = model
        headers = {"authorization": f"Bearer {key}"} if key else {}
        self._http = httpx.AsyncClient(headers=headers, timeout=_TIMEOUT)

    @property
    def name(self) -> str:
        """The server and the model there."""
        return f"{self._url} {self._model}"

    async def passages(self, texts: Sequence[str]) -> list[bytes]:
        """Return the vectors of texts to be found."""
        vectors: list[bytes] = []
        for start in range(0, len(texts), _AT_ONCE):
            vectors += await self._embed(texts[start : start + _AT_ONCE])
        return vectors

    queries = passages

    async def close(self) -> None:
        """Close the connections."""
        await self._http.aclose()

    async def _embed(self, texts: Sequence[str]) -> list[bytes]:
        body = {"model": self._model, "input": list(texts), "encoding_format": "float"}
        try:
            response = await self._http.post(f"{self._url}/embeddings", json=body)
            if not response.is_success:
                refused = response.status_code in _REFUSALS
                kind = EmbeddingRefused if refused else EmbeddingError
                raise kind(f"{self._url} answers {response.status_code}")
            data: list[Any] = response.json()["data"]
            by_index = {one["index"]: one["embedding"] for one in data}
            return [_normal(by_index[index]) for index in range(len(texts))]
        except httpx.HTTPError as error:
            raise EmbeddingError(f"{self._url}: {error or type(error).__name__}") from error
        except (ValueError, LookupError, TypeError) as error:
            what = f"{self._url} answers with something else than vectors"
            raise EmbeddingRefused(what) from error


def _normal(values: list[float]) -> bytes:
    vector = np.asarray(values, dtype=np.float64)
    length = float(np.linalg.norm(vector))
    if vector.ndim != 1 or not vector.size or not np.isfinite(length) or length == 0:
        raise ValueError("no vector")
    return (vector / length).astype("<f4").tobytes()
