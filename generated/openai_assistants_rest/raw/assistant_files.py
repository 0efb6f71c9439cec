# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Operations on a client's `assistants.files` that give their answers undecoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openai_assistants_core import async_raw, async_streamed, raw, streamed

if TYPE_CHECKING:
    from ..resources.assistant_files import AssistantFiles, AsyncAssistantFiles

__all__ = [
    "AsyncAssistantFilesWithRawResponse",
    "AsyncAssistantFilesWithStreamingResponse",
    "AssistantFilesWithRawResponse",
    "AssistantFilesWithStreamingResponse",
]


class AssistantFilesWithRawResponse:
    """Operations on `assistants.files` that return their answers undecoded."""

    def __init__(self, resource: AssistantFiles) -> None:
        self._resource = resource
        self.list = raw(resource.list)
        self.create = raw(resource.create)
        self.retrieve = raw(resource.retrieve)
        self.delete = raw(resource.delete)


class AsyncAssistantFilesWithRawResponse:
    """Operations on `assistants.files` that return their answers undecoded."""

    def __init__(self, resource: AsyncAssistantFiles) -> None:
        self._resource = resource
        self.list = async_raw(resource.list)
        self.create = async_raw(resource.create)
        self.retrieve = async_raw(resource.retrieve)
        self.delete = async_raw(resource.delete)


class AssistantFilesWithStreamingResponse:
    """Operations on `assistants.files` that open their answers as streams, in a `with` statement."""

    def __init__(self, resource: AssistantFiles) -> None:
        self._resource = resource
        self.list = streamed(resource.list)
        self.create = streamed(resource.create)
        self.retrieve = streamed(resource.retrieve)
        self.delete = streamed(resource.delete)


class AsyncAssistantFilesWithStreamingResponse:
    """Operations on `assistants.files` that open their answers as streams, in an `async with` statement."""

    def __init__(self, resource: AsyncAssistantFiles) -> None:
        self._resource = resource
        self.list = async_streamed(resource.list)
        self.create = async_streamed(resource.create)
        self.retrieve = async_streamed(resource.retrieve)
        self.delete = async_streamed(resource.delete)
