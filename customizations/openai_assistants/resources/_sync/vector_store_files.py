# Written from resources/_async/vector_store_files.py by `make generate`.
# Do not edit: change that file.
"""Files of a vector store: adding, uploading, and waiting until they can be searched."""

from typing import TYPE_CHECKING, Unpack

from openai_assistants_core import NOT_GIVEN, NotGiven
from openai_assistants_rest.resources import vector_store_files as generated
from openai_assistants_rest.resources.files import Files

from ..._files.batch_upload import noting_uploads
from ...polling import objects
from ...polling.poller import Poller
from ...polling.rule import PollPolicy
from .._signatures import takes_call_arguments_of

if TYPE_CHECKING:
    from openai_assistants_core import FileTypes
    from openai_assistants_rest.models import VectorStoreFile
    from openai_assistants_rest.params import (
        CallParams,
        FileChunkingStrategyParam,
        VectorStoreFileAttributesParam,
    )

    from ...polling.rule import OnUpdate

__all__ = ["VectorStoreFiles"]


class VectorStoreFiles(generated.VectorStoreFiles):
    """Operations on `vector_stores.files`, uploads, and waiting."""

    # Fields of the body are spelled out, not unpacked from CreateVectorStoreFileParams: that has
    # `file_id`, which is positional here or not known yet; and the order is the openai package's.

    def poll(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        max_wait_seconds: float | NotGiven = NOT_GIVEN,
        on_update: "OnUpdate | None" = None,
    ) -> "VectorStoreFile":
        """Waits until a file can be searched, or has failed or was cancelled, and returns it.

        Its `status` and `last_error` say which.

        Args:
            file_id: Id of the file.
            vector_store_id: Id of the vector store.
            poll_interval_ms: Milliseconds between polls; not given, what the service asks for each
                time (`openai-poll-after-ms`), or a second.
            max_wait_seconds: Seconds to wait at most, checked after each poll; not given, waits
                without end. Uploading and adding the file do not count.
            on_update: Called with the file after each poll.

        Raises:
            ProcessingTimeout: The time is over; its `seen` is the file as last seen.
        """
        poller = Poller(self._transport, PollPolicy(poll_interval_ms, max_wait_seconds, on_update))
        return poller.wait_for(objects.vector_store_file(file_id, vector_store_id))

    @takes_call_arguments_of(generated.VectorStoreFiles.create)
    def create_and_poll(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        attributes: "VectorStoreFileAttributesParam | NotGiven | None" = NOT_GIVEN,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        max_wait_seconds: float | NotGiven = NOT_GIVEN,
        chunking_strategy: "FileChunkingStrategyParam | NotGiven" = NOT_GIVEN,
        on_update: "OnUpdate | None" = None,
        **options: "Unpack[CallParams]",
    ) -> "VectorStoreFile":
        """Adds an uploaded file and waits for it; see `create` and `poll`."""
        policy = PollPolicy(poll_interval_ms, max_wait_seconds, on_update)
        self.create(
            vector_store_id,
            file_id=file_id,
            attributes=attributes,
            chunking_strategy=chunking_strategy,
            **options,
        )
        polled = objects.vector_store_file(file_id, vector_store_id, objects.options_from(options))
        return Poller(self._transport, policy).wait_for(polled)

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
        with noting_uploads([uploaded.id]):
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
        on_update: "OnUpdate | None" = None,
    ) -> "VectorStoreFile":
        """Uploads a file, adds it and waits for it; see `upload` and `poll`."""
        policy = PollPolicy(poll_interval_ms, max_wait_seconds, on_update)
        uploaded = Files(self._transport).create(file=file, purpose="assistants")
        with noting_uploads([uploaded.id]):
            self.create(
                vector_store_id,
                file_id=uploaded.id,
                attributes=attributes,
                chunking_strategy=chunking_strategy,
            )
            polled = objects.vector_store_file(uploaded.id, vector_store_id)
            return Poller(self._transport, policy).wait_for(polled)
