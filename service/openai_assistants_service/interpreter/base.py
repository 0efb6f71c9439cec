"""The protocol of an interpreter: it runs the programs of a run, within limits."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from attrs import frozen


@frozen
class Limits:
    """How much a program may use before it is stopped: seconds, bytes, frames, characters."""

    seconds: float = 2.0
    memory: int = 64 * 1024 * 1024
    recursion: int = 300
    output: int = 64 * 1024


DEFAULT_LIMITS = Limits()

DATA = "/mnt/data"
"""The folder in which programs find the files of a run, and leave their own."""


@frozen
class InputFile:
    """A file of the run: the name that programs know it by, and where its contents are."""

    name: str
    path: Path


@frozen
class OutputFile:
    """A file that a program wrote; `image` if it is a picture that can be shown."""

    name: str
    data: bytes
    image: bool = False


@frozen
class Outcome:
    """What became of a program: what it printed, the value of its last line, why it stopped."""

    logs: str
    result: str | None = None
    error: str | None = None
    files: tuple[OutputFile, ...] = ()

    @property
    def text(self) -> str:
        """Everything there is to show, as a console would show it."""
        parts = [self.logs.rstrip("\n"), self.result or "", self.error or ""]
        return "\n".join(part for part in parts if part)


class InterpreterUnavailable(Exception):
    """The interpreter cannot be used on this machine; the text says why, and what to do."""


class Session(Protocol):
    """Runs the programs of one run, one after the other; each finds what those before defined."""

    async def run(self, source: str) -> Outcome:
        """Run a program; one that fails or is stopped has an `error`.

        Cancelling the task ends the program, and loses what was defined.
        """
        ...

    async def close(self) -> None:
        """End whatever runs for the session."""
        ...


class Interpreter(Protocol):
    """Whatever runs the programs of code_interpreter."""

    @property
    def language(self) -> str:
        """What programs are written in, in words for a language model."""
        ...

    @property
    def folder(self) -> str | None:
        """Where programs find the files of the run, and leave their own; None without files."""
        ...

    async def open(self, files: Sequence[InputFile] = ()) -> Session:
        """Begin a session.

        Args:
            files: what its programs may read. An interpreter without files leaves them out.
        """
        ...
