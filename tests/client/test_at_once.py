"""Many calls at once on one client: 64 threads, and a thousand runs that are polled."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import Any

import anyio
import pytest
from tests.support.client.counting import Asked, Loopback
from tests.support.client.wire import Answer
from tests.support.scale import at_scale

from openai_assistants import AssistantsClient, AsyncAssistantsClient, CompatibleEndpoint
from openai_assistants._http.idle_connections import max_connections
from openai_assistants.testing import FakeClock
from openai_assistants_service import LocalService

THREADS = 64
CALLS = at_scale(tests=2_000, soak=10_000)
RUNS = 1_000
RUNS_OF_SERVICE = at_scale(tests=20, soak=1_000)
INTERVAL_MS = at_scale(tests=100, soak=5_000)  # looks take time that the service needs for the runs


def test_many_threads_on_one_client() -> None:
    """Each call gets its own answer; no place is lost, and no connection stays open."""
    with Loopback() as server:
        with AssistantsClient(CompatibleEndpoint(server.url), max_retries=0) as client:

            def work(name: str) -> str:
                return client.threads.retrieve(name).id

            names = [f"thread_{number}" for number in range(CALLS)]
            with ThreadPoolExecutor(THREADS) as threads:
                assert list(threads.map(work, names)) == names
            (pool,) = client._transport.http._pools.values()
            assert pool._semaphore._value == max_connections()
        assert len(server.asked) == CALLS
        assert server.most <= THREADS
        assert server.until_open(0) == 0


class Runs:
    """Runs that are in progress until they were looked at a few times."""

    def __init__(self, looks: int) -> None:
        self._looks = looks
        self._seen: dict[str, count[int]] = {}

    async def __call__(self, asked: Asked) -> Answer:
        run_id = asked.path.rpartition("/")[2]
        seen = next(self._seen.setdefault(run_id, count(1)))
        await asyncio.sleep(0)
        status = "in_progress" if seen < self._looks else "completed"
        body = {"id": run_id, "object": "thread.run", "status": status}
        return Answer(body=body, headers={"openai-poll-after-ms": "1"})


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_thousand_runs_are_polled_at_once(backend: str) -> None:
    """In one event loop, with a connection each at most; the waits are not slept."""
    names = [f"run_{number}" for number in range(RUNS)]
    ended: dict[str, Any] = {}

    async def main() -> None:
        async with AsyncAssistantsClient(CompatibleEndpoint(server.url), max_retries=0) as client:
            unslept = FakeClock().attach(client)

            async def poll(name: str) -> None:
                run = await unslept.threads.runs.poll(name, thread_id="t")
                ended[run.id] = run.status

            async with anyio.create_task_group() as group:
                for name in names:
                    group.start_soon(poll, name)

    with Loopback(Runs(looks=3)) as server:
        anyio.run(main, backend=backend)
        assert ended == dict.fromkeys(names, "completed")
        assert len(server.asked) == 3 * RUNS
        assert server.most <= max_connections()
        assert server.until_open(0) == 0


def test_runs_of_the_service_are_polled_at_once() -> None:
    """Created, polled to their ends, and read, all at the same time."""

    async def main(base_url: str) -> list[str]:
        async with AsyncAssistantsClient(CompatibleEndpoint(base_url)) as client:
            assistant = await client.assistants.create(model="builtin")

            async def one(number: int) -> str:
                thread = await client.threads.create(
                    messages=[{"role": "user", "content": f"Say {number}."}]
                )
                run = await client.threads.runs.create_and_poll(
                    thread_id=thread.id, assistant_id=assistant.id, poll_interval_ms=INTERVAL_MS
                )
                return str(run.status)

            return await asyncio.gather(*(one(number) for number in range(RUNS_OF_SERVICE)))

    with LocalService() as service:
        began = time.perf_counter()
        assert asyncio.run(main(service.base_url)) == ["completed"] * RUNS_OF_SERVICE
        print(f"{RUNS_OF_SERVICE} runs in {time.perf_counter() - began:.1f} s")
