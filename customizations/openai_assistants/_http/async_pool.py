"""The connections of an asynchronous client that was given none: new ones in each event loop."""

import os
import weakref
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any

import anyio
import anyio.lowlevel
import httpx

from .event_loop import event_loop
from .idle_connections import Shelf
from .pool import CLOSED


class AsyncLent(httpx.AsyncByteStream):
    """The body of an answer; closed, it gives the client back."""

    def __init__(self, stream: Any, give: Callable[[], Awaitable[None]]) -> None:
        self._stream = stream
        self._give = give

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._stream)

    async def aclose(self) -> None:
        """Frees the connection."""
        try:
            await self._stream.aclose()
        finally:
            await self._give()


class AsyncLending:
    """The clients of one event loop."""

    def __init__(self, make: Callable[[], httpx.AsyncClient], most: int) -> None:
        self._make = make
        self._places = anyio.Semaphore(most)
        self._shelf: Shelf[httpx.AsyncClient] = Shelf()

    @property
    def closed(self) -> bool:
        """Whether connections are closed after each call."""
        return self._shelf.closed

    async def take(self, request: httpx.Request) -> httpx.AsyncClient:
        """A client for a request, as soon as there is one.

        Raises:
            PoolTimeout: there was none in time.
        """
        try:
            self._places.acquire_nowait()
        except anyio.WouldBlock:
            await self._wait(request)
        return self._shelf.take() or self._make()

    async def _wait(self, request: httpx.Request) -> None:
        try:
            with anyio.fail_after(request.extensions["timeout"]["pool"]):
                await self._places.acquire()
        except TimeoutError:
            raise httpx.PoolTimeout("all connections are in use", request=request) from None

    async def give(self, client: httpx.AsyncClient) -> None:
        """Takes a client back."""
        self._places.release()
        await _close(self._shelf.put(client))

    async def drop(self, client: httpx.AsyncClient) -> None:
        """Takes a client back that may be in no good state."""
        self._places.release()
        await _close([client])

    async def aclose(self) -> None:
        """Closes the connections: those in use, as soon as they are not."""
        await _close(self._shelf.close())


Lendings = dict[tuple[int, Any], tuple[AsyncLending, AsyncGenerator[None]]]
"""By process and event loop; with each a generator that closes it."""


class AsyncPool:
    """What an asynchronous transport needs of an HTTP client.

    Args:
        make: a new client of httpx.
        most: how many of them may be in use in an event loop.

    Attributes:
        is_closed: whether calls are refused.
    """

    library = httpx

    def __init__(self, make: Callable[[], httpx.AsyncClient], most: int) -> None:
        self._make = make
        self._most = most
        self._model = make()
        self._lendings: Lendings = {}
        self.is_closed = False
        weakref.finalize(self, _let_go, self._lendings)

    @property
    def timeout(self) -> httpx.Timeout:
        """The limits of a request that has none."""
        return self._model.timeout

    def build_request(self, **arguments: Any) -> httpx.Request:
        """As of a client of httpx."""
        return self._model.build_request(**arguments)

    async def send(self, request: httpx.Request, **options: Any) -> httpx.Response:
        """As of a client of httpx.

        Raises:
            RuntimeError: the pool is closed.
        """
        if self.is_closed:
            raise RuntimeError(CLOSED)
        lending = self._here()
        client = await lending.take(request)
        try:
            response = await client.send(request, **options)
        except BaseException:
            await lending.drop(client)
            raise
        response.stream = AsyncLent(response.stream, lambda: lending.give(client))
        return response

    def _here(self) -> AsyncLending:
        """Those of this event loop; nothing is left of loops that have ended."""
        here = os.getpid(), event_loop()
        if here not in self._lendings:
            for key, (lending, _) in list(self._lendings.items()):
                if lending.closed or _ended(key[1]):
                    self._lendings.pop(key, None)
            lending = AsyncLending(self._make, self._most)
            self._lendings[here] = lending, _keeper(lending)
        return self._lendings[here][0]

    async def aclose(self) -> None:
        """Refuses calls from now on. Those under way end by themselves."""
        self.is_closed = True
        _, keeper = self._lendings.pop((os.getpid(), event_loop()), (None, None))
        _let_go(self._lendings)
        if keeper is not None:
            await keeper.aclose()


async def _close(clients: Sequence[httpx.AsyncClient]) -> None:
    for each in clients:
        await each.aclose()


def _keeper(lending: AsyncLending) -> AsyncGenerator[None]:
    """A generator that closes connections when the event loop ends, or when nobody has it any more.

    Event loops do this with generators, from whatever thread the garbage collector runs in; a
    finalizer could not await.
    """

    async def keep() -> AsyncGenerator[None]:
        try:
            yield
        finally:
            with suppress(GeneratorExit):  # of a task that was cancelled before it began to close
                await anyio.lowlevel.cancel_shielded_checkpoint()
            await lending.aclose()

    keeper = keep()
    with suppress(StopIteration):
        anext(keeper).__await__().send(None)
    return keeper


def _let_go(lendings: Lendings) -> None:
    """Leaves them to their event loops to close."""
    for (_, loop), (lending, keeper) in lendings.items():
        if hasattr(loop, "run_sync_soon") and not lending.closed:  # trio warns of lost generators
            import trio

            with suppress(trio.RunFinishedError):
                loop.run_sync_soon(trio.lowlevel.spawn_system_task, keeper.aclose)
    lendings.clear()


def _ended(loop: Any) -> bool:
    is_closed: Callable[[], bool] | None = getattr(loop, "is_closed", None)
    return is_closed is not None and is_closed()
