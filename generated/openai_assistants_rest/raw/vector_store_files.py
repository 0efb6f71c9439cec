# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Operations on a client's `vector_stores.files` that give their answers undecoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openai_assistants_core import async_raw, async_streamed, raw, streamed

if TYPE_CHECKING:
    from ..resources.vector_store_files import AsyncVectorStoreFiles, VectorStoreFiles

__all__ = [
    "AsyncVectorStoreFilesWithRawResponse",
    "AsyncVectorStoreFilesWithStreamingResponse",
    "VectorStoreFilesWithRawResponse",
    "VectorStoreFilesWithStreamingResponse",
]


class VectorStoreFilesWithRawResponse:
    """Operations on `vector_stores.files` that return their answers undecoded."""

    def __init__(self, resource: VectorStoreFiles) -> None:
        self._resource = resource
        self.list = raw(resource.list)
        self.create = raw(resource.create)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)
        self.delete = raw(resource.delete)
        self.content = raw(resource.content)


class AsyncVectorStoreFilesWithRawResponse:
    """Operations on `vector_stores.files` that return their answers undecoded."""

    def __init__(self, resource: AsyncVectorStoreFiles) -> None:
        self._resource = resource
        self.list = async_raw(resource.list)
        self.create = async_raw(resource.create)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
        self.delete = async_raw(resource.delete)
        self.content = async_raw(resource.content)


class VectorStoreFilesWithStreamingResponse:
    """Operations on `vector_stores.files` that open their answers as streams, in a `with` statement."""

    def __init__(self, resource: VectorStoreFiles) -> None:
        self._resource = resource
        self.list = streamed(resource.list)
        self.create = streamed(resource.create)
        self.retrieve = streamed(resource.retrieve)
        self.update = streamed(resource.update)
        self.delete = streamed(resource.delete)
        self.content = streamed(resource.content)


class AsyncVectorStoreFilesWithStreamingResponse:
    """Operations on `vector_stores.files` that open their answers as streams, in an `async with` statement."""

    def __init__(self, resource: AsyncVectorStoreFiles) -> None:
        self._resource = resource
        self.list = async_streamed(resource.list)
        self.create = async_streamed(resource.create)
        self.retrieve = async_streamed(resource.retrieve)
        self.update = async_streamed(resource.update)
        self.delete = async_streamed(resource.delete)
        self.content = async_streamed(resource.content)
