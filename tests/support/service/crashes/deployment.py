"""The processes of one service, which are killed and started again; where it answers."""

import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Self

from tests.support.service.databases import Server

COMMAND = (sys.executable, "-m", "openai_assistants_service", "--port", "0")
_KILLED_AT_START = 0.15
_START = 1.0
"""Seconds that a start takes, more or less."""
_OUTAGE = 0.5
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
        server: the one that has the database, if it is to be killed, too.
    """

    def __init__(
        self, named: Sequence[str], roles: Sequence[str], log: Path, server: Server | None = None
    ) -> None:
        options = [*named, "--model", "test-model", "--embeddings", "none"]
        self._processes = [Process((*COMMAND, *options, "--role", role), log) for role in roles]
        self._server = server
        self.log = log
        self.killed = Counter[str]()

    def __enter__(self) -> Self:
        _start(self._processes)
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._processes:
            process.end()

    def restart(self) -> None:
        """Kill all, and start all at once."""
        for process in self._processes:
            process.kill()
        _start(self._processes)

    def crash(self, random: Random, wait: Callable[[float], None]) -> None:
        """Kill something, and start it again: one process, all of them, or the database server.

        Args:
            wait: waits so many seconds; some are killed once more in the middle of their start.
        """
        whats = ["process", "process", "all"] + ["server", "server"] * (self._server is not None)
        what = random.choice(whats)
        self.killed[what] += 1
        if self._server is not None and what == "server":
            self._server.crash(random.choice((signal.SIGKILL, signal.SIGQUIT)))
            wait(random.uniform(0, _OUTAGE))
            self._server.start_again()
            return
        victims = self._processes if what == "all" else [random.choice(self._processes)]
        for victim in victims:
            victim.kill()
        while random.random() < _KILLED_AT_START:
            self.killed["starting"] += 1
            for victim in victims:
                victim.begin()
            wait(random.uniform(0, _START))
            for victim in victims:
                victim.kill()
        _start(victims)

    def urls(self) -> list[str]:
        """Return where requests are answered now."""
        return [process.url for process in self._processes if process.url is not None]


def _start(processes: Sequence[Process]) -> None:
    for process in processes:
        process.begin()
    for process in processes:
        process.wait_until_ready()
