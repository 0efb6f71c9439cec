"""What the service adds to a model server: time to the first token, and tokens a second.

A model server of fixed pace, the service in front of it, and what reads are a process each. The
same tokens are read from the model server itself and through the service, by the same reader.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from contextlib import AbstractContextManager
from statistics import median
from typing import NamedTuple
from urllib.parse import urlsplit

from . import service_streams
from .model_server import FIRST, PACE, TOKENS
from .peers import started

_RUNS = 3
"""How many runs each reader asks for, one after the other."""


class Question(NamedTuple):
    """A request that streams tokens, and what each of them has before it in the answer."""

    url: str
    body: bytes
    token: bytes


class Answer(NamedTuple):
    """Seconds to the first token, and tokens a second from the request to the end."""

    first: float
    rate: float


class Added(NamedTuple):
    """What the service adds to the time to the first token (seconds), and the share it loses."""

    first: float
    lost: float


async def ask(question: Question) -> Answer:
    """Ask on a connection of its own, and read to the end.

    Raises:
        RuntimeError: not all tokens came.
    """
    where = urlsplit(question.url)
    head = (
        f"POST {where.path} HTTP/1.1\r\nhost: {where.netloc}\r\nconnection: close\r\n"
        f"content-type: application/json\r\ncontent-length: {len(question.body)}\r\n\r\n"
    )
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    start = time.perf_counter()
    writer.write(head.encode() + question.body)
    received, first = b"", 0.0
    while not received.endswith(b"0\r\n\r\n"):
        piece = await reader.read(65536)
        received += piece
        if not piece:
            break
        if not first and question.token in received:
            first = time.perf_counter() - start
    took = time.perf_counter() - start
    writer.close()
    if received.count(question.token) < TOKENS:
        raise RuntimeError(f"not all tokens came: {received[-2000:].decode()}")
    return Answer(first, TOKENS / took)


async def _reader(question: Question, delay: float) -> list[Answer]:
    await asyncio.sleep(delay)
    return [await ask(question) for _ in range(_RUNS)]


async def at_once(question: Question, readers: int) -> list[Answer]:
    """Have so many readers at work all the time: they begin evenly spread over a run."""
    spread = (FIRST + TOKENS * PACE) / readers
    every = await asyncio.gather(*(_reader(question, n * spread) for n in range(readers)))
    return [answer for answers in every for answer in answers]


def model_server() -> AbstractContextManager[str]:
    """The base URL of a model server in a process of its own."""
    return started([sys.executable, "-m", "benchmarks.model_server"])


def measure(readers: int) -> Added:
    """The medians through the service against those of the model server itself."""
    with model_server() as model, service_streams.service("--model", model) as url:
        messages = [{"role": "user", "content": "Hello"}]
        asked = json.dumps({"model": "m", "stream": True, "messages": messages}).encode()
        bare = Question(f"{model}/chat/completions", asked, b'"content": "word')
        run = {
            "assistant_id": service_streams.assistant(url),
            "stream": True,
            "thread": {"messages": messages},
        }
        ours = Question(f"{url}/v1/threads/runs", json.dumps(run).encode(), b'"value":"word')
        asyncio.run(ask(ours))  # the first of a service finds nothing warm
        alone = asyncio.run(at_once(bare, readers))
        through = asyncio.run(at_once(ours, readers))
    return Added(
        median(one.first for one in through) - median(one.first for one in alone),
        1 - median(one.rate for one in through) / median(one.rate for one in alone),
    )
