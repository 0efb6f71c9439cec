# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Operations on a client's `threads.runs` that give their answers undecoded."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from openai_assistants_core import async_raw, async_streamed, raw, streamed

from .steps import (
    AsyncStepsWithRawResponse,
    AsyncStepsWithStreamingResponse,
    StepsWithRawResponse,
    StepsWithStreamingResponse,
)

if TYPE_CHECKING:
    from ..resources.runs import AsyncRuns, Runs

__all__ = [
    "AsyncRunsWithRawResponse",
    "AsyncRunsWithStreamingResponse",
    "RunsWithRawResponse",
    "RunsWithStreamingResponse",
]


class RunsWithRawResponse:
    """Operations on `threads.runs` that return their answers undecoded."""

    def __init__(self, resource: Runs) -> None:
        self._resource = resource
        self.list = raw(resource.list)
        self.create = raw(resource.create)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)
        self.cancel = raw(resource.cancel)
        self.submit_tool_outputs = raw(resource.submit_tool_outputs)

    @cached_property
    def steps(self) -> StepsWithRawResponse:
        """Operations on `threads.runs.steps`."""
        return StepsWithRawResponse(self._resource.steps)


class AsyncRunsWithRawResponse:
    """Operations on `threads.runs` that return their answers undecoded."""

    def __init__(self, resource: AsyncRuns) -> None:
        self._resource = resource
        self.list = async_raw(resource.list)
        self.create = async_raw(resource.create)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
        self.cancel = async_raw(resource.cancel)
        self.submit_tool_outputs = async_raw(resource.submit_tool_outputs)

    @cached_property
    def steps(self) -> AsyncStepsWithRawResponse:
        """Operations on `threads.runs.steps`."""
        return AsyncStepsWithRawResponse(self._resource.steps)


class RunsWithStreamingResponse:
    """Operations on `threads.runs` that open their answers as streams, in a `with` statement."""

    def __init__(self, resource: Runs) -> None:
        self._resource = resource
        self.list = streamed(resource.list)
        self.create = streamed(resource.create)
        self.retrieve = streamed(resource.retrieve)
        self.update = streamed(resource.update)
        self.cancel = streamed(resource.cancel)
        self.submit_tool_outputs = streamed(resource.submit_tool_outputs)

    @cached_property
    def steps(self) -> StepsWithStreamingResponse:
        """Operations on `threads.runs.steps`."""
        return StepsWithStreamingResponse(self._resource.steps)


class AsyncRunsWithStreamingResponse:
    """Operations on `threads.runs` that open their answers as streams, in an `async with` statement."""

    def __init__(self, resource: AsyncRuns) -> None:
        self._resource = resource
        self.list = async_streamed(resource.list)
        self.create = async_streamed(resource.create)
        self.retrieve = async_streamed(resource.retrieve)
        self.update = async_streamed(resource.update)
        self.cancel = async_streamed(resource.cancel)
        self.submit_tool_outputs = async_streamed(resource.submit_tool_outputs)

    @cached_property
    def steps(self) -> AsyncStepsWithStreamingResponse:
        """Operations on `threads.runs.steps`."""
        return AsyncStepsWithStreamingResponse(self._resource.steps)
