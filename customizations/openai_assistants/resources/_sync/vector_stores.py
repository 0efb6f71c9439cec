# Written from resources/_async/vector_stores.py by `make generate`.
# Do not edit: change that file.
"""Vector stores, with the files and batches that have helpers."""

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from openai_assistants_core import NOT_GIVEN, NotGiven
from openai_assistants_rest.resources import vector_stores as generated

from ...polling import objects
from ...polling.poller import Poller
from ...polling.rule import PollPolicy
from .._signatures import takes_arguments_of
from .file_batches import FileBatches
from .vector_store_files import VectorStoreFiles

if TYPE_CHECKING:
    from openai_assistants_rest.models import VectorStore
    from openai_assistants_rest.params import CreateVectorStoreParams

    from ...polling.rule import OnUpdate

__all__ = ["VectorStores"]


class VectorStores(generated.VectorStores):
    """Operations on `vector_stores`, and waiting."""

    @cached_property
    def files(self) -> VectorStoreFiles:
        """Operations on `vector_stores.files`, uploads, and waiting."""
        return VectorStoreFiles(self._transport)

    @cached_property
    def file_batches(self) -> FileBatches:
        """Operations on `vector_stores.file_batches`, uploads, and waiting."""
        return FileBatches(self._transport)

    def poll(
        self,
        vector_store_id: str,
        *,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        max_wait_seconds: float | NotGiven = NOT_GIVEN,
        on_update: "OnUpdate | None" = None,
    ) -> "VectorStore":
        """Waits until none of a vector store's files is in progress, and returns the store.

        Its `file_counts` say how many of them failed.

        Args:
            vector_store_id: Id of the vector store.
            poll_interval_ms: Milliseconds between polls; not given, what the service asks for each
                time (`openai-poll-after-ms`), or a second.
            max_wait_seconds: Seconds to wait at most, checked after each poll; not given, waits
                without end.
            on_update: Called with the vector store after each poll.

        Raises:
            ProcessingTimeout: The time is over; its `seen` is the vector store as last seen.
        """
        policy = PollPolicy(poll_interval_ms, max_wait_seconds, on_update)
        return Poller(self._transport, policy).wait_for(objects.vector_store(vector_store_id))

    @takes_arguments_of(generated.VectorStores.create)
    def create_and_poll(
        self,
        *,
        poll_interval_ms: float | NotGiven = NOT_GIVEN,
        max_wait_seconds: float | NotGiven = NOT_GIVEN,
        on_update: "OnUpdate | None" = None,
        **params: "Unpack[CreateVectorStoreParams]",
    ) -> "VectorStore":
        """Creates a vector store and waits for its files; see `create` and `poll`."""
        policy = PollPolicy(poll_interval_ms, max_wait_seconds, on_update)
        store = self.create(**params)
        polled = objects.vector_store(store.id, objects.options_from(params))
        return Poller(self._transport, policy).wait_for(polled)
