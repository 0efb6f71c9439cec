"""The objects that can be polled, and the operations that read them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic

from msgspec import Struct
from msgspec.structs import replace

from openai_assistants_core import NOT_GIVEN, CallOptions, Operation, Request
from openai_assistants_core.sentinel import is_not_given
from openai_assistants_rest import operations

from .._http.library import limits_of
from .rule import (
    FILE,
    FILE_BATCH,
    LONGEST_HOLD,
    RUN,
    VECTOR_STORE,
    VECTOR_STORE_FILE,
    PollTarget,
    T,
)

if TYPE_CHECKING:
    from openai_assistants_rest.models import (
        FileObject,
        Run,
        VectorStore,
        VectorStoreFile,
        VectorStoreFileBatch,
    )

    from .._pipeline.settings import Settings

NO_OPTIONS = CallOptions()


class PolledObject(Struct, Generic[T], frozen=True):
    """One object to poll.

    Attributes:
        target: what kind of object it is.
        operation: reads it.
        path: the values of the operation's path.
        options: of each call.
    """

    target: PollTarget
    operation: Operation[T]
    path: tuple[str, ...]
    options: CallOptions

    def request(self, headers: dict[str, str], hold: int) -> Request:
        """The request of the next poll, which adds the headers of its response to `headers`.

        Args:
            hold: seconds for which the service may hold it, with the preference of RFC 7240.
        """
        options = replace(self.options, on_response=headers.update)
        if hold:
            extra = {**(options.extra_headers or {}), "prefer": f"wait={hold}"}
            options = replace(options, extra_headers=extra)
        return self.operation.request(self.path, options=options)


def longest_hold(settings: "Settings", options: CallOptions) -> float:
    """Seconds for which a request may be held: half of what it, or the whole call, may take."""
    timeout = settings.timeout if is_not_given(options.timeout) else options.timeout
    read = None if is_not_given(timeout) else limits_of(timeout)["read"]
    limits = [limit / 2 for limit in (read, settings.total_timeout) if limit is not None]
    return min([LONGEST_HOLD, *limits])


def options_from(params: Mapping[str, Any]) -> CallOptions:
    """The options of polls that follow a call with these arguments; a GET has no extra body."""
    return CallOptions(
        extra_headers=params.get("extra_headers"),
        extra_query=params.get("extra_query"),
        timeout=params.get("timeout", NOT_GIVEN),
    )


def run(run_id: str, thread_id: str, options: CallOptions = NO_OPTIONS) -> "PolledObject[Run]":
    """A run, until it has ended or requires action."""
    return PolledObject(RUN, operations.GET_RUN, (thread_id, run_id), options)


def run_from(run_: "Run", params: Mapping[str, Any]) -> "PolledObject[Run]":
    """The run that a call with these arguments returned."""
    path = (run_.thread_id, run_.id)
    return PolledObject(RUN, operations.GET_RUN, path, options_from(params))


def vector_store(
    vector_store_id: str, options: CallOptions = NO_OPTIONS
) -> "PolledObject[VectorStore]":
    """A vector store, until none of its files is in progress."""
    return PolledObject(VECTOR_STORE, operations.GET_VECTOR_STORE, (vector_store_id,), options)


def vector_store_file(
    file_id: str, vector_store_id: str, options: CallOptions = NO_OPTIONS
) -> "PolledObject[VectorStoreFile]":
    """A file of a vector store, until it can be searched or has failed."""
    path = (vector_store_id, file_id)
    return PolledObject(VECTOR_STORE_FILE, operations.GET_VECTOR_STORE_FILE, path, options)


def file_batch(
    batch_id: str, vector_store_id: str, options: CallOptions = NO_OPTIONS
) -> "PolledObject[VectorStoreFileBatch]":
    """A batch of files of a vector store, until none of them is in progress."""
    path = (vector_store_id, batch_id)
    return PolledObject(FILE_BATCH, operations.GET_VECTOR_STORE_FILE_BATCH, path, options)


def file(file_id: str) -> "PolledObject[FileObject]":
    """A file, until it is processed."""
    return PolledObject(FILE, operations.GET_FILE, (file_id,), NO_OPTIONS)
