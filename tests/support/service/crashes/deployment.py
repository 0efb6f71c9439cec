"""The processes of one service, which are killed and started again; where it answers."""

import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

COMMAND = (sys.executable, "-m", "openai_assistants_service", "--port", "0")
_READY = re.compile(r"Listening on (http://127\.0\.0\.1:\d+)\n|Executing runs\n")


class Process:
    """One process of a service; what it writes to its log goes into a file.

    Attributes:
        url: where it answers, while it does.
    """

    def __init__(self, command: Sequence[str], log: Path) -> None:
        self._command = command
        self._log = log
        self._running: subprocess.Popen[str] | None = None
        self.url: str | None = None

    def begin(self) -> None:
        """Start it, and do not wait until it is ready."""
        with self._log.open("a") as log:
            self._running = subprocess.Popen(
                self._command, stdout=subprocess.PIPE, stderr=log, text=True
            )

    def wait_until_ready(self) -> None:
        assert self._running is not None
        assert self._running.stdout is not None
        line = self._running.stdout.readline()
        match = _READY.fullmatch(line)
        assert match, (line, self._log.read_text())
        self.url = match[1]

    def start(self) -> None:
        self.begin()
        self.wait_until_ready()

    def kill(self) -> None:
        """Kill it; that it has died by itself before is an error."""
        self.url = None
        if self._running is None:
            return
        code = self._running.poll()
        assert code is None, (code, self._log.read_text())
        self.end()

    def end(self) -> None:
        """Kill it, if it runs."""
        self.url = None
        if self._running is not None:
            self._running.kill()
            self._running.communicate()
            self._running = None


class Deployment:
    """All processes of a service.

    Args:
        named: the options that name its database.
        roles: of the processes.
        log: the file of their logs.
    """

    def __init__(self, named: Sequence[str], roles: Sequence[str], log: Path) -> None:
        options = [*named, "--model", "test-model", "--embeddings", "none"]
        self.log = log
        self.processes = [Process((*COMMAND, *options, "--role", role), log) for role in roles]

    def __enter__(self) -> Self:
        self._each(Process.begin)
        self._each(Process.wait_until_ready)
        return self

    def __exit__(self, *_: object) -> None:
        self._each(Process.end)

    def _each(self, do: Callable[[Process], None]) -> None:
        for process in self.processes:
            do(process)

    def restart(self) -> None:
        """Kill all, and start all at once."""
        self._each(Process.kill)
        self.__enter__()

    def urls(self) -> list[str]:
        """Return where requests are answered now."""
        return [process.url for process in self.processes if process.url is not None]
