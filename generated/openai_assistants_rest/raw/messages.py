# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Operations on a client's `threads.messages` that give their answers undecoded."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from openai_assistants_core import async_raw, async_streamed, raw, streamed

from .message_files import (
    AsyncMessageFilesWithRawResponse,
    AsyncMessageFilesWithStreamingResponse,
    MessageFilesWithRawResponse,
    MessageFilesWithStreamingResponse,
)

if TYPE_CHECKING:
    from ..resources.messages import AsyncMessages, Messages

__all__ = [
    "AsyncMessagesWithRawResponse",
    "AsyncMessagesWithStreamingResponse",
    "MessagesWithRawResponse",
    "MessagesWithStreamingResponse",
]


class MessagesWithRawResponse:
    """Operations on `threads.messages` that return their answers undecoded."""

    def __init__(self, resource: Messages) -> None:
        self._resource = resource
        self.list = raw(resource.list)
        self.create = raw(resource.create)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)
        self.delete = raw(resource.delete)

    @cached_property
    def files(self) -> MessageFilesWithRawResponse:
        """Operations on `threads.messages.files`."""
        return MessageFilesWithRawResponse(self._resource.files)


class AsyncMessagesWithRawResponse:
    """Operations on `threads.messages` that return their answers undecoded."""

    def __init__(self, resource: AsyncMessages) -> None:
        self._resource = resource
        self.list = async_raw(resource.list)
        self.create = async_raw(resource.create)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
        self.delete = async_raw(resource.delete)

    @cached_property
    def files(self) -> AsyncMessageFilesWithRawResponse:
        """Operations on `threads.messages.files`."""
        return AsyncMessageFilesWithRawResponse(self._resource.files)


class MessagesWithStreamingResponse:
    """Operations on `threads.messages` that open their answers as streams, in a `with` statement."""

    def __init__(self, resource: Messages) -> None:
        self._resource = resource
        self.list = streamed(resource.list)
        self.create = streamed(resource.create)
        self.retrieve = streamed(resource.retrieve)
        self.update = streamed(resource.update)
        self.delete = streamed(resource.delete)

    @cached_property
    def files(self) -> MessageFilesWithStreamingResponse:
        """Operations on `threads.messages.files`."""
        return MessageFilesWithStreamingResponse(self._resource.files)


class AsyncMessagesWithStreamingResponse:
    """Operations on `threads.messages` that open their answers as streams, in an `async with` statement."""

    def __init__(self, resource: AsyncMessages) -> None:
        self._resource = resource
        self.list = async_streamed(resource.list)
        self.create = async_streamed(resource.create)
        self.retrieve = async_streamed(resource.retrieve)
        self.update = async_streamed(resource.update)
        self.delete = async_streamed(resource.delete)

    @cached_property
    def files(self) -> AsyncMessageFilesWithStreamingResponse:
        """Operations on `threads.messages.files`."""
        return AsyncMessageFilesWithStreamingResponse(self._resource.files)
