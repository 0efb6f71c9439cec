"""What the HTTP library logs of our calls, over a real connection, and of the application's own."""

import asyncio
from typing import Any

import httpx
import httpx2
import pytest
from tests.support.auth.local import Asked, Reply, serving
from tests.support.redaction.seen import listening

from openai_assistants import AssistantsClient, AsyncAssistantsClient, OpenAIEndpoint

SECRET = "Zq7~hidden"
THREAD = {"id": "thread_1", "object": "thread", "created_at": 1, "metadata": {}}
LIBRARIES = [httpx, httpx2]


def answer(asked: Asked) -> Reply:
    """A thread."""
    return Reply(200, THREAD)


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda one: one.__name__)
@pytest.mark.parametrize("asynchronous", [False, True])
def test_the_query_of_our_calls_is_hidden(library: Any, asynchronous: bool) -> None:
    """In the lines of httpx, httpx2 and httpcore, down to DEBUG; as are keys in headers."""

    async def scenario(url: str, options: dict[str, Any]) -> None:
        async with library.AsyncClient() as http:
            client = AsyncAssistantsClient(OpenAIEndpoint(url), SECRET, http_client=http, **options)
            await client.threads.retrieve("thread_1", extra_query={"sig": SECRET})

    options: Any = {"default_query": {"code": SECRET, "api-version": "v1"}}
    with serving(answer) as server, listening() as log:
        if asynchronous:
            asyncio.run(scenario(server.url, options))
        else:
            with library.Client() as http:
                endpoint = OpenAIEndpoint(server.url)
                client = AssistantsClient(endpoint, SECRET, http_client=http, **options)
                client.threads.retrieve("thread_1", extra_query={"sig": SECRET})
    assert server.last.query == {"code": SECRET, "sig": SECRET, "api-version": "v1"}
    assert not [text for text in log if SECRET in text]
    line = f"{server.url}/threads/thread_1?code=REDACTED&api-version=v1&sig=REDACTED"
    assert any(text.startswith("HTTP Request: GET") and line in text for text in log)


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda one: one.__name__)
def test_the_lines_on_other_requests_are_left_alone(library: Any) -> None:
    """An application's own requests are logged as ever, before and after our calls."""
    with serving(answer) as server, listening() as log, library.Client() as http:
        client = AssistantsClient(
            OpenAIEndpoint(server.url), SECRET, http_client=http, default_query={"code": SECRET}
        )
        client.threads.retrieve("thread_1")
        http.get(f"{server.url}/mine?page=7")
    assert any(f"{server.url}/mine?page=7" in text for text in log)
