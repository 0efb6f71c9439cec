# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Operations on a client's `threads.messages.files`."""

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

    from ..models import MessageFile
    from ..params import SortOrderParam

__all__ = [
    "AsyncMessageFiles",
    "AsyncMessageFilesWithRawResponse",
    "AsyncMessageFilesWithStreamingResponse",
    "MessageFiles",
    "MessageFilesWithRawResponse",
    "MessageFilesWithStreamingResponse",
]


class MessageFiles(SyncResource):
    """Operations on `threads.messages.files`."""

    @cached_property
    def with_raw_response(self) -> MessageFilesWithRawResponse:
        """The same operations, that return their answers undecoded."""
        return MessageFilesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> MessageFilesWithStreamingResponse:
        """The same operations, that open their answers as streams."""
        return MessageFilesWithStreamingResponse(self)

    def list(
        self,
        message_id: str,
        *,
        thread_id: str,
        after: str | NotGiven = NOT_GIVEN,
        before: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        order: SortOrderParam | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> SyncPage[MessageFile]:
        """List the files of a message.

        One page of the file links of a first-generation message.

        `GET /threads/{thread_id}/messages/{message_id}/files`

        Args:
            message_id: Id of the message.
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
        request = operations.LIST_MESSAGE_FILES.request(
            (
                thread_id,
                message_id,
            ),
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
        return self._first_page(operations.LIST_MESSAGE_FILES, request)

    def retrieve(
        self,
        file_id: str,
        *,
        thread_id: str,
        message_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> MessageFile:
        """Retrieve a file link of a message.

        Reads one file link; the id is that of the file.

        `GET /threads/{thread_id}/messages/{message_id}/files/{file_id}`

        Args:
            file_id: Id of the file.
            thread_id: Id of the thread.
            message_id: Id of the message.
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
        request = operations.GET_MESSAGE_FILE.request(
            (
                thread_id,
                message_id,
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
        return self._transport.call(operations.GET_MESSAGE_FILE, request)


class AsyncMessageFiles(AsyncResource):
    """Operations on `threads.messages.files`, asynchronous."""

    @cached_property
    def with_raw_response(self) -> AsyncMessageFilesWithRawResponse:
        """The same operations, that return their answers undecoded."""
        return AsyncMessageFilesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncMessageFilesWithStreamingResponse:
        """The same operations, that open their answers as streams."""
        return AsyncMessageFilesWithStreamingResponse(self)

    def list(
        self,
        message_id: str,
        *,
        thread_id: str,
        after: str | NotGiven = NOT_GIVEN,
        before: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        order: SortOrderParam | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[MessageFile]:
        """List the files of a message.

        One page of the file links of a first-generation message.

        `GET /threads/{thread_id}/messages/{message_id}/files`

        Args:
            message_id: Id of the message.
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
        request = operations.LIST_MESSAGE_FILES.request(
            (
                thread_id,
                message_id,
            ),
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
        return self._paginator(operations.LIST_MESSAGE_FILES, request)

    async def retrieve(
        self,
        file_id: str,
        *,
        thread_id: str,
        message_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> MessageFile:
        """Retrieve a file link of a message.

        Reads one file link; the id is that of the file.

        `GET /threads/{thread_id}/messages/{message_id}/files/{file_id}`

        Args:
            file_id: Id of the file.
            thread_id: Id of the thread.
            message_id: Id of the message.
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
        request = operations.GET_MESSAGE_FILE.request(
            (
                thread_id,
                message_id,
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
        return await self._transport.call(operations.GET_MESSAGE_FILE, request)


class MessageFilesWithRawResponse:
    """Operations on `threads.messages.files` that return their answers undecoded."""

    def __init__(self, resource: MessageFiles) -> None:
        from openai_assistants_core import raw

        self._resource = resource
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)


class AsyncMessageFilesWithRawResponse:
    """Operations on `threads.messages.files` that return their answers undecoded."""

    def __init__(self, resource: AsyncMessageFiles) -> None:
        from openai_assistants_core import async_raw

        self._resource = resource
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)


class MessageFilesWithStreamingResponse:
    """Operations on `threads.messages.files` that open their answers as streams, in a `with` statement."""

    def __init__(self, resource: MessageFiles) -> None:
        from openai_assistants_core import streamed

        self._resource = resource
        self.list = streamed(resource.list)
        self.retrieve = streamed(resource.retrieve)


class AsyncMessageFilesWithStreamingResponse:
    """Operations on `threads.messages.files` that open their answers as streams, in an `async with` statement."""

    def __init__(self, resource: AsyncMessageFiles) -> None:
        from openai_assistants_core import async_streamed

        self._resource = resource
        self.list = async_streamed(resource.list)
        self.retrieve = async_streamed(resource.retrieve)
