"""A service on a port of this process: for tests, for notebooks, for a program of its own."""

import asyncio
import random
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self

from attrs import evolve

from ..http.server import Served, Settings, serve
from ..interpreter.base import Interpreter
from ..models.base import Model
from ..search.embeddings import Embedder
from ..search.extraction import DEFAULT_LIMITS, ExtractionLimits
from ..storage.database import Clock
from ..storage.location import Location
from .service_thread import ServiceThread
from .settings import local_settings


class LocalService:
    """A service on a free port of 127.0.0.1, for as long as its `with` block lasts.

    Without a database it has a temporary one; one that is named, a path of an SQLite file or a URL
    `postgresql://...`, stays there, and what a client wrote
    is there again the next time. It may be used with `async with` too, and there may be several.

        with LocalService() as service:
            client = AssistantsClient(CompatibleEndpoint(service.base_url))

    Args:
        model: answers in every run, whatever model an assistant names, but for `test-model`;
            without one, the built-in. A model of a server is named as `--model` does, by its URL.
        models: a file as of `--models`, which says what answers to which names.
        interpreter: runs the programs of code_interpreter; without one, in a sandbox.
        extraction: how much the reading of one file for a vector store may use.
        embedder: makes the vectors by which file search finds what means the same; without one,
            it goes by words alone.
        tls_self_signed: speak TLS, with a certificate that the service makes, see `certificate`.
    """

    def __init__(
        self,
        database: str | Path | None = None,
        *,
        port: int = 0,
        api_key: str | None = None,
        model: Model | str = "builtin",
        models: str | Path | None = None,
        interpreter: Interpreter | None = None,
        extraction: ExtractionLimits = DEFAULT_LIMITS,
        embedder: Embedder | None = None,
        tls_self_signed: bool = False,
        clock: Clock = time.time,
        randomness: random.Random | None = None,
    ) -> None:
        settings = local_settings(
            model,
            models,
            interpreter,
            port=port,
            api_key=api_key,
            extraction=extraction,
            embedder=embedder,
            tls_self_signed=tls_self_signed,
            clock=clock,
            randomness=randomness,
        )
        self._thread: ServiceThread[Served] = ServiceThread(partial(_serve, settings), database)

    @property
    def url(self) -> str:
        """The root: the endpoint of an Azure client."""
        return self._served.url

    @property
    def base_url(self) -> str:
        """The base URL of an OpenAI client."""
        return self.url + "/v1"

    @property
    def certificate(self) -> Path | None:
        """The file with the certificate that clients have to trust; None without TLS."""
        return self._served.certificate

    @property
    def _served(self) -> Served:
        served = self._thread.value
        if served is None:
            raise RuntimeError("the service is not running: use it in a `with` block")
        return served

    def start(self) -> Self:
        """Start the service and wait until it answers."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """Stop the service and remove its database, if that is temporary."""
        self._thread.stop()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    async def __aenter__(self) -> Self:
        return await asyncio.to_thread(self.start)

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await asyncio.to_thread(self.stop)


async def _serve(
    settings: Settings, database: Location, stop: asyncio.Event, on_ready: Callable[[Served], None]
) -> None:
    await serve(evolve(settings, database=database), stop, on_ready)
