"""A proxy on loopback that brings faults between a client and a service, by a seeded schedule."""

import asyncio
import threading
from asyncio import IncompleteReadError, StreamReader, StreamWriter
from collections import Counter
from collections.abc import Sequence
from random import Random
from typing import Self

from .exchange import Exchange, Service, Side, Unreachable
from .kinds import FAULTS, KINDS, PASSED

_LONGEST_STORM = 4
_PATIENCE = 10.0

UNREACHABLE = "unreachable"
ABANDONED = "abandoned"


class Schedule:
    """What befalls the requests, in the order in which they come."""

    def __init__(self, random: Random, share: float, kinds: Sequence[str]) -> None:
        self._random = random
        self._share = share
        self._kinds = kinds
        self._storm: list[str] = []

    def next(self) -> str:
        """Return the name of a kind of fault, or `passed`.

        The share is that of faults that begin: what follows in a storm comes on top.
        """
        if self._storm:
            return self._storm.pop()
        if self._random.random() >= self._share:
            return PASSED
        kind = self._random.choice(self._kinds)
        if KINDS[kind].storm:
            self._storm = [kind] * self._random.randrange(_LONGEST_STORM)
        return kind


class FaultProxy:
    """A reverse proxy in a thread, for as long as its `with` block lasts.

    Connections are kept alive on both sides, one to the service for each from a client. `counts`
    says how often each kind of fault came, and how many requests passed; besides, `unreachable` are
    those that the service did not answer, and `abandoned` those that the client did not finish.

        with FaultProxy(service_port, seed=1, share=0.2) as proxy:
            client = AssistantsClient(CompatibleEndpoint(f"{proxy.url}/v1"))
    """

    def __init__(
        self,
        target_port: int,
        *,
        seed: int = 0,
        share: float = 0.2,
        kinds: Sequence[str] = tuple(FAULTS),
        pause: float = 0.002,
    ) -> None:
        """Make a proxy; `pause` are the seconds before each of five pieces of a slow answer."""
        self.port = 0
        self.counts: Counter[str] = Counter()
        self._target = target_port
        self._schedule = Schedule(Random(seed), share, kinds)
        self._pause = pause
        self._connections: set[asyncio.Task[None] | None] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop = asyncio.Event()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), daemon=True)

    @property
    def url(self) -> str:
        """The URL of the proxy."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def executed(self) -> int:
        """How many requests the service has carried out."""
        return sum(self.counts[name] for name, kind in KINDS.items() if kind.executed)

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._ready.wait(_PATIENCE), "the proxy did not start"
        return self

    def __exit__(self, *_: object) -> None:
        assert self._loop is not None
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(_PATIENCE)
        assert not self._thread.is_alive(), "the proxy did not stop"

    async def _run(self) -> None:
        self._loop = asyncio.get_running_loop()
        server = await asyncio.start_server(self._connection, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()
        open_ones = [task for task in self._connections if task is not None]
        for task in open_ones:
            task.cancel()
        await asyncio.gather(*open_ones, return_exceptions=True)
        await server.wait_closed()

    async def _connection(self, reader: StreamReader, writer: StreamWriter) -> None:
        """See to the requests of one connection, one after the other."""
        task = asyncio.current_task()
        self._connections.add(task)
        client = Side(reader, writer)
        try:
            await self._relay(client)
        except (OSError, IncompleteReadError):
            client.reset()
        except asyncio.CancelledError:
            pass  # the proxy stops; Python 3.11 would log it as an error
        finally:
            client.drop()
            self._connections.discard(task)

    async def _relay(self, client: Side) -> None:
        service = Service(self._target)
        try:
            while client.open and (first := await client.reader.read(1)):
                await self._exchange(first, client, service)
        finally:
            service.drop()

    async def _exchange(self, first: bytes, client: Side, service: Service) -> None:
        name = self._schedule.next()
        exchange = Exchange(first, client, service, self._pause)
        self.counts[name] += 1
        try:
            await KINDS[name].act(exchange)
        except (OSError, IncompleteReadError) as error:
            if KINDS[name].executed and not exchange.executed:
                self.counts[name] -= 1
                self.counts[UNREACHABLE if isinstance(error, Unreachable) else ABANDONED] += 1
            raise
