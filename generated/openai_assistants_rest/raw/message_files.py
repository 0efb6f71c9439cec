# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Operations on a client's `threads.messages.files` that give their answers undecoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openai_assistants_core import async_raw, async_streamed, raw, streamed

if TYPE_CHECKING:
    from ..resources.message_files import AsyncMessageFiles, MessageFiles

__all__ = [
    "AsyncMessageFilesWithRawResponse",
    "AsyncMessageFilesWithStreamingResponse",
    "MessageFilesWithRawResponse",
    "MessageFilesWithStreamingResponse",
]


class MessageFilesWithRawResponse:
    """Operations on `threads.messages.files` that return their answers undecoded."""

    def __init__(self, resource: MessageFiles) -> None:
        self._resource = resource
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)


class AsyncMessageFilesWithRawResponse:
    """Operations on `threads.messages.files` that return their answers undecoded."""

    def __init__(self, resource: AsyncMessageFiles) -> None:
        self._resource = resource
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)


class MessageFilesWithStreamingResponse:
    """Operations on `threads.messages.files` that open their answers as streams, in a `with` statement."""

    def __init__(self, resource: MessageFiles) -> None:
        self._resource = resource
        self.list = streamed(resource.list)
        self.retrieve = streamed(resource.retrieve)


class AsyncMessageFilesWithStreamingResponse:
    """Operations on `threads.messages.files` that open their answers as streams, in an `async with` statement."""

    def __init__(self, resource: AsyncMessageFiles) -> None:
        self._resource = resource
        self.list = async_streamed(resource.list)
        self.retrieve = async_streamed(resource.retrieve)
