"""The service inside this process: for tests, for notebooks, for a program of its own."""

import asyncio
import logging
import os
import random
import tempfile
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from attrs import evolve

from .http.server import Settings, serve
from .interpreter.base import Interpreter
from .interpreter.monty import MontyInterpreter
from .models.base import Model
from .models.model_file import read_model_file
from .models.opening import choose_model
from .search.embeddings import Embedder
from .search.extraction import DEFAULT_LIMITS, ExtractionLimits
from .storage.database import Clock

_LOG = logging.getLogger(__name__)
_TIMEOUT = 30.0


class LocalService:
    """A service on a free port of 127.0.0.1, for as long as its `with` block lasts.

    Without a path its database is temporary; with one it stays there, and what a client wrote
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
        clock: Clock = time.time,
        randomness: random.Random | None = None,
    ) -> None:
        self._path = None if database is None else Path(database)
        self._settings = Settings(
            database=self._path or Path(),
            port=port,
            api_key=api_key,
            models=() if models is None else read_model_file(Path(models), os.environ),
            model=choose_model(model, os.environ) if isinstance(model, str) else model,
            interpreter=interpreter or MontyInterpreter(),
            extraction=extraction,
            embedder=embedder,
            clock=clock,
            randomness=randomness,
        )
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._ready = threading.Event()
        self._error: BaseException | None = None
        self._url: str | None = None

    @property
    def url(self) -> str:
        """The root: the endpoint of an Azure client."""
        if self._url is None:
            raise RuntimeError("the service is not running: use it in a `with` block")
        return self._url

    @property
    def base_url(self) -> str:
        """The base URL of an OpenAI client."""
        return self.url + "/v1"

    def start(self) -> Self:
        """Start the service and wait until it answers."""
        if self._thread is not None:
            raise RuntimeError("the service is running already")
        path = self._path
        if path is None:
            self._folder = tempfile.TemporaryDirectory(prefix="assistants-")
            path = Path(self._folder.name) / "service.db"
        settings = evolve(self._settings, database=path)
        self._ready.clear()
        self._error = None
        self._thread = threading.Thread(
            target=self._run, args=(settings,), name="local-assistants", daemon=True
        )
        self._thread.start()
        started = self._ready.wait(_TIMEOUT)
        if self._error is not None or not started:
            error = self._error or TimeoutError("the service did not start")
            self.stop()
            raise error
        return self

    def stop(self) -> None:
        """Stop the service and remove its database, if that is temporary."""
        thread, self._thread = self._thread, None
        if thread is not None:
            if self._loop is not None and self._stop is not None and thread.is_alive():
                self._loop.call_soon_threadsafe(self._stop.set)
            thread.join(_TIMEOUT)
        self._url = self._loop = self._stop = None
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _run(self, settings: Settings) -> None:
        try:
            asyncio.run(self._serve(settings))
        except BaseException as error:
            self._error = error
            if self._url is not None:
                _LOG.exception("the local service broke")
        finally:
            self._ready.set()

    async def _serve(self, settings: Settings) -> None:
        self._loop = asyncio.get_running_loop()
        self._stop = asyncio.Event()
        await serve(settings, self._stop, self._announce)

    def _announce(self, url: str) -> None:
        self._url = url
        self._ready.set()

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
