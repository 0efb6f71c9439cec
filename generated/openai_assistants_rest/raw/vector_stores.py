# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Operations on a client's `vector_stores` that give their answers undecoded."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from openai_assistants_core import async_raw, async_streamed, raw, streamed

from .file_batches import (
    AsyncFileBatchesWithRawResponse,
    AsyncFileBatchesWithStreamingResponse,
    FileBatchesWithRawResponse,
    FileBatchesWithStreamingResponse,
)
from .vector_store_files import (
    AsyncVectorStoreFilesWithRawResponse,
    AsyncVectorStoreFilesWithStreamingResponse,
    VectorStoreFilesWithRawResponse,
    VectorStoreFilesWithStreamingResponse,
)

if TYPE_CHECKING:
    from ..resources.vector_stores import AsyncVectorStores, VectorStores

__all__ = [
    "AsyncVectorStoresWithRawResponse",
    "AsyncVectorStoresWithStreamingResponse",
    "VectorStoresWithRawResponse",
    "VectorStoresWithStreamingResponse",
]


class VectorStoresWithRawResponse:
    """Operations on `vector_stores` that return their answers undecoded."""

    def __init__(self, resource: VectorStores) -> None:
        self._resource = resource
        self.list = raw(resource.list)
        self.create = raw(resource.create)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)
        self.delete = raw(resource.delete)
        self.search = raw(resource.search)

    @cached_property
    def files(self) -> VectorStoreFilesWithRawResponse:
        """Operations on `vector_stores.files`."""
        return VectorStoreFilesWithRawResponse(self._resource.files)

    @cached_property
    def file_batches(self) -> FileBatchesWithRawResponse:
        """Operations on `vector_stores.file_batches`."""
        return FileBatchesWithRawResponse(self._resource.file_batches)


class AsyncVectorStoresWithRawResponse:
    """Operations on `vector_stores` that return their answers undecoded."""

    def __init__(self, resource: AsyncVectorStores) -> None:
        self._resource = resource
        self.list = async_raw(resource.list)
        self.create = async_raw(resource.create)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
        self.delete = async_raw(resource.delete)
        self.search = async_raw(resource.search)

    @cached_property
    def files(self) -> AsyncVectorStoreFilesWithRawResponse:
        """Operations on `vector_stores.files`."""
        return AsyncVectorStoreFilesWithRawResponse(self._resource.files)

    @cached_property
    def file_batches(self) -> AsyncFileBatchesWithRawResponse:
        """Operations on `vector_stores.file_batches`."""
        return AsyncFileBatchesWithRawResponse(self._resource.file_batches)


class VectorStoresWithStreamingResponse:
    """Operations on `vector_stores` that open their answers as streams, in a `with` statement."""

    def __init__(self, resource: VectorStores) -> None:
        self._resource = resource
        self.list = streamed(resource.list)
        self.create = streamed(resource.create)
        self.retrieve = streamed(resource.retrieve)
        self.update = streamed(resource.update)
        self.delete = streamed(resource.delete)
        self.search = streamed(resource.search)

    @cached_property
    def files(self) -> VectorStoreFilesWithStreamingResponse:
        """Operations on `vector_stores.files`."""
        return VectorStoreFilesWithStreamingResponse(self._resource.files)

    @cached_property
    def file_batches(self) -> FileBatchesWithStreamingResponse:
        """Operations on `vector_stores.file_batches`."""
        return FileBatchesWithStreamingResponse(self._resource.file_batches)


class AsyncVectorStoresWithStreamingResponse:
    """Operations on `vector_stores` that open their answers as streams, in an `async with` statement."""

    def __init__(self, resource: AsyncVectorStores) -> None:
        self._resource = resource
        self.list = async_streamed(resource.list)
        self.create = async_streamed(resource.create)
        self.retrieve = async_streamed(resource.retrieve)
        self.update = async_streamed(resource.update)
        self.delete = async_streamed(resource.delete)
        self.search = async_streamed(resource.search)

    @cached_property
    def files(self) -> AsyncVectorStoreFilesWithStreamingResponse:
        """Operations on `vector_stores.files`."""
        return AsyncVectorStoreFilesWithStreamingResponse(self._resource.files)

    @cached_property
    def file_batches(self) -> AsyncFileBatchesWithStreamingResponse:
        """Operations on `vector_stores.file_batches`."""
        return AsyncFileBatchesWithStreamingResponse(self._resource.file_batches)
