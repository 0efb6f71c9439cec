# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Operations on a client's `vector_stores.files`."""

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

    from ..models import (
        FileContentResponse,
        VectorStoreDataSource,
        VectorStoreFile,
        VectorStoreFileDeleted,
    )
    from ..params import (
        FileChunkingStrategyParam,
        SortOrderParam,
        VectorStoreDataSourceParam,
        VectorStoreFileAttributesParam,
        VectorStoreFileStatusParam,
    )

__all__ = [
    "AsyncVectorStoreFiles",
    "AsyncVectorStoreFilesWithRawResponse",
    "AsyncVectorStoreFilesWithStreamingResponse",
    "VectorStoreFiles",
    "VectorStoreFilesWithRawResponse",
    "VectorStoreFilesWithStreamingResponse",
]


class VectorStoreFiles(SyncResource):
    """Operations on `vector_stores.files`."""

    @cached_property
    def with_raw_response(self) -> VectorStoreFilesWithRawResponse:
        """The same operations, that return their answers undecoded."""
        return VectorStoreFilesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> VectorStoreFilesWithStreamingResponse:
        """The same operations, that open their answers as streams."""
        return VectorStoreFilesWithStreamingResponse(self)

    def list(
        self,
        vector_store_id: str,
        *,
        after: str | NotGiven = NOT_GIVEN,
        before: str | NotGiven = NOT_GIVEN,
        filter: VectorStoreFileStatusParam | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        order: SortOrderParam | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> SyncPage[VectorStoreFile]:
        """List the files of a vector store.

        One page of files, newest first unless asked otherwise.

        `GET /vector_stores/{vector_store_id}/files`

        Args:
            vector_store_id: Id of the vector store.
            after: Id of an object; the page starts behind it.
            before: Id of an object; the page ends ahead of it.
            filter: Only files with this status.
            limit: Most objects on the page, from 1 to 100; services take 20 when it is left out.
            order: Sort by time of creation, oldest first (asc) or newest first (desc).
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
        request = operations.LIST_VECTOR_STORE_FILES.request(
            (vector_store_id,),
            {
                "after": after,
                "before": before,
                "limit": limit,
                "order": order,
                "filter": filter,
            },
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._first_page(operations.LIST_VECTOR_STORE_FILES, request)

    def create(
        self,
        vector_store_id: str,
        *,
        file_id: str,
        attributes: VectorStoreFileAttributesParam | None | NotGiven = NOT_GIVEN,
        chunking_strategy: FileChunkingStrategyParam | NotGiven = NOT_GIVEN,
        data_source: VectorStoreDataSourceParam | VectorStoreDataSource | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> VectorStoreFile:
        """Add a file to a vector store.

        Starts to cut the file into pieces; its status says when they can be searched.

        `POST /vector_stores/{vector_store_id}/files`

        Args:
            vector_store_id: Id of the vector store.
            file_id: Id of an uploaded file.
            attributes: Attributes that searches can filter by.
            chunking_strategy: How the file is cut into pieces; automatic when left out.
            data_source: Foundry; data that are kept elsewhere.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The file in the vector store.

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
        request = operations.CREATE_VECTOR_STORE_FILE.request(
            (vector_store_id,),
            {},
            {
                "file_id": file_id,
                "chunking_strategy": chunking_strategy,
                "attributes": attributes,
                "data_source": data_source,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.CREATE_VECTOR_STORE_FILE, request)

    def retrieve(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> VectorStoreFile:
        """Retrieve a file of a vector store.

        Reads how far a file is; ask again until its status is final.

        `GET /vector_stores/{vector_store_id}/files/{file_id}`

        Args:
            file_id: Id of the file.
            vector_store_id: Id of the vector store.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The file in the vector store.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_VECTOR_STORE_FILE.request(
            (
                vector_store_id,
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
        return self._transport.call(operations.GET_VECTOR_STORE_FILE, request)

    def update(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        attributes: VectorStoreFileAttributesParam | None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> VectorStoreFile:
        """Update a file of a vector store.

        Replaces the attributes that searches can filter by.

        `POST /vector_stores/{vector_store_id}/files/{file_id}`

        Args:
            file_id: Id of the file.
            vector_store_id: Id of the vector store.
            attributes: Attributes that searches can filter by; they replace the old ones.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The changed file.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.UPDATE_VECTOR_STORE_FILE.request(
            (
                vector_store_id,
                file_id,
            ),
            {},
            {
                "attributes": attributes,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.UPDATE_VECTOR_STORE_FILE, request)

    def delete(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> VectorStoreFileDeleted:
        """Remove a file from a vector store.

        Takes the file out of the vector store and keeps the file itself.

        `DELETE /vector_stores/{vector_store_id}/files/{file_id}`

        Args:
            file_id: Id of the file.
            vector_store_id: Id of the vector store.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            What was removed.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.DELETE_VECTOR_STORE_FILE.request(
            (
                vector_store_id,
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
        return self._transport.call(operations.DELETE_VECTOR_STORE_FILE, request)

    def content(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> SyncPage[FileContentResponse]:
        """Read the text of a file of a vector store.

        Returns the text that was taken from the file, in pieces.

        `GET /vector_stores/{vector_store_id}/files/{file_id}/content`

        Args:
            file_id: Id of the file.
            vector_store_id: Id of the vector store.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The text.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_VECTOR_STORE_FILE_CONTENT.request(
            (
                vector_store_id,
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
        return self._first_page(operations.GET_VECTOR_STORE_FILE_CONTENT, request)


class AsyncVectorStoreFiles(AsyncResource):
    """Operations on `vector_stores.files`, asynchronous."""

    @cached_property
    def with_raw_response(self) -> AsyncVectorStoreFilesWithRawResponse:
        """The same operations, that return their answers undecoded."""
        return AsyncVectorStoreFilesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncVectorStoreFilesWithStreamingResponse:
        """The same operations, that open their answers as streams."""
        return AsyncVectorStoreFilesWithStreamingResponse(self)

    def list(
        self,
        vector_store_id: str,
        *,
        after: str | NotGiven = NOT_GIVEN,
        before: str | NotGiven = NOT_GIVEN,
        filter: VectorStoreFileStatusParam | NotGiven = NOT_GIVEN,
        limit: int | NotGiven = NOT_GIVEN,
        order: SortOrderParam | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[VectorStoreFile]:
        """List the files of a vector store.

        One page of files, newest first unless asked otherwise.

        `GET /vector_stores/{vector_store_id}/files`

        Args:
            vector_store_id: Id of the vector store.
            after: Id of an object; the page starts behind it.
            before: Id of an object; the page ends ahead of it.
            filter: Only files with this status.
            limit: Most objects on the page, from 1 to 100; services take 20 when it is left out.
            order: Sort by time of creation, oldest first (asc) or newest first (desc).
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
        request = operations.LIST_VECTOR_STORE_FILES.request(
            (vector_store_id,),
            {
                "after": after,
                "before": before,
                "limit": limit,
                "order": order,
                "filter": filter,
            },
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._paginator(operations.LIST_VECTOR_STORE_FILES, request)

    async def create(
        self,
        vector_store_id: str,
        *,
        file_id: str,
        attributes: VectorStoreFileAttributesParam | None | NotGiven = NOT_GIVEN,
        chunking_strategy: FileChunkingStrategyParam | NotGiven = NOT_GIVEN,
        data_source: VectorStoreDataSourceParam | VectorStoreDataSource | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> VectorStoreFile:
        """Add a file to a vector store.

        Starts to cut the file into pieces; its status says when they can be searched.

        `POST /vector_stores/{vector_store_id}/files`

        Args:
            vector_store_id: Id of the vector store.
            file_id: Id of an uploaded file.
            attributes: Attributes that searches can filter by.
            chunking_strategy: How the file is cut into pieces; automatic when left out.
            data_source: Foundry; data that are kept elsewhere.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The file in the vector store.

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
        request = operations.CREATE_VECTOR_STORE_FILE.request(
            (vector_store_id,),
            {},
            {
                "file_id": file_id,
                "chunking_strategy": chunking_strategy,
                "attributes": attributes,
                "data_source": data_source,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.CREATE_VECTOR_STORE_FILE, request)

    async def retrieve(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> VectorStoreFile:
        """Retrieve a file of a vector store.

        Reads how far a file is; ask again until its status is final.

        `GET /vector_stores/{vector_store_id}/files/{file_id}`

        Args:
            file_id: Id of the file.
            vector_store_id: Id of the vector store.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The file in the vector store.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_VECTOR_STORE_FILE.request(
            (
                vector_store_id,
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
        return await self._transport.call(operations.GET_VECTOR_STORE_FILE, request)

    async def update(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        attributes: VectorStoreFileAttributesParam | None,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> VectorStoreFile:
        """Update a file of a vector store.

        Replaces the attributes that searches can filter by.

        `POST /vector_stores/{vector_store_id}/files/{file_id}`

        Args:
            file_id: Id of the file.
            vector_store_id: Id of the vector store.
            attributes: Attributes that searches can filter by; they replace the old ones.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The changed file.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.UPDATE_VECTOR_STORE_FILE.request(
            (
                vector_store_id,
                file_id,
            ),
            {},
            {
                "attributes": attributes,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.UPDATE_VECTOR_STORE_FILE, request)

    async def delete(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> VectorStoreFileDeleted:
        """Remove a file from a vector store.

        Takes the file out of the vector store and keeps the file itself.

        `DELETE /vector_stores/{vector_store_id}/files/{file_id}`

        Args:
            file_id: Id of the file.
            vector_store_id: Id of the vector store.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            What was removed.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.DELETE_VECTOR_STORE_FILE.request(
            (
                vector_store_id,
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
        return await self._transport.call(operations.DELETE_VECTOR_STORE_FILE, request)

    def content(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[FileContentResponse]:
        """Read the text of a file of a vector store.

        Returns the text that was taken from the file, in pieces.

        `GET /vector_stores/{vector_store_id}/files/{file_id}/content`

        Args:
            file_id: Id of the file.
            vector_store_id: Id of the vector store.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The text. Await it for the first page, or iterate over all of them.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_VECTOR_STORE_FILE_CONTENT.request(
            (
                vector_store_id,
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
        return self._paginator(operations.GET_VECTOR_STORE_FILE_CONTENT, request)


class VectorStoreFilesWithRawResponse:
    """Operations on `vector_stores.files` that return their answers undecoded."""

    def __init__(self, resource: VectorStoreFiles) -> None:
        from openai_assistants_core import raw

        self._resource = resource
        self.list = raw(resource.list)
        self.create = raw(resource.create)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)
        self.delete = raw(resource.delete)
        self.content = raw(resource.content)


class AsyncVectorStoreFilesWithRawResponse:
    """Operations on `vector_stores.files` that return their answers undecoded."""

    def __init__(self, resource: AsyncVectorStoreFiles) -> None:
        from openai_assistants_core import async_raw

        self._resource = resource
        self.list = async_raw(resource.list)
        self.create = async_raw(resource.create)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
        self.delete = async_raw(resource.delete)
        self.content = async_raw(resource.content)


class VectorStoreFilesWithStreamingResponse:
    """Operations on `vector_stores.files` that open their answers as streams, in a `with` statement."""

    def __init__(self, resource: VectorStoreFiles) -> None:
        from openai_assistants_core import streamed

        self._resource = resource
        self.list = streamed(resource.list)
        self.create = streamed(resource.create)
        self.retrieve = streamed(resource.retrieve)
        self.update = streamed(resource.update)
        self.delete = streamed(resource.delete)
        self.content = streamed(resource.content)


class AsyncVectorStoreFilesWithStreamingResponse:
    """Operations on `vector_stores.files` that open their answers as streams, in an `async with` statement."""

    def __init__(self, resource: AsyncVectorStoreFiles) -> None:
        from openai_assistants_core import async_streamed

        self._resource = resource
        self.list = async_streamed(resource.list)
        self.create = async_streamed(resource.create)
        self.retrieve = async_streamed(resource.retrieve)
        self.update = async_streamed(resource.update)
        self.delete = async_streamed(resource.delete)
        self.content = async_streamed(resource.content)
