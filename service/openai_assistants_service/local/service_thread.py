"""A thread with an event loop of its own, in which a service runs."""

import asyncio
import contextlib
import logging
import shutil
import tempfile
import threading
import weakref
from collections.abc import Awaitable, Callable, Generator
from pathlib import Path
from typing import Generic, TypeVar

from ..storage.location import Location, locate

_LOG = logging.getLogger(__name__)
_TIMEOUT = 30.0

T = TypeVar("T")

Serve = Callable[[Location, asyncio.Event, Callable[[T], None]], Awaitable[None]]
"""Serves from a database until the event is set; calls back once requests are answered."""


class ServiceThread(Generic[T]):
    """Runs a service from `start` to `stop`, again and again.

    It is stopped, too, when nobody refers to it any more, or the program ends.

    Args:
        serve: what to run.
        database: its SQLite file, or the URL of a database of PostgreSQL; None for a temporary one, which is removed after each run.
    """

    def __init__(self, serve: Serve[T], database: str | Path | None) -> None:
        self._serve = serve
        self._location = None if database is None else locate(database)
        self._running: _Running[T] | None = None

    @property
    def value(self) -> T | None:
        """What the service called back with; None while it is not running."""
        return None if self._running is None else self._running.value

    def start(self) -> T:
        """Start the service, and wait until it answers.

        Raises:
            RuntimeError: it is running already.
            TimeoutError: it did not start in 30 seconds.
        """
        if self._running is not None:
            raise RuntimeError("the service is running already")
        running = self._running = _Running(self._serve, self._location)
        self._finalizer = weakref.finalize(self, running.stop)
        try:
            return running.start()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop the service, and wait until it has; its database is removed if it is temporary."""
        running, self._running = self._running, None
        if running is not None:
            self._finalizer.detach()
            running.stop()


class _Running(Generic[T]):
    """One run of a service."""

    value: T | None = None

    def __init__(self, serve: Serve[T], location: Location | None) -> None:
        self._serve = serve
        self._location = location
        self._ready = threading.Event()
        self._error: BaseException | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="local-assistants", daemon=True)

    def start(self) -> T:
        self._thread.start()
        self._ready.wait(_TIMEOUT)
        if self.value is None:
            raise self._error or TimeoutError("the service did not start")
        return self.value

    def stop(self) -> None:
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended by itself
                self._loop.call_soon_threadsafe(self._stop.set)
        if self._thread is not threading.current_thread():
            self._thread.join(_TIMEOUT)

    def _run(self) -> None:
        try:
            with _database(self._location) as location:
                asyncio.run(self._main(location))
        except BaseException as error:
            self._error = error
            if self.value is not None:
                _LOG.exception("the local service broke")
        finally:
            self._ready.set()

    async def _main(self, location: Location) -> None:
        self._loop = asyncio.get_running_loop()
        await self._serve(location, self._stop, self._announce)

    def _announce(self, value: T) -> None:
        self.value = value
        self._ready.set()


@contextlib.contextmanager
def _database(location: Location | None) -> Generator[Location]:
    if location is not None:
        yield location
        return
    # Not a TemporaryDirectory: at the end of a program that would go before the service does.
    folder = Path(tempfile.mkdtemp(prefix="assistants-"))
    try:
        yield folder / "service.db"
    finally:
        shutil.rmtree(folder, ignore_errors=True)
