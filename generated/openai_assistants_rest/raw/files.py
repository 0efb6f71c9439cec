# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Operations on a client's `files` that give their answers undecoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openai_assistants_core import async_raw, async_streamed, raw, streamed

if TYPE_CHECKING:
    from ..resources.files import AsyncFiles, Files

__all__ = [
    "AsyncFilesWithRawResponse",
    "AsyncFilesWithStreamingResponse",
    "FilesWithRawResponse",
    "FilesWithStreamingResponse",
]


class FilesWithRawResponse:
    """Operations on `files` that return their answers undecoded."""

    def __init__(self, resource: Files) -> None:
        self._resource = resource
        self.list = raw(resource.list)
        self.create = raw(resource.create)
        self.import_file = raw(resource.import_file)
        self.retrieve = raw(resource.retrieve)
        self.delete = raw(resource.delete)
        self.content = raw(resource.content)


class AsyncFilesWithRawResponse:
    """Operations on `files` that return their answers undecoded."""

    def __init__(self, resource: AsyncFiles) -> None:
        self._resource = resource
        self.list = async_raw(resource.list)
        self.create = async_raw(resource.create)
        self.import_file = async_raw(resource.import_file)
        self.retrieve = async_raw(resource.retrieve)
        self.delete = async_raw(resource.delete)
        self.content = async_raw(resource.content)


class FilesWithStreamingResponse:
    """Operations on `files` that open their answers as streams, in a `with` statement."""

    def __init__(self, resource: Files) -> None:
        self._resource = resource
        self.list = streamed(resource.list)
        self.create = streamed(resource.create)
        self.import_file = streamed(resource.import_file)
        self.retrieve = streamed(resource.retrieve)
        self.delete = streamed(resource.delete)
        self.content = streamed(resource.content)


class AsyncFilesWithStreamingResponse:
    """Operations on `files` that open their answers as streams, in an `async with` statement."""

    def __init__(self, resource: AsyncFiles) -> None:
        self._resource = resource
        self.list = async_streamed(resource.list)
        self.create = async_streamed(resource.create)
        self.import_file = async_streamed(resource.import_file)
        self.retrieve = async_streamed(resource.retrieve)
        self.delete = async_streamed(resource.delete)
        self.content = async_streamed(resource.content)
