# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Operations on a client's `files`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from openai_assistants_core import (
    NOT_GIVEN,
    AsyncResource,
    BinaryContent,
    CallOptions,
    FileTypes,
    NotGiven,
    SyncResource,
)

from .. import operations

if TYPE_CHECKING:
    from openai_assistants_core import AsyncPaginator, SyncPage

    from ..models import FileDeleted, FileObject
    from ..params import (
        FileExpirationAfterParam,
        FileImportPurposeParam,
        FileObjectPurposeParam,
        FilePurposeParam,
        SortOrderParam,
    )

__all__ = [
    "AsyncFiles",
    "AsyncFilesWithRawResponse",
    "AsyncFilesWithStreamingResponse",
    "Files",
    "FilesWithRawResponse",
    "FilesWithStreamingResponse",
]


class Files(SyncResource):
    """Operations on `files`."""

    @cached_property
    def with_raw_response(self) -> FilesWithRawResponse:
        """The same operations, that return their answers undecoded."""
        return FilesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> FilesWithStreamingResponse:
        """The same operations, that open their answers as streams."""
        return FilesWithStreamingResponse(self)

    def list(
        self,
        *,
        after: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        order: SortOrderParam | NotGiven = NOT_GIVEN,
        purpose: FileObjectPurposeParam | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> SyncPage[FileObject]:
        """List files.

        The files of the account, whole or by the page where the service has pages.

        `GET /files`

        Args:
            after: Id of a file; the page starts behind it.
            limit: Most files on the page, from 1 to 10,000; OpenAI takes 10,000 when it is left
                out.
            order: Sort by time of creation, oldest first (asc) or newest first (desc).
            purpose: Only files with this purpose.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            A page of files.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.LIST_FILES.request(
            (),
            {
                "purpose": purpose,
                "after": after,
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
        return self._first_page(operations.LIST_FILES, request)

    def create(
        self,
        *,
        file: FileTypes,
        purpose: FilePurposeParam,
        expires_after: FileExpirationAfterParam | NotGiven = NOT_GIVEN,
        filename: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> FileObject:
        """Upload a file.

        Stores a file for later use by assistants, messages or other features.

        `POST /files`

        Args:
            file: The content, with a name.
            purpose: What the file is for.
            expires_after: When the file is to be removed; left out, it stays.
            filename: Name of the file, where it differs from the one sent with the content.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The new file.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.CREATE_FILE.request(
            (),
            {},
            {
                "file": file,
                "purpose": purpose,
                "expires_after": expires_after,
                "filename": filename,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.CREATE_FILE, request)

    def import_file(
        self,
        *,
        content_url: str,
        filename: str,
        purpose: FileImportPurposeParam,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> FileObject:
        """Import a file from an address.

        Azure; fetches a file from a web address, such as a signed address of a blob, and stores it.

        `POST /files/import`

        Args:
            content_url: Address to fetch it from.
            filename: Name to give it.
            purpose: What the file is for.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The new file.

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
        request = operations.IMPORT_FILE.request(
            (),
            {},
            {
                "content_url": content_url,
                "filename": filename,
                "purpose": purpose,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.IMPORT_FILE, request)

    def retrieve(
        self,
        file_id: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> FileObject:
        """Retrieve a file.

        Reads what is known about a file, not its content.

        `GET /files/{file_id}`

        Args:
            file_id: Id of the file.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The file.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_FILE.request(
            (file_id,),
            {},
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.GET_FILE, request)

    def delete(
        self,
        file_id: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> FileDeleted:
        """Delete a file.

        Removes the file; links to it go stale.

        `DELETE /files/{file_id}`

        Args:
            file_id: Id of the file.
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
        request = operations.DELETE_FILE.request(
            (file_id,),
            {},
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.DELETE_FILE, request)

    def content(
        self,
        file_id: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> BinaryContent:
        """Download the content of a file.

        Returns the bytes as they are stored.

        `GET /files/{file_id}/content`

        Args:
            file_id: Id of the file.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The bytes of the file.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_FILE_CONTENT.request(
            (file_id,),
            {},
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.GET_FILE_CONTENT, request)


class AsyncFiles(AsyncResource):
    """Operations on `files`, asynchronous."""

    @cached_property
    def with_raw_response(self) -> AsyncFilesWithRawResponse:
        """The same operations, that return their answers undecoded."""
        return AsyncFilesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncFilesWithStreamingResponse:
        """The same operations, that open their answers as streams."""
        return AsyncFilesWithStreamingResponse(self)

    def list(
        self,
        *,
        after: str | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        order: SortOrderParam | NotGiven = NOT_GIVEN,
        purpose: FileObjectPurposeParam | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[FileObject]:
        """List files.

        The files of the account, whole or by the page where the service has pages.

        `GET /files`

        Args:
            after: Id of a file; the page starts behind it.
            limit: Most files on the page, from 1 to 10,000; OpenAI takes 10,000 when it is left
                out.
            order: Sort by time of creation, oldest first (asc) or newest first (desc).
            purpose: Only files with this purpose.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            A page of files. Await it for the first page, or iterate over all of them.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.LIST_FILES.request(
            (),
            {
                "purpose": purpose,
                "after": after,
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
        return self._paginator(operations.LIST_FILES, request)

    async def create(
        self,
        *,
        file: FileTypes,
        purpose: FilePurposeParam,
        expires_after: FileExpirationAfterParam | NotGiven = NOT_GIVEN,
        filename: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> FileObject:
        """Upload a file.

        Stores a file for later use by assistants, messages or other features.

        `POST /files`

        Args:
            file: The content, with a name.
            purpose: What the file is for.
            expires_after: When the file is to be removed; left out, it stays.
            filename: Name of the file, where it differs from the one sent with the content.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The new file.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.CREATE_FILE.request(
            (),
            {},
            {
                "file": file,
                "purpose": purpose,
                "expires_after": expires_after,
                "filename": filename,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.CREATE_FILE, request)

    async def import_file(
        self,
        *,
        content_url: str,
        filename: str,
        purpose: FileImportPurposeParam,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> FileObject:
        """Import a file from an address.

        Azure; fetches a file from a web address, such as a signed address of a blob, and stores it.

        `POST /files/import`

        Args:
            content_url: Address to fetch it from.
            filename: Name to give it.
            purpose: What the file is for.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The new file.

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
        request = operations.IMPORT_FILE.request(
            (),
            {},
            {
                "content_url": content_url,
                "filename": filename,
                "purpose": purpose,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.IMPORT_FILE, request)

    async def retrieve(
        self,
        file_id: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> FileObject:
        """Retrieve a file.

        Reads what is known about a file, not its content.

        `GET /files/{file_id}`

        Args:
            file_id: Id of the file.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The file.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_FILE.request(
            (file_id,),
            {},
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.GET_FILE, request)

    async def delete(
        self,
        file_id: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> FileDeleted:
        """Delete a file.

        Removes the file; links to it go stale.

        `DELETE /files/{file_id}`

        Args:
            file_id: Id of the file.
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
        request = operations.DELETE_FILE.request(
            (file_id,),
            {},
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.DELETE_FILE, request)

    async def content(
        self,
        file_id: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> BinaryContent:
        """Download the content of a file.

        Returns the bytes as they are stored.

        `GET /files/{file_id}/content`

        Args:
            file_id: Id of the file.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The bytes of the file.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_FILE_CONTENT.request(
            (file_id,),
            {},
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.GET_FILE_CONTENT, request)


class FilesWithRawResponse:
    """Operations on `files` that return their answers undecoded."""

    def __init__(self, resource: Files) -> None:
        from openai_assistants_core import raw

        self._resource = resource
        self.list = raw(resource.list)
        self.create = raw(resource.create)
        self.import_file = raw(resource.import_file)
        self.retrieve = raw(resource.retrieve)
        self.delete = raw(resource.delete)
        self.content = raw(resource.content)


class AsyncFilesWithRawResponse:
    """Operations on `files` that return their answers undecoded."""

    def __init__(self, resource: AsyncFiles) -> None:
        from openai_assistants_core import async_raw

        self._resource = resource
        self.list = async_raw(resource.list)
        self.create = async_raw(resource.create)
        self.import_file = async_raw(resource.import_file)
        self.retrieve = async_raw(resource.retrieve)
        self.delete = async_raw(resource.delete)
        self.content = async_raw(resource.content)


class FilesWithStreamingResponse:
    """Operations on `files` that open their answers as streams, in a `with` statement."""

    def __init__(self, resource: Files) -> None:
        from openai_assistants_core import streamed

        self._resource = resource
        self.list = streamed(resource.list)
        self.create = streamed(resource.create)
        self.import_file = streamed(resource.import_file)
        self.retrieve = streamed(resource.retrieve)
        self.delete = streamed(resource.delete)
        self.content = streamed(resource.content)


class AsyncFilesWithStreamingResponse:
    """Operations on `files` that open their answers as streams, in an `async with` statement."""

    def __init__(self, resource: AsyncFiles) -> None:
        from openai_assistants_core import async_streamed

        self._resource = resource
        self.list = async_streamed(resource.list)
        self.create = async_streamed(resource.create)
        self.import_file = async_streamed(resource.import_file)
        self.retrieve = async_streamed(resource.retrieve)
        self.delete = async_streamed(resource.delete)
        self.content = async_streamed(resource.content)
