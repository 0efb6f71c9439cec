"""The events of an answer, read as they come."""

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from .errors import APIConnectionError, StreamInterrupted
from .event_reader import EventReader
from .iteration import async_end, end
from .operation import Request
from .raw_response import AnyResponse
from .streamed_response import AsyncStreamedResponse, StreamedResponse

T = TypeVar("T")


class StreamBase(Generic[T]):
    """What the synchronous and the asynchronous stream share.

    Args:
        response: the answer, not yet read.
        request: what it answers.
        decode: makes an event of its name and the bytes of its data.

    Attributes:
        request: as given.
    """

    def __init__(
        self, response: AnyResponse[Any], request: Request, decode: Callable[[str, bytes], T]
    ) -> None:
        self._answer = response
        self.request = request
        self._reader: EventReader[T] = EventReader(decode)
        self._on_event: Callable[[T], object] | None = None
        self._on_end: Callable[[BaseException | None], object] | None = None

    @property
    def response(self) -> Any:
        """The response of the HTTP library."""
        return self._answer.http_response

    @property
    def request_id(self) -> str | None:
        """What the service calls this request; quote it when asking for support."""
        return self._answer.request_id

    @property
    def last_event_id(self) -> str | None:
        """What the service calls the last event; None where it has no names for events."""
        return self._reader.last_event_id

    @property
    def retry_ms(self) -> int | None:
        """Milliseconds that the service asks to wait before the stream is asked for again."""
        return self._reader.retry_ms

    @property
    def event_count(self) -> int:
        """Events so far."""
        return self._reader.count

    @property
    def is_done(self) -> bool:
        """Whether the service has said that the stream is at its end."""
        return self._reader.is_done

    def observe(
        self,
        on_event: Callable[[T], object] | None,
        on_end: Callable[[BaseException | None], object],
    ) -> None:
        """Has one called with each event, the other once at the end, with the error if any."""
        self._on_event, self._on_end = on_event, on_end

    def _chunks(self, plain: str, decoded: str) -> Any:
        """The body as it comes; undoing no encoding costs as much as an event does.

        One that is in memory already, as in tests, can only be had decoded.
        """
        encoded = self.response.headers.get("content-encoding", "identity") != "identity"
        return getattr(self.response, decoded if encoded or self.response.is_closed else plain)()

    def _read(self, chunk: bytes) -> Iterator[T]:
        events, on_event = self._reader.feed(chunk), self._on_event
        return events if on_event is None else _each(events, on_event)

    @contextmanager
    def _reading(self) -> Generator[None]:
        """The context for reading: makes one error of all that cuts a stream off; tells its end."""
        try:
            with self._answer.guard():
                yield
            if not self._reader.is_done:
                raise self._reader.interrupted()
        except StreamInterrupted as error:
            self._ended(error)
            raise
        except APIConnectionError as error:
            interrupted = self._reader.interrupted(error.message)
            self._ended(interrupted)
            raise interrupted from error
        except Exception as error:
            self._ended(error)
            raise

    def _ended(self, error: BaseException | None) -> None:
        on_end, self._on_end = self._on_end, None
        if on_end is not None:
            on_end(error)


class Stream(StreamBase[T]):
    """Iterates over the events of a stream; in a `with` statement, it may be left early.

    Iterating ends where the service says `done`. If the stream breaks off before that, it raises
    StreamInterrupted; `threads.runs.stream` gets what is missing instead.
    """

    def __init__(
        self, response: StreamedResponse[Any], request: Request, decode: Callable[[str, bytes], T]
    ) -> None:
        super().__init__(response, request, decode)
        self._response = response
        self._iterator = self._events()

    def __iter__(self) -> Iterator[T]:
        return self._iterator

    def __next__(self) -> T:
        return next(self._iterator)

    def _events(self) -> Generator[T]:
        try:
            with self._reading():
                for chunk in self._chunks("iter_raw", "iter_bytes"):
                    yield from self._read(chunk)
                    if self._reader.is_done:
                        break
        finally:
            self.close()

    def close(self) -> None:
        """Gives the connection back, and ends the iteration; the run goes on."""
        end(self._iterator)
        self._ended(None)
        self._response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class AsyncStream(StreamBase[T]):
    """Iterates over the events of a stream; in an `async with` statement, it may be left early.

    Iterating ends where the service says `done`. If the stream breaks off before that, it raises
    StreamInterrupted; `threads.runs.stream` gets what is missing instead.
    """

    def __init__(
        self,
        response: AsyncStreamedResponse[Any],
        request: Request,
        decode: Callable[[str, bytes], T],
    ) -> None:
        super().__init__(response, request, decode)
        self._response = response
        self._iterator = self._events()

    def __aiter__(self) -> AsyncIterator[T]:
        return self._iterator

    async def __anext__(self) -> T:
        return await anext(self._iterator)

    async def _events(self) -> AsyncGenerator[T]:
        try:
            with self._reading():
                async for chunk in self._chunks("aiter_raw", "aiter_bytes"):
                    for event in self._read(chunk):
                        yield event
                    if self._reader.is_done:
                        break
        finally:
            await self.close()

    async def close(self) -> None:
        """Gives the connection back, and ends the iteration; the run goes on."""
        await async_end(self._iterator)
        self._ended(None)
        await self._response.close()

    aclose = close

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()


def stream_of(
    response: AnyResponse[Any], request: Request, decode: Callable[[str, bytes], T]
) -> StreamBase[T]:
    """The stream of an answer, for the client that it is of."""
    if isinstance(response, AsyncStreamedResponse):
        return AsyncStream(response, request, decode)
    assert isinstance(response, StreamedResponse)
    return Stream(response, request, decode)


def _each(events: Iterator[T], on_event: Callable[[T], object]) -> Iterator[T]:
    for event in events:
        on_event(event)
        yield event
