"""Where the peers are, and how their programs are run: each in a process of its own."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
CLIENT = ROOT / ".envs" / "client" / "bin" / "python"
"""An environment with our client, installed as users have it, and what it needs; nothing else."""
OPENAI = ROOT / ".envs" / "openai" / "bin" / "python"
"""An environment with the openai package and what it needs, and nothing else."""


class Peer(NamedTuple):
    """A program, and the interpreter that runs it."""

    python: Path
    program: str

    def then(self, more: str) -> Peer:
        """The same with more of a program behind it."""
        return Peer(self.python, self.program + more)

    def command(self, *arguments: str) -> list[str]:
        """What starts it, with nothing of the present folder in its path."""
        return [str(self.python), "-P", "-W", "ignore", "-c", self.program, *arguments]


def environment(*path: Path) -> dict[str, str]:
    """The variables for a peer, that finds what is installed and what is in these folders."""
    others = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return {
        **others,
        "PYTHONPATH": os.pathsep.join(str(folder) for folder in path),
        "PYTHONHASHSEED": "0",
    }


@contextmanager
def started_process(command: list[str]) -> Generator[tuple[str, int]]:
    """The first line and the id of the process of a server, which is ended at the end."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip(), process.pid
        finally:
            process.terminate()


@contextmanager
def started(command: list[str]) -> Generator[str]:
    """The first line of a server in a process of its own, which is ended at the end."""
    with started_process(command) as (line, _):
        yield line


def printed(command: list[str]) -> tuple[str, str]:
    """What a command prints, and what it says besides; it finds the modules of the benchmarks.

    Raises:
        RuntimeError: it failed.
    """
    done = subprocess.run(
        command, check=False, env=environment(ROOT), capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(f"{command} ended with {done.returncode}: {done.stderr[-1000:]}")
    return done.stdout, done.stderr
