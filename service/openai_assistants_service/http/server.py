"""Put the service on a socket, and take it off again."""

import asyncio
import contextlib
import random
import socket
import time
from collections.abc import AsyncGenerator, Callable, Generator, Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn
from attrs import field, frozen
from starlette.types import ASGIApp

from openai_assistants_core.extras import needs_extra

from ..interpreter.base import Interpreter
from ..interpreter.monty import MontyInterpreter
from ..metrics import Metrics
from ..models.base import Model
from ..models.builtin_model import BuiltinModel
from ..models.images import StoredImages
from ..models.opening import ModelRule, open_models
from ..models.server import ServerConfig
from ..runs import Worker
from ..search.embeddings import Embedder
from ..search.extraction import DEFAULT_LIMITS, ExtractionLimits, Reader
from ..search.index import Indexer
from ..storage import api_keys
from ..storage.database import Clock
from ..storage.ids import Ids
from ..storage.location import Location, beside
from ..storage.opening import open_storage
from ..storage.private import reason
from .app import App
from .auth import Gate
from .connections import KEEP_ALIVE, IdleConnections
from .handlers import Services
from .observed import Observed
from .probes import Probes
from .same_origin import is_loopback

if TYPE_CHECKING:
    from .self_signed import Certificate

_GRACE = 5
_MARGIN = 1
_TICK = 1.0


class CannotServe(Exception):
    """The service cannot be started as asked."""


@frozen(kw_only=True)
class Settings:
    """Where and how to serve.

    Attributes:
        works: execute runs and read files; without it that is left to other processes.
        models: which models answer to names of their own, in the order in which they are tried.
        model: answers to every other name.
        delete_threads_after: days after which threads that nobody uses are deleted.
        tls_self_signed: speak TLS, with a certificate of `self_signed`.
    """

    database: Location
    host: str = "127.0.0.1"
    port: int = 0
    tls_self_signed: bool = False
    api_key: str | None = None
    works: bool = True
    models: Sequence[ModelRule] = ()
    model: Model | ServerConfig = field(factory=BuiltinModel)
    interpreter: Interpreter = field(factory=MontyInterpreter)
    extraction: ExtractionLimits = DEFAULT_LIMITS
    embedder: Embedder | None = None
    delete_threads_after: int | None = None
    clock: Clock = time.time
    randomness: random.Random | None = None


def listen(host: str, port: int, *, guarded: bool) -> socket.socket:
    """Open the listening socket.

    It says that it is TCP in so many words: only then does asyncio switch Nagle's algorithm off,
    without which every answer would wait 40 ms for an acknowledgement.

    Raises:
        CannotServe: the address is taken, or open to others while there is no key.
    """
    if not guarded and not is_loopback(host):
        raise CannotServe(
            f"without --api-key the service listens on loopback only, and {host} is not: "
            "give a key, make one (`keys create`), or use --host 127.0.0.1"
        )
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    server = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind((host, port))
        server.listen(512)
    except (OSError, OverflowError) as error:
        server.close()
        reason = getattr(error, "strerror", None) or error
        raise CannotServe(f"cannot listen on {host}:{port}: {reason}") from error
    return server


def url_of(server: socket.socket, scheme: str = "http") -> str:
    """Return the URL of a listening socket."""
    host, port = server.getsockname()[:2]
    return f"{scheme}://[{host}]:{port}" if ":" in host else f"{scheme}://{host}:{port}"


@frozen
class Served:
    """Where a service is.

    Attributes:
        url: its root.
        certificate: the file that its clients have to trust, if it speaks TLS.
    """

    url: str
    certificate: Path | None = None


class _Server(uvicorn.Server):
    """A uvicorn server that leaves signals to its owner, says when it is ready, and waits for no
    client for ever.
    """

    def __init__(
        self, config: uvicorn.Config, stop: asyncio.Event, on_ready: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._stop = stop
        self._on_ready = on_ready
        self._idle = IdleConnections()

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Capture none."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets)
        self._on_ready()

    async def main_loop(self) -> None:
        """Tick until it is time to stop: once a second, which is all that a tick is for.

        uvicorn ticks ten times, which took more of an idle processor than all else together.
        """
        while not (await self.on_tick(0) or self._stop.is_set()):
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_TICK):
                    await self._stop.wait()

    async def on_tick(self, counter: int) -> bool:
        """Close the connections that send no request."""
        now = asyncio.get_running_loop().time()
        for connection in self._idle.overdue(self.server_state.connections, now):
            connection.transport.abort()
        return await super().on_tick(counter)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop; requests that are still being sent near the end of the grace are broken off.

        Only a client that is told so ends its request without an error in the log.
        """
        loop = asyncio.get_running_loop()
        breaking_off = loop.call_later(_GRACE - _MARGIN, self._break_off)
        await super().shutdown(sockets)
        breaking_off.cancel()

    def _break_off(self) -> None:
        for connection in list(self.server_state.connections):
            connection.transport.abort()


@contextlib.asynccontextmanager
async def running(settings: Settings, stop: asyncio.Event) -> AsyncGenerator[Services]:
    """Give what handlers use, over an open database, with the worker started if it is to work."""
    ids = Ids(settings.randomness)
    async with AsyncExitStack() as opened:
        storage = await opened.enter_async_context(
            open_storage(settings.database, clock=settings.clock, ids=ids)
        )
        await storage.sweep()
        database, blobs = storage.database, storage.blobs
        indexer = Indexer(database, blobs, Reader(settings.extraction), settings.embedder)
        images = StoredImages(database, blobs)
        models = await opened.enter_async_context(
            open_models(settings.model, settings.models, images.read)
        )
        metrics = Metrics()
        worker = Worker(
            database,
            indexer,
            models.get,
            settings.interpreter,
            metrics=metrics,
            delete_threads_after=settings.delete_threads_after,
        )
        if settings.works:
            await worker.maintain()  # what expired meanwhile is gone before the first answer
            worker.start()
            opened.push_async_callback(worker.stop)
        yield Services(database, blobs, indexer, worker, models, stop, metrics)


def _certificate(settings: Settings) -> "Certificate | None":
    if not settings.tls_self_signed:
        return None
    with needs_extra("tls", CannotServe):
        from .self_signed import self_signed
    try:
        now = datetime.fromtimestamp(settings.clock(), UTC)
        return self_signed(beside(settings.database), settings.host, now)
    except OSError as error:
        raise CannotServe(f"cannot keep a certificate: {reason(error)}") from error


def application(services: Services, settings: Settings, gate: Gate | None = None) -> ASGIApp:
    """Return all that is served: the API, the probes of supervisors, and the page."""
    gate = gate or Gate(services.database, settings.api_key)
    return Observed(Probes(App(services, gate), services, gate), services.metrics)


def _config(app: ASGIApp, certificate: "Certificate | None") -> uvicorn.Config:
    return uvicorn.Config(
        app,
        lifespan="off",
        log_config=None,
        access_log=False,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=_GRACE,
        ssl_certfile=certificate.certificate if certificate else None,
        ssl_keyfile=certificate.key if certificate else None,
    )


async def _has_keys(settings: Settings) -> bool:
    """Whether keys are stored, so that one can listen elsewhere than on loopback."""
    if isinstance(settings.database, Path) and not settings.database.exists():
        return False
    async with open_storage(settings.database) as storage, storage.database.read() as tx:
        return bool(await api_keys.every(tx))


async def serve(
    settings: Settings, stop: asyncio.Event, on_ready: Callable[[Served], None]
) -> None:
    """Serve until `stop` is set; `on_ready` learns where once requests are answered."""
    keyless = is_loopback(settings.host)
    guarded = settings.api_key is not None or (not keyless and await _has_keys(settings))
    with listen(settings.host, settings.port, guarded=guarded) as listening:
        async with AsyncExitStack() as opened:
            services = await opened.enter_async_context(running(settings, stop))
            gate = Gate(services.database, settings.api_key, keyless=keyless)
            await opened.enter_async_context(gate.uses.recorded())
            made = _certificate(settings)
            served = Served(url_of(listening))
            if made is not None:
                served = Served(url_of(listening, "https"), made.certificate)
            config = _config(application(services, settings, gate), made)
            await _Server(config, stop, lambda: on_ready(served)).serve([listening])


async def work(settings: Settings, stop: asyncio.Event, on_ready: Callable[[], None]) -> None:
    """Execute runs until `stop` is set, and answer no requests; `on_ready` is called first."""
    async with running(settings, stop):
        on_ready()
        await stop.wait()
