"""The service as a process of its own."""

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from tests.support.service.databases import options as named

COMMAND = (sys.executable, "-m", "openai_assistants_service")


class Start:
    """Starts services and waits for their first line; those that still run are killed at the end.

    start(database, *options) returns the process and the URL that it serves.
    """

    def __init__(self) -> None:
        self._started: list[subprocess.Popen[str]] = []

    def __call__(
        self, database: Path, *options: str, command: Sequence[str] = COMMAND
    ) -> tuple[subprocess.Popen[str], str]:
        return self.named(named(database), *options, command=command)

    def named(
        self, database: Sequence[str], *options: str, command: Sequence[str] = COMMAND
    ) -> tuple[subprocess.Popen[str], str]:
        """Start a service; `database` is the options that name its database."""
        process, line = self._first_line([*command, "--port", "0", *database, *options])
        match = re.fullmatch(r"Listening on (http://127\.0\.0\.1:\d+)\n", line)
        assert match, (line, process.stderr and process.poll())
        return process, match[1]

    def worker(self, database: Sequence[str], *options: str) -> subprocess.Popen[str]:
        """Start a process that executes runs."""
        process, line = self._first_line([*COMMAND, *database, "--role", "worker", *options])
        assert line == "Executing runs\n"
        return process

    def _first_line(self, command: Sequence[str]) -> tuple[subprocess.Popen[str], str]:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self._started.append(process)
        assert process.stdout is not None
        return process, process.stdout.readline()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._started:
            process.kill()
            process.communicate()
