"""httpx's transports to an application in this process, synchronous and asynchronous."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from concurrent.futures import CancelledError, Future
from typing import Any, Protocol, TypeVar

import anyio
import anyio.to_thread
import httpx
import sniffio
from starlette.types import Message, Scope

from .exchange import BrokenOff, Exchange, Exchanges

T = TypeVar("T")
Wake = Callable[[Callable[[], object]], object]


class Lease(Protocol):
    """The use of a service that runs as long as anybody uses it."""

    def open(self) -> Exchanges:
        """Start the service if it is not running."""
        ...

    def close(self) -> None:
        """Stop it if nobody else uses it."""
        ...


class LocalTransport(httpx.BaseTransport):
    """Hands requests to the service; they are answered in its thread."""

    def __init__(self, lease: Lease) -> None:
        self._lease = lease

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request as soon as the head of the answer is there."""
        exchange = self._lease.open().begin(_scope(request))
        limits = request.extensions.get("timeout", {})
        try:
            assert isinstance(request.stream, httpx.SyncByteStream)
            for piece in request.stream:
                if not _wait(exchange.send(piece, more=True), limits.get("write"), request):
                    break
            _wait(exchange.send(b"", more=False), limits.get("write"), request)
            head = _wait(exchange.receive(), limits.get("read"), request)
        except BaseException:
            exchange.close()
            raise
        return _response(head, _Body(exchange, request, limits.get("read")))

    def close(self) -> None:
        """End the use of the service."""
        self._lease.close()


class AsyncLocalTransport(httpx.AsyncBaseTransport):
    """The same for asynchronous callers, of asyncio or trio."""

    def __init__(self, lease: Lease) -> None:
        self._lease = lease

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request as soon as the head of the answer is there."""
        exchanges = await anyio.to_thread.run_sync(self._lease.open)
        exchange = exchanges.begin(_scope(request))
        limits = request.extensions.get("timeout", {})
        try:
            await _send_async(exchange, request)
            await _wait_async(exchange.send(b"", more=False), limits.get("write"), request)
            head = await _wait_async(exchange.receive(), limits.get("read"), request)
        except BaseException:
            exchange.close()
            raise
        return _response(head, _Body(exchange, request, limits.get("read")))

    async def aclose(self) -> None:
        """End the use of the service."""
        with anyio.CancelScope(shield=True):
            await anyio.to_thread.run_sync(self._lease.close)


async def _send_async(exchange: Exchange, request: httpx.Request) -> None:
    assert isinstance(request.stream, httpx.AsyncByteStream)
    seconds = request.extensions.get("timeout", {}).get("write")
    pieces = aiter(request.stream)
    try:
        async for piece in pieces:
            if not await _wait_async(exchange.send(piece, more=True), seconds, request):
                break
    finally:
        if isinstance(pieces, AsyncGenerator):  # trio wants them closed where they are begun
            await pieces.aclose()


class _Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The body of an answer, as it comes."""

    def __init__(self, exchange: Exchange, request: httpx.Request, seconds: float | None) -> None:
        self._exchange = exchange
        self._request = request
        self._seconds = seconds

    def __iter__(self) -> Iterator[bytes]:
        more = True
        while more:
            message = _wait(self._exchange.receive(), self._seconds, self._request)
            yield message.get("body", b"")
            more = message.get("more_body", False)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        more = True
        while more:
            message = await _wait_async(self._exchange.receive(), self._seconds, self._request)
            yield message.get("body", b"")
            more = message.get("more_body", False)

    def close(self) -> None:
        self._exchange.close()

    async def aclose(self) -> None:
        self._exchange.close()


def _wait(future: "Future[T]", seconds: float | None, request: httpx.Request) -> T:
    try:
        return future.result(seconds)
    except BaseException as error:
        future.cancel()
        raise _failure(error, request) from None


async def _wait_async(future: "Future[T]", seconds: float | None, request: httpx.Request) -> T:
    done, wake = anyio.Event(), _waker()
    future.add_done_callback(lambda _: wake(done.set))
    try:
        with anyio.fail_after(seconds):
            await done.wait()
        return future.result(0)
    except BaseException as error:
        future.cancel()
        raise _failure(error, request) from None


def _waker() -> Wake:
    """What calls a function in the event loop of the caller, from any thread."""
    if sniffio.current_async_library() == "trio":
        from trio.lowlevel import current_trio_token

        return current_trio_token().run_sync_soon
    return asyncio.get_running_loop().call_soon_threadsafe


def _failure(error: BaseException, request: httpx.Request) -> BaseException:
    """Return what httpx raises when that happens on a socket."""
    if isinstance(error, TimeoutError):
        return httpx.ReadTimeout("the service did not go on in time", request=request)
    if isinstance(error, BrokenOff | CancelledError):
        return httpx.RemoteProtocolError(str(error) or "the service was stopped", request=request)
    return error


def _response(head: Message, body: _Body) -> httpx.Response:
    return httpx.Response(head["status"], headers=head["headers"], stream=body)


def _scope(request: httpx.Request) -> Scope:
    """Return the scope of a request, as an HTTP server would make it."""
    url = request.url
    scope: dict[str, Any] = {
        "type": "http",
        # Of 2.4 an application would expect an exception when its client is gone.
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": url.scheme,
        "path": url.path,
        "raw_path": url.raw_path.partition(b"?")[0],
        "query_string": url.query,
        "root_path": "",
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
        "client": ("127.0.0.1", 0),
        "server": (url.host, url.port or 80),
    }
    return scope
