"""An asynchronous client that pools connections: a pool for each event loop; see `pool`."""

import os
import weakref
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any

import anyio
import anyio.lowlevel
import httpx

from .event_loop import event_loop
from .idle_connections import IdleConnections
from .pool import CLOSED


class AsyncPoolByteStream(httpx.AsyncByteStream):
    """The body of a response, which releases its connection when it is closed."""

    def __init__(self, stream: Any, release: Callable[[], Awaitable[None]]) -> None:
        self._stream = stream
        self._release = release

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._stream)

    async def aclose(self) -> None:
        """Closes the body, and releases the connection."""
        try:
            await self._stream.aclose()
        finally:
            await self._release()


class AsyncConnectionPool:
    """The connections of one event loop."""

    def __init__(self, connect: Callable[[], httpx.AsyncClient], max_connections: int) -> None:
        self._connect = connect
        self._semaphore = anyio.Semaphore(max_connections)
        self._idle: IdleConnections[httpx.AsyncClient] = IdleConnections()

    @property
    def closed(self) -> bool:
        """Whether connections are closed after each call."""
        return self._idle.closed

    async def acquire(self, request: httpx.Request) -> httpx.AsyncClient:
        """A connection for a request, as soon as one is free.

        Raises:
            PoolTimeout: none was free in time.
        """
        try:
            self._semaphore.acquire_nowait()
        except anyio.WouldBlock:
            await self._wait(request)
        return self._idle.pop() or self._connect()

    async def _wait(self, request: httpx.Request) -> None:
        try:
            with anyio.fail_after(request.extensions["timeout"]["pool"]):
                await self._semaphore.acquire()
        except TimeoutError:
            raise httpx.PoolTimeout("all connections are in use", request=request) from None

    async def release(self, connection: httpx.AsyncClient) -> None:
        """Keeps a connection for the next request."""
        self._semaphore.release()
        await _close(self._idle.push(connection))

    async def discard(self, connection: httpx.AsyncClient) -> None:
        """Closes a connection whose request failed."""
        self._semaphore.release()
        await _close([connection])

    async def aclose(self) -> None:
        """Closes the idle connections now, those in use when they are released."""
        await _close(self._idle.close())


Pools = dict[tuple[int, Any], tuple[AsyncConnectionPool, AsyncGenerator[None]]]
"""Pools by process and event loop, each with a generator that closes it."""


class AsyncPooledClient:
    """What an asynchronous transport needs of an httpx client.

    Args:
        connect: makes a connection: an httpx client that has only one.
        max_connections: how many there may be in an event loop.

    Attributes:
        is_closed: whether calls are refused.
    """

    library = httpx

    def __init__(self, connect: Callable[[], httpx.AsyncClient], max_connections: int) -> None:
        self._connect = connect
        self._max_connections = max_connections
        self._template = connect()
        self._pools: Pools = {}
        self.is_closed = False
        weakref.finalize(self, _close_in_their_loops, self._pools)

    @property
    def timeout(self) -> httpx.Timeout:
        """The timeout of a request that has none."""
        return self._template.timeout

    def build_request(self, **arguments: Any) -> httpx.Request:
        """As of an httpx client."""
        return self._template.build_request(**arguments)

    async def send(self, request: httpx.Request, **options: Any) -> httpx.Response:
        """As of an httpx client.

        Raises:
            RuntimeError: the client is closed.
        """
        if self.is_closed:
            raise RuntimeError(CLOSED)
        pool = self._pool()
        connection = await pool.acquire(request)
        try:
            response = await connection.send(request, **options)
        except BaseException:
            await pool.discard(connection)
            raise
        response.stream = AsyncPoolByteStream(response.stream, lambda: pool.release(connection))
        return response

    def _pool(self) -> AsyncConnectionPool:
        """The pool of this event loop; those of loops that have ended are dropped."""
        here = os.getpid(), event_loop()
        if here not in self._pools:
            for key, (pool, _) in list(self._pools.items()):
                if pool.closed or _has_ended(key[1]):
                    self._pools.pop(key, None)
            pool = AsyncConnectionPool(self._connect, self._max_connections)
            self._pools[here] = pool, _closer(pool)
        return self._pools[here][0]

    async def aclose(self) -> None:
        """Refuses further calls. Those in progress end by themselves."""
        self.is_closed = True
        _, closer = self._pools.pop((os.getpid(), event_loop()), (None, None))
        _close_in_their_loops(self._pools)
        if closer is not None:
            await closer.aclose()


async def _close(connections: Sequence[httpx.AsyncClient]) -> None:
    for connection in connections:
        await connection.aclose()


def _closer(pool: AsyncConnectionPool) -> AsyncGenerator[None]:
    """A generator that closes a pool when it ends, with its event loop or when it is collected.

    Event loops end generators in this way, from whatever thread the garbage collector runs in; a
    finalizer could not await.
    """

    async def wait_and_close() -> AsyncGenerator[None]:
        try:
            yield
        finally:
            with suppress(GeneratorExit):  # of a task that was cancelled before it began to close
                await anyio.lowlevel.cancel_shielded_checkpoint()
            await pool.aclose()

    closer = wait_and_close()
    with suppress(StopIteration):
        anext(closer).__await__().send(None)
    return closer


def _close_in_their_loops(pools: Pools) -> None:
    """Drops the pools, which their event loops then close."""
    for (_, loop), (pool, closer) in pools.items():
        if hasattr(loop, "run_sync_soon") and not pool.closed:  # trio warns of lost generators
            import trio

            with suppress(trio.RunFinishedError):
                loop.run_sync_soon(trio.lowlevel.spawn_system_task, closer.aclose)
    pools.clear()


def _has_ended(loop: Any) -> bool:
    is_closed: Callable[[], bool] | None = getattr(loop, "is_closed", None)
    return is_closed is not None and is_closed()
