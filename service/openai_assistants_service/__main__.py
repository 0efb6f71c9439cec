"""The command line: `python -m openai_assistants_service`."""

import argparse
import asyncio
import gc
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from openai_assistants_core.extras import needs_extra

with needs_extra("service", SystemExit):
    from attrs import evolve

    from . import log_format
    from .commands import COMMANDS, run
    from .http.server import CannotServe, Served, Settings, serve, work
    from .interpreter.base import InterpreterUnavailable
    from .interpreter.choice import choose
    from .options import parse
    from .search.embeddings import Embedder, choose_embedder
    from .storage.database import StorageError
    from .storage.location import Location
    from .storage.opening import open_storage
    from .worker_processes import until_orphaned, worker_processes

EMBEDDINGS_KEY = "ASSISTANTS_EMBEDDINGS_KEY"
"""The environment variable that may hold the key for the server of --embeddings."""

_GARBAGE = 5_000
"""New objects after which the collector looks for cycles. After 700, as by default, it took 5 % of
the time at 500 runs at once, and up to 40 ms in one go for what these runs hold.
"""


def _embedder(options: argparse.Namespace) -> Embedder | None:
    """Return what makes vectors, or end with the reason why there is none."""
    key = os.environ.get(EMBEDDINGS_KEY)
    try:
        return choose_embedder(options.embeddings, options.embeddings_model, key)
    except (ImportError, ValueError) as error:
        raise CannotServe(f"argument --embeddings: {error}") from error


async def _serve(settings: Settings, options: argparse.Namespace) -> None:
    interpreter = await choose(options.interpreter)
    settings = evolve(settings, interpreter=interpreter, embedder=_embedder(options))
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def on_signal(*_: object) -> None:
        loop.call_soon_threadsafe(stop.set)

    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, on_signal)
    gc.freeze()  # what is loaded stays: no collection has to go through it
    gc.set_threshold(_GARBAGE)
    if options.parent is not None:
        orphaned = asyncio.create_task(until_orphaned(options.parent))
        orphaned.add_done_callback(lambda _: stop.set())
    if options.role != "worker":
        async with worker_processes(options.workers, options.arguments):
            await serve(settings, stop, _announce)
    elif options.workers > 1:
        async with worker_processes(options.workers, options.arguments):
            await stop.wait()
    else:
        await work(settings, stop, _announce_work)


async def _remove_quarantined(database: Location) -> None:
    if isinstance(database, Path) and not database.exists():
        raise StorageError(f"there is no database {database}")
    async with open_storage(database) as storage:
        for name in await storage.remove_quarantined():
            sys.stdout.write(f"{name}\n")


def _announce_work() -> None:
    sys.stdout.write("Executing runs\n")
    sys.stdout.flush()


def _announce(served: Served) -> None:
    if served.certificate is not None:
        sys.stdout.write(f"Clients have to trust the certificate {served.certificate.resolve()}\n")
    sys.stdout.write(f"Listening on {served.url}\n")
    sys.stdout.flush()


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until SIGTERM or SIGINT, or do what else is asked for; return the exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words and words[0] in COMMANDS:
        return run(words[0], words[1:])
    options = parse(words)
    level = options.log_level or ("info" if options.log_format else "warning")
    log_format.configure(options.log_format or "text", level)
    settings = Settings(
        database=options.database,
        host=options.host,
        port=options.port,
        api_key=options.api_key,
        models=options.models,
        model=options.model,
        tls_self_signed=options.tls_self_signed,
        works=options.role == "worker" or (options.role == "all" and not options.workers),
        delete_threads_after=options.delete_threads_after,
    )
    try:
        if options.remove_quarantined:
            asyncio.run(_remove_quarantined(options.database))
        else:
            asyncio.run(_serve(settings, options))
    except (CannotServe, InterpreterUnavailable, StorageError) as error:
        sys.stderr.write(f"error: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
