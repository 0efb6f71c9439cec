"""Spoiled answers of a service: a model or a documented exception, nothing else."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any

import httpcore
import httpx
import pytest
from tests.support.scale import at_scale
from tests.support.spoiled_answers import Answer, record, spoiled

from openai_assistants import (
    AssistantsClient,
    AssistantsError,
    AsyncAssistantsClient,
    BinaryContent,
    CompatibleEndpoint,
    ResponseDecodeError,
)
from openai_assistants._http.clients import no_cookies
from openai_assistants.testing import FakeClock
from openai_assistants_service import LocalService

ANSWERS = at_scale(tests=5_000, soak=100_000)
BATCH = 500


@pytest.fixture(scope="module")
def answers() -> Iterator[list[Answer]]:
    with LocalService() as service, httpx.Client() as http:
        client = AssistantsClient(CompatibleEndpoint(service.base_url), http_client=http)
        yield record(client, http)


def look_at(value: Any) -> None:
    """Reads what a caller would."""
    if isinstance(value, BinaryContent):
        assert isinstance(value.text, str)
        assert value.filename is None or "/" not in value.filename
        assert repr(value)
        return
    assert isinstance(value.to_json(), str)
    assert repr(value)
    for one in getattr(value, "data", None) or []:
        assert one is None or isinstance(one.to_dict(), dict)
    getattr(value, "created_at_datetime", None)


def wire(data: bytes) -> Any:
    """A pool whose connections bring these bytes, whatever is sent."""
    return httpcore.ConnectionPool(network_backend=httpcore.MockBackend([data]))


def async_wire(data: bytes) -> Any:
    """The same, asynchronously."""
    return httpcore.AsyncConnectionPool(network_backend=httpcore.AsyncMockBackend([data]))


def one_by_one(answers: list[Answer], seed: int) -> list[str]:
    """What a synchronous client makes of a batch of spoiled answers, in a word each."""
    random = Random(seed)
    transport: Any = httpx.HTTPTransport(verify=False)
    http = httpx.Client(transport=transport, cookies=no_cookies())
    endpoint = CompatibleEndpoint("http://127.0.0.1/v1")
    client = FakeClock().attach(AssistantsClient(endpoint, http_client=http, max_retries=1))
    came: list[str] = []
    for _ in range(BATCH):
        answer = random.choice(answers)
        data = spoiled(answer, random)
        transport._pool = wire(data)
        try:
            came.append(judged(answer.ask(client)))
        except AssistantsError as error:
            came.append(refused(error))
        except Exception as error:
            raise AssertionError(f"{answer.name}: {data!r}") from error
    return came


def at_once(answers: list[Answer], seed: int) -> list[str]:
    """What an asynchronous client makes of them."""
    random = Random(seed)
    transport: Any = httpx.AsyncHTTPTransport(verify=False)

    async def scenario() -> list[str]:
        http = httpx.AsyncClient(transport=transport, cookies=no_cookies())
        endpoint = CompatibleEndpoint("http://127.0.0.1/v1")
        client = FakeClock().attach(
            AsyncAssistantsClient(endpoint, http_client=http, max_retries=1)
        )
        came: list[str] = []
        for _ in range(BATCH):
            answer = random.choice(answers)
            data = spoiled(answer, random)
            transport._pool = async_wire(data)
            try:
                came.append(judged(await answer.ask(client)))
            except AssistantsError as error:
                came.append(refused(error))
            except Exception as error:
                raise AssertionError(f"{answer.name}: {data!r}") from error
        return came

    return asyncio.run(scenario())


def judged(value: Any) -> str:
    """A word for a result that can be used."""
    look_at(value)
    return "result"


def refused(error: AssistantsError) -> str:
    """A word for an error that says something."""
    assert str(error)
    assert len(str(error)) < 5_000
    if isinstance(error, ResponseDecodeError):
        assert isinstance(error.path, str)
    return type(error).__name__


@pytest.mark.parametrize("seed", range(ANSWERS // BATCH))
def test_any_answer_is_a_model_or_a_documented_exception(answers: list[Answer], seed: int) -> None:
    """Half of them through each client; all kinds of endings come up."""
    came = Counter(at_once(answers, seed) if seed % 2 else one_by_one(answers, seed))
    assert came.total() == BATCH
    assert came["result"] > 50
    assert came["ResponseDecodeError"] > 20
    assert len(came) >= 6
