"""Requests of runs that wait, and how soon the next poll may come."""

import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from tests.support.service.api import Api
from tests.support.service.scripted import Gate, answer, code, follow
from tests.support.service.world import Play, World

from openai_assistants_service import LocalService
from openai_assistants_service.http import polls
from openai_assistants_service.http.polls import PollHint, preferred_wait, until_attended
from openai_assistants_service.runs.lifecycle import UNATTENDED
from openai_assistants_service.storage import runs
from openai_assistants_service.storage.database import Row

CODE = {"type": "code_interpreter"}
HANDLERS = "openai_assistants_service.http.handlers.runs"


class Held:
    """A run whose tool stops at a gate, and requests of it that wait."""

    def __init__(self, service: LocalService, gate: Gate, api: Api, threads: ThreadPoolExecutor):
        self.service, self.gate, self._api, self._threads = service, gate, api, threads
        self.waiting = threading.Semaphore(0)
        assistant = api.post("/assistants", model="m", tools=[CODE], instructions="i")["id"]
        self.run = api.post("/threads/runs", assistant_id=assistant)
        assert gate.reached.wait(10)

    def ask(self, prefer: str) -> Future[httpx.Response]:
        path = f"/threads/{self.run['thread_id']}/runs/{self.run['id']}"
        return self._threads.submit(self._api.send, "GET", path, headers={"prefer": prefer})


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    gate = Gate()
    with (
        LocalService(model=follow(code("1"), answer("done")), interpreter=gate) as service,
        Api.of(service) as api,
        ThreadPoolExecutor() as threads,
    ):
        held = Held(service, gate, api, threads)

        async def until(*arguments: Any) -> Row:
            held.waiting.release()
            return await until_attended(*arguments)

        monkeypatch.setattr(f"{HANDLERS}.until_attended", until)
        try:
            yield held
        finally:
            gate.opened.set()


def test_a_request_that_prefers_to_wait_is_answered_when_the_run_has_ended(held: Held) -> None:
    asked = [held.ask("wait=20") for _ in range(5)]
    for _ in asked:
        assert held.waiting.acquire(timeout=10)
    assert not any(one.done() for one in asked)
    held.gate.opened.set()
    for one in asked:
        response = one.result(10)
        assert response.json()["status"] == "completed"
        assert response.headers["preference-applied"] == "wait"


def test_it_is_answered_when_its_time_is_over(held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polls, "LONGEST_WAIT", 0.02)
    response = held.ask("wait=20").result(10)
    assert response.json()["status"] == "in_progress"
    assert response.headers["preference-applied"] == "wait"
    assert "openai-poll-after-ms" in response.headers


def test_it_is_answered_when_the_service_stops(held: Held) -> None:
    asked = held.ask("wait=20")
    assert held.waiting.acquire(timeout=10)
    stopping = threading.Thread(target=held.service.stop)
    stopping.start()
    assert asked.result(4).json()["status"] == "in_progress"
    held.gate.opened.set()
    stopping.join()


def test_it_is_answered_when_the_run_is_deleted(held: Held) -> None:
    asked = held.ask("wait=20")
    assert held.waiting.acquire(timeout=10)
    with Api.of(held.service) as api:
        api.delete(f"/threads/{held.run['thread_id']}")
    assert asked.result(10).status_code == 404


def test_others_are_answered_at_once(held: Held) -> None:
    for prefer in ("", "respond-async", "wait", "wait=0", "wait=x", "return=minimal"):
        response = held.ask(prefer).result(10)
        assert response.json()["status"] == "in_progress"
        assert "preference-applied" not in response.headers
        assert response.headers["openai-poll-wait-ms"] == "20000"


@pytest.mark.parametrize(
    ("prefer", "seconds"),
    [
        ("wait=5", 5),
        ("respond-async, wait=7", 7),
        ('wait = "3"; x', 3),
        ("wait=100000", 20),
        ("await=5", 0),
        ("wait=-1", 0),
        ("wait=1.5", 0),
        ("", 0),
    ],
)
def test_what_a_request_prefers(prefer: str, seconds: float) -> None:
    assert preferred_wait({"prefer": prefer}) == seconds


@pytest.mark.parametrize(
    ("under_way", "age", "milliseconds"),
    [(1, 0, 20), (16, 0, 80), (500, 0, 2000), (1, 10, 500), (1, 300, 2000)],
)
def test_the_more_runs_and_the_older_the_later_is_the_next_poll(
    play: Play,
    monkeypatch: pytest.MonkeyPatch,
    under_way: int,
    age: int,
    milliseconds: int,
) -> None:
    async def count(*_: object) -> int:
        return under_way

    async def test(world: World) -> None:
        hint = PollHint(world.database.clock)
        run = {"status": "queued", "created_at": world.clock() - age}
        headers = await hint.headers(run, world.database)
        assert headers == {
            "openai-poll-after-ms": str(milliseconds),
            "openai-poll-wait-ms": "20000",
        }
        waits = await hint.headers({**run, "status": "requires_action"}, world.database)
        assert "openai-poll-wait-ms" not in waits

    monkeypatch.setattr(runs, "count", count)
    play(test)


def test_runs_are_counted_that_need_nobody(play: Play) -> None:
    async def test(world: World) -> None:
        for _ in range(3):
            run = await world.run()
        await world.cancel(run)
        async with world.database.read() as tx:
            assert await runs.count(tx, UNATTENDED) == 3
            assert await runs.count(tx, ["queued"]) == 2

    play(test)
