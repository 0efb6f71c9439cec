# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Operations on a client's `threads` that give their answers undecoded."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from openai_assistants_core import async_raw, async_streamed, raw, streamed

from .messages import (
    AsyncMessagesWithRawResponse,
    AsyncMessagesWithStreamingResponse,
    MessagesWithRawResponse,
    MessagesWithStreamingResponse,
)
from .runs import (
    AsyncRunsWithRawResponse,
    AsyncRunsWithStreamingResponse,
    RunsWithRawResponse,
    RunsWithStreamingResponse,
)

if TYPE_CHECKING:
    from ..resources.threads import AsyncThreads, Threads

__all__ = [
    "AsyncThreadsWithRawResponse",
    "AsyncThreadsWithStreamingResponse",
    "ThreadsWithRawResponse",
    "ThreadsWithStreamingResponse",
]


class ThreadsWithRawResponse:
    """Operations on `threads` that return their answers undecoded."""

    def __init__(self, resource: Threads) -> None:
        self._resource = resource
        self.list = raw(resource.list)
        self.create = raw(resource.create)
        self.create_and_run = raw(resource.create_and_run)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)
        self.delete = raw(resource.delete)

    @cached_property
    def messages(self) -> MessagesWithRawResponse:
        """Operations on `threads.messages`."""
        return MessagesWithRawResponse(self._resource.messages)

    @cached_property
    def runs(self) -> RunsWithRawResponse:
        """Operations on `threads.runs`."""
        return RunsWithRawResponse(self._resource.runs)


class AsyncThreadsWithRawResponse:
    """Operations on `threads` that return their answers undecoded."""

    def __init__(self, resource: AsyncThreads) -> None:
        self._resource = resource
        self.list = async_raw(resource.list)
        self.create = async_raw(resource.create)
        self.create_and_run = async_raw(resource.create_and_run)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
        self.delete = async_raw(resource.delete)

    @cached_property
    def messages(self) -> AsyncMessagesWithRawResponse:
        """Operations on `threads.messages`."""
        return AsyncMessagesWithRawResponse(self._resource.messages)

    @cached_property
    def runs(self) -> AsyncRunsWithRawResponse:
        """Operations on `threads.runs`."""
        return AsyncRunsWithRawResponse(self._resource.runs)


class ThreadsWithStreamingResponse:
    """Operations on `threads` that open their answers as streams, in a `with` statement."""

    def __init__(self, resource: Threads) -> None:
        self._resource = resource
        self.list = streamed(resource.list)
        self.create = streamed(resource.create)
        self.create_and_run = streamed(resource.create_and_run)
        self.retrieve = streamed(resource.retrieve)
        self.update = streamed(resource.update)
        self.delete = streamed(resource.delete)

    @cached_property
    def messages(self) -> MessagesWithStreamingResponse:
        """Operations on `threads.messages`."""
        return MessagesWithStreamingResponse(self._resource.messages)

    @cached_property
    def runs(self) -> RunsWithStreamingResponse:
        """Operations on `threads.runs`."""
        return RunsWithStreamingResponse(self._resource.runs)


class AsyncThreadsWithStreamingResponse:
    """Operations on `threads` that open their answers as streams, in an `async with` statement."""

    def __init__(self, resource: AsyncThreads) -> None:
        self._resource = resource
        self.list = async_streamed(resource.list)
        self.create = async_streamed(resource.create)
        self.create_and_run = async_streamed(resource.create_and_run)
        self.retrieve = async_streamed(resource.retrieve)
        self.update = async_streamed(resource.update)
        self.delete = async_streamed(resource.delete)

    @cached_property
    def messages(self) -> AsyncMessagesWithStreamingResponse:
        """Operations on `threads.messages`."""
        return AsyncMessagesWithStreamingResponse(self._resource.messages)

    @cached_property
    def runs(self) -> AsyncRunsWithStreamingResponse:
        """Operations on `threads.runs`."""
        return AsyncRunsWithStreamingResponse(self._resource.runs)
