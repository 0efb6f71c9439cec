"""Answers as they came over HTTP: read, or open as a stream."""

import os
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Generator, Iterator
from contextlib import (
    AbstractAsyncContextManager,
    AbstractContextManager,
    asynccontextmanager,
    contextmanager,
)
from functools import wraps
from typing import TYPE_CHECKING, Any, Generic, Literal, ParamSpec, Protocol, TypeVar, cast

import msgspec
from msgspec.structs import replace

from .atomic_file import in_threads, replacing
from .errors import request_id_of

if TYPE_CHECKING:
    from datetime import timedelta

    from .operation import Operation, Request
    from .transport import AsyncTransport, Transport

P = ParamSpec("P")
T = TypeVar("T")
U = TypeVar("U")

Mode = Literal["read", "stream"]


class Guard(Protocol):
    """Turns what an HTTP library raises into errors of this library, within a `with`."""

    def __call__(self) -> AbstractContextManager[None]: ...


class AnyResponse(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """An answer, and what it can be decoded to.

    Attributes:
        http_response: the response of the HTTP library.
        decode: makes the result from the response, once it is read.
        guard: what errors of the HTTP library become.
        retries_taken: attempts after the first.
    """

    http_response: Any
    decode: Callable[[Any], T]
    guard: Guard
    retries_taken: int = 0

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return int(self.http_response.status_code)

    @property
    def headers(self) -> Any:
        """The headers of the answer; names in any case."""
        return self.http_response.headers

    @property
    def request_id(self) -> str | None:
        """What the service calls this request; quote it when asking for support."""
        return request_id_of(self.http_response.headers)

    @property
    def http_request(self) -> Any:
        """The request of the HTTP library."""
        return self.http_response.request

    @property
    def url(self) -> Any:
        """Where the request went."""
        return self.http_response.url

    @property
    def method(self) -> str:
        """The HTTP method."""
        return str(self.http_request.method)

    @property
    def http_version(self) -> str:
        """Such as HTTP/1.1."""
        return str(self.http_response.http_version)

    @property
    def elapsed(self) -> "timedelta":
        """From sending the request until the answer was read or closed."""
        return cast("timedelta", self.http_response.elapsed)

    @property
    def is_closed(self) -> bool:
        """Whether its connection is free for others."""
        return bool(self.http_response.is_closed)

    def map(self, change: Callable[[T], U]) -> "AnyResponse[U]":
        """The same answer, decoded to something else."""
        decode, same = self.decode, cast("Any", self)

        def changed(response: Any) -> U:
            return change(decode(response))

        return cast("AnyResponse[U]", replace(same, decode=changed))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.http_response!r}, retries_taken={self.retries_taken})"


class RawResponse(AnyResponse[T], frozen=True):
    """An answer that is read but not decoded."""

    @property
    def content(self) -> bytes:
        """The body."""
        return cast("bytes", self.http_response.content)

    @property
    def text(self) -> str:
        """The body as text."""
        return str(self.http_response.text)

    def read(self) -> bytes:
        """The body."""
        return self.content

    def json(self) -> Any:
        """The body as parsed JSON."""
        return self.http_response.json()

    def parse(self) -> T:
        """What the method returns without `with_raw_response`.

        Raises:
            ResponseDecodeError: the body is not what the description says.
        """
        return self.decode(self.http_response)


class StreamedResponse(AnyResponse[T], frozen=True):
    """An answer whose body is read as it is asked for."""

    def read(self) -> bytes:
        """The whole body."""
        with self.guard():
            return cast("bytes", self.http_response.read())

    def text(self) -> str:
        """The whole body as text."""
        self.read()
        return str(self.http_response.text)

    def json(self) -> Any:
        """The whole body as parsed JSON."""
        self.read()
        return self.http_response.json()

    def parse(self) -> T:
        """What the method returns without `with_streaming_response`.

        Raises:
            ResponseDecodeError: the body is not what the description says.
        """
        self.read()
        return self.decode(self.http_response)

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The body in parts."""
        with self.guard():
            yield from self.http_response.iter_bytes(chunk_size)

    def iter_text(self, chunk_size: int | None = None) -> Iterator[str]:
        """The body as text, in parts."""
        with self.guard():
            yield from self.http_response.iter_text(chunk_size)

    def iter_lines(self) -> Iterator[str]:
        """The lines of the body, without their ends."""
        with self.guard():
            yield from self.http_response.iter_lines()

    def stream_to_file(
        self, file: str | os.PathLike[str], *, chunk_size: int | None = None
    ) -> None:
        """Writes the body to a path; a file there is replaced at once or not at all."""
        with replacing(file) as part:
            for piece in self.iter_bytes(chunk_size):
                part.write(piece)

    def close(self) -> None:
        """Gives the connection back; what is not read by then is lost."""
        self.http_response.close()


class AsyncStreamedResponse(AnyResponse[T], frozen=True):
    """An answer whose body is read as it is asked for, asynchronously."""

    async def read(self) -> bytes:
        """The whole body."""
        with self.guard():
            return cast("bytes", await self.http_response.aread())

    async def text(self) -> str:
        """The whole body as text."""
        await self.read()
        return str(self.http_response.text)

    async def json(self) -> Any:
        """The whole body as parsed JSON."""
        await self.read()
        return self.http_response.json()

    async def parse(self) -> T:
        """What the method returns without `with_streaming_response`.

        Raises:
            ResponseDecodeError: the body is not what the description says.
        """
        await self.read()
        return self.decode(self.http_response)

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """The body in parts."""
        with self.guard():
            async for part in self.http_response.aiter_bytes(chunk_size):
                yield part

    async def iter_text(self, chunk_size: int | None = None) -> AsyncIterator[str]:
        """The body as text, in parts."""
        with self.guard():
            async for part in self.http_response.aiter_text(chunk_size):
                yield part

    async def iter_lines(self) -> AsyncIterator[str]:
        """The lines of the body, without their ends."""
        with self.guard():
            async for line in self.http_response.aiter_lines():
                yield line

    async def stream_to_file(
        self, file: str | os.PathLike[str], *, chunk_size: int | None = None
    ) -> None:
        """Writes the body to a path, in threads; a file there is replaced at once or not at all."""
        from anyio.to_thread import run_sync

        async with in_threads(replacing(file)) as part:
            async for piece in self.iter_bytes(chunk_size):
                await run_sync(part.write, piece)

    async def close(self) -> None:
        """Gives the connection back; what is not read by then is lost."""
        await self.http_response.aclose()


class RawTransport(msgspec.Struct, frozen=True):
    """A transport that gives out answers undecoded."""

    transport: Any
    mode: Mode

    def call(self, operation: "Operation[T]", request: "Request") -> Any:
        """The answer, or an awaitable of it where the transport behind is asynchronous."""
        options = replace(request.options, raw=self.mode)
        return self.transport.call(operation, replace(request, options=options))


D = TypeVar("D", "Transport", "AsyncTransport")


def plain(transport: D) -> D:
    """The transport behind a RawTransport."""
    return cast("D", transport.transport) if isinstance(transport, RawTransport) else transport


def _through(method: Callable[P, Any], mode: Mode) -> Callable[P, Any]:
    """The method of a resource, through a raw transport."""
    bound: Any = method
    owner: Any = bound.__self__
    return cast(
        "Callable[P, Any]",
        getattr(type(owner)(RawTransport(owner._transport, mode)), bound.__name__),
    )


def raw(method: Callable[P, T]) -> Callable[P, RawResponse[T]]:
    """A method of a resource that returns its answer undecoded."""
    return _through(method, "read")


def async_raw(method: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[RawResponse[T]]]:
    """As `raw`, for an asynchronous resource."""
    return _through(method, "read")


def streamed(
    method: Callable[P, T],
) -> Callable[P, AbstractContextManager[StreamedResponse[T]]]:
    """A method of a resource that opens its answer as a stream, for a `with` statement."""
    through = _through(method, "stream")

    @wraps(method)
    @contextmanager
    def opened(*args: P.args, **kwargs: P.kwargs) -> Generator[StreamedResponse[T]]:
        response: StreamedResponse[T] = through(*args, **kwargs)
        try:
            yield response
        finally:
            response.close()

    return opened


def async_streamed(
    method: Callable[P, Awaitable[T]],
) -> Callable[P, AbstractAsyncContextManager[AsyncStreamedResponse[T]]]:
    """As `streamed`, for an asynchronous resource and `async with`."""
    through = _through(method, "stream")

    @wraps(method)
    @asynccontextmanager
    async def opened(*args: P.args, **kwargs: P.kwargs) -> AsyncGenerator[AsyncStreamedResponse[T]]:
        response: AsyncStreamedResponse[T] = await through(*args, **kwargs)
        try:
            yield response
        finally:
            await response.close()

    return opened
