"""Texts become vectors: those of a similar meaning are near each other."""

from .base import Embedder, EmbeddingError, EmbeddingRefused
from .choice import choose_embedder

__all__ = ["Embedder", "EmbeddingError", "EmbeddingRefused", "choose_embedder"]
