# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Operations on a client's `threads.messages`."""

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

    from ..models import Attachment, Message, MessageDeleted
    from ..params import (
        AttachmentParam,
        MessageContentParam,
        MessageRoleParam,
        MetadataParam,
        SortOrderParam,
    )
    from .message_files import (
        AsyncMessageFiles,
        AsyncMessageFilesWithRawResponse,
        AsyncMessageFilesWithStreamingResponse,
        MessageFiles,
        MessageFilesWithRawResponse,
        MessageFilesWithStreamingResponse,
    )

__all__ = [
    "AsyncMessages",
    "AsyncMessagesWithRawResponse",
    "AsyncMessagesWithStreamingResponse",
    "Messages",
    "MessagesWithRawResponse",
    "MessagesWithStreamingResponse",
]


class Messages(SyncResource):
    """Operations on `threads.messages`."""

    @cached_property
    def with_raw_response(self) -> MessagesWithRawResponse:
        """The same operations, that return their answers undecoded."""
        return MessagesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> MessagesWithStreamingResponse:
        """The same operations, that open their answers as streams."""
        return MessagesWithStreamingResponse(self)

    @cached_property
    def files(self) -> MessageFiles:
        """Operations on `threads.messages.files`."""
        from .message_files import MessageFiles

        return MessageFiles(self._transport)

    def list(
        self,
        thread_id: str,
        *,
        after: str | NotGiven = NOT_GIVEN,
        before: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        order: SortOrderParam | NotGiven = NOT_GIVEN,
        run_id: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> SyncPage[Message]:
        """List the messages of a thread.

        One page of messages, newest first unless asked otherwise.

        `GET /threads/{thread_id}/messages`

        Args:
            thread_id: Id of the thread.
            after: Id of an object; the page starts behind it.
            before: Id of an object; the page ends ahead of it.
            limit: Most objects on the page, from 1 to 100; services take 20 when it is left out.
            order: Sort by time of creation, oldest first (asc) or newest first (desc).
            run_id: Only the messages that this run wrote.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            A page of messages.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.LIST_MESSAGES.request(
            (thread_id,),
            {
                "after": after,
                "before": before,
                "limit": limit,
                "order": order,
                "run_id": run_id,
            },
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._first_page(operations.LIST_MESSAGES, request)

    def create(
        self,
        thread_id: str,
        *,
        content: MessageContentParam,
        role: MessageRoleParam,
        attachments: Sequence[AttachmentParam | Attachment] | None | NotGiven = NOT_GIVEN,
        file_ids: Sequence[str] | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Message:
        """Add a message to a thread.

        Refused while a run is active on the thread.

        `POST /threads/{thread_id}/messages`

        Args:
            thread_id: Id of the thread.
            content: What is said, as text or in parts.
            role: Who speaks.
            attachments: Files that come with it, and the tools that may read them.
            file_ids: First generation; ids of files to link, at most 10.
            metadata: Notes to keep with it.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The new message.

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
        request = operations.CREATE_MESSAGE.request(
            (thread_id,),
            {},
            {
                "role": role,
                "content": content,
                "file_ids": file_ids,
                "attachments": attachments,
                "metadata": metadata,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.CREATE_MESSAGE, request)

    def retrieve(
        self,
        message_id: str,
        *,
        thread_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Message:
        """Retrieve a message.

        Reads one message of a thread.

        `GET /threads/{thread_id}/messages/{message_id}`

        Args:
            message_id: Id of the message.
            thread_id: Id of the thread.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The message.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_MESSAGE.request(
            (
                thread_id,
                message_id,
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
        return self._transport.call(operations.GET_MESSAGE, request)

    def update(
        self,
        message_id: str,
        *,
        thread_id: str,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Message:
        """Update a message.

        Changes the metadata of a message; its content cannot be changed.

        `POST /threads/{thread_id}/messages/{message_id}`

        Args:
            message_id: Id of the message.
            thread_id: Id of the thread.
            metadata: Notes to keep with it.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The changed message.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.UPDATE_MESSAGE.request(
            (
                thread_id,
                message_id,
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
        return self._transport.call(operations.UPDATE_MESSAGE, request)

    def delete(
        self,
        message_id: str,
        *,
        thread_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> MessageDeleted:
        """Delete a message.

        Removes one message from its thread.

        `DELETE /threads/{thread_id}/messages/{message_id}`

        Args:
            message_id: Id of the message.
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
        request = operations.DELETE_MESSAGE.request(
            (
                thread_id,
                message_id,
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
        return self._transport.call(operations.DELETE_MESSAGE, request)


class AsyncMessages(AsyncResource):
    """Operations on `threads.messages`, asynchronous."""

    @cached_property
    def with_raw_response(self) -> AsyncMessagesWithRawResponse:
        """The same operations, that return their answers undecoded."""
        return AsyncMessagesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncMessagesWithStreamingResponse:
        """The same operations, that open their answers as streams."""
        return AsyncMessagesWithStreamingResponse(self)

    @cached_property
    def files(self) -> AsyncMessageFiles:
        """Operations on `threads.messages.files`."""
        from .message_files import AsyncMessageFiles

        return AsyncMessageFiles(self._transport)

    def list(
        self,
        thread_id: str,
        *,
        after: str | NotGiven = NOT_GIVEN,
        before: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        order: SortOrderParam | NotGiven = NOT_GIVEN,
        run_id: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[Message]:
        """List the messages of a thread.

        One page of messages, newest first unless asked otherwise.

        `GET /threads/{thread_id}/messages`

        Args:
            thread_id: Id of the thread.
            after: Id of an object; the page starts behind it.
            before: Id of an object; the page ends ahead of it.
            limit: Most objects on the page, from 1 to 100; services take 20 when it is left out.
            order: Sort by time of creation, oldest first (asc) or newest first (desc).
            run_id: Only the messages that this run wrote.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            A page of messages. Await it for the first page, or iterate over all of them.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.LIST_MESSAGES.request(
            (thread_id,),
            {
                "after": after,
                "before": before,
                "limit": limit,
                "order": order,
                "run_id": run_id,
            },
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._paginator(operations.LIST_MESSAGES, request)

    async def create(
        self,
        thread_id: str,
        *,
        content: MessageContentParam,
        role: MessageRoleParam,
        attachments: Sequence[AttachmentParam | Attachment] | None | NotGiven = NOT_GIVEN,
        file_ids: Sequence[str] | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Message:
        """Add a message to a thread.

        Refused while a run is active on the thread.

        `POST /threads/{thread_id}/messages`

        Args:
            thread_id: Id of the thread.
            content: What is said, as text or in parts.
            role: Who speaks.
            attachments: Files that come with it, and the tools that may read them.
            file_ids: First generation; ids of files to link, at most 10.
            metadata: Notes to keep with it.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The new message.

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
        request = operations.CREATE_MESSAGE.request(
            (thread_id,),
            {},
            {
                "role": role,
                "content": content,
                "file_ids": file_ids,
                "attachments": attachments,
                "metadata": metadata,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.CREATE_MESSAGE, request)

    async def retrieve(
        self,
        message_id: str,
        *,
        thread_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Message:
        """Retrieve a message.

        Reads one message of a thread.

        `GET /threads/{thread_id}/messages/{message_id}`

        Args:
            message_id: Id of the message.
            thread_id: Id of the thread.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The message.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_MESSAGE.request(
            (
                thread_id,
                message_id,
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
        return await self._transport.call(operations.GET_MESSAGE, request)

    async def update(
        self,
        message_id: str,
        *,
        thread_id: str,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> Message:
        """Update a message.

        Changes the metadata of a message; its content cannot be changed.

        `POST /threads/{thread_id}/messages/{message_id}`

        Args:
            message_id: Id of the message.
            thread_id: Id of the thread.
            metadata: Notes to keep with it.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The changed message.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.UPDATE_MESSAGE.request(
            (
                thread_id,
                message_id,
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
        return await self._transport.call(operations.UPDATE_MESSAGE, request)

    async def delete(
        self,
        message_id: str,
        *,
        thread_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> MessageDeleted:
        """Delete a message.

        Removes one message from its thread.

        `DELETE /threads/{thread_id}/messages/{message_id}`

        Args:
            message_id: Id of the message.
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
        request = operations.DELETE_MESSAGE.request(
            (
                thread_id,
                message_id,
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
        return await self._transport.call(operations.DELETE_MESSAGE, request)


class MessagesWithRawResponse:
    """Operations on `threads.messages` that return their answers undecoded."""

    def __init__(self, resource: Messages) -> None:
        from openai_assistants_core import raw

        self._resource = resource
        self.list = raw(resource.list)
        self.create = raw(resource.create)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)
        self.delete = raw(resource.delete)

    @cached_property
    def files(self) -> MessageFilesWithRawResponse:
        """Operations on `threads.messages.files`."""
        return self._resource.files.with_raw_response


class AsyncMessagesWithRawResponse:
    """Operations on `threads.messages` that return their answers undecoded."""

    def __init__(self, resource: AsyncMessages) -> None:
        from openai_assistants_core import async_raw

        self._resource = resource
        self.list = async_raw(resource.list)
        self.create = async_raw(resource.create)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
        self.delete = async_raw(resource.delete)

    @cached_property
    def files(self) -> AsyncMessageFilesWithRawResponse:
        """Operations on `threads.messages.files`."""
        return self._resource.files.with_raw_response


class MessagesWithStreamingResponse:
    """Operations on `threads.messages` that open their answers as streams, in a `with` statement."""

    def __init__(self, resource: Messages) -> None:
        from openai_assistants_core import streamed

        self._resource = resource
        self.list = streamed(resource.list)
        self.create = streamed(resource.create)
        self.retrieve = streamed(resource.retrieve)
        self.update = streamed(resource.update)
        self.delete = streamed(resource.delete)

    @cached_property
    def files(self) -> MessageFilesWithStreamingResponse:
        """Operations on `threads.messages.files`."""
        return self._resource.files.with_streaming_response


class AsyncMessagesWithStreamingResponse:
    """Operations on `threads.messages` that open their answers as streams, in an `async with` statement."""

    def __init__(self, resource: AsyncMessages) -> None:
        from openai_assistants_core import async_streamed

        self._resource = resource
        self.list = async_streamed(resource.list)
        self.create = async_streamed(resource.create)
        self.retrieve = async_streamed(resource.retrieve)
        self.update = async_streamed(resource.update)
        self.delete = async_streamed(resource.delete)

    @cached_property
    def files(self) -> AsyncMessageFilesWithStreamingResponse:
        """Operations on `threads.messages.files`."""
        return self._resource.files.with_streaming_response
