# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""A client's resources whose methods give their answers undecoded."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from .resources.assistants import (
        AssistantsWithRawResponse,
        AssistantsWithStreamingResponse,
        AsyncAssistantsWithRawResponse,
        AsyncAssistantsWithStreamingResponse,
    )
    from .resources.files import (
        AsyncFilesWithRawResponse,
        AsyncFilesWithStreamingResponse,
        FilesWithRawResponse,
        FilesWithStreamingResponse,
    )
    from .resources.threads import (
        AsyncThreadsWithRawResponse,
        AsyncThreadsWithStreamingResponse,
        ThreadsWithRawResponse,
        ThreadsWithStreamingResponse,
    )
    from .resources.vector_stores import (
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
        view: AssistantsWithRawResponse = self._client.assistants.with_raw_response
        return view

    @cached_property
    def threads(self) -> ThreadsWithRawResponse:
        """Operations on `threads`."""
        view: ThreadsWithRawResponse = self._client.threads.with_raw_response
        return view

    @cached_property
    def files(self) -> FilesWithRawResponse:
        """Operations on `files`."""
        view: FilesWithRawResponse = self._client.files.with_raw_response
        return view

    @cached_property
    def vector_stores(self) -> VectorStoresWithRawResponse:
        """Operations on `vector_stores`."""
        view: VectorStoresWithRawResponse = self._client.vector_stores.with_raw_response
        return view


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
        view: AsyncAssistantsWithRawResponse = self._client.assistants.with_raw_response
        return view

    @cached_property
    def threads(self) -> AsyncThreadsWithRawResponse:
        """Operations on `threads`."""
        view: AsyncThreadsWithRawResponse = self._client.threads.with_raw_response
        return view

    @cached_property
    def files(self) -> AsyncFilesWithRawResponse:
        """Operations on `files`."""
        view: AsyncFilesWithRawResponse = self._client.files.with_raw_response
        return view

    @cached_property
    def vector_stores(self) -> AsyncVectorStoresWithRawResponse:
        """Operations on `vector_stores`."""
        view: AsyncVectorStoresWithRawResponse = self._client.vector_stores.with_raw_response
        return view


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
        view: AssistantsWithStreamingResponse = self._client.assistants.with_streaming_response
        return view

    @cached_property
    def threads(self) -> ThreadsWithStreamingResponse:
        """Operations on `threads`."""
        view: ThreadsWithStreamingResponse = self._client.threads.with_streaming_response
        return view

    @cached_property
    def files(self) -> FilesWithStreamingResponse:
        """Operations on `files`."""
        view: FilesWithStreamingResponse = self._client.files.with_streaming_response
        return view

    @cached_property
    def vector_stores(self) -> VectorStoresWithStreamingResponse:
        """Operations on `vector_stores`."""
        view: VectorStoresWithStreamingResponse = self._client.vector_stores.with_streaming_response
        return view


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
        view: AsyncAssistantsWithStreamingResponse = self._client.assistants.with_streaming_response
        return view

    @cached_property
    def threads(self) -> AsyncThreadsWithStreamingResponse:
        """Operations on `threads`."""
        view: AsyncThreadsWithStreamingResponse = self._client.threads.with_streaming_response
        return view

    @cached_property
    def files(self) -> AsyncFilesWithStreamingResponse:
        """Operations on `files`."""
        view: AsyncFilesWithStreamingResponse = self._client.files.with_streaming_response
        return view

    @cached_property
    def vector_stores(self) -> AsyncVectorStoresWithStreamingResponse:
        """Operations on `vector_stores`."""
        view: AsyncVectorStoresWithStreamingResponse = (
            self._client.vector_stores.with_streaming_response
        )
        return view
