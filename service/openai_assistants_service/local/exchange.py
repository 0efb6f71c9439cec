"""Requests to an ASGI application that runs in the event loop of another thread.

httpx's own ASGITransport hands an answer on when it is whole, which no stream of a run survives,
and runs the application in the caller's loop, where there may be none, or one that is not asyncio.
"""

import asyncio
import logging
from collections.abc import Coroutine
from concurrent.futures import Future
from typing import Any, TypeVar

from starlette.types import ASGIApp, Message, Scope

_LOG = logging.getLogger(__name__)
_GRACE = 5.0
T = TypeVar("T")


class BrokenOff(Exception):
    """The application ended without the end of its answer, or is being stopped."""


class Exchange:
    """One request and its answer; the methods are for other threads, and return at once.

    Both bodies go through piece by piece: who writes waits until the last piece was read.
    """

    def __init__(self, app: ASGIApp, scope: Scope, loop: asyncio.AbstractEventLoop) -> None:
        self._app = app
        self._scope = scope
        self._loop = loop
        self._request: asyncio.Queue[Message] = asyncio.Queue(1)
        self._answer: asyncio.Queue[Message] = asyncio.Queue(1)
        self._answering = False
        self._over = False
        self._gone = False

    def send(self, piece: bytes, *, more: bool) -> "Future[bool]":
        """Send a piece of the request's body; False once the answer has begun: no more is read."""
        return self._submit(self._send_piece(piece, more))

    def receive(self) -> "Future[Message]":
        """Receive the next message of the answer: its start, or a piece of its body.

        The future raises BrokenOff if there is none.
        """
        return self._submit(self._next())

    def close(self) -> None:
        """Tell the application that nobody reads its answer any more."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.disconnect)

    def _submit(self, work: Coroutine[Any, Any, T]) -> "Future[T]":
        if not self._loop.is_closed():
            return asyncio.run_coroutine_threadsafe(work, self._loop)
        work.close()
        stopped: Future[T] = Future()
        stopped.set_exception(BrokenOff("the service was stopped"))
        return stopped

    async def _send_piece(self, piece: bytes, more: bool) -> bool:
        if not self._answering:
            await self._request.put({"type": "http.request", "body": piece, "more_body": more})
        return not self._answering

    async def _next(self) -> Message:
        if (self._over or self._gone) and self._answer.empty():
            raise BrokenOff("the service broke off its answer")
        message = await self._answer.get()
        if message["type"] == "http.disconnect":
            raise BrokenOff("the service broke off its answer")
        return message

    async def run(self) -> None:
        """Have the request answered; in the application's loop."""
        try:
            await self._app(self._scope, self._on_receive, self._on_send)
        except Exception:
            _LOG.exception("a request failed")
        self._over = True
        await self._on_send({"type": "http.disconnect"})

    def disconnect(self) -> None:
        """Do what `close` says; in the application's loop."""
        self._gone = True
        _drain(self._answer)
        _drain(self._request)
        self._request.put_nowait({"type": "http.disconnect"})

    async def _on_receive(self) -> Message:
        if self._gone:
            return {"type": "http.disconnect"}
        return await self._request.get()

    async def _on_send(self, message: Message) -> None:
        if not self._answering:
            # A client that still sends would wait for a reader, and its answer for the client.
            self._answering = True
            _drain(self._request)
        if not self._gone:
            await self._answer.put(message)


def _drain(queue: asyncio.Queue[Message]) -> None:
    while not queue.empty():
        queue.get_nowait()


class Exchanges:
    """All that is being asked of an application; made in its loop."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._loop = asyncio.get_running_loop()
        self._tasks: dict[asyncio.Task[None], Exchange] = {}

    def begin(self, scope: Scope) -> Exchange:
        """Begin an exchange, from any thread.

        Raises:
            BrokenOff: the loop has ended.
        """
        exchange = Exchange(self._app, scope, self._loop)
        try:
            self._loop.call_soon_threadsafe(self._run, exchange)
        except RuntimeError as error:
            raise BrokenOff("the service was stopped") from error
        return exchange

    def _run(self, exchange: Exchange) -> None:
        task = self._loop.create_task(exchange.run())
        self._tasks[task] = exchange
        task.add_done_callback(self._tasks.pop)

    async def close(self) -> None:
        """Tell those that go on to end, and wait for five seconds at most."""
        for exchange in self._tasks.values():
            exchange.disconnect()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=_GRACE)
