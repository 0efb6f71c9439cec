"""Connection pools: connections are acquired and released, in threads and in event loops."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from types import SimpleNamespace
from typing import Any

import anyio
import httpx
import pytest
from tests.support.client.counting import Asked, Loopback, a_thread
from tests.support.client.wire import Answer

from openai_assistants import (
    APIConnectionError,
    APITimeoutError,
    AssistantsClient,
    AssistantsError,
    AsyncAssistantsClient,
    CompatibleEndpoint,
    OpenAIEndpoint,
)
from openai_assistants._http import idle_connections

event_loops = pytest.mark.parametrize("backend", ["asyncio", "trio"])
Act = Callable[[AsyncAssistantsClient], Awaitable[None]]


@pytest.fixture
def server() -> Generator[Loopback]:
    """A server that has threads."""
    with Loopback() as made:
        yield made


@pytest.fixture
def three_connections(monkeypatch: pytest.MonkeyPatch) -> None:
    """Clients have three connections at most."""
    monkeypatch.setattr(idle_connections, "MAX_CONNECTIONS", 3)


def sync_client(server: Loopback, **options: Any) -> AssistantsClient:
    return AssistantsClient(CompatibleEndpoint(server.url), **{"max_retries": 0, **options})


def async_client(server: Loopback, **options: Any) -> AsyncAssistantsClient:
    return AsyncAssistantsClient(CompatibleEndpoint(server.url), **{"max_retries": 0, **options})


def run(backend: str, server: Loopback, act: Act, **options: Any) -> None:
    """Runs with a client, which is closed in the end."""

    async def main() -> None:
        async with async_client(server, **options) as client:
            await act(client)

    anyio.run(main, backend=backend)


class Held:
    """An answer that waits until it is let go."""

    def __init__(self) -> None:
        self.arrived = threading.Semaphore(0)
        self._go = threading.Event()

    async def __call__(self, asked: Asked) -> Answer:
        self.arrived.release()
        await asyncio.to_thread(self._go.wait, 10)
        return a_thread(asked)

    def let_go(self) -> None:
        self._go.set()


def test_calls_one_after_another_share_a_connection(server: Loopback) -> None:
    """Also those of a copy, and those after an answer that was no success."""
    with sync_client(server) as client:
        client.threads.retrieve("a")
        client.with_options(timeout=9).threads.retrieve("b")
        server.answer = lambda _: Answer(500)
        with pytest.raises(AssistantsError):
            client.threads.retrieve("c")
        server.answer = a_thread
        client.threads.retrieve("d")
        assert (server.accepted, server.open) == (1, 1)
    assert server.until_open(0) == 0


@event_loops
def test_so_do_asynchronous_ones(backend: str, server: Loopback) -> None:
    """In both kinds of event loop."""

    async def act(client: AsyncAssistantsClient) -> None:
        for name in ("a", "b", "c"):
            assert (await client.threads.retrieve(name)).id == name
        assert (server.accepted, server.open) == (1, 1)

    run(backend, server, act)
    assert server.until_open(0) == 0


@pytest.mark.usefixtures("three_connections")
def test_threads_wait_for_a_connection(server: Loopback) -> None:
    """Without an error, and without more connections than there may be."""
    with sync_client(server) as client, ThreadPoolExecutor(24) as threads:
        names = [f"thread_{number}" for number in range(240)]
        found = threads.map(lambda name: client.threads.retrieve(name).id, names)
        assert list(found) == names
    assert server.most == 3
    assert server.until_open(0) == 0


@event_loops
@pytest.mark.usefixtures("three_connections")
def test_tasks_wait_for_a_connection(backend: str, server: Loopback) -> None:
    """As threads do."""
    names = {f"thread_{number}" for number in range(60)}
    found: set[str] = set()

    async def act(client: AsyncAssistantsClient) -> None:
        async def one(name: str) -> None:
            found.add((await client.threads.retrieve(name)).id)

        async with anyio.create_task_group() as group:
            for name in names:
                group.start_soon(one, name)

    run(backend, server, act)
    assert found == names
    assert server.most == 3
    assert server.until_open(0) == 0


SOON = {"retry-after-ms": "1", "retry-after": "0"}
NO_WAITING = httpx.Timeout(10, pool=0.01)


@pytest.mark.usefixtures("three_connections")
def test_no_connection_in_time(server: Loopback) -> None:
    """Nothing was sent then, so that a POST may be repeated."""
    with sync_client(server, timeout=NO_WAITING) as client:
        stream = client.threads.with_streaming_response
        with stream.retrieve("a"), stream.retrieve("b"), stream.retrieve("c"):
            with pytest.raises(APITimeoutError, match="all connections are in use") as caught:
                client.threads.create()
            assert isinstance(caught.value.__cause__, httpx.PoolTimeout)
        assert client.threads.retrieve("d").id == "d"


@event_loops
@pytest.mark.usefixtures("three_connections")
def test_no_connection_in_time_for_a_task(backend: str, server: Loopback) -> None:
    """The same."""

    async def act(client: AsyncAssistantsClient) -> None:
        stream = client.threads.with_streaming_response
        async with stream.retrieve("a"), stream.retrieve("b"), stream.retrieve("c"):
            with pytest.raises(APITimeoutError, match="all connections are in use"):
                await client.threads.create()
        assert (await client.threads.retrieve("d")).id == "d"

    run(backend, server, act, timeout=NO_WAITING)


class Stop(Exception):
    """What a caller raises."""


def large(_: Asked) -> Answer:
    """More than a connection holds."""
    return Answer(body=b" " * 8_000_000)


@pytest.mark.usefixtures("three_connections")
@pytest.mark.parametrize("how", ["unread", "begun", "read", "raised"])
def test_a_stream_gives_its_connection_back(how: str, server: Loopback) -> None:
    """However its block ends."""
    server.answer = large
    with sync_client(server, timeout=NO_WAITING) as client:
        for _ in range(4):
            stream = client.files.with_streaming_response.content("f")
            with suppress(Stop), stream as response:
                if how == "begun":
                    next(response.iter_bytes(10))
                elif how == "read":
                    assert len(response.read()) == 8_000_000
                elif how == "raised":
                    raise Stop
            assert response.is_closed
        assert server.until_open(1) <= 1
        server.answer = a_thread
        assert client.threads.retrieve("a").id == "a"
    assert server.accepted == (1 if how == "read" else 5)
    assert server.until_open(0) == 0


@event_loops
@pytest.mark.usefixtures("three_connections")
@pytest.mark.parametrize("how", ["unread", "begun", "read", "raised", "cancelled"])
def test_an_asynchronous_stream_does_so_too(backend: str, how: str, server: Loopback) -> None:
    """Also where it was cancelled."""
    if (backend, how) == ("trio", "begun"):
        pytest.skip("trio warns of every generator that is not read to its end, those of httpx too")
    server.answer = large

    async def use(client: AsyncAssistantsClient, scope: anyio.CancelScope) -> None:
        async with client.files.with_streaming_response.content("f") as response:
            if how == "begun":
                await anext(response.iter_bytes(10))
            elif how == "read":
                assert len(await response.read()) == 8_000_000
            elif how == "raised":
                raise Stop
            elif how == "cancelled":
                scope.cancel()
                await response.read()

    async def act(client: AsyncAssistantsClient) -> None:
        for _ in range(4):
            with anyio.CancelScope() as scope, suppress(Stop):
                await use(client, scope)
        server.answer = a_thread
        assert (await client.threads.retrieve("a")).id == "a"

    run(backend, server, act, timeout=NO_WAITING)
    assert server.until_open(0) == 0


@event_loops
@pytest.mark.usefixtures("three_connections")
def test_cancelled_calls_leave_nothing_behind(backend: str, server: Loopback) -> None:
    """While they wait for a connection, connect, or wait for the answer."""
    held = Held()
    server.answer = held

    async def act(client: AsyncAssistantsClient) -> None:
        for turns in range(12):
            async with anyio.create_task_group() as group:
                for number in range(6):
                    group.start_soon(client.threads.retrieve, f"t{number}")
                for _ in range(turns):
                    await anyio.lowlevel.checkpoint()
                if turns > 10:
                    await anyio.to_thread.run_sync(held.arrived.acquire)
                group.cancel_scope.cancel()
        server.answer = a_thread
        ((pool, _),) = client._transport.http._pools.values()
        assert pool._idle.pop() is None  # what was interrupted is not used again
        for _ in range(4):
            await client.threads.retrieve("a")
        assert pool._semaphore.value == 3

    try:
        run(backend, server, act)
    finally:
        held.let_go()
    assert server.until_open(0) == 0


def test_a_closed_client_says_so(server: Loopback) -> None:
    """Closed once or twice, itself or the http_client it was given."""
    client = sync_client(server)
    client.threads.retrieve("a")
    client.close()
    client.close()
    with pytest.raises(AssistantsError, match="is closed"):
        client.threads.retrieve("a")
    with pytest.raises(AssistantsError, match="is closed"):
        client.with_options(timeout=3).threads.create()
    http = httpx.Client()
    given = AssistantsClient(CompatibleEndpoint(server.url), http_client=http)
    given.close()
    assert given.threads.retrieve("a").id == "a"
    http.close()
    with pytest.raises(AssistantsError, match="is closed"):
        given.threads.retrieve("a")


@event_loops
def test_closing_is_not_cancelled(backend: str, server: Loopback) -> None:
    """All connections are closed, whatever the state of the task."""

    async def act(client: AsyncAssistantsClient) -> None:
        async with anyio.create_task_group() as group:
            for _ in range(5):
                group.start_soon(client.threads.retrieve, "a")
        with anyio.CancelScope() as scope:
            scope.cancel()
            await client.close()
        assert await anyio.to_thread.run_sync(server.until_open, 0) == 0

    run(backend, server, act)


@event_loops
def test_a_closed_asynchronous_client_says_so(backend: str, server: Loopback) -> None:
    """As the other."""

    async def act(client: AsyncAssistantsClient) -> None:
        await client.threads.retrieve("a")
        await client.close()
        await client.close()
        with pytest.raises(AssistantsError, match="is closed"):
            await client.threads.retrieve("a")

    run(backend, server, act)


def test_any_other_runtime_error_comes_through(server: Loopback) -> None:
    """Such as one of a caller's hook."""

    def hook(_: httpx.Request) -> None:
        raise RuntimeError("of the caller")

    with httpx.Client(event_hooks={"request": [hook]}) as http:
        client = AssistantsClient(CompatibleEndpoint(server.url), http_client=http)
        with pytest.raises(RuntimeError, match="of the caller"):
            client.threads.retrieve("a")


def test_a_call_under_way_ends_after_its_client_was_closed(server: Loopback) -> None:
    """In another thread: it gets its answer, and its connection is closed then."""
    held = Held()
    server.answer = held
    client = sync_client(server)
    with ThreadPoolExecutor() as threads:
        call = threads.submit(lambda: client.threads.retrieve("a").id)
        assert held.arrived.acquire(timeout=10)
        client.close()
        held.let_go()
        assert call.result(10) == "a"
    assert server.until_open(0) == 0


def test_so_it_does_when_closed_from_another_event_loop(server: Loopback) -> None:
    """Whose connections are left to the loop they belong to."""
    held = Held()
    client = async_client(server)

    async def main() -> None:
        await client.threads.retrieve("idle")
        server.answer = held
        call = asyncio.create_task(client.threads.retrieve("a"))
        await asyncio.to_thread(held.arrived.acquire)
        await asyncio.to_thread(asyncio.run, client.close())
        held.let_go()
        assert (await call).id == "a"
        assert await asyncio.to_thread(server.until_open, 0) == 0
        with pytest.raises(AssistantsError, match="is closed"):
            await client.threads.retrieve("a")

    asyncio.run(main())


@event_loops
def test_one_client_in_many_event_loops(backend: str, server: Loopback) -> None:
    """One after another, and two at once; nothing is kept of a loop that has ended."""
    client = async_client(server)

    async def read(name: str) -> str:
        return (await client.threads.retrieve(name)).id

    for number in range(4):
        assert anyio.run(read, f"t{number}", backend=backend) == f"t{number}"
        assert server.until_open(0) == 0
        assert len(client._transport.http._pools) == 1
    with ThreadPoolExecutor() as threads:
        names = [f"t{number}" for number in range(8)]
        found = threads.map(lambda name: anyio.run(read, name, backend=backend), names)
        assert list(found) == names


@event_loops
def test_the_transport_does_all_in_either_event_loop(backend: str) -> None:
    """Repeats, waits, gives up in time, and polls."""
    answers = iter([Answer(429, headers=SOON), Answer(503, headers=SOON)])

    def busy(asked: Asked) -> Answer:
        return next(answers, None) or a_thread(asked)

    with Loopback(busy) as server:
        held = Held()

        async def act(client: AsyncAssistantsClient) -> None:
            assert (await client.threads.create()).id == "threads"
            assert len(server.asked) == 3
            server.answer = held
            with pytest.raises(APITimeoutError, match="whole call"):
                await client.with_options(total_timeout=0.05).threads.retrieve("a")
            with pytest.raises(APITimeoutError):
                await client.threads.retrieve("a", timeout=0.05)
            run = {"id": "r", "object": "thread.run", "status": "completed"}
            server.answer = lambda _: Answer(body=run)
            assert (await client.threads.runs.poll("r", thread_id="t")).status == "completed"

        try:
            run(backend, server, act, max_retries=2)
        finally:
            held.let_go()


@event_loops
def test_credentials_and_uploads_in_either_event_loop(backend: str, server: Loopback) -> None:
    """Of every kind, those included that run in threads."""

    class Credential:
        asked = 0

        def get_token(self, *_: str, **options: Any) -> Any:
            self.asked += 1
            return SimpleNamespace(token="t", expires_on=4e9)

    class AsyncCredential(Credential):
        async def get_token(self, *_: str, **options: Any) -> Any:
            await anyio.sleep(0)
            return super().get_token()

    async def function() -> str:
        return "t"

    credentials: list[Any] = [Credential(), AsyncCredential()]

    async def main() -> None:
        for credential in [*credentials, function, lambda: "t"]:
            async with AsyncAssistantsClient(OpenAIEndpoint(server.url), credential) as client:
                async with anyio.create_task_group() as group:
                    for _ in range(5):
                        group.start_soon(client.threads.retrieve, "a")
        server.answer = lambda _: Answer(body={"id": "x", "status": "completed"})
        async with async_client(server) as client:
            files = [(f"{number}.txt", b"text") for number in range(6)]
            batch = await client.vector_stores.file_batches.upload_and_poll("v", files=files)
            assert batch.status == "completed"

    anyio.run(main, backend=backend)
    assert [each.asked for each in credentials] == [1, 1]
    assert {asked.headers.get("authorization") for asked in server.asked[:20]} == {"bearer t"}
    assert len(server.asked) == 20 + 6 + 2


@event_loops
def test_a_credential_that_hangs_is_not_waited_for(backend: str, server: Loopback) -> None:
    """Beyond the time of the call."""
    go = threading.Event()

    def hang() -> str:
        assert go.wait(10)
        return "t"

    async def main() -> None:
        endpoint = OpenAIEndpoint(server.url)
        async with AsyncAssistantsClient(endpoint, hang, total_timeout=0.05) as client:
            with pytest.raises(APITimeoutError):
                await client.threads.retrieve("a")
        assert not go.is_set()
        go.set()

    anyio.run(main, backend=backend)


def test_nobody_listens() -> None:
    """No connection is lost by it."""
    with Loopback() as gone:
        pass
    with sync_client(gone) as client:
        for _ in range(3):
            with pytest.raises(APIConnectionError):
                client.threads.retrieve("a")
        (pool,) = client._transport.http._pools.values()
        assert pool._semaphore._value == idle_connections.max_connections()
        assert pool._idle.pop() is None
