# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Operations on a client's `vector_stores.file_batches` that give their answers undecoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openai_assistants_core import async_raw, async_streamed, raw, streamed

if TYPE_CHECKING:
    from ..resources.file_batches import AsyncFileBatches, FileBatches

__all__ = [
    "AsyncFileBatchesWithRawResponse",
    "AsyncFileBatchesWithStreamingResponse",
    "FileBatchesWithRawResponse",
    "FileBatchesWithStreamingResponse",
]


class FileBatchesWithRawResponse:
    """Operations on `vector_stores.file_batches` that return their answers undecoded."""

    def __init__(self, resource: FileBatches) -> None:
        self._resource = resource
        self.create = raw(resource.create)
        self.retrieve = raw(resource.retrieve)
        self.cancel = raw(resource.cancel)
        self.list_files = raw(resource.list_files)


class AsyncFileBatchesWithRawResponse:
    """Operations on `vector_stores.file_batches` that return their answers undecoded."""

    def __init__(self, resource: AsyncFileBatches) -> None:
        self._resource = resource
        self.create = async_raw(resource.create)
        self.retrieve = async_raw(resource.retrieve)
        self.cancel = async_raw(resource.cancel)
        self.list_files = async_raw(resource.list_files)


class FileBatchesWithStreamingResponse:
    """Operations on `vector_stores.file_batches` that open their answers as streams, in a `with` statement."""

    def __init__(self, resource: FileBatches) -> None:
        self._resource = resource
        self.create = streamed(resource.create)
        self.retrieve = streamed(resource.retrieve)
        self.cancel = streamed(resource.cancel)
        self.list_files = streamed(resource.list_files)


class AsyncFileBatchesWithStreamingResponse:
    """Operations on `vector_stores.file_batches` that open their answers as streams, in an `async with` statement."""

    def __init__(self, resource: AsyncFileBatches) -> None:
        self._resource = resource
        self.create = async_streamed(resource.create)
        self.retrieve = async_streamed(resource.retrieve)
        self.cancel = async_streamed(resource.cancel)
        self.list_files = async_streamed(resource.list_files)
