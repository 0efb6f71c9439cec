"""Waits for an object: the polling rule, carried out through a transport."""

from collections.abc import Generator, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from openai_assistants_core import (
    NOT_GIVEN,
    AsyncTransport,
    CallOptions,
    Operation,
    Request,
    Transport,
)
from openai_assistants_rest import operations

from .._pipeline.driver import drive, drive_async
from .rule import (
    FILE,
    FILE_BATCH,
    RUN,
    STORE_FILE,
    Awaited,
    Look,
    Patience,
    Pause,
    Progressing,
    until_settled,
)

if TYPE_CHECKING:
    from openai_assistants_rest.models import FileObject, Run, VectorStoreFile, VectorStoreFileBatch

    from .._pipeline.transport import AsyncHttpTransport, HttpTransport

T = TypeVar("T", bound=Progressing)


class Watched(Struct, Generic[T], frozen=True):
    """An object that is waited for: the operation that reads it, its path, and their options."""

    awaited: Awaited
    operation: Operation[T]
    path: tuple[str, ...]
    options: CallOptions

    def request(self, headers: dict[str, str]) -> Request:
        """The next look; `headers` takes up those of the answer."""
        options = replace(self.options, on_response=headers.update)
        return self.operation.request(self.path, options=options)


NO_OPTIONS = CallOptions()


def options_of(params: Mapping[str, Any]) -> CallOptions:
    """The options of a call that goes for looks as well; a look has no body."""
    return CallOptions(
        extra_headers=params.get("extra_headers"),
        extra_query=params.get("extra_query"),
        timeout=params.get("timeout", NOT_GIVEN),
    )


def a_run(run_id: str, thread_id: str, options: CallOptions = NO_OPTIONS) -> "Watched[Run]":
    """A run, until it ends or requires action."""
    return Watched(RUN, operations.GET_RUN, (thread_id, run_id), options)


def a_store_file(
    file_id: str, vector_store_id: str, options: CallOptions = NO_OPTIONS
) -> "Watched[VectorStoreFile]":
    """A file of a vector store, until it can be searched or has failed."""
    path = (vector_store_id, file_id)
    return Watched(STORE_FILE, operations.GET_VECTOR_STORE_FILE, path, options)


def a_file_batch(
    batch_id: str, vector_store_id: str, options: CallOptions = NO_OPTIONS
) -> "Watched[VectorStoreFileBatch]":
    """A batch of files of a vector store, until all of them are through."""
    path = (vector_store_id, batch_id)
    return Watched(FILE_BATCH, operations.GET_VECTOR_STORE_FILE_BATCH, path, options)


def a_file(file_id: str) -> "Watched[FileObject]":
    """A file, until it is processed."""
    return Watched(FILE, operations.GET_FILE, (file_id,), NO_OPTIONS)


class Waiting:
    """Waits for an object, from the moment this is made."""

    def __init__(self, transport: Transport, patience: Patience) -> None:
        self._transport = cast("HttpTransport", transport)
        self._patience = patience
        self._started = self._transport.monotonic()

    def settle(self, watched: Watched[T]) -> T:
        """The object once it has ended or needs the caller."""
        rule: Generator[Pause, Look[T], T] = until_settled(
            watched.awaited, self._patience, self._started
        )
        return drive(rule, lambda _: self._look(watched), self._transport.sleep)

    def _look(self, watched: Watched[T]) -> Look[T]:
        headers: dict[str, str] = {}
        seen = self._transport.call(watched.operation, watched.request(headers))
        return Look(seen, headers, self._transport.monotonic())


class AsyncWaiting:
    """Waits for an object, from the moment this is made."""

    def __init__(self, transport: AsyncTransport, patience: Patience) -> None:
        self._transport = cast("AsyncHttpTransport", transport)
        self._patience = patience
        self._started = self._transport.monotonic()

    async def settle(self, watched: Watched[T]) -> T:
        """The object once it has ended or needs the caller."""
        rule: Generator[Pause, Look[T], T] = until_settled(
            watched.awaited, self._patience, self._started
        )
        return await drive_async(rule, lambda _: self._look(watched), self._transport.sleep)

    async def _look(self, watched: Watched[T]) -> Look[T]:
        headers: dict[str, str] = {}
        seen = await self._transport.call(watched.operation, watched.request(headers))
        return Look(seen, headers, self._transport.monotonic())
