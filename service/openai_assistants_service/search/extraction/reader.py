"""Read files without harm: what parsers are needed for, in a process that ends or is killed."""

import asyncio
import contextlib
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path
from typing import IO

from ...processes import wait_for_end
from .extract import extract
from .kinds import Kind, claimed_kind
from .limits import DEFAULT_LIMITS, ExtractionLimits, too_long
from .process import NO_KIND, UNREADABLE
from .unreadable import Unreadable, invalid

_CHILD = (sys.executable, "-P", "-m", f"{__package__}.process")
_ENVIRONMENT = ("LD_LIBRARY_PATH", "PATH", "PYTHONPATH", "SYSTEMROOT")
"""What of it Python may need to start; none of the service's secrets are among them."""

_AT_ONCE = 2
_SMALL = 1 << 20
_MARGIN = 2.0
_BYTES_PER_CHARACTER = 4


class Reader:
    """Reads some files at a time; the others wait."""

    def __init__(self, limits: ExtractionLimits = DEFAULT_LIMITS) -> None:
        self._limits = limits
        self._slots = asyncio.Semaphore(_AT_ONCE)

    async def text(self, path: Path, filename: str) -> str:
        """Return the text of a file.

        Args:
            path: where its contents are.
            filename: by which it was uploaded; it tells what it should be.

        Raises:
            Unreadable: there is none, or getting it took too much.
            OSError: the contents are not there.
        """
        claimed = claimed_kind(filename)
        with await asyncio.to_thread(path.open, "rb") as contents:
            small = os.fstat(contents.fileno()).st_size <= _SMALL
            if claimed in (Kind.TEXT, Kind.JSON) and small:
                most = self._limits.characters
                return await asyncio.to_thread(extract, claimed, contents, most)
            async with self._slots:
                return await self._in_a_process(claimed, contents)

    async def _in_a_process(self, claimed: Kind | None, contents: IO[bytes]) -> str:
        limits = self._limits
        process = await asyncio.create_subprocess_exec(
            *_CHILD,
            NO_KIND if claimed is None else claimed.name,
            str(limits.seconds),
            str(limits.memory),
            str(limits.characters),
            stdin=contents,
            stdout=PIPE,
            stderr=DEVNULL,
            env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
        )
        try:
            async with asyncio.timeout(limits.seconds + _MARGIN):
                output = await _output(process, limits.characters)
                code = await process.wait()
        except TimeoutError:
            raise self._too_slow() from None
        finally:
            await _end(process)
        if code == UNREADABLE:
            raise _told(output.decode())
        if code != 0:
            raise self._broken(code)
        return output.decode()

    def _too_slow(self) -> Unreadable:
        return invalid(f"Reading the file takes more than {self._limits.seconds:g} seconds.")

    def _broken(self, code: int) -> Unreadable:
        """Say why a process ended that could not say so itself."""
        if sys.platform != "win32":
            import signal

            if code in (-signal.SIGXCPU, -signal.SIGKILL):
                return self._too_slow()
        return invalid("Reading the file broke its reader: it is damaged, or made to do so.")


async def _output(process: Process, characters: int) -> bytes:
    assert process.stdout is not None
    output = bytearray()
    while piece := await process.stdout.read(1 << 16):
        output += piece
        if len(output) > characters * _BYTES_PER_CHARACTER:
            raise too_long(characters)
    return bytes(output)


async def _end(process: Process) -> None:
    """Kill the process if it is still there, whatever the reason."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await wait_for_end(process)


def _told(output: str) -> Unreadable:
    code, _, message = output.partition("\n")
    return Unreadable("unsupported_file" if code == "unsupported_file" else "invalid_file", message)
