"""The service without a socket: the endpoint of clients in this process."""

import asyncio
import contextlib
import random
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import httpx
from attrs import evolve

from ..http.app import App
from ..http.server import Settings, running
from ..interpreter.base import Interpreter
from ..models.base import Model
from ..search.embeddings import Embedder
from ..search.extraction import DEFAULT_LIMITS, ExtractionLimits
from ..storage.database import Clock
from ..storage.location import Location
from .exchange import Exchanges
from .service_thread import ServiceThread
from .settings import local_settings
from .transports import AsyncLocalTransport, LocalTransport


class LocalEndpoint:
    """The service inside this process: no port, no server, no key.

        with AssistantsClient(LocalEndpoint(model=..., database="dev.db")) as client:
            ...

    The service starts with the first call of a client, and stops, workers included, when the last
    client of this endpoint is closed; it starts anew for later ones. It answers in a thread of its
    own, so that clients may be synchronous and asynchronous, and as many as one likes.

    Args:
        database: the SQLite file, or a URL `postgresql://...`; without one it is temporary, and gone when the service stops.
        model: answers in every run, whatever model an assistant names, but for `test-model`;
            without one, the built-in. A model of a server is named as `--model` does, by its URL.
        models: a file as of `--models`, which says what answers to which names.
        interpreter: runs the programs of code_interpreter; without one, in a sandbox.
        extraction: how much the reading of one file for a vector store may use.
        embedder: makes the vectors by which file search finds what means the same; without one,
            it goes by words alone.
    """

    url = "http://localhost"
    """The root: the endpoint of an Azure client that is given an `http_client` of this endpoint."""

    base_url = f"{url}/v1"
    """What clients append their paths to; nothing listens there."""

    def __init__(
        self,
        database: str | Path | None = None,
        *,
        model: Model | str = "builtin",
        models: str | Path | None = None,
        interpreter: Interpreter | None = None,
        extraction: ExtractionLimits = DEFAULT_LIMITS,
        embedder: Embedder | None = None,
        clock: Clock = time.time,
        randomness: random.Random | None = None,
    ) -> None:
        settings = local_settings(
            model,
            models,
            interpreter,
            extraction=extraction,
            embedder=embedder,
            clock=clock,
            randomness=randomness,
        )
        self._thread: ServiceThread[Exchanges] = ServiceThread(partial(_serve, settings), database)
        self._lock = threading.Lock()
        self._leases: set[object] = set()

    def http_client(self) -> httpx.Client:
        """Make a client of httpx whose requests the service answers; close it when it is done."""
        return httpx.Client(transport=LocalTransport(self._lease()), trust_env=False)

    def async_http_client(self) -> httpx.AsyncClient:
        """Make an asynchronous client of httpx, for asyncio or trio."""
        return httpx.AsyncClient(transport=AsyncLocalTransport(self._lease()), trust_env=False)

    def _lease(self) -> "_Lease":
        lease = _Lease(self)
        with self._lock:
            self._leases.add(lease)
        return lease

    def started(self) -> Exchanges:
        """Start the service if it is not running."""
        with self._lock:
            return self._thread.value or self._thread.start()

    def release(self, lease: object) -> None:
        """Stop the service if this was the last of its leases."""
        with self._lock:
            self._leases.discard(lease)
            if not self._leases:
                self._thread.stop()


class _Lease:
    """The use of an endpoint's service by one client."""

    def __init__(self, endpoint: LocalEndpoint) -> None:
        self._endpoint = endpoint

    def open(self) -> Exchanges:
        return self._endpoint.started()

    def close(self) -> None:
        self._endpoint.release(self)


async def _serve(
    settings: Settings,
    database: Location,
    stop: asyncio.Event,
    on_ready: Callable[[Exchanges], None],
) -> None:
    async with running(evolve(settings, database=database), stop) as services:
        exchanges = Exchanges(App(services))
        async with contextlib.AsyncExitStack() as stack:
            stack.push_async_callback(exchanges.close)
            on_ready(exchanges)
            await stop.wait()
