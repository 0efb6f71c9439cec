# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Operations on a client's `vector_stores`."""

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

    from ..models import (
        VectorStore,
        VectorStoreConfiguration,
        VectorStoreDeleted,
        VectorStoreExpirationAfter,
        VectorStoreSearchResponse,
    )
    from ..params import (
        FileChunkingStrategyParam,
        MetadataParam,
        SortOrderParam,
        VectorStoreConfigurationParam,
        VectorStoreExpirationAfterParam,
        VectorStoreSearchFilterParam,
        VectorStoreSearchQueryParam,
        VectorStoreSearchRankingOptionsParam,
    )
    from .file_batches import (
        AsyncFileBatches,
        AsyncFileBatchesWithRawResponse,
        AsyncFileBatchesWithStreamingResponse,
        FileBatches,
        FileBatchesWithRawResponse,
        FileBatchesWithStreamingResponse,
    )
    from .vector_store_files import (
        AsyncVectorStoreFiles,
        AsyncVectorStoreFilesWithRawResponse,
        AsyncVectorStoreFilesWithStreamingResponse,
        VectorStoreFiles,
        VectorStoreFilesWithRawResponse,
        VectorStoreFilesWithStreamingResponse,
    )

__all__ = [
    "AsyncVectorStores",
    "AsyncVectorStoresWithRawResponse",
    "AsyncVectorStoresWithStreamingResponse",
    "VectorStores",
    "VectorStoresWithRawResponse",
    "VectorStoresWithStreamingResponse",
]


class VectorStores(SyncResource):
    """Operations on `vector_stores`."""

    @cached_property
    def with_raw_response(self) -> VectorStoresWithRawResponse:
        """The same operations, that return their answers undecoded."""
        return VectorStoresWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> VectorStoresWithStreamingResponse:
        """The same operations, that open their answers as streams."""
        return VectorStoresWithStreamingResponse(self)

    @cached_property
    def files(self) -> VectorStoreFiles:
        """Operations on `vector_stores.files`."""
        from .vector_store_files import VectorStoreFiles

        return VectorStoreFiles(self._transport)

    @cached_property
    def file_batches(self) -> FileBatches:
        """Operations on `vector_stores.file_batches`."""
        from .file_batches import FileBatches

        return FileBatches(self._transport)

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
    ) -> SyncPage[VectorStore]:
        """List vector stores.

        One page of vector stores, newest first unless asked otherwise.

        `GET /vector_stores`

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
            A page of vector stores.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.LIST_VECTOR_STORES.request(
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
        return self._first_page(operations.LIST_VECTOR_STORES, request)

    def create(
        self,
        *,
        chunking_strategy: FileChunkingStrategyParam | NotGiven = NOT_GIVEN,
        configuration: VectorStoreConfigurationParam
        | VectorStoreConfiguration
        | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        expires_after: VectorStoreExpirationAfterParam
        | VectorStoreExpirationAfter
        | NotGiven = NOT_GIVEN,
        file_ids: Sequence[str] | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> VectorStore:
        """Create a vector store.

        A vector store holds files, cut into pieces, for the file search.

        `POST /vector_stores`

        Args:
            chunking_strategy: How the files are cut into pieces; automatic when left out.
            configuration: Foundry; data that are kept elsewhere.
            description: What it is for.
            expires_after: When it is to be removed; left out, it stays.
            file_ids: Ids of uploaded files to add, at most 500.
            metadata: Notes to keep with it.
            name: Its name.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The new vector store.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.CREATE_VECTOR_STORE.request(
            (),
            {},
            {
                "file_ids": file_ids,
                "name": name,
                "description": description,
                "expires_after": expires_after,
                "chunking_strategy": chunking_strategy,
                "metadata": metadata,
                "configuration": configuration,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.CREATE_VECTOR_STORE, request)

    def retrieve(
        self,
        vector_store_id: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> VectorStore:
        """Retrieve a vector store.

        Reads one vector store by its id.

        `GET /vector_stores/{vector_store_id}`

        Args:
            vector_store_id: Id of the vector store.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The vector store.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_VECTOR_STORE.request(
            (vector_store_id,),
            {},
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.GET_VECTOR_STORE, request)

    def update(
        self,
        vector_store_id: str,
        *,
        expires_after: VectorStoreExpirationAfterParam
        | VectorStoreExpirationAfter
        | None
        | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        name: str | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> VectorStore:
        """Update a vector store.

        Changes the fields that are sent and leaves the others as they are.

        `POST /vector_stores/{vector_store_id}`

        Args:
            vector_store_id: Id of the vector store.
            expires_after: When it is to be removed.
            metadata: Notes to keep with it.
            name: Its name.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The changed vector store.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.UPDATE_VECTOR_STORE.request(
            (vector_store_id,),
            {},
            {
                "name": name,
                "expires_after": expires_after,
                "metadata": metadata,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.UPDATE_VECTOR_STORE, request)

    def delete(
        self,
        vector_store_id: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> VectorStoreDeleted:
        """Delete a vector store.

        Removes the vector store and keeps its files.

        `DELETE /vector_stores/{vector_store_id}`

        Args:
            vector_store_id: Id of the vector store.
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
        request = operations.DELETE_VECTOR_STORE.request(
            (vector_store_id,),
            {},
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._transport.call(operations.DELETE_VECTOR_STORE, request)

    def search(
        self,
        vector_store_id: str,
        *,
        query: VectorStoreSearchQueryParam,
        filters: VectorStoreSearchFilterParam | NotGiven = NOT_GIVEN,
        max_num_results: int | NotGiven = NOT_GIVEN,
        ranking_options: VectorStoreSearchRankingOptionsParam | NotGiven = NOT_GIVEN,
        rewrite_query: bool | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> SyncPage[VectorStoreSearchResponse]:
        """Search a vector store.

        Finds the pieces of files that fit a query best, best first.

        `POST /vector_stores/{vector_store_id}/search`

        Args:
            vector_store_id: Id of the vector store.
            query: What to look for.
            filters: Conditions on the attributes of the files.
            max_num_results: Most results, from 1 to 50; 10 when left out.
            ranking_options: How results are ranked and cut off.
            rewrite_query: Whether the service may put the query into better words; not when left
                out.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            What was found.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.SEARCH_VECTOR_STORE.request(
            (vector_store_id,),
            {},
            {
                "query": query,
                "rewrite_query": rewrite_query,
                "max_num_results": max_num_results,
                "filters": filters,
                "ranking_options": ranking_options,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._first_page(operations.SEARCH_VECTOR_STORE, request)


class AsyncVectorStores(AsyncResource):
    """Operations on `vector_stores`, asynchronous."""

    @cached_property
    def with_raw_response(self) -> AsyncVectorStoresWithRawResponse:
        """The same operations, that return their answers undecoded."""
        return AsyncVectorStoresWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncVectorStoresWithStreamingResponse:
        """The same operations, that open their answers as streams."""
        return AsyncVectorStoresWithStreamingResponse(self)

    @cached_property
    def files(self) -> AsyncVectorStoreFiles:
        """Operations on `vector_stores.files`."""
        from .vector_store_files import AsyncVectorStoreFiles

        return AsyncVectorStoreFiles(self._transport)

    @cached_property
    def file_batches(self) -> AsyncFileBatches:
        """Operations on `vector_stores.file_batches`."""
        from .file_batches import AsyncFileBatches

        return AsyncFileBatches(self._transport)

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
    ) -> AsyncPaginator[VectorStore]:
        """List vector stores.

        One page of vector stores, newest first unless asked otherwise.

        `GET /vector_stores`

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
            A page of vector stores. Await it for the first page, or iterate over all of them.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.LIST_VECTOR_STORES.request(
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
        return self._paginator(operations.LIST_VECTOR_STORES, request)

    async def create(
        self,
        *,
        chunking_strategy: FileChunkingStrategyParam | NotGiven = NOT_GIVEN,
        configuration: VectorStoreConfigurationParam
        | VectorStoreConfiguration
        | NotGiven = NOT_GIVEN,
        description: str | NotGiven = NOT_GIVEN,
        expires_after: VectorStoreExpirationAfterParam
        | VectorStoreExpirationAfter
        | NotGiven = NOT_GIVEN,
        file_ids: Sequence[str] | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        name: str | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> VectorStore:
        """Create a vector store.

        A vector store holds files, cut into pieces, for the file search.

        `POST /vector_stores`

        Args:
            chunking_strategy: How the files are cut into pieces; automatic when left out.
            configuration: Foundry; data that are kept elsewhere.
            description: What it is for.
            expires_after: When it is to be removed; left out, it stays.
            file_ids: Ids of uploaded files to add, at most 500.
            metadata: Notes to keep with it.
            name: Its name.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The new vector store.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.CREATE_VECTOR_STORE.request(
            (),
            {},
            {
                "file_ids": file_ids,
                "name": name,
                "description": description,
                "expires_after": expires_after,
                "chunking_strategy": chunking_strategy,
                "metadata": metadata,
                "configuration": configuration,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.CREATE_VECTOR_STORE, request)

    async def retrieve(
        self,
        vector_store_id: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> VectorStore:
        """Retrieve a vector store.

        Reads one vector store by its id.

        `GET /vector_stores/{vector_store_id}`

        Args:
            vector_store_id: Id of the vector store.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The vector store.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.GET_VECTOR_STORE.request(
            (vector_store_id,),
            {},
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.GET_VECTOR_STORE, request)

    async def update(
        self,
        vector_store_id: str,
        *,
        expires_after: VectorStoreExpirationAfterParam
        | VectorStoreExpirationAfter
        | None
        | NotGiven = NOT_GIVEN,
        metadata: MetadataParam | None | NotGiven = NOT_GIVEN,
        name: str | None | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> VectorStore:
        """Update a vector store.

        Changes the fields that are sent and leaves the others as they are.

        `POST /vector_stores/{vector_store_id}`

        Args:
            vector_store_id: Id of the vector store.
            expires_after: When it is to be removed.
            metadata: Notes to keep with it.
            name: Its name.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            The changed vector store.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.UPDATE_VECTOR_STORE.request(
            (vector_store_id,),
            {},
            {
                "name": name,
                "expires_after": expires_after,
                "metadata": metadata,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.UPDATE_VECTOR_STORE, request)

    async def delete(
        self,
        vector_store_id: str,
        *,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> VectorStoreDeleted:
        """Delete a vector store.

        Removes the vector store and keeps its files.

        `DELETE /vector_stores/{vector_store_id}`

        Args:
            vector_store_id: Id of the vector store.
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
        request = operations.DELETE_VECTOR_STORE.request(
            (vector_store_id,),
            {},
            {},
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return await self._transport.call(operations.DELETE_VECTOR_STORE, request)

    def search(
        self,
        vector_store_id: str,
        *,
        query: VectorStoreSearchQueryParam,
        filters: VectorStoreSearchFilterParam | NotGiven = NOT_GIVEN,
        max_num_results: int | NotGiven = NOT_GIVEN,
        ranking_options: VectorStoreSearchRankingOptionsParam | NotGiven = NOT_GIVEN,
        rewrite_query: bool | NotGiven = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> AsyncPaginator[VectorStoreSearchResponse]:
        """Search a vector store.

        Finds the pieces of files that fit a query best, best first.

        `POST /vector_stores/{vector_store_id}/search`

        Args:
            vector_store_id: Id of the vector store.
            query: What to look for.
            filters: Conditions on the attributes of the files.
            max_num_results: Most results, from 1 to 50; 10 when left out.
            ranking_options: How results are ranked and cut off.
            rewrite_query: Whether the service may put the query into better words; not when left
                out.
            extra_headers: Headers to send besides, or instead of, the client's.
            extra_query: Query parameters to add.
            extra_body: Fields to add to the JSON body, unchecked.
            timeout: Seconds to wait for this call, instead of the client's.

        Returns:
            What was found. Await it for the first page, or iterate over all of them.

        Raises:
            BadRequestError: The request is malformed, or does not fit the state of what it names.
            AuthenticationError: The credential is missing or wrong.
            PermissionDeniedError: The credential does not allow this.
            NotFoundError: There is no object with such an id.
            RateLimitError: Too many requests, or the quota is used up.
            InternalServerError: The service failed.
            APIConnectionError: The service could not be reached.
        """
        request = operations.SEARCH_VECTOR_STORE.request(
            (vector_store_id,),
            {},
            {
                "query": query,
                "rewrite_query": rewrite_query,
                "max_num_results": max_num_results,
                "filters": filters,
                "ranking_options": ranking_options,
            },
            CallOptions(
                extra_headers=extra_headers,
                extra_query=extra_query,
                extra_body=extra_body,
                timeout=timeout,
            ),
        )
        return self._paginator(operations.SEARCH_VECTOR_STORE, request)


class VectorStoresWithRawResponse:
    """Operations on `vector_stores` that return their answers undecoded."""

    def __init__(self, resource: VectorStores) -> None:
        from openai_assistants_core import raw

        self._resource = resource
        self.list = raw(resource.list)
        self.create = raw(resource.create)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)
        self.delete = raw(resource.delete)
        self.search = raw(resource.search)

    @cached_property
    def files(self) -> VectorStoreFilesWithRawResponse:
        """Operations on `vector_stores.files`."""
        return self._resource.files.with_raw_response

    @cached_property
    def file_batches(self) -> FileBatchesWithRawResponse:
        """Operations on `vector_stores.file_batches`."""
        return self._resource.file_batches.with_raw_response


class AsyncVectorStoresWithRawResponse:
    """Operations on `vector_stores` that return their answers undecoded."""

    def __init__(self, resource: AsyncVectorStores) -> None:
        from openai_assistants_core import async_raw

        self._resource = resource
        self.list = async_raw(resource.list)
        self.create = async_raw(resource.create)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
        self.delete = async_raw(resource.delete)
        self.search = async_raw(resource.search)

    @cached_property
    def files(self) -> AsyncVectorStoreFilesWithRawResponse:
        """Operations on `vector_stores.files`."""
        return self._resource.files.with_raw_response

    @cached_property
    def file_batches(self) -> AsyncFileBatchesWithRawResponse:
        """Operations on `vector_stores.file_batches`."""
        return self._resource.file_batches.with_raw_response


class VectorStoresWithStreamingResponse:
    """Operations on `vector_stores` that open their answers as streams, in a `with` statement."""

    def __init__(self, resource: VectorStores) -> None:
        from openai_assistants_core import streamed

        self._resource = resource
        self.list = streamed(resource.list)
        self.create = streamed(resource.create)
        self.retrieve = streamed(resource.retrieve)
        self.update = streamed(resource.update)
        self.delete = streamed(resource.delete)
        self.search = streamed(resource.search)

    @cached_property
    def files(self) -> VectorStoreFilesWithStreamingResponse:
        """Operations on `vector_stores.files`."""
        return self._resource.files.with_streaming_response

    @cached_property
    def file_batches(self) -> FileBatchesWithStreamingResponse:
        """Operations on `vector_stores.file_batches`."""
        return self._resource.file_batches.with_streaming_response


class AsyncVectorStoresWithStreamingResponse:
    """Operations on `vector_stores` that open their answers as streams, in an `async with` statement."""

    def __init__(self, resource: AsyncVectorStores) -> None:
        from openai_assistants_core import async_streamed

        self._resource = resource
        self.list = async_streamed(resource.list)
        self.create = async_streamed(resource.create)
        self.retrieve = async_streamed(resource.retrieve)
        self.update = async_streamed(resource.update)
        self.delete = async_streamed(resource.delete)
        self.search = async_streamed(resource.search)

    @cached_property
    def files(self) -> AsyncVectorStoreFilesWithStreamingResponse:
        """Operations on `vector_stores.files`."""
        return self._resource.files.with_streaming_response

    @cached_property
    def file_batches(self) -> AsyncFileBatchesWithStreamingResponse:
        """Operations on `vector_stores.file_batches`."""
        return self._resource.file_batches.with_streaming_response
