"""Clients of httpx and httpx2 that callers bring: transports, proxies, hooks and exceptions."""

import importlib
from collections.abc import AsyncIterator, Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import anyio
import httpx
import httpx2
import pytest
from tests.support.client.counting import THREAD, Asked, Loopback, a_thread
from tests.support.client.wire import Answer

from openai_assistants import (
    APIConnectionError,
    APITimeoutError,
    AssistantsClient,
    AsyncAssistantsClient,
    CompatibleEndpoint,
)
from openai_assistants._http.library import failure_of

ELSEWHERE = "http://assistants.invalid/v1"
Ask = Callable[..., Any]


@pytest.fixture(params=["httpx", "httpx2"])
def library(request: pytest.FixtureRequest) -> Any:
    """Either HTTP library."""
    return importlib.import_module(request.param)


@pytest.fixture(params=["", "asyncio", "trio"])
def backend(request: pytest.FixtureRequest) -> str:
    """The event loop of an asynchronous client; for a synchronous one, none."""
    return str(request.param)


@pytest.fixture
def ask(library: Any, backend: str) -> Ask:
    """Makes a call through a client of the library: `ask(act, url, **options of that client)`."""

    def ask_sync(act: Any, url: str, **options: Any) -> Any:
        with library.Client(**options) as http:
            return act(AssistantsClient(CompatibleEndpoint(url), http_client=http, max_retries=0))

    def ask_async(act: Any, url: str, **options: Any) -> Any:
        async def main() -> Any:
            async with library.AsyncClient(**options) as http:
                endpoint = CompatibleEndpoint(url)
                return await act(AsyncAssistantsClient(endpoint, http_client=http, max_retries=0))

        return anyio.run(main, backend=backend)

    return ask_async if backend else ask_sync


@pytest.fixture
def server() -> Generator[Loopback]:
    """A server that has threads."""
    with Loopback() as made:
        yield made


def read(client: Any) -> Any:
    """A call that reads."""
    return client.threads.retrieve("thread_1")


def test_calls_over_a_network(ask: Ask, server: Loopback) -> None:
    """With bodies both ways."""
    assert ask(read, server.url).id == "thread_1"
    server.answer = lambda _: Answer(body=THREAD)
    ask(lambda client: client.threads.create(metadata={"a": "b"}), server.url)
    assert server.asked[-1].body == b'{"metadata":{"a":"b"}}'


def test_an_upload_and_a_download(ask: Ask, server: Loopback, tmp_path: Path) -> None:
    """Read from disk, and written to it."""
    content = bytes(range(256)) * 2000
    source, target = tmp_path / "source.bin", tmp_path / "target.bin"
    source.write_bytes(content)
    server.answer = lambda _: Answer(body={"id": "file_1", "object": "file"})
    ask(lambda client: client.files.create(file=source, purpose="assistants"), server.url)
    assert content in server.asked[-1].body
    server.answer = lambda _: Answer(body=content)
    ask(lambda client: client.files.download("file_1", target), server.url)
    assert target.read_bytes() == content


def test_nobody_listens(ask: Ask, library: Any) -> None:
    """Its exception is the cause of ours."""
    with Loopback() as gone:
        pass
    with pytest.raises(APIConnectionError) as caught:
        ask(read, gone.url)
    assert type(caught.value.__cause__) is library.ConnectError


def test_its_limits_of_time_are_followed(ask: Ask, library: Any, server: Loopback) -> None:
    """Those of the library, of a client, and of a call."""

    async def slow(asked: Asked) -> Answer:
        await anyio.sleep_forever()
        return a_thread(asked)

    server.answer = slow
    short = library.Timeout(5, read=0.02)
    with pytest.raises(APITimeoutError) as caught:
        ask(read, server.url, timeout=short)
    assert type(caught.value.__cause__) is library.ReadTimeout
    with pytest.raises(APITimeoutError):
        ask(lambda client: client.threads.retrieve("t", timeout=short), server.url)
    with pytest.raises(APITimeoutError):
        ask(lambda client: read(client.with_options(total_timeout=0.02)), server.url)


def test_a_proxy(ask: Ask, server: Loopback) -> None:
    """It is asked in place of a server that cannot be found."""
    assert ask(read, ELSEWHERE, proxy=server.url).id == "thread_1"
    assert [asked.path for asked in server.asked] == [f"{ELSEWHERE}/threads/thread_1"]


def test_a_proxy_that_is_gone(ask: Ask, library: Any) -> None:
    """Nothing was sent, so that the call may be repeated."""
    with Loopback() as gone:
        pass
    with pytest.raises(APIConnectionError) as caught:
        ask(read, ELSEWHERE, proxy=gone.url)
    assert failure_of(caught.value.__cause__) == "never_sent"


def test_event_hooks(ask: Ask, backend: str, server: Loopback) -> None:
    """They see what goes out and what comes in."""
    seen: list[str] = []

    def note(event: Any) -> None:
        seen.append(type(event).__name__)

    async def note_async(event: Any) -> None:
        note(event)

    hook = note_async if backend else note
    ask(read, server.url, event_hooks={"request": [hook], "response": [hook]})
    assert seen == ["Request", "Response"]


def kinds_of(library: Any) -> dict[str, Any]:
    """All exceptions by which a library says that a request failed, by name."""
    found = {name: getattr(library, name) for name in library.__all__}
    return {
        name: kind
        for name, kind in found.items()
        if isinstance(kind, type) and issubclass(kind, library.RequestError | library.StreamError)
    }


NEVER_SENT = {"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError", "UnsupportedProtocol"}
TIMEOUTS = {"TimeoutException", "ReadTimeout", "WriteTimeout", "ConnectTimeout", "PoolTimeout"}


def test_both_libraries_fail_in_the_same_ways() -> None:
    """A kind that only one has would need a place in the tables above."""
    assert set(kinds_of(httpx2)) - set(kinds_of(httpx)) == {"SSEError"}  # of its own event source
    assert set(kinds_of(httpx)) - set(kinds_of(httpx2)) == set()
    assert set(kinds_of(httpx)) >= NEVER_SENT | TIMEOUTS


@pytest.mark.parametrize("name", sorted(kinds_of(httpx)))
def test_every_exception_is_one_of_ours(name: str, ask: Ask, library: Any) -> None:
    """And says whether it was too slow, and whether anything was sent."""
    kind = kinds_of(library)[name]
    try:
        error = kind("what went wrong")
    except TypeError:
        error = kind()  # those of streams bring their own words
    wanted = "timed_out" if name in TIMEOUTS else "lost"
    assert failure_of(error) == ("never_sent" if name in NEVER_SENT else wanted)

    def fail(_: Any) -> Any:
        raise error

    with pytest.raises(APIConnectionError) as caught:
        ask(read, ELSEWHERE, transport=library.MockTransport(fail))
    assert caught.value.__cause__ is error
    assert isinstance(caught.value, APITimeoutError) is (name in TIMEOUTS)


def test_a_stream_that_breaks_off(library: Any) -> None:
    """The exception that comes up while it is read is one of ours, too."""

    class Broken(library.SyncByteStream, library.AsyncByteStream):  # type: ignore[misc]
        def __iter__(self) -> Iterator[bytes]:
            yield b"begun"
            raise library.ReadError("lost")

        async def __aiter__(self) -> AsyncIterator[bytes]:
            for part in self:
                yield part

    transport = library.MockTransport(lambda _: library.Response(200, stream=Broken()))
    client = AssistantsClient(
        CompatibleEndpoint(ELSEWHERE), http_client=library.Client(transport=transport)
    )
    with client.files.with_streaming_response.content("f") as response:
        parts = response.iter_bytes()
        assert next(parts) == b"begun"
        with pytest.raises(APIConnectionError, match="lost"):
            next(parts)

    async def main() -> None:
        http = library.AsyncClient(transport=transport)
        client = AsyncAssistantsClient(CompatibleEndpoint(ELSEWHERE), http_client=http)
        async with client.files.with_streaming_response.content("f") as response:
            with pytest.raises(APIConnectionError, match="lost"):
                await response.read()

    anyio.run(main)


def test_an_application_in_place_of_a_network(library: Any) -> None:
    """By a transport of the library."""

    async def application(scope: Any, _: Any, send: Any) -> None:
        start = {"type": "http.response.start", "status": 200, "headers": []}
        await send(start)
        body = f'{{"id": "{scope["path"].rpartition("/")[2]}"}}'.encode()
        await send({"type": "http.response.body", "body": body})

    async def main() -> str:
        async with library.AsyncClient(transport=library.ASGITransport(application)) as http:
            client = AsyncAssistantsClient(CompatibleEndpoint(ELSEWHERE), http_client=http)
            return str((await read(client)).id)

    assert anyio.run(main) == "thread_1"


def test_the_wrong_kind_of_client(library: Any) -> None:
    """A synchronous client needs a synchronous one."""
    endpoint = CompatibleEndpoint(ELSEWHERE)
    http: Any = library.Client()
    async_http: Any = library.AsyncClient()
    with pytest.raises(TypeError, match=r"httpx\.Client"):
        AssistantsClient(endpoint, http_client=async_http)
    with pytest.raises(TypeError, match=r"httpx\.AsyncClient"):
        AsyncAssistantsClient(endpoint, http_client=http)


@pytest.mark.parametrize("asynchronous", [False, True])
def test_own_connections_follow_the_environment(
    asynchronous: bool, server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As httpx does: a proxy, and hosts that are asked without it."""
    monkeypatch.setenv("HTTP_PROXY", server.url)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")

    async def main() -> None:
        for url in (ELSEWHERE, server.url):
            async with AsyncAssistantsClient(CompatibleEndpoint(url)) as client:
                await read(client)

    if asynchronous:
        anyio.run(main)
    else:
        for url in (ELSEWHERE, server.url):
            with AssistantsClient(CompatibleEndpoint(url)) as client:
                read(client)
    paths = [asked.path for asked in server.asked]
    assert paths == [f"{ELSEWHERE}/threads/thread_1", "/v1/threads/thread_1"]
