"""A real server on this machine that does next to nothing, and counts its connections."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Mapping
from types import TracebackType
from typing import Any, Self

import attrs

from .wire import Answer

THREAD: dict[str, Any] = {"id": "thread_1", "object": "thread", "created_at": 1, "metadata": {}}


@attrs.frozen
class Asked:
    """A request as it arrived."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


Answering = Callable[[Asked], Answer | Awaitable[Answer]]


def a_thread(asked: Asked) -> Answer:
    """A thread with the id that was asked for."""
    return Answer(body={**THREAD, "id": asked.path.rpartition("/")[2]})


class Loopback:
    """Answers over HTTP/1.1, in a thread of its own, as long as its `with` block lasts.

    Args:
        answer: the answer to a request, or what it is awaited from.

    Attributes:
        open: connections there are now.
        most: connections there were at one time.
        accepted: connections in all.
        asked: all requests, in their order.
    """

    def __init__(self, answer: Answering = a_thread) -> None:
        self.answer = answer
        self.open = self.most = self.accepted = 0
        self.asked: list[Asked] = []
        self._changed = threading.Condition()
        self._loop = asyncio.new_event_loop()
        self._port = 0

    @property
    def url(self) -> str:
        """The base URL."""
        return f"http://127.0.0.1:{self._port}/v1"

    def __enter__(self) -> Self:
        ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(ready,), daemon=True)
        self._thread.start()
        assert ready.wait(10)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._loop.call_soon_threadsafe(self._stopped.set)
        self._thread.join(10)

    def until_open(self, number: int) -> int:
        """Waits until that many connections are left; returns how many are."""
        with self._changed:
            self._changed.wait_for(lambda: self.open <= number, 5)
            return self.open

    def _run(self, ready: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._serve(ready))

    async def _serve(self, ready: threading.Event) -> None:
        self._stopped = asyncio.Event()
        server = await asyncio.start_server(self._connection, "127.0.0.1", 0, backlog=2000)
        self._port = server.sockets[0].getsockname()[1]
        self._tasks: set[asyncio.Task[None]] = set()
        ready.set()
        await self._stopped.wait()
        server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _count(self, change: int) -> None:
        with self._changed:
            self.open += change
            self.most = max(self.most, self.open)
            self.accepted += change > 0
            self._changed.notify_all()

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self._count(+1)
        try:
            while True:
                asked = await self._read(reader)
                self.asked.append(asked)
                answer = self.answer(asked)
                made = (answer if isinstance(answer, Answer) else await answer).response()
                head = [f"HTTP/1.1 {made.status_code} -"]
                head += [f"{name}: {value}" for name, value in made.headers.items()]
                writer.write("\r\n".join([*head, "", ""]).encode() + made.content)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()
            self._tasks.discard(task)
            self._count(-1)

    async def _read(self, reader: asyncio.StreamReader) -> Asked:
        head = await reader.readuntil(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").strip().split("\r\n")
        method, path, _ = first.split(" ")
        headers = dict(line.lower().split(": ", 1) for line in lines)
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        return Asked(method, path.partition("?")[0], headers, body)
