# Written from resources/_async/vector_stores.py by `make generate`.
# Do not edit: change that file.
"""Vector stores, with the files and batches that have helpers."""

from functools import cached_property

from openai_assistants_rest.resources import vector_stores as generated

from .file_batches import FileBatches
from .vector_store_files import VectorStoreFiles

__all__ = ["VectorStores"]


class VectorStores(generated.VectorStores):
    """Operations on `vector_stores`."""

    @cached_property
    def files(self) -> VectorStoreFiles:
        """Operations on `vector_stores.files`, uploads, and waiting."""
        return VectorStoreFiles(self._transport)

    @cached_property
    def file_batches(self) -> FileBatches:
        """Operations on `vector_stores.file_batches`, uploads, and waiting."""
        return FileBatches(self._transport)
