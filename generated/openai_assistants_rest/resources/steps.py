# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Operations on a client's `threads.runs.steps`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from openai_assistants_core import (
    NOT_GIVEN,
    AsyncResource,
    CallOptions,
    NotGiven,
    SyncResource,
)

from .. import operations

if TYPE_CHECKING:
    from openai_assistants_core import AsyncPaginator, SyncPage

    from ..models import RunStep
    from ..params import RunStepIncludeParam, SortOrderParam

__all__ = [
    "AsyncSteps",
    "AsyncStepsWithRawResponse",
    "AsyncStepsWithStreamingResponse",
    "Steps",
    "StepsWithRawResponse",
    "StepsWithStreamingResponse",
]


class Steps(SyncResource):
    """Operations on `threads.runs.steps`."""

    @cached_property
    def with_raw_response(self) -> StepsWithRawResponse:
        """The same operations, that return their answers undecoded."""
        return StepsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> StepsWithStreamingResponse:
        """The same operations, that open their answers as streams."""
        return StepsWithStreamingResponse(self)

    def list(
        self,
        run_id: str,
        *,
        thread_id: str,
        after: str | NotGiven = NOT_GIVEN,
        before: str | NotGiven = NOT_GIVEN,
        include: Sequence[RunStepIncludeParam] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        order: SortOrderParam | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> SyncPage[RunStep]:
        """List the steps of a run.

        One page of steps, newest first unless asked otherwise.

        `GET /threads/{thread_id}/runs/{run_id}/steps`

        Args:
            run_id: Id of the run.
            thread_id: Id of the thread.
            after: Id of an object; the page starts behind it.
            before: Id of an object; the page ends ahead of it.
            include: Extra fields to put into the steps.
            limit: Most objects on the page, from 1 to 100; services take 20 when it is left out.
            order: Sort by time of creation, oldest first (asc) or newest first (desc).
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            A page of steps.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.LIST_RUN_STEPS.request(
            (
                thread_id,
                run_id,
            ),
            {
                "after": after,
                "before": before,
                "limit": limit,
                "order": order,
                "include": include,
            },
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._first_page(operations.LIST_RUN_STEPS, request)

    def retrieve(
        self,
        step_id: str,
        *,
        thread_id: str,
        run_id: str,
        include: Sequence[RunStepIncludeParam] | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> RunStep:
        """Retrieve a step of a run.

        Reads one step.

        `GET /threads/{thread_id}/runs/{run_id}/steps/{step_id}`

        Args:
            step_id: Id of the step.
            thread_id: Id of the thread.
            run_id: Id of the run.
            include: Extra fields to put into the steps.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The step.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_RUN_STEP.request(
            (
                thread_id,
                run_id,
                step_id,
            ),
            {
                "include": include,
            },
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.GET_RUN_STEP, request)


class AsyncSteps(AsyncResource):
    """Operations on `threads.runs.steps`, asynchronous."""

    @cached_property
    def with_raw_response(self) -> AsyncStepsWithRawResponse:
        """The same operations, that return their answers undecoded."""
        return AsyncStepsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncStepsWithStreamingResponse:
        """The same operations, that open their answers as streams."""
        return AsyncStepsWithStreamingResponse(self)

    def list(
        self,
        run_id: str,
        *,
        thread_id: str,
        after: str | NotGiven = NOT_GIVEN,
        before: str | NotGiven = NOT_GIVEN,
        include: Sequence[RunStepIncludeParam] | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        order: SortOrderParam | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[RunStep]:
        """List the steps of a run.

        One page of steps, newest first unless asked otherwise.

        `GET /threads/{thread_id}/runs/{run_id}/steps`

        Args:
            run_id: Id of the run.
            thread_id: Id of the thread.
            after: Id of an object; the page starts behind it.
            before: Id of an object; the page ends ahead of it.
            include: Extra fields to put into the steps.
            limit: Most objects on the page, from 1 to 100; services take 20 when it is left out.
            order: Sort by time of creation, oldest first (asc) or newest first (desc).
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            A page of steps. Await it for the first page, or iterate over all of them.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.LIST_RUN_STEPS.request(
            (
                thread_id,
                run_id,
            ),
            {
                "after": after,
                "before": before,
                "limit": limit,
                "order": order,
                "include": include,
            },
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._paginator(operations.LIST_RUN_STEPS, request)

    async def retrieve(
        self,
        step_id: str,
        *,
        thread_id: str,
        run_id: str,
        include: Sequence[RunStepIncludeParam] | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> RunStep:
        """Retrieve a step of a run.

        Reads one step.

        `GET /threads/{thread_id}/runs/{run_id}/steps/{step_id}`

        Args:
            step_id: Id of the step.
            thread_id: Id of the thread.
            run_id: Id of the run.
            include: Extra fields to put into the steps.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The step.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_RUN_STEP.request(
            (
                thread_id,
                run_id,
                step_id,
            ),
            {
                "include": include,
            },
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.GET_RUN_STEP, request)


class StepsWithRawResponse:
    """Operations on `threads.runs.steps` that return their answers undecoded."""

    def __init__(self, resource: Steps) -> None:
        from openai_assistants_core import raw

        self._resource = resource
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)


class AsyncStepsWithRawResponse:
    """Operations on `threads.runs.steps` that return their answers undecoded."""

    def __init__(self, resource: AsyncSteps) -> None:
        from openai_assistants_core import async_raw

        self._resource = resource
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)


class StepsWithStreamingResponse:
    """Operations on `threads.runs.steps` that open their answers as streams, in a `with` statement."""

    def __init__(self, resource: Steps) -> None:
        from openai_assistants_core import streamed

        self._resource = resource
        self.list = streamed(resource.list)
        self.retrieve = streamed(resource.retrieve)


class AsyncStepsWithStreamingResponse:
    """Operations on `threads.runs.steps` that open their answers as streams, in an `async with` statement."""

    def __init__(self, resource: AsyncSteps) -> None:
        from openai_assistants_core import async_streamed

        self._resource = resource
        self.list = async_streamed(resource.list)
        self.retrieve = async_streamed(resource.retrieve)
