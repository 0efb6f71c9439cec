"""Files of a vector store: adding, uploading, and waiting until they can be searched."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from openai_assistants_core import NOT_GIVEN, CallOptions, NotGiven
from openai_assistants_rest.resources import vector_store_files as generated
from openai_assistants_rest.resources.files import AsyncFiles, Files

from .._files.batch_upload import naming_uploads
from ..polling.poller import AsyncWaiting, Waiting, a_store_file
from ..polling.rule import Patience

if TYPE_CHECKING:
    from openai_assistants_core import FileTypes
    from openai_assistants_rest.models import VectorStoreFile
    from openai_assistants_rest.params import (
        FileChunkingStrategyParam,
        VectorStoreFileAttributesParam,
    )

__all__ = ["AsyncVectorStoreFiles", "VectorStoreFiles"]


class VectorStoreFiles(generated.VectorStoreFiles):
    """Operations on `vector_stores.files`, uploads, and waiting."""

    def poll(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        max_wait_seconds: float | NotGiven = NOT_GIVEN,
    ) -> "VectorStoreFile":
        """Waits until a file can be searched, or has failed or was cancelled, and returns it.

        Its `status` and `last_error` say which.

        Args:
            file_id: Id of the file.
            vector_store_id: Id of the vector store.
            poll_interval_ms: Time between looks; not given, what the service asks for each time
                (`openai-poll-after-ms`), or a second.
            max_wait_seconds: Seconds to wait at most, looked at after each answer; not given,
                waits without end. Uploading and adding the file do not count.

        Raises:
            ProcessingTimeout: The time is over; its `seen` is the file as last seen.
        """
        waiting = Waiting(self._transport, Patience(poll_interval_ms, max_wait_seconds))
        return waiting.settle(a_store_file(file_id, vector_store_id))

    def create_and_poll(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        attributes: "VectorStoreFileAttributesParam | NotGiven | None" = NOT_GIVEN,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        max_wait_seconds: float | NotGiven = NOT_GIVEN,
        chunking_strategy: "FileChunkingStrategyParam | NotGiven" = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> "VectorStoreFile":
        """Adds an uploaded file and waits for it; see `create` and `poll`."""
        patience = Patience(poll_interval_ms, max_wait_seconds)
        self.create(
            vector_store_id,
            file_id=file_id,
            attributes=attributes,
            chunking_strategy=chunking_strategy,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
        options = CallOptions(extra_headers=extra_headers, extra_query=extra_query, timeout=timeout)
        waiting = Waiting(self._transport, patience)
        return waiting.settle(a_store_file(file_id, vector_store_id, options))

    def upload(
        self,
        *,
        vector_store_id: str,
        file: "FileTypes",
        chunking_strategy: "FileChunkingStrategyParam | NotGiven" = NOT_GIVEN,
        attributes: "VectorStoreFileAttributesParam | NotGiven | None" = NOT_GIVEN,
    ) -> "VectorStoreFile":
        """Uploads a file and adds it, without waiting for it; see `upload_and_poll`.

        If it is uploaded but cannot be added, a note of the error (`__notes__`) names its id.
        """
        uploaded = Files(self._transport).create(file=file, purpose="assistants")
        with naming_uploads([uploaded.id]):
            return self.create(
                vector_store_id,
                file_id=uploaded.id,
                attributes=attributes,
                chunking_strategy=chunking_strategy,
            )

    def upload_and_poll(
        self,
        *,
        vector_store_id: str,
        file: "FileTypes",
        attributes: "VectorStoreFileAttributesParam | NotGiven | None" = NOT_GIVEN,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        max_wait_seconds: float | NotGiven = NOT_GIVEN,
        chunking_strategy: "FileChunkingStrategyParam | NotGiven" = NOT_GIVEN,
    ) -> "VectorStoreFile":
        """Uploads a file, adds it and waits for it; see `upload` and `poll`."""
        patience = Patience(poll_interval_ms, max_wait_seconds)
        uploaded = Files(self._transport).create(file=file, purpose="assistants")
        with naming_uploads([uploaded.id]):
            self.create(
                vector_store_id,
                file_id=uploaded.id,
                attributes=attributes,
                chunking_strategy=chunking_strategy,
            )
            waiting = Waiting(self._transport, patience)
            return waiting.settle(a_store_file(uploaded.id, vector_store_id))


class AsyncVectorStoreFiles(generated.AsyncVectorStoreFiles):
    """Operations on `vector_stores.files`, uploads, and waiting."""

    async def poll(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        max_wait_seconds: float | NotGiven = NOT_GIVEN,
    ) -> "VectorStoreFile":
        """Waits until a file can be searched or has failed; see `VectorStoreFiles.poll`."""
        waiting = AsyncWaiting(self._transport, Patience(poll_interval_ms, max_wait_seconds))
        return await waiting.settle(a_store_file(file_id, vector_store_id))

    async def create_and_poll(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        attributes: "VectorStoreFileAttributesParam | NotGiven | None" = NOT_GIVEN,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        max_wait_seconds: float | NotGiven = NOT_GIVEN,
        chunking_strategy: "FileChunkingStrategyParam | NotGiven" = NOT_GIVEN,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, object] | None = None,
        extra_body: Mapping[str, object] | None = None,
        timeout: Any | NotGiven = NOT_GIVEN,
    ) -> "VectorStoreFile":
        """Adds an uploaded file and waits for it; see `create` and `poll`."""
        patience = Patience(poll_interval_ms, max_wait_seconds)
        await self.create(
            vector_store_id,
            file_id=file_id,
            attributes=attributes,
            chunking_strategy=chunking_strategy,
            extra_headers=extra_headers,
            extra_query=extra_query,
            extra_body=extra_body,
            timeout=timeout,
        )
        options = CallOptions(extra_headers=extra_headers, extra_query=extra_query, timeout=timeout)
        waiting = AsyncWaiting(self._transport, patience)
        return await waiting.settle(a_store_file(file_id, vector_store_id, options))

    async def upload(
        self,
        *,
        vector_store_id: str,
        file: "FileTypes",
        chunking_strategy: "FileChunkingStrategyParam | NotGiven" = NOT_GIVEN,
        attributes: "VectorStoreFileAttributesParam | NotGiven | None" = NOT_GIVEN,
    ) -> "VectorStoreFile":
        """Uploads a file and adds it, without waiting for it; see `VectorStoreFiles.upload`."""
        uploaded = await AsyncFiles(self._transport).create(file=file, purpose="assistants")
        with naming_uploads([uploaded.id]):
            return await self.create(
                vector_store_id,
                file_id=uploaded.id,
                attributes=attributes,
                chunking_strategy=chunking_strategy,
            )

    async def upload_and_poll(
        self,
        *,
        vector_store_id: str,
        file: "FileTypes",
        attributes: "VectorStoreFileAttributesParam | NotGiven | None" = NOT_GIVEN,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        max_wait_seconds: float | NotGiven = NOT_GIVEN,
        chunking_strategy: "FileChunkingStrategyParam | NotGiven" = NOT_GIVEN,
    ) -> "VectorStoreFile":
        """Uploads a file, adds it and waits for it; see `upload` and `poll`."""
        patience = Patience(poll_interval_ms, max_wait_seconds)
        uploaded = await AsyncFiles(self._transport).create(file=file, purpose="assistants")
        with naming_uploads([uploaded.id]):
            await self.create(
                vector_store_id,
                file_id=uploaded.id,
                attributes=attributes,
                chunking_strategy=chunking_strategy,
            )
            waiting = AsyncWaiting(self._transport, patience)
            return await waiting.settle(a_store_file(uploaded.id, vector_store_id))
