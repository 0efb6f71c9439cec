"""Run Python programs in CPython, in a sandbox of bubblewrap: with numpy and files, and no way out.

What keeps a program in, each by itself: namespaces (no files of the host but Python's and /usr, no
network, no processes to see), another user without capabilities, a filter of system calls, limits
of memory, time and open files, and file systems of a given size in memory.
"""

import asyncio
import contextlib
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path

from openai_assistants_core.extras import needs_extra

from ..processes import wait_for_end
from . import bubblewrap
from .answers import Unanswered, read_answer
from .base import DATA, InputFile, InterpreterUnavailable, Limits, Outcome
from .bubblewrap import Descriptors, command
from .names import distinct

CPYTHON_LIMITS = Limits(seconds=30.0, memory=1024 * 1024 * 1024, recursion=0)
"""The recursion limit is Python's own."""

_HARNESS = Path(__file__).with_name("harness.py")
_READY = b"ready\n"
_START = 20.0
_GRACE = 0.2
_PACKAGES = ("numpy", "pandas", "matplotlib")
_REASON = 500
_LIFETIME = 600
"""Seconds of processor time for a session."""

_FILES = 64 * 1024 * 1024
_INPUTS = 256 * 1024 * 1024
_LOST = "What earlier programs defined is gone."


class CPythonInterpreter:
    """Gives each session a sandbox, which is gone afterwards.

    Raises:
        InterpreterUnavailable: bubblewrap, or libseccomp, is not there.
    """

    folder = DATA

    def __init__(self, limits: Limits = CPYTHON_LIMITS) -> None:
        self._limits = limits
        self._bwrap = bubblewrap.find()
        try:
            with needs_extra("interpreter"):
                from . import seccomp
        except (ImportError, OSError, RuntimeError) as error:
            raise InterpreterUnavailable(
                f"the interpreter 'cpython' needs libseccomp and pyseccomp: {error}"
            ) from error
        self._write_filter = seccomp.write_filter

    @property
    def language(self) -> str:
        """Python, and of the packages that programs like to have those that are there."""
        packages = [name for name in _PACKAGES if find_spec(name)]
        version = f"Python {sys.version_info.major}.{sys.version_info.minor}"
        return " with ".join(filter(None, (version, ", ".join(packages))))

    async def check(self) -> None:
        """Run a program.

        Raises:
            InterpreterUnavailable: it does not run, as where containers forbid namespaces.
        """
        session = await self.open()
        try:
            outcome = await session.run("6 * 7")
        finally:
            await session.close()
        if outcome.result != "42":
            reason = outcome.text.partition("\n")[0]
            raise InterpreterUnavailable(f"the interpreter 'cpython' does not work: {reason}")

    async def open(self, files: Sequence[InputFile] = ()) -> "CPythonSession":
        """Begin a session; its sandbox starts with the first program."""
        return CPythonSession(self, distinct(files))

    async def start(self, files: Sequence[InputFile]) -> Process:
        """Start a sandbox.

        Raises:
            Unanswered: the files are too large.
            OSError: one of them is not there.
        """
        with ExitStack() as stack:
            opened = [(one.name, stack.enter_context(one.path.open("rb"))) for one in files]
            size = sum(os.fstat(file.fileno()).st_size for _, file in opened)
            if size > _INPUTS:
                raise Unanswered(f"The files of the run are larger than {_INPUTS >> 20} MiB.")
            rules = stack.enter_context(os.fdopen(os.memfd_create("seccomp"), "w+b"))
            self._write_filter(rules)
            rules.seek(0)
            given = Descriptors(
                rules.fileno(), tuple((name, file.fileno()) for name, file in opened)
            )
            return await asyncio.create_subprocess_exec(
                *command(self._bwrap, _HARNESS, size + _FILES, given),
                json.dumps(self._settings()),
                stdin=PIPE,
                stdout=PIPE,
                stderr=PIPE,
                env={},
                pass_fds=given.all,
                limit=4 * 6 * self._limits.output + 65536,
            )

    @property
    def limits(self) -> Limits:
        """Those of each program."""
        return self._limits

    def _settings(self) -> dict[str, object]:
        limits = {
            "RLIMIT_AS": self._limits.memory,
            "RLIMIT_CPU": _LIFETIME,
            "RLIMIT_CORE": 0,
            "RLIMIT_FSIZE": _FILES,
            "RLIMIT_NOFILE": 256,
            "RLIMIT_NPROC": 128,
        }
        return {
            "uid": bubblewrap.NOBODY,
            "limits": limits,
            "data": DATA,
            "packages": bubblewrap.packages(),
            "output": self._limits.output,
            "files": _FILES,
        }


class CPythonSession:
    """Runs programs in one sandbox."""

    def __init__(self, interpreter: CPythonInterpreter, files: Sequence[InputFile]) -> None:
        self._interpreter = interpreter
        self._files = files
        self._process: Process | None = None

    async def run(self, source: str) -> Outcome:
        """Run a program; it takes `limits.seconds` and a little at most."""
        limits = self._interpreter.limits
        try:
            if self._process is None:
                self._process = await self._start()
            process = self._process
            async with asyncio.timeout(limits.seconds):
                assert process.stdin is not None
                process.stdin.write(json.dumps(source).encode() + b"\n")
                await process.stdin.drain()
                return await read_answer(process.stdout, limits.output, _FILES)
        except TimeoutError:
            await self.close()
            error = f"TimeoutError: the program ran longer than {limits.seconds:g} seconds."
            return Outcome("", error=f"{error}\n{_LOST}")
        except (Unanswered, OSError) as error:
            await self.close()
            return Outcome("", error=f"{error}\n{_LOST}")
        except BaseException:  # cancelled: the program must not go on
            await self.close()
            raise

    async def close(self) -> None:
        """End the sandbox and all that is in it; another program would get a new one."""
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin is not None
        process.stdin.close()  # a sandbox in which no program runs ends with that
        try:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(_GRACE):
                    await wait_for_end(process)
        finally:
            if process.returncode is None:
                process.kill()
                await wait_for_end(process)

    async def _start(self) -> Process:
        process = await self._interpreter.start(self._files)
        self._process = process
        assert process.stdout is not None
        assert process.stderr is not None
        async with asyncio.timeout(_START):
            if await process.stdout.readline() != _READY:
                reason = (await process.stderr.read(_REASON)).decode("utf-8", "replace").strip()
                raise Unanswered(f"The sandbox could not be started: {reason}")
        return process
