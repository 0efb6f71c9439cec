# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Operations on a client's `assistants` that give their answers undecoded."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from openai_assistants_core import async_raw, async_streamed, raw, streamed

from .assistant_files import (
    AssistantFilesWithRawResponse,
    AssistantFilesWithStreamingResponse,
    AsyncAssistantFilesWithRawResponse,
    AsyncAssistantFilesWithStreamingResponse,
)

if TYPE_CHECKING:
    from ..resources.assistants import Assistants, AsyncAssistants

__all__ = [
    "AsyncAssistantsWithRawResponse",
    "AsyncAssistantsWithStreamingResponse",
    "AssistantsWithRawResponse",
    "AssistantsWithStreamingResponse",
]


class AssistantsWithRawResponse:
    """Operations on `assistants` that return their answers undecoded."""

    def __init__(self, resource: Assistants) -> None:
        self._resource = resource
        self.list = raw(resource.list)
        self.create = raw(resource.create)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)
        self.delete = raw(resource.delete)

    @cached_property
    def files(self) -> AssistantFilesWithRawResponse:
        """Operations on `assistants.files`."""
        return AssistantFilesWithRawResponse(self._resource.files)


class AsyncAssistantsWithRawResponse:
    """Operations on `assistants` that return their answers undecoded."""

    def __init__(self, resource: AsyncAssistants) -> None:
        self._resource = resource
        self.list = async_raw(resource.list)
        self.create = async_raw(resource.create)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
        self.delete = async_raw(resource.delete)

    @cached_property
    def files(self) -> AsyncAssistantFilesWithRawResponse:
        """Operations on `assistants.files`."""
        return AsyncAssistantFilesWithRawResponse(self._resource.files)


class AssistantsWithStreamingResponse:
    """Operations on `assistants` that open their answers as streams, in a `with` statement."""

    def __init__(self, resource: Assistants) -> None:
        self._resource = resource
        self.list = streamed(resource.list)
        self.create = streamed(resource.create)
        self.retrieve = streamed(resource.retrieve)
        self.update = streamed(resource.update)
        self.delete = streamed(resource.delete)

    @cached_property
    def files(self) -> AssistantFilesWithStreamingResponse:
        """Operations on `assistants.files`."""
        return AssistantFilesWithStreamingResponse(self._resource.files)


class AsyncAssistantsWithStreamingResponse:
    """Operations on `assistants` that open their answers as streams, in an `async with` statement."""

    def __init__(self, resource: AsyncAssistants) -> None:
        self._resource = resource
        self.list = async_streamed(resource.list)
        self.create = async_streamed(resource.create)
        self.retrieve = async_streamed(resource.retrieve)
        self.update = async_streamed(resource.update)
        self.delete = async_streamed(resource.delete)

    @cached_property
    def files(self) -> AsyncAssistantFilesWithStreamingResponse:
        """Operations on `assistants.files`."""
        return AsyncAssistantFilesWithStreamingResponse(self._resource.files)
