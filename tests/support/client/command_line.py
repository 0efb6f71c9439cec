"""The command line as a process: in a pipe, and in a pseudo-terminal."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Self

import attrs

PROGRAM = (sys.executable, "-m", "openai_assistants")
PATIENCE = 60.0
"""Seconds after which a command hangs; none of them is waited for in full."""

# Takes the terminal that it is given as its own, which Ctrl-C comes from, and becomes the program.
_TAKE_TERMINAL = """
import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


@attrs.frozen
class Done:
    """A command that has ended."""

    code: int
    out: str
    err: str = ""


@attrs.frozen
class CommandLine:
    """Runs commands in a folder, with no environment but this."""

    folder: Path
    environ: Mapping[str, str]

    def with_environ(self, **variables: str) -> "CommandLine":
        """The same with more variables."""
        return attrs.evolve(self, environ={**self.environ, **variables})

    def __call__(self, *arguments: str, input: str = "") -> Done:
        """Runs a command to its end, its input and output being pipes."""
        done = subprocess.run(
            [*PROGRAM, *arguments],
            cwd=self.folder,
            env=self.environ,
            input=input.encode(),
            capture_output=True,
            timeout=PATIENCE,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    def interrupted_after(self, line: str, *arguments: str) -> Done:
        """Runs a command in a pipe, and sends it Ctrl-C once it has printed such a line."""
        command = [*PROGRAM, *arguments]
        with subprocess.Popen(
            command,
            cwd=self.folder,
            env=self.environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            seen = ""
            while line not in seen:
                more = process.stdout.readline()
                assert more, f"{command} ended before {line!r}: {seen}{process.communicate()[1]}"
                seen += more
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=PATIENCE)
        return Done(process.returncode, seen + out, err)

    def terminal(self, *arguments: str, columns: int = 120) -> "Terminal":
        """Starts a command in a pseudo-terminal."""
        environ = {**self.environ, "TERM": "xterm-256color"}
        return Terminal([*PROGRAM, *arguments], self.folder, environ, columns)

    def shell(self, script: str) -> "Terminal":
        """Starts a script of the shell in a pseudo-terminal; "$0" "$@" is the program in it."""
        environ = {**self.environ, "TERM": "xterm-256color"}
        return Terminal(["/bin/sh", "-c", script, *PROGRAM], self.folder, environ, 120)


class Terminal:
    """A command in a pseudo-terminal: what it prints is read, what is typed is sent.

    It is killed at the end of the `with` block if it still runs.
    """

    def __init__(
        self, command: list[str], folder: Path, environ: Mapping[str, str], columns: int
    ) -> None:
        self._master, ours = pty.openpty()
        fcntl.ioctl(ours, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        self._process = subprocess.Popen(
            [sys.executable, "-c", _TAKE_TERMINAL, *command],
            cwd=folder,
            env=environ,
            stdin=ours,
            stdout=ours,
            stderr=ours,
        )
        os.close(ours)
        self.seen = ""
        self._waited_for = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._master)

    def until(self, words: str) -> str:
        """Reads until these words come, behind those that were waited for before.

        Returns all that was printed so far.
        """
        deadline = time.monotonic() + PATIENCE
        while (place := self.seen.find(words, self._waited_for)) < 0:
            assert time.monotonic() < deadline, f"no {words!r} in {self.seen!r}"
            assert self._read(), f"ended without {words!r}: {self.seen!r}"
        self._waited_for = place + len(words)
        return self.seen

    def until_it_waits(self) -> None:
        """Returns once the command sleeps: a signal before it reads its input is not noticed then.

        `input` looks for signals before it begins to read (my_fgets in CPython's myreadline.c).
        """
        deadline = time.monotonic() + PATIENCE
        state = Path(f"/proc/{self._process.pid}/stat")
        while state.exists() and state.read_text().rpartition(")")[2].split()[0] != "S":
            assert time.monotonic() < deadline, "it does not wait"

    def type(self, keys: str) -> None:
        """Types: "\\n" is the return key, "\\x03" is Ctrl-C and "\\x04" is Ctrl-D.

        Ctrl-C waits until the command does.
        """
        if "\x03" in keys:
            self.until_it_waits()
        os.write(self._master, keys.encode())

    def end(self) -> Done:
        """What the command printed in all, once it has ended, and its code."""
        deadline = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < deadline, f"it does not end: {self.seen!r}"
        return Done(self._process.wait(PATIENCE), self.seen)

    def _read(self) -> bool:
        if not select.select([self._master], [], [], 0.5)[0]:
            return True
        try:
            data = os.read(self._master, 65536)
        except OSError:  # EIO: nobody has the other end open any more
            return False
        self.seen += data.decode("utf-8", "replace")
        return bool(data)
