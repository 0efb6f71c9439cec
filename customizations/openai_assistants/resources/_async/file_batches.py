"""Batches of files of a vector store: uploading many, and waiting for all of them."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Unpack, cast

from openai_assistants_core import NOT_GIVEN, NotGiven
from openai_assistants_rest.resources import file_batches as generated
from openai_assistants_rest.resources.files import AsyncFiles

from ..._files.batch_upload import async_upload_all, noting_uploads
from ..._files.concurrency import check_concurrency
from ..._files.uploaded_batch import UploadedFileBatch, chunks
from ...polling import objects
from ...polling.async_poller import AsyncPoller
from ...polling.rule import PollPolicy
from .._signatures import takes_arguments_of

if TYPE_CHECKING:
    from openai_assistants_core import FileTypes
    from openai_assistants_rest.models import FileCounts, VectorStoreFile, VectorStoreFileBatch
    from openai_assistants_rest.params import (
        CreateVectorStoreFileBatchParams,
        FileChunkingStrategyParam,
    )

    from ...polling.rule import OnUpdate

__all__ = ["AsyncFileBatches"]


class AsyncFileBatches(generated.AsyncFileBatches):
    """Operations on `vector_stores.file_batches`, uploads, and waiting."""

    async def poll(
        self,
        batch_id: str,
        *,
        vector_store_id: str,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        max_wait_seconds: float | NotGiven = NOT_GIVEN,
        on_update: "OnUpdate | None" = None,
    ) -> "VectorStoreFileBatch":
        """Waits until no file of a batch is in progress, and returns the batch.

        Its `file_counts` say how many of them failed.

        Args:
            batch_id: Id of the batch.
            vector_store_id: Id of the vector store.
            poll_interval_ms: Milliseconds between polls; not given, what the service asks for each
                time (`openai-poll-after-ms`), or a second.
            max_wait_seconds: Seconds to wait at most, checked after each poll; not given, waits
                without end. Uploading and adding the files do not count.
            on_update: Called with the batch after each poll.

        Raises:
            ProcessingTimeout: The time is over; its `seen` is the batch as last seen.
        """
        poller = AsyncPoller(
            self._transport, PollPolicy(poll_interval_ms, max_wait_seconds, on_update)
        )
        return await poller.wait_for(objects.file_batch(batch_id, vector_store_id))

    @takes_arguments_of(generated.AsyncFileBatches.create)
    async def create_and_poll(
        self,
        vector_store_id: str,
        *,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        max_wait_seconds: float | NotGiven = NOT_GIVEN,
        on_update: "OnUpdate | None" = None,
        **params: "Unpack[CreateVectorStoreFileBatchParams]",
    ) -> "VectorStoreFileBatch":
        """Adds files and waits for all of them; see `create` and `poll`."""
        policy = PollPolicy(poll_interval_ms, max_wait_seconds, on_update)
        batch = await self.create(vector_store_id, **params)
        polled = objects.file_batch(batch.id, vector_store_id, objects.options_from(params))
        return await AsyncPoller(self._transport, policy).wait_for(polled)

    async def upload_and_poll(
        self,
        vector_store_id: str,
        *,
        files: "Iterable[FileTypes]",
        max_concurrency: int = 5,
        file_ids: Sequence[str] = (),
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        chunking_strategy: "FileChunkingStrategyParam | NotGiven" = NOT_GIVEN,
        max_wait_seconds: float | NotGiven = NOT_GIVEN,
        on_update: "OnUpdate | None" = None,
    ) -> "UploadedFileBatch":
        """Uploads files, adds them in batches of 100, and waits for all; see `create`, `poll`.

        Every file is tried, even if others fail. If all are uploaded but cannot be added, a note of
        the error (`__notes__`) names their ids. The result counts the files of all batches; its
        `failed` are those that were added but cannot be searched, and why.

        Args:
            vector_store_id: Id of the vector store.
            files: The files; the next is taken from the iterable when an upload can begin.
            max_concurrency: How many are uploaded at once.
            file_ids: Ids of files to add that are uploaded already.
            poll_interval_ms: As for `poll`.
            chunking_strategy: How the files are split into chunks; automatic when left out.
            max_wait_seconds, on_update: As for `poll`.

        Raises:
            UploadsFailed: Some files could not be uploaded, and none was added; its `file_ids` are
                those that were, and `failed` says why the others were not.
            ProcessingTimeout: The time is over; its `seen` is the batch as last seen.
        """
        policy = PollPolicy(poll_interval_ms, max_wait_seconds, on_update)
        check_concurrency(max_concurrency)
        create = AsyncFiles(self._transport).create
        uploaded = await async_upload_all(
            lambda file: create(file=file, purpose="assistants"), files, max_concurrency
        )
        with noting_uploads(uploaded):
            return await self._add(
                vector_store_id, [*file_ids, *uploaded], chunking_strategy, policy
            )

    async def _add(
        self,
        vector_store_id: str,
        file_ids: Sequence[str],
        chunking_strategy: "FileChunkingStrategyParam | NotGiven",
        policy: PollPolicy,
    ) -> UploadedFileBatch:
        """Adds files in as many batches as it takes, and waits for all of them."""
        created = [
            await self.create(
                vector_store_id, file_ids=list(ids), chunking_strategy=chunking_strategy
            )
            for ids in chunks(file_ids)
        ]
        poller = AsyncPoller(self._transport, policy)
        polled = [objects.file_batch(each.id, vector_store_id) for each in created]
        batches = [await poller.wait_for(each) for each in polled]
        failed: list[VectorStoreFile] = []
        for batch in batches:
            # Absent it reads None, whatever its type says.
            counts = cast("FileCounts | None", batch.file_counts)
            if counts is not None and counts.completed < counts.total:
                failed += await self._failed(batch.id, vector_store_id)
        return UploadedFileBatch.of(batches, failed)

    async def _failed(self, batch_id: str, vector_store_id: str) -> "list[VectorStoreFile]":
        """The files of a batch that were not completed."""
        failed: list[VectorStoreFile] = []
        async for file in self.list_files(batch_id, vector_store_id=vector_store_id):
            if file.status != "completed":
                failed.append(file)
        return failed
