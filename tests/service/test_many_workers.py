"""Many runs over several worker processes, some of which are killed; more of it by `make soak`."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.support.service.api import Api
from tests.support.service.commits import until
from tests.support.service.databases import Server
from tests.support.service.processes import Start

SOAK = "SOAK" in os.environ
RUNS, WORKERS, KILLED = (10_000, 4, 2) if SOAK else (200, 2, 1)
AT_ONCE = 16

NOT_ONCE = """
SELECT runs.id, runs.status,
    (SELECT count(*) FROM messages WHERE run_id = runs.id AND messages.status = 'completed'),
    (SELECT count(*) FROM events WHERE run_id = runs.id AND name = 'thread.run.completed')
FROM runs
"""


@pytest.fixture
def start() -> Iterator[Start]:
    with Start() as starting:
        yield starting


async def create(base_url: str, assistant: str, number: int) -> set[str]:
    """Create runs, each in a thread of its own; return their ids."""
    made: set[str] = set()
    left = iter(range(number))
    body: dict[str, Any] = {"messages": [{"role": "user", "content": "2 + 2"}]}

    async def some(client: httpx.AsyncClient) -> None:
        for _ in left:
            asked = {"assistant_id": assistant, "thread": body}
            made.add(
                (await client.post("/threads/runs", json=asked)).raise_for_status().json()["id"]
            )

    headers = {"OpenAI-Beta": "assistants=v2"}
    async with httpx.AsyncClient(base_url=base_url, headers=headers, timeout=60) as client:
        await asyncio.gather(*(some(client) for _ in range(AT_ONCE)))
    return made


def test_each_run_is_executed_once_though_workers_are_killed(
    start: Start, postgres: Server, tmp_path: Path
) -> None:
    path = tmp_path / "s.db"
    at = postgres.at(path)
    named = ["--database", at.url, "--files", str(at.files)]
    _, url = start.named(named, "--role", "api")
    workers = [start.worker(named) for _ in range(WORKERS)]
    with Api(url + "/v1") as api:
        assistant = api.post("/assistants", model="m", instructions="i")["id"]
    count = "SELECT count(*) FROM runs WHERE status = 'completed'"

    async def work() -> set[str]:
        creating = asyncio.create_task(create(url + "/v1", assistant, RUNS))
        while (await asyncio.to_thread(postgres.fetch, path, count))[0][0] < RUNS // 2:
            await asyncio.wait([creating], timeout=0.02)
        for worker in workers[:KILLED]:
            worker.kill()
        return await creating

    made = asyncio.run(work())
    until(
        lambda: postgres.fetch(path, count)[0][0],
        lambda done: bool(done == len(made)),
        patience=600 if SOAK else 60,
    )
    found = postgres.fetch(path, NOT_ONCE)
    assert len(made) == RUNS
    assert {row[0] for row in found} == made
    assert {row[1:] for row in found} == {("completed", 1, 1)}
