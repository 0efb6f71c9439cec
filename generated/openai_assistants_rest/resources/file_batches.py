# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Operations on a client's `vector_stores.file_batches`."""

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

    from ..models import VectorStoreDataSource, VectorStoreFile, VectorStoreFileBatch
    from ..params import (
        FileChunkingStrategyParam,
        SortOrderParam,
        VectorStoreDataSourceParam,
        VectorStoreFileAttributesParam,
        VectorStoreFileBatchFileParam,
        VectorStoreFileStatusParam,
    )

__all__ = [
    "AsyncFileBatches",
    "AsyncFileBatchesWithRawResponse",
    "AsyncFileBatchesWithStreamingResponse",
    "FileBatches",
    "FileBatchesWithRawResponse",
    "FileBatchesWithStreamingResponse",
]


class FileBatches(SyncResource):
    """Operations on `vector_stores.file_batches`."""

    @cached_property
    def with_raw_response(self) -> FileBatchesWithRawResponse:
        """The same operations, that return their answers undecoded."""
        return FileBatchesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> FileBatchesWithStreamingResponse:
        """The same operations, that open their answers as streams."""
        return FileBatchesWithStreamingResponse(self)

    def create(
        self,
        vector_store_id: str,
        *,
        attributes: VectorStoreFileAttributesParam | None | NotGiven = NOT_GIVEN,
        chunking_strategy: FileChunkingStrategyParam | NotGiven = NOT_GIVEN,
        data_sources: Sequence[VectorStoreDataSourceParam | VectorStoreDataSource]
        | NotGiven = NOT_GIVEN,
        file_ids: Sequence[str] | NotGiven = NOT_GIVEN,
        files: Sequence[VectorStoreFileBatchFileParam] | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> VectorStoreFileBatch:
        """Add files to a vector store.

        Starts to cut several files into pieces in one request.

        `POST /vector_stores/{vector_store_id}/file_batches`

        Args:
            vector_store_id: Id of the vector store.
            attributes: Attributes for every file given by its id.
            chunking_strategy: How the files are cut into pieces; automatic when left out.
            data_sources: Foundry; data that are kept elsewhere.
            file_ids: Ids of uploaded files, at most 2,000; 500 in older versions.
            files: Files with settings of their own, at most 2,000.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The batch.

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
        request = operations.CREATE_VECTOR_STORE_FILE_BATCH.request(
            (vector_store_id,),
            {},
            {
                "file_ids": file_ids,
                "files": files,
                "chunking_strategy": chunking_strategy,
                "attributes": attributes,
                "data_sources": data_sources,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.CREATE_VECTOR_STORE_FILE_BATCH, request)

    def retrieve(
        self,
        batch_id: str,
        *,
        vector_store_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> VectorStoreFileBatch:
        """Retrieve a batch of files.

        Reads how far a batch is; ask again until its status is final.

        `GET /vector_stores/{vector_store_id}/file_batches/{batch_id}`

        Args:
            batch_id: Id of the batch of files.
            vector_store_id: Id of the vector store.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The batch.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_VECTOR_STORE_FILE_BATCH.request(
            (
                vector_store_id,
                batch_id,
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
        return self._transport.call(operations.GET_VECTOR_STORE_FILE_BATCH, request)

    def cancel(
        self,
        batch_id: str,
        *,
        vector_store_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> VectorStoreFileBatch:
        """Cancel a batch of files.

        Leaves out the files of the batch that are not done yet.

        `POST /vector_stores/{vector_store_id}/file_batches/{batch_id}/cancel`

        Args:
            batch_id: Id of the batch of files.
            vector_store_id: Id of the vector store.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The batch.

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
        request = operations.CANCEL_VECTOR_STORE_FILE_BATCH.request(
            (
                vector_store_id,
                batch_id,
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
        return self._transport.call(operations.CANCEL_VECTOR_STORE_FILE_BATCH, request)

    def list_files(
        self,
        batch_id: str,
        *,
        vector_store_id: str,
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
        """List the files of a batch.

        One page of files, newest first unless asked otherwise.

        `GET /vector_stores/{vector_store_id}/file_batches/{batch_id}/files`

        Args:
            batch_id: Id of the batch of files.
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
        request = operations.LIST_VECTOR_STORE_FILE_BATCH_FILES.request(
            (
                vector_store_id,
                batch_id,
            ),
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
        return self._first_page(operations.LIST_VECTOR_STORE_FILE_BATCH_FILES, request)


class AsyncFileBatches(AsyncResource):
    """Operations on `vector_stores.file_batches`, asynchronous."""

    @cached_property
    def with_raw_response(self) -> AsyncFileBatchesWithRawResponse:
        """The same operations, that return their answers undecoded."""
        return AsyncFileBatchesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncFileBatchesWithStreamingResponse:
        """The same operations, that open their answers as streams."""
        return AsyncFileBatchesWithStreamingResponse(self)

    async def create(
        self,
        vector_store_id: str,
        *,
        attributes: VectorStoreFileAttributesParam | None | NotGiven = NOT_GIVEN,
        chunking_strategy: FileChunkingStrategyParam | NotGiven = NOT_GIVEN,
        data_sources: Sequence[VectorStoreDataSourceParam | VectorStoreDataSource]
        | NotGiven = NOT_GIVEN,
        file_ids: Sequence[str] | NotGiven = NOT_GIVEN,
        files: Sequence[VectorStoreFileBatchFileParam] | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> VectorStoreFileBatch:
        """Add files to a vector store.

        Starts to cut several files into pieces in one request.

        `POST /vector_stores/{vector_store_id}/file_batches`

        Args:
            vector_store_id: Id of the vector store.
            attributes: Attributes for every file given by its id.
            chunking_strategy: How the files are cut into pieces; automatic when left out.
            data_sources: Foundry; data that are kept elsewhere.
            file_ids: Ids of uploaded files, at most 2,000; 500 in older versions.
            files: Files with settings of their own, at most 2,000.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The batch.

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
        request = operations.CREATE_VECTOR_STORE_FILE_BATCH.request(
            (vector_store_id,),
            {},
            {
                "file_ids": file_ids,
                "files": files,
                "chunking_strategy": chunking_strategy,
                "attributes": attributes,
                "data_sources": data_sources,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.CREATE_VECTOR_STORE_FILE_BATCH, request)

    async def retrieve(
        self,
        batch_id: str,
        *,
        vector_store_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> VectorStoreFileBatch:
        """Retrieve a batch of files.

        Reads how far a batch is; ask again until its status is final.

        `GET /vector_stores/{vector_store_id}/file_batches/{batch_id}`

        Args:
            batch_id: Id of the batch of files.
            vector_store_id: Id of the vector store.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The batch.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_VECTOR_STORE_FILE_BATCH.request(
            (
                vector_store_id,
                batch_id,
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
        return await self._transport.call(operations.GET_VECTOR_STORE_FILE_BATCH, request)

    async def cancel(
        self,
        batch_id: str,
        *,
        vector_store_id: str,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> VectorStoreFileBatch:
        """Cancel a batch of files.

        Leaves out the files of the batch that are not done yet.

        `POST /vector_stores/{vector_store_id}/file_batches/{batch_id}/cancel`

        Args:
            batch_id: Id of the batch of files.
            vector_store_id: Id of the vector store.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The batch.

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
        request = operations.CANCEL_VECTOR_STORE_FILE_BATCH.request(
            (
                vector_store_id,
                batch_id,
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
        return await self._transport.call(operations.CANCEL_VECTOR_STORE_FILE_BATCH, request)

    def list_files(
        self,
        batch_id: str,
        *,
        vector_store_id: str,
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
        """List the files of a batch.

        One page of files, newest first unless asked otherwise.

        `GET /vector_stores/{vector_store_id}/file_batches/{batch_id}/files`

        Args:
            batch_id: Id of the batch of files.
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
        request = operations.LIST_VECTOR_STORE_FILE_BATCH_FILES.request(
            (
                vector_store_id,
                batch_id,
            ),
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
        return self._paginator(operations.LIST_VECTOR_STORE_FILE_BATCH_FILES, request)


class FileBatchesWithRawResponse:
    """Operations on `vector_stores.file_batches` that return their answers undecoded."""

    def __init__(self, resource: FileBatches) -> None:
        from openai_assistants_core import raw

        self._resource = resource
        self.create = raw(resource.create)
        self.retrieve = raw(resource.retrieve)
        self.cancel = raw(resource.cancel)
        self.list_files = raw(resource.list_files)


class AsyncFileBatchesWithRawResponse:
    """Operations on `vector_stores.file_batches` that return their answers undecoded."""

    def __init__(self, resource: AsyncFileBatches) -> None:
        from openai_assistants_core import async_raw

        self._resource = resource
        self.create = async_raw(resource.create)
        self.retrieve = async_raw(resource.retrieve)
        self.cancel = async_raw(resource.cancel)
        self.list_files = async_raw(resource.list_files)


class FileBatchesWithStreamingResponse:
    """Operations on `vector_stores.file_batches` that open their answers as streams, in a `with` statement."""

    def __init__(self, resource: FileBatches) -> None:
        from openai_assistants_core import streamed

        self._resource = resource
        self.create = streamed(resource.create)
        self.retrieve = streamed(resource.retrieve)
        self.cancel = streamed(resource.cancel)
        self.list_files = streamed(resource.list_files)


class AsyncFileBatchesWithStreamingResponse:
    """Operations on `vector_stores.file_batches` that open their answers as streams, in an `async with` statement."""

    def __init__(self, resource: AsyncFileBatches) -> None:
        from openai_assistants_core import async_streamed

        self._resource = resource
        self.create = async_streamed(resource.create)
        self.retrieve = async_streamed(resource.retrieve)
        self.cancel = async_streamed(resource.cancel)
        self.list_files = async_streamed(resource.list_files)
