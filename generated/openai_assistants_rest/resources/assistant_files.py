# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Operations on a client's `assistants.files`."""

from __future__ import annotations

from collections.abc import Mapping
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

    from ..models import AssistantFile, AssistantFileDeleted
    from ..params import SortOrderParam

__all__ = [
    "AsyncAssistantFiles",
    "AsyncAssistantFilesWithRawResponse",
    "AsyncAssistantFilesWithStreamingResponse",
    "AssistantFiles",
    "AssistantFilesWithRawResponse",
    "AssistantFilesWithStreamingResponse",
]


class AssistantFiles(SyncResource):
    """Operations on `assistants.files`."""

    @cached_property
    def with_raw_response(self) -> AssistantFilesWithRawResponse:
        """The same operations, that return their answers undecoded."""
        return AssistantFilesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AssistantFilesWithStreamingResponse:
        """The same operations, that open their answers as streams."""
        return AssistantFilesWithStreamingResponse(self)

    def list(
        self,
        assistant_id: str,
        *,
        after: str | NotGiven = NOT_GIVEN,
        before: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        order: SortOrderParam | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> SyncPage[AssistantFile]:
        """List the files of an assistant.

        One page of the file links of a first-generation assistant.

        `GET /assistants/{assistant_id}/files`

        Args:
            assistant_id: Id of the assistant.
            after: Id of an object; the page starts behind it.
            before: Id of an object; the page ends ahead of it.
            limit: Most objects on the page, from 1 to 100; services take 20 when it is left out.
            order: Sort by time of creation, oldest first (asc) or newest first (desc).
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            A page of file links.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.LIST_ASSISTANT_FILES.request(
            (assistant_id,),
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
        return self._first_page(operations.LIST_ASSISTANT_FILES, request)

    def create(
        self,
        assistant_id: str,
        *,
        file_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> AssistantFile:
        """Link a file to an assistant.

        Gives the tools of a first-generation assistant access to an uploaded file.

        `POST /assistants/{assistant_id}/files`

        Args:
            assistant_id: Id of the assistant.
            file_id: Id of an uploaded file with the purpose assistants.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The link.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.CREATE_ASSISTANT_FILE.request(
            (assistant_id,),
            {},
            {
                "file_id": file_id,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.CREATE_ASSISTANT_FILE, request)

    def retrieve(
        self,
        file_id: str,
        *,
        assistant_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> AssistantFile:
        """Retrieve a file link of an assistant.

        Reads one file link; the id is that of the file.

        `GET /assistants/{assistant_id}/files/{file_id}`

        Args:
            file_id: Id of the file.
            assistant_id: Id of the assistant.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The link.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_ASSISTANT_FILE.request(
            (
                assistant_id,
                file_id,
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
        return self._transport.call(operations.GET_ASSISTANT_FILE, request)

    def delete(
        self,
        file_id: str,
        *,
        assistant_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> AssistantFileDeleted:
        """Unlink a file from an assistant.

        Removes the link and keeps the file.

        `DELETE /assistants/{assistant_id}/files/{file_id}`

        Args:
            file_id: Id of the file.
            assistant_id: Id of the assistant.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            What was unlinked.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.DELETE_ASSISTANT_FILE.request(
            (
                assistant_id,
                file_id,
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
        return self._transport.call(operations.DELETE_ASSISTANT_FILE, request)


class AsyncAssistantFiles(AsyncResource):
    """Operations on `assistants.files`, asynchronous."""

    @cached_property
    def with_raw_response(self) -> AsyncAssistantFilesWithRawResponse:
        """The same operations, that return their answers undecoded."""
        return AsyncAssistantFilesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncAssistantFilesWithStreamingResponse:
        """The same operations, that open their answers as streams."""
        return AsyncAssistantFilesWithStreamingResponse(self)

    def list(
        self,
        assistant_id: str,
        *,
        after: str | NotGiven = NOT_GIVEN,
        before: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        order: SortOrderParam | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[AssistantFile]:
        """List the files of an assistant.

        One page of the file links of a first-generation assistant.

        `GET /assistants/{assistant_id}/files`

        Args:
            assistant_id: Id of the assistant.
            after: Id of an object; the page starts behind it.
            before: Id of an object; the page ends ahead of it.
            limit: Most objects on the page, from 1 to 100; services take 20 when it is left out.
            order: Sort by time of creation, oldest first (asc) or newest first (desc).
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            A page of file links. Await it for the first page, or iterate over all of them.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.LIST_ASSISTANT_FILES.request(
            (assistant_id,),
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
        return self._paginator(operations.LIST_ASSISTANT_FILES, request)

    async def create(
        self,
        assistant_id: str,
        *,
        file_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> AssistantFile:
        """Link a file to an assistant.

        Gives the tools of a first-generation assistant access to an uploaded file.

        `POST /assistants/{assistant_id}/files`

        Args:
            assistant_id: Id of the assistant.
            file_id: Id of an uploaded file with the purpose assistants.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The link.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.CREATE_ASSISTANT_FILE.request(
            (assistant_id,),
            {},
            {
                "file_id": file_id,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.CREATE_ASSISTANT_FILE, request)

    async def retrieve(
        self,
        file_id: str,
        *,
        assistant_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> AssistantFile:
        """Retrieve a file link of an assistant.

        Reads one file link; the id is that of the file.

        `GET /assistants/{assistant_id}/files/{file_id}`

        Args:
            file_id: Id of the file.
            assistant_id: Id of the assistant.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The link.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_ASSISTANT_FILE.request(
            (
                assistant_id,
                file_id,
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
        return await self._transport.call(operations.GET_ASSISTANT_FILE, request)

    async def delete(
        self,
        file_id: str,
        *,
        assistant_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> AssistantFileDeleted:
        """Unlink a file from an assistant.

        Removes the link and keeps the file.

        `DELETE /assistants/{assistant_id}/files/{file_id}`

        Args:
            file_id: Id of the file.
            assistant_id: Id of the assistant.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            What was unlinked.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.DELETE_ASSISTANT_FILE.request(
            (
                assistant_id,
                file_id,
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
        return await self._transport.call(operations.DELETE_ASSISTANT_FILE, request)


class AssistantFilesWithRawResponse:
    """Operations on `assistants.files` that return their answers undecoded."""

    def __init__(self, resource: AssistantFiles) -> None:
        from openai_assistants_core import raw

        self._resource = resource
        self.list = raw(resource.list)
        self.create = raw(resource.create)
        self.retrieve = raw(resource.retrieve)
        self.delete = raw(resource.delete)


class AsyncAssistantFilesWithRawResponse:
    """Operations on `assistants.files` that return their answers undecoded."""

    def __init__(self, resource: AsyncAssistantFiles) -> None:
        from openai_assistants_core import async_raw

        self._resource = resource
        self.list = async_raw(resource.list)
        self.create = async_raw(resource.create)
        self.retrieve = async_raw(resource.retrieve)
        self.delete = async_raw(resource.delete)


class AssistantFilesWithStreamingResponse:
    """Operations on `assistants.files` that open their answers as streams, in a `with` statement."""

    def __init__(self, resource: AssistantFiles) -> None:
        from openai_assistants_core import streamed

        self._resource = resource
        self.list = streamed(resource.list)
        self.create = streamed(resource.create)
        self.retrieve = streamed(resource.retrieve)
        self.delete = streamed(resource.delete)


class AsyncAssistantFilesWithStreamingResponse:
    """Operations on `assistants.files` that open their answers as streams, in an `async with` statement."""

    def __init__(self, resource: AsyncAssistantFiles) -> None:
        from openai_assistants_core import async_streamed

        self._resource = resource
        self.list = async_streamed(resource.list)
        self.create = async_streamed(resource.create)
        self.retrieve = async_streamed(resource.retrieve)
        self.delete = async_streamed(resource.delete)
