# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""A client's resources whose methods give their answers undecoded."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from .assistants import (
        AssistantsWithRawResponse,
        AssistantsWithStreamingResponse,
        AsyncAssistantsWithRawResponse,
        AsyncAssistantsWithStreamingResponse,
    )
    from .files import (
        AsyncFilesWithRawResponse,
        AsyncFilesWithStreamingResponse,
        FilesWithRawResponse,
        FilesWithStreamingResponse,
    )
    from .threads import (
        AsyncThreadsWithRawResponse,
        AsyncThreadsWithStreamingResponse,
        ThreadsWithRawResponse,
        ThreadsWithStreamingResponse,
    )
    from .vector_stores import (
        AsyncVectorStoresWithRawResponse,
        AsyncVectorStoresWithStreamingResponse,
        VectorStoresWithRawResponse,
        VectorStoresWithStreamingResponse,
    )

__all__ = [
    "AsyncClientWithRawResponse",
    "AsyncClientWithStreamingResponse",
    "ClientWithRawResponse",
    "ClientWithStreamingResponse",
]


class ClientWithRawResponse:
    """A client's resources whose methods return their answers undecoded."""

    def __init__(self, client: Any) -> None:
        self._client = client

    @property
    def beta(self) -> Self:
        """The same, for code written as `client.beta.threads`."""
        return self

    @cached_property
    def assistants(self) -> AssistantsWithRawResponse:
        """Operations on `assistants`."""
        from .assistants import AssistantsWithRawResponse

        return AssistantsWithRawResponse(self._client.assistants)

    @cached_property
    def threads(self) -> ThreadsWithRawResponse:
        """Operations on `threads`."""
        from .threads import ThreadsWithRawResponse

        return ThreadsWithRawResponse(self._client.threads)

    @cached_property
    def files(self) -> FilesWithRawResponse:
        """Operations on `files`."""
        from .files import FilesWithRawResponse

        return FilesWithRawResponse(self._client.files)

    @cached_property
    def vector_stores(self) -> VectorStoresWithRawResponse:
        """Operations on `vector_stores`."""
        from .vector_stores import VectorStoresWithRawResponse

        return VectorStoresWithRawResponse(self._client.vector_stores)


class AsyncClientWithRawResponse:
    """A client's resources whose methods return their answers undecoded."""

    def __init__(self, client: Any) -> None:
        self._client = client

    @property
    def beta(self) -> Self:
        """The same, for code written as `client.beta.threads`."""
        return self

    @cached_property
    def assistants(self) -> AsyncAssistantsWithRawResponse:
        """Operations on `assistants`."""
        from .assistants import AsyncAssistantsWithRawResponse

        return AsyncAssistantsWithRawResponse(self._client.assistants)

    @cached_property
    def threads(self) -> AsyncThreadsWithRawResponse:
        """Operations on `threads`."""
        from .threads import AsyncThreadsWithRawResponse

        return AsyncThreadsWithRawResponse(self._client.threads)

    @cached_property
    def files(self) -> AsyncFilesWithRawResponse:
        """Operations on `files`."""
        from .files import AsyncFilesWithRawResponse

        return AsyncFilesWithRawResponse(self._client.files)

    @cached_property
    def vector_stores(self) -> AsyncVectorStoresWithRawResponse:
        """Operations on `vector_stores`."""
        from .vector_stores import AsyncVectorStoresWithRawResponse

        return AsyncVectorStoresWithRawResponse(self._client.vector_stores)


class ClientWithStreamingResponse:
    """A client's resources whose methods open their answers as streams."""

    def __init__(self, client: Any) -> None:
        self._client = client

    @property
    def beta(self) -> Self:
        """The same, for code written as `client.beta.threads`."""
        return self

    @cached_property
    def assistants(self) -> AssistantsWithStreamingResponse:
        """Operations on `assistants`."""
        from .assistants import AssistantsWithStreamingResponse

        return AssistantsWithStreamingResponse(self._client.assistants)

    @cached_property
    def threads(self) -> ThreadsWithStreamingResponse:
        """Operations on `threads`."""
        from .threads import ThreadsWithStreamingResponse

        return ThreadsWithStreamingResponse(self._client.threads)

    @cached_property
    def files(self) -> FilesWithStreamingResponse:
        """Operations on `files`."""
        from .files import FilesWithStreamingResponse

        return FilesWithStreamingResponse(self._client.files)

    @cached_property
    def vector_stores(self) -> VectorStoresWithStreamingResponse:
        """Operations on `vector_stores`."""
        from .vector_stores import VectorStoresWithStreamingResponse

        return VectorStoresWithStreamingResponse(self._client.vector_stores)


class AsyncClientWithStreamingResponse:
    """A client's resources whose methods open their answers as streams."""

    def __init__(self, client: Any) -> None:
        self._client = client

    @property
    def beta(self) -> Self:
        """The same, for code written as `client.beta.threads`."""
        return self

    @cached_property
    def assistants(self) -> AsyncAssistantsWithStreamingResponse:
        """Operations on `assistants`."""
        from .assistants import AsyncAssistantsWithStreamingResponse

        return AsyncAssistantsWithStreamingResponse(self._client.assistants)

    @cached_property
    def threads(self) -> AsyncThreadsWithStreamingResponse:
        """Operations on `threads`."""
        from .threads import AsyncThreadsWithStreamingResponse

        return AsyncThreadsWithStreamingResponse(self._client.threads)

    @cached_property
    def files(self) -> AsyncFilesWithStreamingResponse:
        """Operations on `files`."""
        from .files import AsyncFilesWithStreamingResponse

        return AsyncFilesWithStreamingResponse(self._client.files)

    @cached_property
    def vector_stores(self) -> AsyncVectorStoresWithStreamingResponse:
        """Operations on `vector_stores`."""
        from .vector_stores import AsyncVectorStoresWithStreamingResponse

        return AsyncVectorStoresWithStreamingResponse(self._client.vector_stores)
