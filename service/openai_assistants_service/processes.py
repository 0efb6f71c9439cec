"""The end of a process, whatever it may still have written."""

import asyncio
from asyncio.subprocess import Process


async def wait_for_end(process: Process) -> None:
    """Wait until a process has ended, and throw away what it wrote that nobody has read.

    Before Python 3.12.5 `Process.wait` waits for the pipes to end, too, which they do not while
    nobody reads them (cpython gh-119710).
    """
    pipes = [pipe for pipe in (process.stdout, process.stderr) if pipe is not None]
    await asyncio.gather(process.wait(), *map(_discard, pipes))


async def _discard(pipe: asyncio.StreamReader) -> None:
    while await pipe.read(1 << 16):
        pass
