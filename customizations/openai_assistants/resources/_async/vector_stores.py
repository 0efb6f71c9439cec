"""Vector stores, with the files and batches that have helpers."""

from functools import cached_property

from openai_assistants_rest.resources import vector_stores as generated

from .file_batches import AsyncFileBatches
from .vector_store_files import AsyncVectorStoreFiles

__all__ = ["AsyncVectorStores"]


class AsyncVectorStores(generated.AsyncVectorStores):
    """Operations on `vector_stores`."""

    @cached_property
    def files(self) -> AsyncVectorStoreFiles:
        """Operations on `vector_stores.files`, uploads, and waiting."""
        return AsyncVectorStoreFiles(self._transport)

    @cached_property
    def file_batches(self) -> AsyncFileBatches:
        """Operations on `vector_stores.file_batches`, uploads, and waiting."""
        return AsyncFileBatches(self._transport)
