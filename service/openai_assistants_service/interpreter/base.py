"""The protocol of an interpreter: it runs one program, within limits."""

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


@frozen
class Outcome:
    """What became of a program: what it printed, the value of its last line, why it stopped."""

    logs: str
    result: str | None = None
    error: str | None = None

    @property
    def text(self) -> str:
        """Everything there is to show, as a console would show it."""
        parts = [self.logs.rstrip("\n"), self.result or "", self.error or ""]
        return "\n".join(part for part in parts if part)


class Interpreter(Protocol):
    """Whatever runs the programs of code_interpreter."""

    async def run(self, source: str, limits: Limits = DEFAULT_LIMITS) -> Outcome:
        """Run a program; one that fails or is stopped has an `error`.

        Cancelling the task ends the program.
        """
        ...
