# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Operations on a client's `threads.runs`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, overload

from openai_assistants_core import (
    NOT_GIVEN,
    AsyncResource,
    CallOptions,
    NotGiven,
    SyncResource,
)

from .. import operations

if TYPE_CHECKING:
    from openai_assistants_core import AsyncPaginator, AsyncStream, Stream, SyncPage

    from ..events import AssistantStreamEvent
    from ..models import Run, TruncationStrategy
    from ..params import (
        AssistantModelParam,
        AssistantResponseFormatOptionParam,
        AssistantToolChoiceOptionParam,
        AssistantToolParam,
        MessageCreateRequest,
        MetadataParam,
        ReasoningEffortParam,
        RunStepIncludeParam,
        SortOrderParam,
        ToolOutputParam,
        ToolResourcesUpdateParam,
        TruncationStrategyParam,
    )
    from .steps import (
        AsyncSteps,
        AsyncStepsWithRawResponse,
        AsyncStepsWithStreamingResponse,
        Steps,
        StepsWithRawResponse,
        StepsWithStreamingResponse,
    )

__all__ = [
    "AsyncRuns",
    "AsyncRunsWithRawResponse",
    "AsyncRunsWithStreamingResponse",
    "Runs",
    "RunsWithRawResponse",
    "RunsWithStreamingResponse",
]


class Runs(SyncResource):
    """Operations on `threads.runs`."""

    @cached_property
    def with_raw_response(self) -> RunsWithRawResponse:
        """The same operations, that return their answers undecoded."""
        return RunsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> RunsWithStreamingResponse:
        """The same operations, that open their answers as streams."""
        return RunsWithStreamingResponse(self)

    @cached_property
    def steps(self) -> Steps:
        """Operations on `threads.runs.steps`."""
        from .steps import Steps

        return Steps(self._transport)

    def list(
        self,
        thread_id: str,
        *,
        after: str | NotGiven = NOT_GIVEN,
        before: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        order: SortOrderParam | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> SyncPage[Run]:
        """List the runs of a thread.

        One page of runs, newest first unless asked otherwise.

        `GET /threads/{thread_id}/runs`

        Args:
            thread_id: Id of the thread.
            after: Id of an object; the page starts behind it.
            before: Id of an object; the page ends ahead of it.
            limit: Most objects on the page, from 1 to 100; services take 20 when it is left out.
            order: Sort by time of creation, oldest first (asc) or newest first (desc).
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            A page of runs.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.LIST_RUNS.request(
            (thread_id,),
            {
                "after": after,
                "before": before,
                "limit": limit,
                "order": order,
            },
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._first_page(operations.LIST_RUNS, request)

    @overload
    def create(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[RunStepIncludeParam] | NotGiven = NOT_GIVEN,
        additional_instructions: str | None | NotGiven = NOT_GIVEN,
        additional_messages: Sequence[MessageCreateRequest] | None | NotGiven = NOT_GIVEN,
        instructions: str | None | NotGiven = NOT_GIVEN,
        max_completion_tokens: int | None | NotGiven = NOT_GIVEN,
        max_prompt_tokens: int | None | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        model: AssistantModelParam | None | NotGiven = NOT_GIVEN,
        parallel_tool_calls: bool | NotGiven = NOT_GIVEN,
        reasoning_effort: ReasoningEffortParam | None | NotGiven = NOT_GIVEN,
        response_format: AssistantResponseFormatOptionParam | None | NotGiven = NOT_GIVEN,
        stream: Literal[False] | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        tool_choice: AssistantToolChoiceOptionParam | None | NotGiven = NOT_GIVEN,
        tool_resources: ToolResourcesUpdateParam | None | NotGiven = NOT_GIVEN,
        tools: Sequence[AssistantToolParam] | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        truncation_strategy: TruncationStrategyParam
        | TruncationStrategy
        | None
        | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Run: ...

    @overload
    def create(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[RunStepIncludeParam] | NotGiven = NOT_GIVEN,
        additional_instructions: str | None | NotGiven = NOT_GIVEN,
        additional_messages: Sequence[MessageCreateRequest] | None | NotGiven = NOT_GIVEN,
        instructions: str | None | NotGiven = NOT_GIVEN,
        max_completion_tokens: int | None | NotGiven = NOT_GIVEN,
        max_prompt_tokens: int | None | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        model: AssistantModelParam | None | NotGiven = NOT_GIVEN,
        parallel_tool_calls: bool | NotGiven = NOT_GIVEN,
        reasoning_effort: ReasoningEffortParam | None | NotGiven = NOT_GIVEN,
        response_format: AssistantResponseFormatOptionParam | None | NotGiven = NOT_GIVEN,
        stream: Literal[True],
        temperature: float | None | NotGiven = NOT_GIVEN,
        tool_choice: AssistantToolChoiceOptionParam | None | NotGiven = NOT_GIVEN,
        tool_resources: ToolResourcesUpdateParam | None | NotGiven = NOT_GIVEN,
        tools: Sequence[AssistantToolParam] | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        truncation_strategy: TruncationStrategyParam
        | TruncationStrategy
        | None
        | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Stream[AssistantStreamEvent]: ...

    @overload
    def create(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[RunStepIncludeParam] | NotGiven = NOT_GIVEN,
        additional_instructions: str | None | NotGiven = NOT_GIVEN,
        additional_messages: Sequence[MessageCreateRequest] | None | NotGiven = NOT_GIVEN,
        instructions: str | None | NotGiven = NOT_GIVEN,
        max_completion_tokens: int | None | NotGiven = NOT_GIVEN,
        max_prompt_tokens: int | None | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        model: AssistantModelParam | None | NotGiven = NOT_GIVEN,
        parallel_tool_calls: bool | NotGiven = NOT_GIVEN,
        reasoning_effort: ReasoningEffortParam | None | NotGiven = NOT_GIVEN,
        response_format: AssistantResponseFormatOptionParam | None | NotGiven = NOT_GIVEN,
        stream: bool,
        temperature: float | None | NotGiven = NOT_GIVEN,
        tool_choice: AssistantToolChoiceOptionParam | None | NotGiven = NOT_GIVEN,
        tool_resources: ToolResourcesUpdateParam | None | NotGiven = NOT_GIVEN,
        tools: Sequence[AssistantToolParam] | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        truncation_strategy: TruncationStrategyParam
        | TruncationStrategy
        | None
        | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Run | Stream[AssistantStreamEvent]: ...

    def create(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[RunStepIncludeParam] | NotGiven = NOT_GIVEN,
        additional_instructions: str | None | NotGiven = NOT_GIVEN,
        additional_messages: Sequence[MessageCreateRequest] | None | NotGiven = NOT_GIVEN,
        instructions: str | None | NotGiven = NOT_GIVEN,
        max_completion_tokens: int | None | NotGiven = NOT_GIVEN,
        max_prompt_tokens: int | None | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        model: AssistantModelParam | None | NotGiven = NOT_GIVEN,
        parallel_tool_calls: bool | NotGiven = NOT_GIVEN,
        reasoning_effort: ReasoningEffortParam | None | NotGiven = NOT_GIVEN,
        response_format: AssistantResponseFormatOptionParam | None | NotGiven = NOT_GIVEN,
        stream: bool | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        tool_choice: AssistantToolChoiceOptionParam | None | NotGiven = NOT_GIVEN,
        tool_resources: ToolResourcesUpdateParam | None | NotGiven = NOT_GIVEN,
        tools: Sequence[AssistantToolParam] | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        truncation_strategy: TruncationStrategyParam
        | TruncationStrategy
        | None
        | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Run | Stream[AssistantStreamEvent]:
        """Start a run.

        Puts an assistant to work on a thread; what is given here overrides the assistant.

        `POST /threads/{thread_id}/runs`

        Args:
            thread_id: Id of the thread.
            assistant_id: Id of the assistant to put to work.
            include: Extra fields to put into the steps.
            additional_instructions: Text to add to the instructions.
            additional_messages: Messages to add to the thread first.
            instructions: Other instructions than the assistant's.
            max_completion_tokens: Most tokens it may write; beyond that it ends incomplete.
            max_prompt_tokens: Most tokens it may read, at least 256; beyond that it ends
                incomplete.
            metadata: Notes to keep with it.
            model: Another model than the assistant's.
            parallel_tool_calls: Whether it may call several functions at once; true when left out.
            reasoning_effort: How much a reasoning model thinks.
            response_format: Form of its answers.
            stream: Whether to answer with a stream of events.
            temperature: Randomness of the sampling, from 0 to 2.
            tool_choice: Which tool it has to use.
            tool_resources: Foundry; what its tools may work with.
            tools: Other tools than the assistant's, at most 20.
            top_p: Share of the likeliest tokens that are sampled, from 0 to 1.
            truncation_strategy: How much of the thread it reads.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The new run. With `stream=True`, the events of the run, as they come.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            ConflictError: Another request is changing the same object.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.CREATE_RUN.request(
            (thread_id,),
            {
                "include": include,
            },
            {
                "assistant_id": assistant_id,
                "model": model,
                "instructions": instructions,
                "additional_instructions": additional_instructions,
                "additional_messages": additional_messages,
                "tools": tools,
                "tool_resources": tool_resources,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
                "stream": stream,
                "max_prompt_tokens": max_prompt_tokens,
                "max_completion_tokens": max_completion_tokens,
                "truncation_strategy": truncation_strategy,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "response_format": response_format,
                "reasoning_effort": reasoning_effort,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.CREATE_RUN, request)

    def retrieve(
        self,
        run_id: str,
        *,
        thread_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Run:
        """Retrieve a run.

        Reads one run; ask again until its status is final.

        `GET /threads/{thread_id}/runs/{run_id}`

        Args:
            run_id: Id of the run.
            thread_id: Id of the thread.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The run.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_RUN.request(
            (
                thread_id,
                run_id,
            ),
            {},
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.GET_RUN, request)

    def update(
        self,
        run_id: str,
        *,
        thread_id: str,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Run:
        """Update a run.

        Changes the metadata of a run that has ended.

        `POST /threads/{thread_id}/runs/{run_id}`

        Args:
            run_id: Id of the run.
            thread_id: Id of the thread.
            metadata: Notes to keep with it.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The changed run.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            ConflictError: Another request is changing the same object.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.UPDATE_RUN.request(
            (
                thread_id,
                run_id,
            ),
            {},
            {
                "metadata": metadata,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.UPDATE_RUN, request)

    def cancel(
        self,
        run_id: str,
        *,
        thread_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Run:
        """Cancel a run.

        Asks an active run to stop; its status is cancelling until it has.

        `POST /threads/{thread_id}/runs/{run_id}/cancel`

        Args:
            run_id: Id of the run.
            thread_id: Id of the thread.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The run.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            ConflictError: Another request is changing the same object.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.CANCEL_RUN.request(
            (
                thread_id,
                run_id,
            ),
            {},
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.CANCEL_RUN, request)

    @overload
    def submit_tool_outputs(
        self,
        run_id: str,
        *,
        thread_id: str,
        tool_outputs: Sequence[ToolOutputParam],
        stream: Literal[False] | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Run: ...

    @overload
    def submit_tool_outputs(
        self,
        run_id: str,
        *,
        thread_id: str,
        tool_outputs: Sequence[ToolOutputParam],
        stream: Literal[True],
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Stream[AssistantStreamEvent]: ...

    @overload
    def submit_tool_outputs(
        self,
        run_id: str,
        *,
        thread_id: str,
        tool_outputs: Sequence[ToolOutputParam],
        stream: bool,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Run | Stream[AssistantStreamEvent]: ...

    def submit_tool_outputs(
        self,
        run_id: str,
        *,
        thread_id: str,
        tool_outputs: Sequence[ToolOutputParam],
        stream: bool | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Run | Stream[AssistantStreamEvent]:
        """Submit tool outputs.

        Answers, in one request, every function call a run is waiting for.

        `POST /threads/{thread_id}/runs/{run_id}/submit_tool_outputs`

        Args:
            run_id: Id of the run.
            thread_id: Id of the thread.
            tool_outputs: One answer for every call the run is waiting for.
            stream: Whether to answer with a stream of events.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The run, which goes on. With `stream=True`, the events of the run, as they come.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            ConflictError: Another request is changing the same object.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.SUBMIT_TOOL_OUTPUTS.request(
            (
                thread_id,
                run_id,
            ),
            {},
            {
                "tool_outputs": tool_outputs,
                "stream": stream,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.SUBMIT_TOOL_OUTPUTS, request)


class AsyncRuns(AsyncResource):
    """Operations on `threads.runs`, asynchronous."""

    @cached_property
    def with_raw_response(self) -> AsyncRunsWithRawResponse:
        """The same operations, that return their answers undecoded."""
        return AsyncRunsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncRunsWithStreamingResponse:
        """The same operations, that open their answers as streams."""
        return AsyncRunsWithStreamingResponse(self)

    @cached_property
    def steps(self) -> AsyncSteps:
        """Operations on `threads.runs.steps`."""
        from .steps import AsyncSteps

        return AsyncSteps(self._transport)

    def list(
        self,
        thread_id: str,
        *,
        after: str | NotGiven = NOT_GIVEN,
        before: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        order: SortOrderParam | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[Run]:
        """List the runs of a thread.

        One page of runs, newest first unless asked otherwise.

        `GET /threads/{thread_id}/runs`

        Args:
            thread_id: Id of the thread.
            after: Id of an object; the page starts behind it.
            before: Id of an object; the page ends ahead of it.
            limit: Most objects on the page, from 1 to 100; services take 20 when it is left out.
            order: Sort by time of creation, oldest first (asc) or newest first (desc).
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            A page of runs. Await it for the first page, or iterate over all of them.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.LIST_RUNS.request(
            (thread_id,),
            {
                "after": after,
                "before": before,
                "limit": limit,
                "order": order,
            },
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._paginator(operations.LIST_RUNS, request)

    @overload
    async def create(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[RunStepIncludeParam] | NotGiven = NOT_GIVEN,
        additional_instructions: str | None | NotGiven = NOT_GIVEN,
        additional_messages: Sequence[MessageCreateRequest] | None | NotGiven = NOT_GIVEN,
        instructions: str | None | NotGiven = NOT_GIVEN,
        max_completion_tokens: int | None | NotGiven = NOT_GIVEN,
        max_prompt_tokens: int | None | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        model: AssistantModelParam | None | NotGiven = NOT_GIVEN,
        parallel_tool_calls: bool | NotGiven = NOT_GIVEN,
        reasoning_effort: ReasoningEffortParam | None | NotGiven = NOT_GIVEN,
        response_format: AssistantResponseFormatOptionParam | None | NotGiven = NOT_GIVEN,
        stream: Literal[False] | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        tool_choice: AssistantToolChoiceOptionParam | None | NotGiven = NOT_GIVEN,
        tool_resources: ToolResourcesUpdateParam | None | NotGiven = NOT_GIVEN,
        tools: Sequence[AssistantToolParam] | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        truncation_strategy: TruncationStrategyParam
        | TruncationStrategy
        | None
        | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Run: ...

    @overload
    async def create(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[RunStepIncludeParam] | NotGiven = NOT_GIVEN,
        additional_instructions: str | None | NotGiven = NOT_GIVEN,
        additional_messages: Sequence[MessageCreateRequest] | None | NotGiven = NOT_GIVEN,
        instructions: str | None | NotGiven = NOT_GIVEN,
        max_completion_tokens: int | None | NotGiven = NOT_GIVEN,
        max_prompt_tokens: int | None | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        model: AssistantModelParam | None | NotGiven = NOT_GIVEN,
        parallel_tool_calls: bool | NotGiven = NOT_GIVEN,
        reasoning_effort: ReasoningEffortParam | None | NotGiven = NOT_GIVEN,
        response_format: AssistantResponseFormatOptionParam | None | NotGiven = NOT_GIVEN,
        stream: Literal[True],
        temperature: float | None | NotGiven = NOT_GIVEN,
        tool_choice: AssistantToolChoiceOptionParam | None | NotGiven = NOT_GIVEN,
        tool_resources: ToolResourcesUpdateParam | None | NotGiven = NOT_GIVEN,
        tools: Sequence[AssistantToolParam] | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        truncation_strategy: TruncationStrategyParam
        | TruncationStrategy
        | None
        | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> AsyncStream[AssistantStreamEvent]: ...

    @overload
    async def create(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[RunStepIncludeParam] | NotGiven = NOT_GIVEN,
        additional_instructions: str | None | NotGiven = NOT_GIVEN,
        additional_messages: Sequence[MessageCreateRequest] | None | NotGiven = NOT_GIVEN,
        instructions: str | None | NotGiven = NOT_GIVEN,
        max_completion_tokens: int | None | NotGiven = NOT_GIVEN,
        max_prompt_tokens: int | None | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        model: AssistantModelParam | None | NotGiven = NOT_GIVEN,
        parallel_tool_calls: bool | NotGiven = NOT_GIVEN,
        reasoning_effort: ReasoningEffortParam | None | NotGiven = NOT_GIVEN,
        response_format: AssistantResponseFormatOptionParam | None | NotGiven = NOT_GIVEN,
        stream: bool,
        temperature: float | None | NotGiven = NOT_GIVEN,
        tool_choice: AssistantToolChoiceOptionParam | None | NotGiven = NOT_GIVEN,
        tool_resources: ToolResourcesUpdateParam | None | NotGiven = NOT_GIVEN,
        tools: Sequence[AssistantToolParam] | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        truncation_strategy: TruncationStrategyParam
        | TruncationStrategy
        | None
        | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Run | AsyncStream[AssistantStreamEvent]: ...

    async def create(
        self,
        thread_id: str,
        *,
        assistant_id: str,
        include: Sequence[RunStepIncludeParam] | NotGiven = NOT_GIVEN,
        additional_instructions: str | None | NotGiven = NOT_GIVEN,
        additional_messages: Sequence[MessageCreateRequest] | None | NotGiven = NOT_GIVEN,
        instructions: str | None | NotGiven = NOT_GIVEN,
        max_completion_tokens: int | None | NotGiven = NOT_GIVEN,
        max_prompt_tokens: int | None | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        model: AssistantModelParam | None | NotGiven = NOT_GIVEN,
        parallel_tool_calls: bool | NotGiven = NOT_GIVEN,
        reasoning_effort: ReasoningEffortParam | None | NotGiven = NOT_GIVEN,
        response_format: AssistantResponseFormatOptionParam | None | NotGiven = NOT_GIVEN,
        stream: bool | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        tool_choice: AssistantToolChoiceOptionParam | None | NotGiven = NOT_GIVEN,
        tool_resources: ToolResourcesUpdateParam | None | NotGiven = NOT_GIVEN,
        tools: Sequence[AssistantToolParam] | None | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        truncation_strategy: TruncationStrategyParam
        | TruncationStrategy
        | None
        | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Run | AsyncStream[AssistantStreamEvent]:
        """Start a run.

        Puts an assistant to work on a thread; what is given here overrides the assistant.

        `POST /threads/{thread_id}/runs`

        Args:
            thread_id: Id of the thread.
            assistant_id: Id of the assistant to put to work.
            include: Extra fields to put into the steps.
            additional_instructions: Text to add to the instructions.
            additional_messages: Messages to add to the thread first.
            instructions: Other instructions than the assistant's.
            max_completion_tokens: Most tokens it may write; beyond that it ends incomplete.
            max_prompt_tokens: Most tokens it may read, at least 256; beyond that it ends
                incomplete.
            metadata: Notes to keep with it.
            model: Another model than the assistant's.
            parallel_tool_calls: Whether it may call several functions at once; true when left out.
            reasoning_effort: How much a reasoning model thinks.
            response_format: Form of its answers.
            stream: Whether to answer with a stream of events.
            temperature: Randomness of the sampling, from 0 to 2.
            tool_choice: Which tool it has to use.
            tool_resources: Foundry; what its tools may work with.
            tools: Other tools than the assistant's, at most 20.
            top_p: Share of the likeliest tokens that are sampled, from 0 to 1.
            truncation_strategy: How much of the thread it reads.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The new run. With `stream=True`, the events of the run, as they come.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            ConflictError: Another request is changing the same object.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.CREATE_RUN.request(
            (thread_id,),
            {
                "include": include,
            },
            {
                "assistant_id": assistant_id,
                "model": model,
                "instructions": instructions,
                "additional_instructions": additional_instructions,
                "additional_messages": additional_messages,
                "tools": tools,
                "tool_resources": tool_resources,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
                "stream": stream,
                "max_prompt_tokens": max_prompt_tokens,
                "max_completion_tokens": max_completion_tokens,
                "truncation_strategy": truncation_strategy,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "response_format": response_format,
                "reasoning_effort": reasoning_effort,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.CREATE_RUN, request)

    async def retrieve(
        self,
        run_id: str,
        *,
        thread_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Run:
        """Retrieve a run.

        Reads one run; ask again until its status is final.

        `GET /threads/{thread_id}/runs/{run_id}`

        Args:
            run_id: Id of the run.
            thread_id: Id of the thread.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The run.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_RUN.request(
            (
                thread_id,
                run_id,
            ),
            {},
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.GET_RUN, request)

    async def update(
        self,
        run_id: str,
        *,
        thread_id: str,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Run:
        """Update a run.

        Changes the metadata of a run that has ended.

        `POST /threads/{thread_id}/runs/{run_id}`

        Args:
            run_id: Id of the run.
            thread_id: Id of the thread.
            metadata: Notes to keep with it.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The changed run.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            ConflictError: Another request is changing the same object.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.UPDATE_RUN.request(
            (
                thread_id,
                run_id,
            ),
            {},
            {
                "metadata": metadata,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.UPDATE_RUN, request)

    async def cancel(
        self,
        run_id: str,
        *,
        thread_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Run:
        """Cancel a run.

        Asks an active run to stop; its status is cancelling until it has.

        `POST /threads/{thread_id}/runs/{run_id}/cancel`

        Args:
            run_id: Id of the run.
            thread_id: Id of the thread.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The run.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            ConflictError: Another request is changing the same object.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.CANCEL_RUN.request(
            (
                thread_id,
                run_id,
            ),
            {},
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.CANCEL_RUN, request)

    @overload
    async def submit_tool_outputs(
        self,
        run_id: str,
        *,
        thread_id: str,
        tool_outputs: Sequence[ToolOutputParam],
        stream: Literal[False] | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Run: ...

    @overload
    async def submit_tool_outputs(
        self,
        run_id: str,
        *,
        thread_id: str,
        tool_outputs: Sequence[ToolOutputParam],
        stream: Literal[True],
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> AsyncStream[AssistantStreamEvent]: ...

    @overload
    async def submit_tool_outputs(
        self,
        run_id: str,
        *,
        thread_id: str,
        tool_outputs: Sequence[ToolOutputParam],
        stream: bool,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Run | AsyncStream[AssistantStreamEvent]: ...

    async def submit_tool_outputs(
        self,
        run_id: str,
        *,
        thread_id: str,
        tool_outputs: Sequence[ToolOutputParam],
        stream: bool | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Run | AsyncStream[AssistantStreamEvent]:
        """Submit tool outputs.

        Answers, in one request, every function call a run is waiting for.

        `POST /threads/{thread_id}/runs/{run_id}/submit_tool_outputs`

        Args:
            run_id: Id of the run.
            thread_id: Id of the thread.
            tool_outputs: One answer for every call the run is waiting for.
            stream: Whether to answer with a stream of events.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The run, which goes on. With `stream=True`, the events of the run, as they come.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            ConflictError: Another request is changing the same object.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.SUBMIT_TOOL_OUTPUTS.request(
            (
                thread_id,
                run_id,
            ),
            {},
            {
                "tool_outputs": tool_outputs,
                "stream": stream,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.SUBMIT_TOOL_OUTPUTS, request)


class RunsWithRawResponse:
    """Operations on `threads.runs` that return their answers undecoded."""

    def __init__(self, resource: Runs) -> None:
        from openai_assistants_core import raw

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
        return self._resource.steps.with_raw_response


class AsyncRunsWithRawResponse:
    """Operations on `threads.runs` that return their answers undecoded."""

    def __init__(self, resource: AsyncRuns) -> None:
        from openai_assistants_core import async_raw

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
        return self._resource.steps.with_raw_response


class RunsWithStreamingResponse:
    """Operations on `threads.runs` that open their answers as streams, in a `with` statement."""

    def __init__(self, resource: Runs) -> None:
        from openai_assistants_core import streamed

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
        return self._resource.steps.with_streaming_response


class AsyncRunsWithStreamingResponse:
    """Operations on `threads.runs` that open their answers as streams, in an `async with` statement."""

    def __init__(self, resource: AsyncRuns) -> None:
        from openai_assistants_core import async_streamed

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
        return self._resource.steps.with_streaming_response
