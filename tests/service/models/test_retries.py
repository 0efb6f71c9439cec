"""When a model server is asked again; nothing here waits."""

import asyncio
from contextlib import aclosing
from random import Random

import httpx
import pytest
from tests.support.models.server import HANG_UP, Refusal, Reply, ScriptedServer, in_order

from openai_assistants_service.json_types import JsonObject
from openai_assistants_service.models.base import ModelError
from openai_assistants_service.models.chat_completions.stream import stream_error
from openai_assistants_service.models.server import ModelServer, Question, parse_server
from openai_assistants_service.models.server.retry import RetryPolicy, hinted_delay

QUESTION = Question("/chat/completions", {"model": "m"}, images=False, error=stream_error)
DATE = "Tue, 14 Nov 2023 22:13:27 GMT"
NOW = 1_700_000_000.0


class Asking:
    """What came of asking a server."""

    def __init__(self, *replies: Reply, max_retries: int = 2) -> None:
        self.slept: list[float] = []
        self.events: list[JsonObject] = []
        self.error: ModelError | None = None
        with ScriptedServer(in_order(*replies)) as server:
            asyncio.run(self._ask(server.url, max_retries))
            self.requests = len(server.requests)

    async def _ask(self, url: str, max_retries: int) -> None:
        async def sleep(seconds: float) -> None:
            self.slept.append(round(seconds, 3))

        policy = RetryPolicy(max_retries, randomness=_Most())
        async with httpx.AsyncClient() as http:
            server = ModelServer(http, parse_server(url, {}), policy, sleep, lambda: NOW)
            try:
                async with aclosing(server.events(QUESTION)) as coming:
                    self.events = [event async for event in coming]
            except ModelError as error:
                self.error = error


class _Most(Random):
    def random(self) -> float:
        return 0.0


def limited(**headers: str) -> Refusal:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Refusal(429, {"error": {"message": "Slow down."}}, named)


@pytest.mark.parametrize(
    ("headers", "slept"),
    [
        ({}, [0.5, 1.0]),
        ({"retry_after": "3"}, [3.0, 3.0]),
        ({"retry_after": "0.25"}, [0.25, 0.25]),
        ({"retry_after_ms": "1500", "retry_after": "9"}, [1.5, 1.5]),
        ({"retry_after": DATE}, [7.0, 7.0]),
        ({"retry_after": "soon"}, [0.5, 1.0]),
        ({"retry_after": "nan"}, [0.5, 1.0]),
    ],
)
def test_a_server_is_given_the_time_that_it_asks_for(
    headers: dict[str, str], slept: list[float]
) -> None:
    asking = Asking(limited(**headers), limited(**headers), [{"a": 1}, "[DONE]"])
    assert (asking.slept, asking.events, asking.error) == (slept, [{"a": 1}], None)


def test_not_for_ever() -> None:
    asking = Asking(limited(retry_after="2"))
    assert (asking.requests, asking.slept) == (3, [2.0, 2.0])
    assert asking.error is not None
    assert asking.error.message.startswith("Rate limit is exceeded. Try again in 2 seconds.")


def test_a_run_does_not_wait_for_minutes() -> None:
    asking = Asking(limited(retry_after="31"))
    assert (asking.requests, asking.slept) == (1, [])
    assert asking.error is not None
    assert "Try again in 31 seconds." in asking.error.message


@pytest.mark.parametrize(
    ("reply", "requests"),
    [
        (Refusal(503), 3),
        (Refusal(500), 3),
        (Refusal(408), 3),
        (Refusal(501), 1),
        (Refusal(400), 1),
        (Refusal(401), 1),
        (Refusal(404), 1),
        (Refusal(500, {"error": {"type": "exceed_context_size_error"}}), 1),
        (Refusal(429, {"error": {"code": "insufficient_quota"}}), 1),
        ([HANG_UP], 3),
        ([{"error": {"message": "overloaded"}}], 3),
        ([{"a": 1}, HANG_UP], 1),
        ([{"a": 1}, {"error": {"message": "out of memory"}}], 1),
    ],
)
def test_only_what_may_pass_and_while_nothing_has_come(reply: Reply, requests: int) -> None:
    asking = Asking(reply)
    assert (asking.requests, asking.error is not None) == (requests, True)


def test_connections_are_kept() -> None:
    async def ask(url: str) -> set[int]:
        async with httpx.AsyncClient() as http:
            server = ModelServer(http, parse_server(url, {}))
            ports: set[int] = set()
            for _ in range(3):
                async for _event in server.events(QUESTION):
                    (connection,) = http._transport._pool.connections  # type: ignore[attr-defined]
                    ports.add(id(connection))
            return ports

    with ScriptedServer(in_order([{"a": 1}, "[DONE]"])) as server:
        assert len(asyncio.run(ask(server.url))) == 1


def test_hints() -> None:
    assert hinted_delay({}, NOW) is None
    assert hinted_delay({"retry-after": "Tue, 14 Nov 2000 22:13:27 GMT"}, NOW) == 0.0
    assert hinted_delay({"retry-after": "-1"}, NOW) == 0.0
