"""Streams of the service: many runs at once with the built-in model, each read to its end.

The service is a process of its own, and so is what reads: two cores are busy. Absolute figures, as
there is no peer; they are of the machine as much as of the code.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from .peers import started

QUESTION = "Solve 3x + 11 = 14."
"""The built-in model writes a program, which is run, and then tells the answer in a few lines."""

_EVENT = re.compile(rb"^event: (\S+)$", re.MULTILINE)
_COURSE = (
    b"thread.created thread.run.created thread.run.queued thread.run.in_progress "
    b"thread.run.step.created thread.run.step.in_progress thread.run.step.delta "
    b"thread.run.step.completed "
    b"thread.run.step.created thread.run.step.in_progress thread.message.created "
    b"thread.message.in_progress thread.message.delta thread.message.completed "
    b"thread.run.step.completed thread.run.completed done"
).split()


class Stream(NamedTuple):
    """How a stream went: seconds from the request to its first and its last event."""

    first: float
    last: float
    events: int


class Load(NamedTuple):
    """What a number of streams at once came to."""

    first_median: float
    first_95th: float
    events_a_second: float


@contextmanager
def service(*options: str) -> Generator[str]:
    """The URL of a service in a process of its own, with these options besides."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "service.db"
        command = [sys.executable, "-m", "openai_assistants_service", "--port", "0"]
        command += ["--database", str(database), *options]
        with started(command) as line:
            yield line.rpartition(" ")[2]


def assistant(url: str) -> str:
    """The id of an assistant that can calculate."""
    body = {"model": "builtin", "tools": [{"type": "code_interpreter"}]}
    headers = {"content-type": "application/json"}
    with urlopen(Request(f"{url}/v1/assistants", json.dumps(body).encode(), headers)) as answer:
        return str(json.load(answer)["id"])


async def stream(url: str, assistant_id: str) -> Stream:
    """Runs the assistant once, on a connection of its own.

    Raises:
        RuntimeError: an event was missing, or out of order.
    """
    where = urlsplit(url)
    message = {"role": "user", "content": QUESTION}
    asked = {"assistant_id": assistant_id, "stream": True, "thread": {"messages": [message]}}
    body = json.dumps(asked).encode()
    head = (
        f"POST /v1/threads/runs HTTP/1.1\r\nhost: {where.netloc}\r\nconnection: close\r\n"
        f"content-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
    )
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    start = time.perf_counter()
    writer.write(head.encode() + body)
    received, first = b"", 0.0
    while piece := await reader.read(65536):
        received += piece
        if not first and b"\nevent: " in received:
            first = time.perf_counter() - start
    last = time.perf_counter() - start
    writer.close()
    names = _EVENT.findall(received.replace(b"\r\n", b"\n"))
    course = [name for number, name in enumerate(names) if name != names[number - 1] or not number]
    if course != _COURSE:
        raise RuntimeError(f"not the events of such a run: {received.decode()}")
    return Stream(first, last, len(names))


async def at_once(url: str, assistant_id: str, streams: int) -> Load:
    """Asks for so many streams at the same time."""
    start = time.perf_counter()
    done = await asyncio.gather(*(stream(url, assistant_id) for _ in range(streams)))
    took = time.perf_counter() - start
    firsts = [one.first for one in done]
    return Load(
        median(firsts),
        quantiles(firsts, n=20)[-1] if streams > 1 else firsts[0],
        sum(one.events for one in done) / took,
    )


def measure(streams: int, rounds: int) -> Load:
    """The median of some rounds, after one that does not count."""
    with service() as url:
        chosen = assistant(url)
        loads = [asyncio.run(at_once(url, chosen, streams)) for _ in range(rounds + 1)][1:]
    return Load(*(median(figures) for figures in zip(*loads, strict=True)))
