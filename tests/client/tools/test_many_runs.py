"""Many runs with tools at the same time, in one asynchronous process."""

import asyncio
import time

import httpx
from tests.support.scale import at_scale
from tests.support.tools.run_server import RunServer

from openai_assistants import AsyncAssistantsClient, OpenAIKeyCredential

RUNS = at_scale(tests=200, soak=1_000)
LATENCY = at_scale(tests=120, soak=200) / 100
"""Seconds that each answer takes; short for a turn of a model."""

ROUNDS = [
    {"weather": {"city": "Paris"}, "capital": {"country": "France"}},
    {"weather": {"city": "Rome"}},
]


async def weather(city: str) -> str:
    return f"sunny in {city}"


def capital(country: str) -> str:
    return f"capital of {country}"


async def runs_at_once(number: int, latency: float = LATENCY) -> tuple[float, RunServer]:
    """How long so many runs take, with two rounds of calls each."""
    server = RunServer(*ROUNDS, latency=latency)
    async with httpx.AsyncClient(transport=server) as http:
        client = AsyncAssistantsClient(OpenAIKeyCredential("k"), http_client=http)

        async def one(thread: int) -> None:
            run = await client.threads.runs.create_and_process(
                f"thread_{thread}", assistant_id="asst_1", tools=[weather, capital]
            )
            assert run.status == "completed"

        began = time.perf_counter()
        await asyncio.gather(*map(one, range(number)))
        return time.perf_counter() - began, server


def test_they_take_little_longer_than_one() -> None:
    """All end, and each gets its outputs; the wall time is within 1.3 of that of one run alone."""

    async def main() -> tuple[float, float, RunServer]:
        await runs_at_once(1, latency=0)  # loads what is loaded at first use
        alone, _ = await runs_at_once(1)
        together, server = await runs_at_once(RUNS)
        return alone, together, server

    alone, together, server = asyncio.run(main())
    assert len(server.runs) == RUNS
    for run in server.runs.values():
        assert [sorted(each.values()) for each in run.outputs] == [
            ["capital of France", "sunny in Paris"],
            ["sunny in Rome"],
        ]
    print(f"{RUNS} runs in {together:.2f} s, one in {alone:.2f} s: {together / alone:.2f}")
    assert together <= 1.3 * alone
