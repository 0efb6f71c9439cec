"""Answers as they came: read, or open as a stream."""

import asyncio
import inspect
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from tests.support.client.stage import Stage, both
from tests.support.client.wire import Answer, Wire

from openai_assistants import (
    APIConnectionError,
    AssistantsClient,
    AsyncAssistantsClient,
    NotFoundError,
    OpenAIKeyCredential,
    ResponseDecodeError,
)
from openai_assistants.testing import FakeClock
from openai_assistants_rest.operations import OPERATIONS

THREAD: dict[str, Any] = {"id": "thread_1", "object": "thread", "created_at": 1, "metadata": {}}
KEY = OpenAIKeyCredential("k")


@both
def test_a_raw_answer_has_everything(asynchronous: bool) -> None:
    """Headers, status, body, and the object once it is asked for."""
    answer = Answer(201, THREAD, {"X-Request-Id": "req_1", "x-more": "1"})
    stage = Stage(Wire(Answer(429), answer), asynchronous)
    raw = stage.call(lambda client: client.threads.with_raw_response.create(metadata={"a": "b"}))
    assert (raw.status_code, raw.request_id, raw.headers["X-MORE"]) == (201, "req_1", "1")
    assert (raw.method, str(raw.url)) == ("POST", "https://api.openai.com/v1/threads")
    assert raw.json() == THREAD
    assert raw.content == raw.read() == raw.text.encode() == raw.http_response.content
    assert raw.retries_taken == 1
    assert raw.is_closed
    assert raw.parse().id == "thread_1"
    assert stage.wire.last.json == {"metadata": {"a": "b"}}


@both
def test_a_raw_answer_need_not_be_as_described(asynchronous: bool) -> None:
    """Only parse() minds; an error status is an exception all the same."""
    stage = Stage(Wire(Answer(200, b"<html>")), asynchronous)
    raw = stage.call(lambda client: client.threads.with_raw_response.retrieve("thread_1"))
    assert raw.text == "<html>"
    with pytest.raises(ResponseDecodeError):
        raw.parse()
    stage = Stage(Wire(Answer(404)), asynchronous)
    with pytest.raises(NotFoundError):
        stage.call(lambda client: client.threads.with_raw_response.retrieve("thread_1"))


@both
def test_a_raw_list_is_parsed_to_a_page(asynchronous: bool) -> None:
    """Whose next page is no longer raw."""
    first = {"object": "list", "data": [{"id": "asst_1"}], "has_more": True, "last_id": "asst_1"}
    second = {"object": "list", "data": [{"id": "asst_2"}], "has_more": False}
    stage = Stage(Wire(Answer(200, first), Answer(200, second)), asynchronous)
    raw = stage.call(lambda client: client.assistants.with_raw_response.list(limit=1))
    page = raw.parse()
    assert [one.id for one in page.data] == ["asst_1"]
    following = page.get_next_page()
    if asynchronous:
        following = asyncio.run(following)
    assert [one.id for one in following.data] == ["asst_2"]


@both
def test_nested_resources_are_raw_too(asynchronous: bool) -> None:
    """As client.threads.with_raw_response.runs."""
    stage = Stage(Wire(Answer(200, {"id": "run_1", "object": "thread.run"})), asynchronous)
    raw = stage.call(
        lambda client: client.beta.threads.with_raw_response.runs.retrieve("r", thread_id="t")
    )
    assert raw.parse().id == "run_1"


@pytest.mark.parametrize("operation", OPERATIONS.values(), ids=list(OPERATIONS))
@pytest.mark.parametrize("kind", ["with_raw_response", "with_streaming_response"])
def test_every_operation_has_both(operation: Any, kind: str) -> None:
    """With the parameters it has otherwise."""
    for client in (AssistantsClient(KEY), AsyncAssistantsClient(KEY)):
        resource: Any = client
        for name in operation.resource.split("."):
            resource = getattr(resource, name)
        of_client: Any = getattr(client, kind).beta
        for name in (*operation.resource.split("."), operation.name):
            of_client = getattr(of_client, name)
        raw = getattr(getattr(resource, kind), operation.name)
        assert inspect.signature(of_client) == inspect.signature(raw)
        plain = getattr(resource, operation.name)
        assert inspect.signature(raw).parameters == inspect.signature(plain).parameters


class Parts(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body in parts, which knows how far it was read."""

    def __init__(self, *parts: bytes | Exception) -> None:
        self.left = list(parts)
        self.closed = False

    def __iter__(self) -> Iterator[bytes]:
        while self.left:
            part = self.left.pop(0)
            if isinstance(part, Exception):
                raise part
            yield part

    async def __aiter__(self) -> Any:
        for part in self:
            yield part

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


def streaming(parts: Parts, status: int = 200) -> tuple[AssistantsClient, AsyncAssistantsClient]:
    """Clients whose service answers with this body."""

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(status, stream=parts, headers={"x-request-id": "req_1"})

    transport = httpx.MockTransport(answer)
    return (
        AssistantsClient(KEY, http_client=httpx.Client(transport=transport), max_retries=0),
        AsyncAssistantsClient(
            KEY, http_client=httpx.AsyncClient(transport=transport), max_retries=0
        ),
    )


def test_a_stream_is_read_as_it_is_asked_for() -> None:
    """And closed at the end of the with statement, read or not."""
    parts = Parts(b"one ", b"two ", b"three")
    client, _ = streaming(parts)
    with client.files.with_streaming_response.content("file_1") as response:
        assert (response.status_code, response.request_id) == (200, "req_1")
        assert len(parts.left) == 3
        assert next(iter(response.iter_bytes())) == b"one "
        assert len(parts.left) == 2
    assert parts.closed

    parts = Parts(b"one ", b"two ", b"three")
    _, other = streaming(parts)

    async def scenario() -> None:
        async with other.files.with_streaming_response.content("file_1") as response:
            assert len(parts.left) == 3
            async for part in response.iter_bytes():
                assert part == b"one "
                break
            assert len(parts.left) == 2

    asyncio.run(scenario())
    assert parts.closed


BODY = b'{"id": "thread_1",\n "object": "thread"}'


def test_a_stream_can_be_taken_in_any_way() -> None:
    """Lines, text, JSON, the object."""

    def opened() -> Any:
        client, _ = streaming(Parts(BODY[:7], BODY[7:]))
        return client.threads.with_streaming_response.retrieve("thread_1")

    with opened() as response:
        assert list(response.iter_lines()) == BODY.decode().split("\n")
    with opened() as response:
        assert "".join(response.iter_text()) == BODY.decode()
    with opened() as response:
        assert next(iter(response.iter_bytes(chunk_size=10))) == BODY[:10]
    with opened() as response:
        assert response.json()["id"] == "thread_1"
        assert response.text() == BODY.decode()
        assert response.parse().id == "thread_1"


def test_an_asynchronous_stream_can_be_taken_in_any_way() -> None:
    """The same, awaited."""

    async def scenario() -> None:
        def opened() -> Any:
            _, client = streaming(Parts(BODY[:7], BODY[7:]))
            return client.threads.with_streaming_response.retrieve("thread_1")

        async with opened() as response:
            assert [line async for line in response.iter_lines()] == BODY.decode().split("\n")
        async with opened() as response:
            assert "".join([part async for part in response.iter_text()]) == BODY.decode()
        async with opened() as response:
            assert (await response.json())["id"] == "thread_1"
            assert await response.text() == BODY.decode()
            assert (await response.parse()).id == "thread_1"

    asyncio.run(scenario())


def test_a_stream_that_breaks_off_is_a_connection_error() -> None:
    """Not one of the HTTP library."""
    lost = httpx.ReadError("lost")
    client, _ = streaming(Parts(b"one", lost))
    with (
        pytest.raises(APIConnectionError, match="lost") as caught,
        client.files.with_streaming_response.content("file_1") as response,
    ):
        list(response.iter_bytes())
    assert caught.value.__cause__ is lost

    _, other = streaming(Parts(b"one", lost))

    async def scenario() -> None:
        async with other.files.with_streaming_response.content("file_1") as response:
            await response.read()

    with pytest.raises(APIConnectionError, match="lost"):
        asyncio.run(scenario())


def test_an_error_is_read_before_it_is_raised() -> None:
    """With its explanation, though a stream was asked for."""
    parts = Parts(b'{"error": {"message": "No such', b' file", "code": "c"}}')
    client, _ = streaming(parts, status=404)
    with (
        pytest.raises(NotFoundError, match="No such file"),
        client.files.with_streaming_response.content("file_1"),
    ):
        pass
    assert parts.closed


def slow_client(total: float | None, parts: Parts) -> AssistantsClient:
    """A client whose clock goes on by three seconds whenever it is looked at."""

    class SlowClock(FakeClock):
        def monotonic(self) -> float:
            self.advance(3)
            return super().monotonic()

    client, _ = streaming(parts)
    return SlowClock().attach(client).with_options(total_timeout=total)


def test_a_call_ends_with_its_total_though_bytes_keep_coming() -> None:
    """A read timeout alone would never end this."""
    parts = Parts(*[b" "] * 1000, BODY)
    with pytest.raises(APIConnectionError, match="within the 60 s of the whole call") as caught:
        slow_client(60.0, parts).threads.retrieve("thread_1")
    assert type(caught.value).__name__ == "APITimeoutError"
    assert parts.closed
    assert 900 < len(parts.left) < 1000
    assert slow_client(None, Parts(*[b" "] * 1000, BODY)).threads.retrieve("t").id == "thread_1"


def test_an_asynchronous_call_ends_with_its_total() -> None:
    """Whatever it waits for; a cancellation stays one."""
    waited = asyncio.Event

    async def never(_: httpx.Request) -> httpx.Response:
        await waited().wait()
        raise AssertionError("nobody sets it")

    def client(**options: Any) -> AsyncAssistantsClient:
        http = httpx.AsyncClient(transport=httpx.MockTransport(never))
        return AsyncAssistantsClient(KEY, http_client=http, **options)

    with pytest.raises(APIConnectionError, match=r"within the 0\.01 s of the whole call"):
        asyncio.run(client(total_timeout=0.01).threads.retrieve("thread_1"))

    async def cancelled() -> None:
        task = asyncio.ensure_future(client().threads.retrieve("thread_1"))
        await asyncio.sleep(0)
        task.cancel()
        await task

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(cancelled())


def test_each_phase_is_given_no_more_than_what_is_left() -> None:
    """Nor more than its own limit."""
    seen: list[Any] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.extensions["timeout"])
        return httpx.Response(200, json=THREAD)

    http = httpx.Client(transport=httpx.MockTransport(answer))
    client = AssistantsClient(KEY, http_client=http)
    client.threads.retrieve("t")
    client.threads.retrieve("t", timeout=httpx.Timeout(7.0, connect=None))
    client.threads.retrieve("t", timeout=None)
    client.with_options(total_timeout=6.0).threads.retrieve("t", timeout=httpx.Timeout(9, pool=2))
    assert seen[0] == {"connect": 5.0, "read": 600.0, "write": 600.0, "pool": 600.0}
    assert seen[1] == {"connect": None, "read": 7.0, "write": 7.0, "pool": 7.0}
    assert seen[2] == dict.fromkeys(("connect", "read", "write", "pool"))
    left = pytest.approx(6, abs=1)
    assert seen[3] == {"connect": left, "read": left, "write": left, "pool": 2}
