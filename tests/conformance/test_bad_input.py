"""Bad input, as a user of the client meets it: the right exception, and nothing stored."""

import asyncio
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.support.service.api import count_rows

from openai_assistants import (
    APIStatusError,
    AssistantsClient,
    AsyncAssistantsClient,
    AuthenticationError,
    BadRequestError,
    CompatibleEndpoint,
    NotFoundError,
)
from openai_assistants_service import LocalService

Case = tuple[Callable[[Any], Any], type[APIStatusError], str, str | None, str | None]

CASES: dict[str, Case] = {
    "unknown id": (
        lambda client: client.threads.retrieve("thread_nope"),
        NotFoundError,
        "No thread found with id 'thread_nope'.",
        None,
        None,
    ),
    "wrong type": (
        lambda client: client.threads.create(metadata={"modified": True}),
        BadRequestError,
        "Invalid type for 'metadata.modified': expected a string, but got a boolean instead.",
        "metadata.modified",
        "invalid_type",
    ),
    "missing field": (
        lambda client: client.assistants.create(model="m", tools=[{"type": "function"}]),
        BadRequestError,
        "Missing required parameter: 'tools[0].function'.",
        "tools[0].function",
        "missing_required_parameter",
    ),
    "unknown field": (
        lambda client: client.assistants.create(model="m", extra_body={"colour": "red"}),
        BadRequestError,
        "Unknown parameter: 'colour'.",
        "colour",
        "unknown_parameter",
    ),
    "unknown tool type": (
        lambda client: client.assistants.create(model="m", tools=[{"type": "telepathy"}]),
        BadRequestError,
        "Invalid value: 'telepathy'.",
        "tools[0].type",
        "invalid_value",
    ),
    "oversized limit": (
        lambda client: client.assistants.list(limit=1000),
        BadRequestError,
        "Expected a value <= 100, but got 1000 instead.",
        "limit",
        "integer_above_max_value",
    ),
    "half a thread": (
        lambda client: client.threads.create(
            messages=[
                {"role": "user", "content": "fine"},
                {"role": "user", "content": "x", "attachments": [{"file_id": "file-no"}]},
            ]
        ),
        NotFoundError,
        "No such File object: file-no",
        "attachments",
        None,
    ),
}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LocalService, Path]]:
    path = tmp_path_factory.mktemp("service") / "kept.db"
    with LocalService(path, api_key="right") as service:
        yield service, path


@pytest.mark.parametrize("name", CASES)
def test_bad_input_raises_and_stores_nothing(name: str, kept: tuple[LocalService, Path]) -> None:
    call, kind, message, param, code = CASES[name]
    service, path = kept
    before = count_rows(path)
    with AssistantsClient(CompatibleEndpoint(service.base_url), "right") as client:
        with pytest.raises(kind) as caught:
            call(client)
    error = caught.value
    assert message in str(error)
    assert (error.param, error.code, error.type) == (param, code, "invalid_request_error")
    assert (error.request_id or "").startswith("req_")
    assert count_rows(path) == before


@pytest.mark.parametrize("name", CASES)
def test_the_asynchronous_client_raises_the_same(
    name: str, kept: tuple[LocalService, Path]
) -> None:
    call, kind, message, param, code = CASES[name]

    async def asked() -> None:
        async with AsyncAssistantsClient(CompatibleEndpoint(kept[0].base_url), "right") as client:
            answer = call(client)
            assert inspect.isawaitable(answer) or hasattr(answer, "__await__")
            await answer

    with pytest.raises(kind) as caught:
        asyncio.run(asked())
    assert message in str(caught.value)
    assert (caught.value.param, caught.value.code) == (param, code)


def test_a_wrong_key(kept: tuple[LocalService, Path]) -> None:
    with AssistantsClient(CompatibleEndpoint(kept[0].base_url), "sk-wrong-and-secret") as client:
        with pytest.raises(AuthenticationError) as caught:
            client.threads.create()
    assert caught.value.code == "invalid_api_key"
    assert "sk-wrong-and-secret" not in str(caught.value)


def test_malformed_json(kept: tuple[LocalService, Path]) -> None:
    class Cutting(httpx.HTTPTransport):
        """Loses the end of each body on the way."""

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            body = request.read()[:-3]
            headers = [h for h in request.headers.raw if h[0].lower() != b"content-length"]
            return super().handle_request(
                httpx.Request(request.method, request.url, headers=headers, content=body)
            )

    service, path = kept
    before = count_rows(path)
    with httpx.Client(transport=Cutting()) as http:
        endpoint = CompatibleEndpoint(service.base_url)
        with AssistantsClient(endpoint, "right", http_client=http) as client:
            with pytest.raises(BadRequestError) as caught:
                client.assistants.create(model="m", name="cut off")
    assert "JSON" in str(caught.value)
    assert count_rows(path) == before
