# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Operations on a client's `assistants`."""

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

    from ..models import Assistant, AssistantDeleted
    from ..params import (
        AssistantModelParam,
        AssistantResponseFormatOptionParam,
        AssistantToolParam,
        MetadataParam,
        ReasoningEffortParam,
        SortOrderParam,
        ToolResourcesCreateParam,
        ToolResourcesUpdateParam,
    )
    from .assistant_files import (
        AssistantFiles,
        AssistantFilesWithRawResponse,
        AssistantFilesWithStreamingResponse,
        AsyncAssistantFiles,
        AsyncAssistantFilesWithRawResponse,
        AsyncAssistantFilesWithStreamingResponse,
    )

__all__ = [
    "AsyncAssistants",
    "AsyncAssistantsWithRawResponse",
    "AsyncAssistantsWithStreamingResponse",
    "Assistants",
    "AssistantsWithRawResponse",
    "AssistantsWithStreamingResponse",
]


class Assistants(SyncResource):
    """Operations on `assistants`."""

    @cached_property
    def with_raw_response(self) -> AssistantsWithRawResponse:
        """The same operations, that return their answers undecoded."""
        return AssistantsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AssistantsWithStreamingResponse:
        """The same operations, that open their answers as streams."""
        return AssistantsWithStreamingResponse(self)

    @cached_property
    def files(self) -> AssistantFiles:
        """Operations on `assistants.files`."""
        from .assistant_files import AssistantFiles

        return AssistantFiles(self._transport)

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
    ) -> SyncPage[Assistant]:
        """List assistants.

        One page of the assistants, newest first unless asked otherwise.

        `GET /assistants`

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
            A page of assistants.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.LIST_ASSISTANTS.request(
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
        return self._first_page(operations.LIST_ASSISTANTS, request)

    def create(
        self,
        *,
        model: AssistantModelParam,
        description: str | None | NotGiven = NOT_GIVEN,
        file_ids: Sequence[str] | NotGiven = NOT_GIVEN,
        instructions: str | None | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        name: str | None | NotGiven = NOT_GIVEN,
        reasoning_effort: ReasoningEffortParam | None | NotGiven = NOT_GIVEN,
        response_format: AssistantResponseFormatOptionParam | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        tool_resources: ToolResourcesCreateParam | None | NotGiven = NOT_GIVEN,
        tools: Sequence[AssistantToolParam] | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Assistant:
        """Create an assistant.

        An assistant is a model with instructions, tools and files; runs put it to work.

        `POST /assistants`

        Args:
            model: Name of the model, on Azure of the deployment.
            description: What it is for, up to 512 characters.
            file_ids: First generation; ids of files to link, at most 20.
            instructions: What the model is told first; up to 256,000 characters, 32,768 on Azure's
                v1.
            metadata: Notes to keep with it.
            name: Its name, up to 256 characters.
            reasoning_effort: How much a reasoning model thinks.
            response_format: Form of its answers.
            temperature: Randomness of the sampling, from 0 to 2.
            tool_resources: What its tools may work with.
            tools: What it can use, at most 128.
            top_p: Share of the likeliest tokens that are sampled, from 0 to 1.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The new assistant.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.CREATE_ASSISTANT.request(
            (),
            {},
            {
                "model": model,
                "name": name,
                "description": description,
                "instructions": instructions,
                "tools": tools,
                "file_ids": file_ids,
                "tool_resources": tool_resources,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
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
        return self._transport.call(operations.CREATE_ASSISTANT, request)

    def retrieve(
        self,
        assistant_id: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Assistant:
        """Retrieve an assistant.

        Reads one assistant by its id.

        `GET /assistants/{assistant_id}`

        Args:
            assistant_id: Id of the assistant.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The assistant.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_ASSISTANT.request(
            (assistant_id,),
            {},
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.GET_ASSISTANT, request)

    def update(
        self,
        assistant_id: str,
        *,
        description: str | None | NotGiven = NOT_GIVEN,
        file_ids: Sequence[str] | NotGiven = NOT_GIVEN,
        instructions: str | None | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        model: AssistantModelParam | NotGiven = NOT_GIVEN,
        name: str | None | NotGiven = NOT_GIVEN,
        reasoning_effort: ReasoningEffortParam | None | NotGiven = NOT_GIVEN,
        response_format: AssistantResponseFormatOptionParam | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        tool_resources: ToolResourcesUpdateParam | None | NotGiven = NOT_GIVEN,
        tools: Sequence[AssistantToolParam] | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Assistant:
        """Update an assistant.

        Changes the fields that are sent and leaves the others as they are.

        `POST /assistants/{assistant_id}`

        Args:
            assistant_id: Id of the assistant.
            description: What it is for, up to 512 characters.
            file_ids: First generation; ids of the linked files, at most 20; replaces the list.
            instructions: What the model is told first; up to 256,000 characters, 32,768 on dated
                Azure.
            metadata: Notes to keep with it.
            model: Name of the model, on Azure of the deployment.
            name: Its name, up to 256 characters.
            reasoning_effort: How much a reasoning model thinks.
            response_format: Form of its answers.
            temperature: Randomness of the sampling, from 0 to 2.
            tool_resources: What its tools may work with.
            tools: What it can use, at most 128; replaces the list.
            top_p: Share of the likeliest tokens that are sampled, from 0 to 1.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The changed assistant.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.UPDATE_ASSISTANT.request(
            (assistant_id,),
            {},
            {
                "model": model,
                "name": name,
                "description": description,
                "instructions": instructions,
                "tools": tools,
                "file_ids": file_ids,
                "tool_resources": tool_resources,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
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
        return self._transport.call(operations.UPDATE_ASSISTANT, request)

    def delete(
        self,
        assistant_id: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> AssistantDeleted:
        """Delete an assistant.

        Threads, runs and files of the assistant stay.

        `DELETE /assistants/{assistant_id}`

        Args:
            assistant_id: Id of the assistant.
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
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.DELETE_ASSISTANT.request(
            (assistant_id,),
            {},
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.DELETE_ASSISTANT, request)


class AsyncAssistants(AsyncResource):
    """Operations on `assistants`, asynchronous."""

    @cached_property
    def with_raw_response(self) -> AsyncAssistantsWithRawResponse:
        """The same operations, that return their answers undecoded."""
        return AsyncAssistantsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncAssistantsWithStreamingResponse:
        """The same operations, that open their answers as streams."""
        return AsyncAssistantsWithStreamingResponse(self)

    @cached_property
    def files(self) -> AsyncAssistantFiles:
        """Operations on `assistants.files`."""
        from .assistant_files import AsyncAssistantFiles

        return AsyncAssistantFiles(self._transport)

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
    ) -> AsyncPaginator[Assistant]:
        """List assistants.

        One page of the assistants, newest first unless asked otherwise.

        `GET /assistants`

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
            A page of assistants. Await it for the first page, or iterate over all of them.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.LIST_ASSISTANTS.request(
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
        return self._paginator(operations.LIST_ASSISTANTS, request)

    async def create(
        self,
        *,
        model: AssistantModelParam,
        description: str | None | NotGiven = NOT_GIVEN,
        file_ids: Sequence[str] | NotGiven = NOT_GIVEN,
        instructions: str | None | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        name: str | None | NotGiven = NOT_GIVEN,
        reasoning_effort: ReasoningEffortParam | None | NotGiven = NOT_GIVEN,
        response_format: AssistantResponseFormatOptionParam | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        tool_resources: ToolResourcesCreateParam | None | NotGiven = NOT_GIVEN,
        tools: Sequence[AssistantToolParam] | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Assistant:
        """Create an assistant.

        An assistant is a model with instructions, tools and files; runs put it to work.

        `POST /assistants`

        Args:
            model: Name of the model, on Azure of the deployment.
            description: What it is for, up to 512 characters.
            file_ids: First generation; ids of files to link, at most 20.
            instructions: What the model is told first; up to 256,000 characters, 32,768 on Azure's
                v1.
            metadata: Notes to keep with it.
            name: Its name, up to 256 characters.
            reasoning_effort: How much a reasoning model thinks.
            response_format: Form of its answers.
            temperature: Randomness of the sampling, from 0 to 2.
            tool_resources: What its tools may work with.
            tools: What it can use, at most 128.
            top_p: Share of the likeliest tokens that are sampled, from 0 to 1.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The new assistant.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.CREATE_ASSISTANT.request(
            (),
            {},
            {
                "model": model,
                "name": name,
                "description": description,
                "instructions": instructions,
                "tools": tools,
                "file_ids": file_ids,
                "tool_resources": tool_resources,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
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
        return await self._transport.call(operations.CREATE_ASSISTANT, request)

    async def retrieve(
        self,
        assistant_id: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Assistant:
        """Retrieve an assistant.

        Reads one assistant by its id.

        `GET /assistants/{assistant_id}`

        Args:
            assistant_id: Id of the assistant.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The assistant.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_ASSISTANT.request(
            (assistant_id,),
            {},
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.GET_ASSISTANT, request)

    async def update(
        self,
        assistant_id: str,
        *,
        description: str | None | NotGiven = NOT_GIVEN,
        file_ids: Sequence[str] | NotGiven = NOT_GIVEN,
        instructions: str | None | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        model: AssistantModelParam | NotGiven = NOT_GIVEN,
        name: str | None | NotGiven = NOT_GIVEN,
        reasoning_effort: ReasoningEffortParam | None | NotGiven = NOT_GIVEN,
        response_format: AssistantResponseFormatOptionParam | None | NotGiven = NOT_GIVEN,
        temperature: float | None | NotGiven = NOT_GIVEN,
        tool_resources: ToolResourcesUpdateParam | None | NotGiven = NOT_GIVEN,
        tools: Sequence[AssistantToolParam] | NotGiven = NOT_GIVEN,
        top_p: float | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Assistant:
        """Update an assistant.

        Changes the fields that are sent and leaves the others as they are.

        `POST /assistants/{assistant_id}`

        Args:
            assistant_id: Id of the assistant.
            description: What it is for, up to 512 characters.
            file_ids: First generation; ids of the linked files, at most 20; replaces the list.
            instructions: What the model is told first; up to 256,000 characters, 32,768 on dated
                Azure.
            metadata: Notes to keep with it.
            model: Name of the model, on Azure of the deployment.
            name: Its name, up to 256 characters.
            reasoning_effort: How much a reasoning model thinks.
            response_format: Form of its answers.
            temperature: Randomness of the sampling, from 0 to 2.
            tool_resources: What its tools may work with.
            tools: What it can use, at most 128; replaces the list.
            top_p: Share of the likeliest tokens that are sampled, from 0 to 1.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The changed assistant.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.UPDATE_ASSISTANT.request(
            (assistant_id,),
            {},
            {
                "model": model,
                "name": name,
                "description": description,
                "instructions": instructions,
                "tools": tools,
                "file_ids": file_ids,
                "tool_resources": tool_resources,
                "metadata": metadata,
                "temperature": temperature,
                "top_p": top_p,
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
        return await self._transport.call(operations.UPDATE_ASSISTANT, request)

    async def delete(
        self,
        assistant_id: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> AssistantDeleted:
        """Delete an assistant.

        Threads, runs and files of the assistant stay.

        `DELETE /assistants/{assistant_id}`

        Args:
            assistant_id: Id of the assistant.
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
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.DELETE_ASSISTANT.request(
            (assistant_id,),
            {},
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.DELETE_ASSISTANT, request)


class AssistantsWithRawResponse:
    """Operations on `assistants` that return their answers undecoded."""

    def __init__(self, resource: Assistants) -> None:
        from openai_assistants_core import raw

        self._resource = resource
        self.list = raw(resource.list)
        self.create = raw(resource.create)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)
        self.delete = raw(resource.delete)

    @cached_property
    def files(self) -> AssistantFilesWithRawResponse:
        """Operations on `assistants.files`."""
        return self._resource.files.with_raw_response


class AsyncAssistantsWithRawResponse:
    """Operations on `assistants` that return their answers undecoded."""

    def __init__(self, resource: AsyncAssistants) -> None:
        from openai_assistants_core import async_raw

        self._resource = resource
        self.list = async_raw(resource.list)
        self.create = async_raw(resource.create)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
        self.delete = async_raw(resource.delete)

    @cached_property
    def files(self) -> AsyncAssistantFilesWithRawResponse:
        """Operations on `assistants.files`."""
        return self._resource.files.with_raw_response


class AssistantsWithStreamingResponse:
    """Operations on `assistants` that open their answers as streams, in a `with` statement."""

    def __init__(self, resource: Assistants) -> None:
        from openai_assistants_core import streamed

        self._resource = resource
        self.list = streamed(resource.list)
        self.create = streamed(resource.create)
        self.retrieve = streamed(resource.retrieve)
        self.update = streamed(resource.update)
        self.delete = streamed(resource.delete)

    @cached_property
    def files(self) -> AssistantFilesWithStreamingResponse:
        """Operations on `assistants.files`."""
        return self._resource.files.with_streaming_response


class AsyncAssistantsWithStreamingResponse:
    """Operations on `assistants` that open their answers as streams, in an `async with` statement."""

    def __init__(self, resource: AsyncAssistants) -> None:
        from openai_assistants_core import async_streamed

        self._resource = resource
        self.list = async_streamed(resource.list)
        self.create = async_streamed(resource.create)
        self.retrieve = async_streamed(resource.retrieve)
        self.update = async_streamed(resource.update)
        self.delete = async_streamed(resource.delete)

    @cached_property
    def files(self) -> AsyncAssistantFilesWithStreamingResponse:
        """Operations on `assistants.files`."""
        return self._resource.files.with_streaming_response
