"""Worker processes beside this one: started with it, replaced when they die, stopped with it."""

import asyncio
import logging
import os
import sys
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager, suppress

_LOG = logging.getLogger(__name__)
_PAUSE = 1.0
"""Seconds until a process that died is replaced, and between two looks at the parent."""

_GRACE = 15.0
"""Seconds in which a worker hands its runs back."""


@asynccontextmanager
async def worker_processes(number: int, arguments: Sequence[str]) -> AsyncGenerator[None]:
    """Have so many processes execute runs for as long as the block lasts.

    Args:
        arguments: the command line of this process, whose options are theirs, too.
    """
    command = [sys.executable, "-m", "openai_assistants_service", *arguments]
    command += ["--role", "worker", "--workers", "1", "--parent", str(os.getpid())]
    kept = [asyncio.create_task(_keep(command)) for _ in range(number)]
    try:
        yield
    finally:
        for task in kept:
            task.cancel()
        await asyncio.gather(*kept, return_exceptions=True)


async def _keep(command: Sequence[str]) -> None:
    while True:
        process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.DEVNULL)
        try:
            code = await process.wait()
        except asyncio.CancelledError:
            await _end(process)
            raise
        _LOG.warning("a worker process ended with %d; another takes its place", code)
        await asyncio.sleep(_PAUSE)


async def _end(process: asyncio.subprocess.Process) -> None:
    """Let a worker hand its runs back; one that does not is killed, and its leases run out."""
    with suppress(ProcessLookupError):
        process.terminate()
        try:
            async with asyncio.timeout(_GRACE):
                await process.wait()
        except TimeoutError:
            process.kill()
            await process.wait()


async def until_orphaned(parent: int) -> None:
    """Return when the process that started this one is gone."""
    while os.getppid() == parent:
        await asyncio.sleep(_PAUSE)
