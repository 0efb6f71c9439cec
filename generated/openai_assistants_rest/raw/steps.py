# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Operations on a client's `threads.runs.steps` that give their answers undecoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openai_assistants_core import async_raw, async_streamed, raw, streamed

if TYPE_CHECKING:
    from ..resources.steps import AsyncSteps, Steps

__all__ = [
    "AsyncStepsWithRawResponse",
    "AsyncStepsWithStreamingResponse",
    "StepsWithRawResponse",
    "StepsWithStreamingResponse",
]


class StepsWithRawResponse:
    """Operations on `threads.runs.steps` that return their answers undecoded."""

    def __init__(self, resource: Steps) -> None:
        self._resource = resource
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)


class AsyncStepsWithRawResponse:
    """Operations on `threads.runs.steps` that return their answers undecoded."""

    def __init__(self, resource: AsyncSteps) -> None:
        self._resource = resource
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)


class StepsWithStreamingResponse:
    """Operations on `threads.runs.steps` that open their answers as streams, in a `with` statement."""

    def __init__(self, resource: Steps) -> None:
        self._resource = resource
        self.list = streamed(resource.list)
        self.retrieve = streamed(resource.retrieve)


class AsyncStepsWithStreamingResponse:
    """Operations on `threads.runs.steps` that open their answers as streams, in an `async with` statement."""

    def __init__(self, resource: AsyncSteps) -> None:
        self._resource = resource
        self.list = async_streamed(resource.list)
        self.retrieve = async_streamed(resource.retrieve)
