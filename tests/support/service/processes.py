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
        process = subprocess.Popen(
            [*command, "--port", "0", *named(database), *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._started.append(process)
        assert process.stdout is not None
        line = process.stdout.readline()
        match = re.fullmatch(r"Listening on (http://127\.0\.0\.1:\d+)\n", line)
        assert match, (line, process.stderr and process.poll())
        return process, match[1]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._started:
            process.kill()
            process.communicate()
