"""What users test their programs with: a network in memory, and a clock that only waiting moves."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

import httpx
import httpx2
import pytest
from azure.core.credentials import AccessToken

from openai_assistants import (
    AssistantsClient,
    AsyncAssistantsClient,
    AzureKeyCredential,
    AzureOpenAIEndpoint,
    AzureOpenAIV1Endpoint,
    CompatibleEndpoint,
    Endpoint,
    FoundryEndpoint,
    InternalServerError,
    NotFoundError,
    OpenAIEndpoint,
    OpenAIKeyCredential,
    RunTimeout,
)
from openai_assistants.testing import FakeClock, MockTransport

from .test_lazy import loaded_by

THREAD = {"id": "thread_1", "object": "thread"}
RUN = "/threads/{thread_id}/runs/{run_id}"
KINDS = [
    pytest.param(httpx, False, id="sync"),
    pytest.param(httpx, True, id="async"),
    pytest.param(httpx2, False, id="sync-httpx2"),
    pytest.param(httpx2, True, id="async-httpx2"),
]
each_kind = pytest.mark.parametrize(("library", "asynchronous"), KINDS)


def run(status: str) -> dict[str, str]:
    return {"id": "run_1", "object": "thread.run", "thread_id": "thread_1", "status": status}


def play(
    network: MockTransport,
    act: Callable[[Any], Any],
    clock: FakeClock | None = None,
    *,
    library: Any = httpx,
    asynchronous: bool = False,
    endpoint: Endpoint | None = None,
    credential: Any = "key",
    **options: Any,
) -> Any:
    """What a call on a client of either kind returns."""
    clock, where = clock or FakeClock(), endpoint or CompatibleEndpoint("https://test")
    if not asynchronous:
        with library.Client(transport=network) as http:
            client = AssistantsClient(where, credential, http_client=http, **options)
            return act(clock.attach(client))

    async def main() -> Any:
        async with library.AsyncClient(transport=network) as http:
            client = AsyncAssistantsClient(where, credential, http_client=http, **options)
            return await act(clock.attach(client))

    return asyncio.run(main())


def retrieve(client: Any) -> Any:
    return client.threads.retrieve("thread_1")


@each_kind
def test_a_route_replies_and_what_was_sent_is_kept(library: Any, asynchronous: bool) -> None:
    network = MockTransport().add("post", "/threads", THREAD)
    thread = play(
        network,
        lambda client: client.threads.create(metadata={"a": "b"}),
        library=library,
        asynchronous=asynchronous,
    )
    assert thread.id == "thread_1"
    (request,) = network.requests
    assert isinstance(request, library.Request)
    assert (request.method, request.url.path) == ("POST", "/threads")
    assert request.content == b'{"metadata":{"a":"b"}}'


@each_kind
def test_replies_come_in_order_and_the_last_again(library: Any, asynchronous: bool) -> None:
    """A broken connection, a status, JSON: retries wait by the fake clock, without jitter."""
    network, clock = MockTransport(), FakeClock()
    network.add("GET", "/threads/thread_1", library.ConnectError("refused"))
    network.add("GET", "/threads/thread_1", library.Response(503), THREAD)
    kind = {"library": library, "asynchronous": asynchronous}
    began = time.monotonic()
    assert play(network, retrieve, clock, **kind).id == "thread_1"
    assert play(network, retrieve, clock, **kind).id == "thread_1"
    assert len(network.requests) == 4
    assert clock.sleeps == [0.5, 1.0]
    assert clock.monotonic() == 1.5
    assert clock.time() == 1_700_000_001.5
    assert time.monotonic() - began < 1.0, "nothing is slept"


@each_kind
def test_a_run_is_polled(library: Any, asynchronous: bool) -> None:
    later = library.Response(200, json=run("in_progress"), headers={"openai-poll-after-ms": "7000"})
    network, clock = MockTransport(), FakeClock()
    network.add("GET", RUN, run("queued"), later, run("completed"))
    kind = {"library": library, "asynchronous": asynchronous}

    def poll(client: Any, **options: Any) -> Any:
        return client.threads.runs.poll("run_1", thread_id="thread_1", **options)

    assert play(network, poll, clock, **kind).status == "completed"
    assert len(clock.sleeps) == 2
    assert clock.sleeps[1] == 7.0
    stuck = MockTransport().add("GET", RUN, run("queued"))
    with pytest.raises(RunTimeout):
        play(stuck, lambda client: poll(client, deadline=3600), clock, **kind)
    assert sum(clock.sleeps) >= 3600


@each_kind
def test_pages_follow_each_other(library: Any, asynchronous: bool) -> None:
    def reply(request: Any) -> dict[str, Any]:
        after = int(request.url.params.get("after", "0"))
        page = [{"id": str(after + n), "object": "thread.message"} for n in (1, 2)]
        return {"object": "list", "data": page, "last_id": page[-1]["id"], "has_more": after < 4}

    network = MockTransport().add("GET", "/threads/{thread_id}/messages", reply)

    def ids(client: Any) -> Any:
        messages = client.threads.messages.list("thread_1")
        if not asynchronous:
            return [message.id for message in messages]

        async def collect() -> list[str]:
            return [message.id async for message in messages]

        return collect()

    assert play(network, ids, library=library, asynchronous=asynchronous) == list("123456")


ENDPOINTS = [
    OpenAIEndpoint(),
    AzureOpenAIEndpoint("https://name.openai.azure.com", api_version="2025-03-01-preview"),
    AzureOpenAIV1Endpoint("https://name.openai.azure.com"),
    FoundryEndpoint("https://name.services.ai.azure.com/api/projects/p", api_version="v1"),
    CompatibleEndpoint("https://example.com/deep/down"),
]


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda endpoint: type(endpoint).__name__)
def test_routes_are_below_the_base_url_of_any_endpoint(endpoint: Endpoint) -> None:
    network = MockTransport(base_url=endpoint.base_url + "/").add("GET", "/threads/{id}", THREAD)
    credential: Any = AzureKeyCredential("key")
    if isinstance(endpoint, FoundryEndpoint):
        credential = lambda: "token"  # noqa: E731
    with httpx.Client(transport=network) as http:
        client: Any = AssistantsClient(endpoint, credential, http_client=http)
        assert retrieve(client).id == "thread_1"
        other = MockTransport(base_url="https://elsewhere.example/v1").add("GET", "/{a}/{b}", {})
        with httpx.Client(transport=other) as wrong, pytest.raises(AssertionError):
            retrieve(AssistantsClient(endpoint, credential, http_client=wrong))


def test_a_request_without_a_route_fails_the_test() -> None:
    """It is no failure of a connection: it is not repeated, and no `except APIError` hides it."""
    network = MockTransport().add("POST", "/threads", THREAD).add("GET", "/files", {"data": []})
    with pytest.raises(AssertionError, match=r"GET /threads/thread_1; routes: POST /threads, GET"):
        play(network, retrieve)
    with pytest.raises(AssertionError, match="POST /files; routes"):
        play(network, lambda client: client.files.create(file=b"x", purpose="assistants"))
    with pytest.raises(AssertionError, match="routes: none"):
        play(MockTransport(), retrieve, asynchronous=True)
    with pytest.raises(ValueError, match="no reply was given for GET /threads"):
        MockTransport().add("GET", "/threads")


@pytest.mark.parametrize("asynchronous", [False, True])
def test_a_handler_takes_what_no_route_does(asynchronous: bool) -> None:
    def reply(request: httpx.Request) -> httpx.Response:
        return httpx.Response(404, json={"error": {"message": request.url.path}})

    async def reply_later(request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(0)
        return reply(request)

    network = MockTransport(reply_later if asynchronous else reply)
    network.add("GET", "/threads/thread_1", THREAD)
    assert play(network, retrieve, asynchronous=asynchronous).id == "thread_1"
    with pytest.raises(NotFoundError, match="/threads/thread_2"):
        play(network, lambda client: client.threads.retrieve("thread_2"), asynchronous=asynchronous)


def test_the_first_route_that_matches_replies() -> None:
    network = MockTransport().add("GET", "/threads/known", {"id": "a"})
    network.add("GET", "/threads/{id}", {"id": "b"})
    assert play(network, lambda client: client.threads.retrieve("known")).id == "a"
    assert play(network, retrieve).id == "b"


def test_files_are_uploaded_and_downloaded() -> None:
    network = MockTransport().add("POST", "/files", {"id": "file_1", "object": "file"})
    network.add("GET", "/files/{id}/content", httpx.Response(200, content=b"text"))

    def there_and_back(client: AssistantsClient) -> bytes:
        file = client.files.create(file=("a.txt", b"text"), purpose="assistants")
        assert b'filename="a.txt"' in network.requests[0].content
        return client.files.content(file.id).read() + client.files.content(file.id).read()

    assert play(network, there_and_back) == b"texttext"


def test_a_compressed_reply_is_decoded_each_time() -> None:
    import gzip

    data = gzip.compress(b'{"id": "thread_1"}')
    zipped = httpx.Response(200, content=data, headers={"content-encoding": "gzip"})
    network = MockTransport().add("GET", "/threads/{id}", zipped)
    for _ in range(2):
        assert play(network, retrieve).id == "thread_1"


def test_a_stream_is_passed_on_as_it_is() -> None:
    def parts() -> Any:
        yield b'{"id": '
        yield b'"thread_1"}'

    network = MockTransport(lambda _: httpx.Response(200, content=parts()))

    def read(client: Any) -> list[bytes]:
        with client.with_streaming_response.threads.retrieve("thread_1") as response:
            return list(response.iter_bytes())

    assert b"".join(play(network, read)) == b'{"id": "thread_1"}'


@pytest.mark.parametrize("asynchronous", [False, True])
def test_time_limits_are_by_the_fake_clock(asynchronous: bool) -> None:
    clock = FakeClock(now=1_000.0)

    def slow(_: Any) -> httpx.Response:
        clock.advance(20)
        return httpx.Response(503)

    network, limits = MockTransport(slow), dict[str, Any](total_timeout=50, max_retries=9)
    with pytest.raises(InternalServerError):
        play(network, retrieve, clock, asynchronous=asynchronous, **limits)
    assert len(network.requests) == 3, "after the third there is no time for another"
    assert clock.time() == 1_000.0 + 20 + 0.5 + 20 + 1 + 20


def test_a_clock_goes_forward_only_and_may_be_overridden() -> None:
    with pytest.raises(ValueError, match="cannot go back"):
        FakeClock().advance(-1)

    class Jittered(FakeClock):
        def random(self) -> float:
            return 1.0

    network, clock = MockTransport(), Jittered()
    network.add("GET", "/threads/{id}", httpx.Response(500), THREAD)
    play(network, retrieve, clock)
    assert clock.sleeps == [0.375]


def test_the_given_client_stays_as_it_is() -> None:
    network, clock = MockTransport(), FakeClock()
    network.add("GET", "/v1/threads/{id}", httpx.Response(500), THREAD)
    with httpx.Client(transport=network) as http:
        client = AssistantsClient(OpenAIKeyCredential("key"), http_client=http, max_retries=0)
        attached = clock.attach(client).with_options(max_retries=1)
        assert retrieve(attached).id == "thread_1"
        assert clock.sleeps == [0.5]
        assert attached.endpoint == client.endpoint
        assert clock.attach(client).with_options().endpoint == client.endpoint


def test_other_tasks_run_while_one_waits() -> None:
    clock, order = FakeClock(), list[str]()

    async def wait(name: str) -> None:
        for _ in range(2):
            order.append(name)
            await clock.async_sleep(1)

    async def main() -> None:
        await asyncio.gather(wait("a"), wait("b"))

    asyncio.run(main())
    assert order == ["a", "b", "a", "b"]
    assert clock.sleeps == [1, 1, 1, 1]


def test_the_library_itself_does_not_load_it() -> None:
    modules = loaded_by(
        "import httpx, openai_assistants\n"
        "for name in openai_assistants.__all__: getattr(openai_assistants, name)\n"
        "openai_assistants.AssistantsClient(openai_assistants.OpenAIKeyCredential('k')).threads"
    )
    assert "openai_assistants.client" in modules
    assert not {name for name in modules if "testing" in name and "assistants" in name}


@pytest.mark.parametrize("asynchronous", [False, True])
def test_tokens_expire_by_the_fake_clock(asynchronous: bool) -> None:
    """A wait of an hour outlives the token, which is replaced before the next attempt."""
    clock = FakeClock()

    class Credential:
        given = 0

        def get_token(self, *scopes: str, **_: Any) -> Any:
            self.given += 1
            return AccessToken(f"token-{self.given}", int(clock.time()) + 3600)

    network = MockTransport(base_url="https://name.openai.azure.com/openai")
    busy = httpx.Response(429, headers={"retry-after": "3600"})
    network.add("GET", "/threads/{id}", THREAD, busy, THREAD)

    def read_twice(client: Any) -> Any:
        first, second = retrieve(client), retrieve
        if not asynchronous:
            return second(client)

        async def both() -> Any:
            await first
            return await second(client)

        return both()

    endpoint = AzureOpenAIEndpoint("https://name.openai.azure.com")
    options: dict[str, Any] = {"endpoint": endpoint, "credential": Credential()}
    play(network, read_twice, clock, asynchronous=asynchronous, max_retry_wait=4000, **options)
    sent = [request.headers["authorization"] for request in network.requests]
    assert sent == ["Bearer token-1", "Bearer token-1", "Bearer token-2"]
