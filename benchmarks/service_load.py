"""The service under load: runs a second, polls meanwhile, messages, start, idleness, memory.

The service is a process, what loads it is this one, and what polls beside it is a third. The same
machine's limits are measured in the same run: a bare Starlette application that our client calls as
often as a run does, and bare commits of SQLite.
"""

from __future__ import annotations

import asyncio
import http.client
import json
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Generator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median, quantiles
from typing import Any
from urllib.parse import urlsplit

from openai_assistants import AsyncAssistantsClient, CompatibleEndpoint

from .peers import started_process

Run = Callable[[AsyncAssistantsClient, str], Awaitable[None]]

_THREAD: Any = {"messages": [{"role": "user", "content": "Hello, who are you?"}]}
_ENDED = frozenset({"completed", "failed", "incomplete", "expired", "cancelled"})
_REQUESTS_OF_A_RUN = 2
"""What a run with a waiting GET takes: the POST that creates it, and the GET."""


@contextmanager
def service(*options: str) -> Generator[tuple[str, int]]:
    """The URL and the process id of a service, over an empty database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "openai_assistants_service", "--port", "0"]
        command += ["--database", str(Path(folder) / "service.db"), *options]
        with started_process(command) as (line, pid):
            yield line.rpartition(" ")[2], pid


def client(url: str) -> AsyncAssistantsClient:
    """Our client, with a connection for each run."""
    return AsyncAssistantsClient(CompatibleEndpoint(f"{url}/v1"), "no key", timeout=120)


async def waited(ours: AsyncAssistantsClient, assistant: str) -> None:
    """One run, by what the client does of itself: a GET that waits."""
    run = await ours.threads.create_and_run_poll(assistant_id=assistant, thread=_THREAD)
    _require(run.status)


async def polled(ours: AsyncAssistantsClient, assistant: str) -> None:
    """One run, asked for as often as the header openai-poll-after-ms says."""
    run = await ours.threads.create_and_run(assistant_id=assistant, thread=_THREAD)
    after = 0.02
    while run.status not in _ENDED:
        await asyncio.sleep(after)
        raw = await ours.threads.runs.with_raw_response.retrieve(run.id, thread_id=run.thread_id)
        after = float(raw.headers.get("openai-poll-after-ms", 20)) / 1000
        run = raw.parse()
    _require(run.status)


async def streamed(ours: AsyncAssistantsClient, assistant: str) -> None:
    """One run, read as a stream."""
    status = ""
    async with await ours.threads.create_and_run(
        assistant_id=assistant, thread=_THREAD, stream=True
    ) as stream:
        async for event in stream:
            if event.event.startswith("thread.run.") and ".step" not in event.event:
                status = event.event.removeprefix("thread.run.")
    _require(status)


def _require(status: str) -> None:
    if status != "completed":
        raise RuntimeError(f"a run ended as {status}")


async def _side_by_side(tasks: int, total: int, act: Callable[[], Awaitable[None]]) -> float:
    """Acts so many times, by so many tasks; returns how many there were a second."""
    left = iter(range(total))

    async def some() -> None:
        for _ in left:
            await act()

    start = time.perf_counter()
    await asyncio.gather(*(some() for _ in range(tasks)))
    return total / (time.perf_counter() - start)


async def _runs(url: str, at_once: int, total: int, run: Run) -> float:
    async with client(url) as ours:
        assistant = await ours.assistants.create(model="builtin")
        await run(ours, assistant.id)
        return await _side_by_side(at_once, total, lambda: run(ours, assistant.id))


def runs_a_second(url: str, at_once: int, total: int, run: Run) -> float:
    """How many runs of the built-in model end in a second."""
    return asyncio.run(_runs(url, at_once, total, run))


async def _messages(url: str, writers: int, total: int) -> float:
    async with client(url) as ours:
        threads = [(await ours.threads.create()).id for _ in range(writers)]
        free = list(threads)

        async def write() -> None:
            thread = free.pop()
            await ours.threads.messages.create(thread, role="user", content="What is it?")
            free.append(thread)

        return await _side_by_side(writers, total, write)


def messages_a_second(url: str, writers: int, total: int) -> float:
    """How many messages are written in a second, each by a request."""
    return asyncio.run(_messages(url, writers, total))


def poll_times(url: str, seconds: float, pause: float) -> list[float]:
    """The seconds that GETs of a run take, one after another."""
    where = urlsplit(url)
    connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=60)

    def ask(method: str, path: str, body: object = None) -> Any:
        sent = None if body is None else json.dumps(body)
        connection.request(method, f"/v1{path}", sent, {"content-type": "application/json"})
        return json.loads(connection.getresponse().read())

    assistant = ask("POST", "/assistants", {"model": "builtin"})["id"]
    run = ask("POST", "/threads/runs", {"assistant_id": assistant, "thread": _THREAD})
    path = f"/threads/{run['thread_id']}/runs/{run['id']}"
    until, times = time.perf_counter() + seconds, list[float]()
    while time.perf_counter() < until:
        start = time.perf_counter()
        ask("GET", path)
        times.append(time.perf_counter() - start)
        time.sleep(pause)
    connection.close()
    return times


def poll_p99_under_load(url: str, at_once: int, total: int) -> float:
    """Seconds within which 99 of 100 GETs of a run are answered while others run."""
    rate = 100.0  # a guess of how long the load lasts; polls after its end do not count as well
    with ProcessPoolExecutor(1) as beside:
        polls = beside.submit(poll_times, url, total / rate * 0.6, 0.02)
        runs_a_second(url, at_once, total, waited)
        return quantiles(polls.result(), n=100)[-1]


def start_seconds(rounds: int) -> float:
    """The median of the seconds from the start of the process to its first answer."""
    times: list[float] = []
    for _ in range(rounds):
        start = time.perf_counter()
        with service() as (url, _):
            where = urlsplit(url)
            connection = http.client.HTTPConnection(where.hostname or "", where.port)
            connection.request("GET", "/v1/assistants")
            connection.getresponse().read()
            times.append(time.perf_counter() - start)
    return median(times)


def cpu_seconds(pid: int) -> float:
    """The processor time that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_bytes(pid: int) -> int:
    """The memory that a process has to itself and in use."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def idle_share(pid: int, seconds: float) -> float:
    """The share of a processor that a process takes which has nothing to do."""
    before = cpu_seconds(pid)
    time.sleep(seconds)
    return (cpu_seconds(pid) - before) / seconds


def bare_commits_a_second(total: int) -> float:
    """How many inserts SQLite commits in a second, with the settings of the service."""
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)) as database,
    ):
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute("CREATE TABLE one (seq INTEGER PRIMARY KEY, text TEXT)")
        start = time.perf_counter()
        for _ in range(total):
            database.execute("INSERT INTO one (text) VALUES ('What is it?')")
        return total / (time.perf_counter() - start)


async def _bare(url: str, at_once: int, total: int) -> float:
    async with client(url) as ours:
        return await _side_by_side(at_once, total, lambda: _of_a_bare_run(ours))


async def _of_a_bare_run(ours: AsyncAssistantsClient) -> None:
    for _ in range(_REQUESTS_OF_A_RUN):
        await ours.assistants.retrieve("asst_1")


def bare_runs_a_second(at_once: int, total: int) -> float:
    """How many runs there would be a second if the service took no time but that of Starlette."""
    with started_process([sys.executable, "-m", "benchmarks.bare_server"]) as (url, _):
        return asyncio.run(_bare(url, at_once, total))


def memory_growth(few: int, many: int) -> float:
    """The bytes by which the service has grown after many runs since after a few."""
    with service() as (url, pid):
        runs_a_second(url, 16, few, waited)
        before = memory_bytes(pid)
        for done in range(few, many, few):
            rate = runs_a_second(url, 16, few, waited)
            print(f"{done + few} of {many} runs, {rate:.0f} a second", file=sys.stderr)
        return memory_bytes(pid) - before


if __name__ == "__main__":
    few, many = (int(argument) for argument in sys.argv[1:3])
    print(f"{memory_growth(few, many) / 2**20:.1f} MB after {many} runs, since after {few}")
