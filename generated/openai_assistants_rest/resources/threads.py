# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Operations on a client's `threads`."""

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
    from ..models import Run, Thread, ThreadDeleted, TruncationStrategy
    from ..params import (
        AssistantModelParam,
        AssistantResponseFormatOptionParam,
        AssistantToolChoiceOptionParam,
        AssistantToolParam,
        MessageCreateRequest,
        MetadataParam,
        SortOrderParam,
        StreamOptionsParam,
        ThreadCreateRequest,
        ToolResourcesCreateParam,
        ToolResourcesUpdateParam,
        TruncationStrategyParam,
    )
    from .messages import (
        AsyncMessages,
        AsyncMessagesWithRawResponse,
        AsyncMessagesWithStreamingResponse,
        Messages,
        MessagesWithRawResponse,
        MessagesWithStreamingResponse,
    )
    from .runs import (
        AsyncRuns,
        AsyncRunsWithRawResponse,
        AsyncRunsWithStreamingResponse,
        Runs,
        RunsWithRawResponse,
        RunsWithStreamingResponse,
    )

__all__ = [
    "AsyncThreads",
    "AsyncThreadsWithRawResponse",
    "AsyncThreadsWithStreamingResponse",
    "Threads",
    "ThreadsWithRawResponse",
    "ThreadsWithStreamingResponse",
]


class Threads(SyncResource):
    """Operations on `threads`."""

    @cached_property
    def with_raw_response(self) -> ThreadsWithRawResponse:
        """The same operations, that return their answers undecoded."""
        return ThreadsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ThreadsWithStreamingResponse:
        """The same operations, that open their answers as streams."""
        return ThreadsWithStreamingResponse(self)

    @cached_property
    def messages(self) -> Messages:
        """Operations on `threads.messages`."""
        from .messages import Messages

        return Messages(self._transport)

    @cached_property
    def runs(self) -> Runs:
        """Operations on `threads.runs`."""
        from .runs import Runs

        return Runs(self._transport)

    def list(
        self,
        *,
        after: str | NotGiven = NOT_GIVEN,
        before: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        order: SortOrderParam | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> SyncPage[Thread]:
        """List threads.

        One page of the threads of a project, newest first unless asked otherwise.

        `GET /threads`

        Args:
            after: Id of an object; the page starts behind it.
            before: Id of an object; the page ends ahead of it.
            limit: Most objects on the page, from 1 to 100; services take 20 when it is left out.
            order: Sort by time of creation, oldest first (asc) or newest first (desc).
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            A page of threads.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.LIST_THREADS.request(
            (),
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
        return self._first_page(operations.LIST_THREADS, request)

    def create(
        self,
        *,
        messages: Sequence[MessageCreateRequest] | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        tool_resources: ToolResourcesCreateParam | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Thread:
        """Create a thread.

        A thread holds the messages of one conversation; it can start with some.

        `POST /threads`

        Args:
            messages: Messages to start with.
            metadata: Notes to keep with it.
            tool_resources: What the tools may work with in this thread.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The new thread.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.CREATE_THREAD.request(
            (),
            {},
            {
                "messages": messages,
                "tool_resources": tool_resources,
                "metadata": metadata,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.CREATE_THREAD, request)

    @overload
    def create_and_run(
        self,
        *,
        assistant_id: str,
        instructions: str | None | NotGiven = NOT_GIVEN,
        max_completion_tokens: int | None | NotGiven = NOT_GIVEN,
        max_prompt_tokens: int | None | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        model: AssistantModelParam | None | NotGiven = NOT_GIVEN,
        parallel_tool_calls: bool | NotGiven = NOT_GIVEN,
        response_format: AssistantResponseFormatOptionParam | None | NotGiven = NOT_GIVEN,
        stream: Literal[False] | None | NotGiven = NOT_GIVEN,
        stream_options: StreamOptionsParam | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        thread: ThreadCreateRequest | NotGiven = NOT_GIVEN,
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
    def create_and_run(
        self,
        *,
        assistant_id: str,
        instructions: str | None | NotGiven = NOT_GIVEN,
        max_completion_tokens: int | None | NotGiven = NOT_GIVEN,
        max_prompt_tokens: int | None | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        model: AssistantModelParam | None | NotGiven = NOT_GIVEN,
        parallel_tool_calls: bool | NotGiven = NOT_GIVEN,
        response_format: AssistantResponseFormatOptionParam | None | NotGiven = NOT_GIVEN,
        stream: Literal[True],
        stream_options: StreamOptionsParam | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        thread: ThreadCreateRequest | NotGiven = NOT_GIVEN,
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
    def create_and_run(
        self,
        *,
        assistant_id: str,
        instructions: str | None | NotGiven = NOT_GIVEN,
        max_completion_tokens: int | None | NotGiven = NOT_GIVEN,
        max_prompt_tokens: int | None | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        model: AssistantModelParam | None | NotGiven = NOT_GIVEN,
        parallel_tool_calls: bool | NotGiven = NOT_GIVEN,
        response_format: AssistantResponseFormatOptionParam | None | NotGiven = NOT_GIVEN,
        stream: bool,
        stream_options: StreamOptionsParam | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        thread: ThreadCreateRequest | NotGiven = NOT_GIVEN,
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

    def create_and_run(
        self,
        *,
        assistant_id: str,
        instructions: str | None | NotGiven = NOT_GIVEN,
        max_completion_tokens: int | None | NotGiven = NOT_GIVEN,
        max_prompt_tokens: int | None | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        model: AssistantModelParam | None | NotGiven = NOT_GIVEN,
        parallel_tool_calls: bool | NotGiven = NOT_GIVEN,
        response_format: AssistantResponseFormatOptionParam | None | NotGiven = NOT_GIVEN,
        stream: bool | None | NotGiven = NOT_GIVEN,
        stream_options: StreamOptionsParam | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        thread: ThreadCreateRequest | NotGiven = NOT_GIVEN,
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
        """Create a thread and run it.

        Creates a thread and starts a run on it in one request.

        `POST /threads/runs`

        Args:
            assistant_id: Id of the assistant to put to work.
            instructions: Other instructions than the assistant's.
            max_completion_tokens: Most tokens it may write; beyond that it ends incomplete.
            max_prompt_tokens: Most tokens it may read, at least 256; beyond that it ends
                incomplete.
            metadata: Notes to keep with the run.
            model: Another model than the assistant's.
            parallel_tool_calls: Whether it may call several functions at once; true when left out.
            response_format: Form of its answers.
            stream: Whether to answer with a stream of events.
            stream_options: Azure; settings of the stream.
            temperature: Randomness of the sampling, from 0 to 2.
            thread: The thread; left out, it starts empty.
            tool_choice: Which tool it has to use.
            tool_resources: What its tools may work with.
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
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.CREATE_THREAD_AND_RUN.request(
            (),
            {},
            {
                "assistant_id": assistant_id,
                "thread": thread,
                "model": model,
                "instructions": instructions,
                "tools": tools,
                "tool_resources": tool_resources,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
                "stream": stream,
                "stream_options": stream_options,
                "max_prompt_tokens": max_prompt_tokens,
                "max_completion_tokens": max_completion_tokens,
                "truncation_strategy": truncation_strategy,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "response_format": response_format,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.CREATE_THREAD_AND_RUN, request)

    def retrieve(
        self,
        thread_id: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Thread:
        """Retrieve a thread.

        Reads one thread by its id, without its messages.

        `GET /threads/{thread_id}`

        Args:
            thread_id: Id of the thread.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The thread.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_THREAD.request(
            (thread_id,),
            {},
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.GET_THREAD, request)

    def update(
        self,
        thread_id: str,
        *,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        tool_resources: ToolResourcesUpdateParam | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Thread:
        """Update a thread.

        Changes the metadata or the tool resources of a thread.

        `POST /threads/{thread_id}`

        Args:
            thread_id: Id of the thread.
            metadata: Notes to keep with it.
            tool_resources: What the tools may work with in this thread.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The changed thread.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.UPDATE_THREAD.request(
            (thread_id,),
            {},
            {
                "tool_resources": tool_resources,
                "metadata": metadata,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.UPDATE_THREAD, request)

    def delete(
        self,
        thread_id: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> ThreadDeleted:
        """Delete a thread.

        Its messages, runs and steps go with it.

        `DELETE /threads/{thread_id}`

        Args:
            thread_id: Id of the thread.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            What was deleted.

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
        request = operations.DELETE_THREAD.request(
            (thread_id,),
            {},
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.DELETE_THREAD, request)


class AsyncThreads(AsyncResource):
    """Operations on `threads`, asynchronous."""

    @cached_property
    def with_raw_response(self) -> AsyncThreadsWithRawResponse:
        """The same operations, that return their answers undecoded."""
        return AsyncThreadsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncThreadsWithStreamingResponse:
        """The same operations, that open their answers as streams."""
        return AsyncThreadsWithStreamingResponse(self)

    @cached_property
    def messages(self) -> AsyncMessages:
        """Operations on `threads.messages`."""
        from .messages import AsyncMessages

        return AsyncMessages(self._transport)

    @cached_property
    def runs(self) -> AsyncRuns:
        """Operations on `threads.runs`."""
        from .runs import AsyncRuns

        return AsyncRuns(self._transport)

    def list(
        self,
        *,
        after: str | NotGiven = NOT_GIVEN,
        before: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        order: SortOrderParam | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[Thread]:
        """List threads.

        One page of the threads of a project, newest first unless asked otherwise.

        `GET /threads`

        Args:
            after: Id of an object; the page starts behind it.
            before: Id of an object; the page ends ahead of it.
            limit: Most objects on the page, from 1 to 100; services take 20 when it is left out.
            order: Sort by time of creation, oldest first (asc) or newest first (desc).
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            A page of threads. Await it for the first page, or iterate over all of them.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.LIST_THREADS.request(
            (),
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
        return self._paginator(operations.LIST_THREADS, request)

    async def create(
        self,
        *,
        messages: Sequence[MessageCreateRequest] | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        tool_resources: ToolResourcesCreateParam | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Thread:
        """Create a thread.

        A thread holds the messages of one conversation; it can start with some.

        `POST /threads`

        Args:
            messages: Messages to start with.
            metadata: Notes to keep with it.
            tool_resources: What the tools may work with in this thread.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The new thread.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.CREATE_THREAD.request(
            (),
            {},
            {
                "messages": messages,
                "tool_resources": tool_resources,
                "metadata": metadata,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.CREATE_THREAD, request)

    @overload
    async def create_and_run(
        self,
        *,
        assistant_id: str,
        instructions: str | None | NotGiven = NOT_GIVEN,
        max_completion_tokens: int | None | NotGiven = NOT_GIVEN,
        max_prompt_tokens: int | None | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        model: AssistantModelParam | None | NotGiven = NOT_GIVEN,
        parallel_tool_calls: bool | NotGiven = NOT_GIVEN,
        response_format: AssistantResponseFormatOptionParam | None | NotGiven = NOT_GIVEN,
        stream: Literal[False] | None | NotGiven = NOT_GIVEN,
        stream_options: StreamOptionsParam | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        thread: ThreadCreateRequest | NotGiven = NOT_GIVEN,
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
    async def create_and_run(
        self,
        *,
        assistant_id: str,
        instructions: str | None | NotGiven = NOT_GIVEN,
        max_completion_tokens: int | None | NotGiven = NOT_GIVEN,
        max_prompt_tokens: int | None | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        model: AssistantModelParam | None | NotGiven = NOT_GIVEN,
        parallel_tool_calls: bool | NotGiven = NOT_GIVEN,
        response_format: AssistantResponseFormatOptionParam | None | NotGiven = NOT_GIVEN,
        stream: Literal[True],
        stream_options: StreamOptionsParam | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        thread: ThreadCreateRequest | NotGiven = NOT_GIVEN,
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
    async def create_and_run(
        self,
        *,
        assistant_id: str,
        instructions: str | None | NotGiven = NOT_GIVEN,
        max_completion_tokens: int | None | NotGiven = NOT_GIVEN,
        max_prompt_tokens: int | None | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        model: AssistantModelParam | None | NotGiven = NOT_GIVEN,
        parallel_tool_calls: bool | NotGiven = NOT_GIVEN,
        response_format: AssistantResponseFormatOptionParam | None | NotGiven = NOT_GIVEN,
        stream: bool,
        stream_options: StreamOptionsParam | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        thread: ThreadCreateRequest | NotGiven = NOT_GIVEN,
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

    async def create_and_run(
        self,
        *,
        assistant_id: str,
        instructions: str | None | NotGiven = NOT_GIVEN,
        max_completion_tokens: int | None | NotGiven = NOT_GIVEN,
        max_prompt_tokens: int | None | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        model: AssistantModelParam | None | NotGiven = NOT_GIVEN,
        parallel_tool_calls: bool | NotGiven = NOT_GIVEN,
        response_format: AssistantResponseFormatOptionParam | None | NotGiven = NOT_GIVEN,
        stream: bool | None | NotGiven = NOT_GIVEN,
        stream_options: StreamOptionsParam | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        thread: ThreadCreateRequest | NotGiven = NOT_GIVEN,
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
        """Create a thread and run it.

        Creates a thread and starts a run on it in one request.

        `POST /threads/runs`

        Args:
            assistant_id: Id of the assistant to put to work.
            instructions: Other instructions than the assistant's.
            max_completion_tokens: Most tokens it may write; beyond that it ends incomplete.
            max_prompt_tokens: Most tokens it may read, at least 256; beyond that it ends
                incomplete.
            metadata: Notes to keep with the run.
            model: Another model than the assistant's.
            parallel_tool_calls: Whether it may call several functions at once; true when left out.
            response_format: Form of its answers.
            stream: Whether to answer with a stream of events.
            stream_options: Azure; settings of the stream.
            temperature: Randomness of the sampling, from 0 to 2.
            thread: The thread; left out, it starts empty.
            tool_choice: Which tool it has to use.
            tool_resources: What its tools may work with.
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
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.CREATE_THREAD_AND_RUN.request(
            (),
            {},
            {
                "assistant_id": assistant_id,
                "thread": thread,
                "model": model,
                "instructions": instructions,
                "tools": tools,
                "tool_resources": tool_resources,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
                "stream": stream,
                "stream_options": stream_options,
                "max_prompt_tokens": max_prompt_tokens,
                "max_completion_tokens": max_completion_tokens,
                "truncation_strategy": truncation_strategy,
                "tool_choice": tool_choice,
                "parallel_tool_calls": parallel_tool_calls,
                "response_format": response_format,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.CREATE_THREAD_AND_RUN, request)

    async def retrieve(
        self,
        thread_id: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Thread:
        """Retrieve a thread.

        Reads one thread by its id, without its messages.

        `GET /threads/{thread_id}`

        Args:
            thread_id: Id of the thread.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The thread.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_THREAD.request(
            (thread_id,),
            {},
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.GET_THREAD, request)

    async def update(
        self,
        thread_id: str,
        *,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        tool_resources: ToolResourcesUpdateParam | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Thread:
        """Update a thread.

        Changes the metadata or the tool resources of a thread.

        `POST /threads/{thread_id}`

        Args:
            thread_id: Id of the thread.
            metadata: Notes to keep with it.
            tool_resources: What the tools may work with in this thread.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The changed thread.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.UPDATE_THREAD.request(
            (thread_id,),
            {},
            {
                "tool_resources": tool_resources,
                "metadata": metadata,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.UPDATE_THREAD, request)

    async def delete(
        self,
        thread_id: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> ThreadDeleted:
        """Delete a thread.

        Its messages, runs and steps go with it.

        `DELETE /threads/{thread_id}`

        Args:
            thread_id: Id of the thread.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            What was deleted.

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
        request = operations.DELETE_THREAD.request(
            (thread_id,),
            {},
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.DELETE_THREAD, request)


class ThreadsWithRawResponse:
    """Operations on `threads` that return their answers undecoded."""

    def __init__(self, resource: Threads) -> None:
        from openai_assistants_core import raw

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
        return self._resource.messages.with_raw_response

    @cached_property
    def runs(self) -> RunsWithRawResponse:
        """Operations on `threads.runs`."""
        return self._resource.runs.with_raw_response


class AsyncThreadsWithRawResponse:
    """Operations on `threads` that return their answers undecoded."""

    def __init__(self, resource: AsyncThreads) -> None:
        from openai_assistants_core import async_raw

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
        return self._resource.messages.with_raw_response

    @cached_property
    def runs(self) -> AsyncRunsWithRawResponse:
        """Operations on `threads.runs`."""
        return self._resource.runs.with_raw_response


class ThreadsWithStreamingResponse:
    """Operations on `threads` that open their answers as streams, in a `with` statement."""

    def __init__(self, resource: Threads) -> None:
        from openai_assistants_core import streamed

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
        return self._resource.messages.with_streaming_response

    @cached_property
    def runs(self) -> RunsWithStreamingResponse:
        """Operations on `threads.runs`."""
        return self._resource.runs.with_streaming_response


class AsyncThreadsWithStreamingResponse:
    """Operations on `threads` that open their answers as streams, in an `async with` statement."""

    def __init__(self, resource: AsyncThreads) -> None:
        from openai_assistants_core import async_streamed

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
        return self._resource.messages.with_streaming_response

    @cached_property
    def runs(self) -> AsyncRunsWithStreamingResponse:
        """Operations on `threads.runs`."""
        return self._resource.runs.with_streaming_response
