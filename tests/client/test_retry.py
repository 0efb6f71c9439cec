"""The retry rule, alone and carried out."""

import asyncio
import io
from collections.abc import Callable, Generator, Iterator
from typing import Any

import httpx
import pytest
from tests.support.client.wire import Answer, Echo, Wire, operation, request

from openai_assistants import APIConnectionError, APITimeoutError, OpenAIEndpoint, RateLimitError
from openai_assistants._auth.authenticator import AsyncAuthenticator, Authenticator
from openai_assistants._pipeline.async_transport import AsyncHttpTransport
from openai_assistants._pipeline.settings import Settings
from openai_assistants._pipeline.transport import HttpTransport
from openai_assistants.retry import (
    AttemptResult,
    CallKind,
    CallResult,
    Failure,
    RetryPolicy,
    Step,
    attempts,
    retry_delay,
)

NOW = 1_700_000_000.0
LATER = "Tue, 14 Nov 2023 22:13:30 GMT"  # ten seconds after NOW
ENDPOINT = OpenAIEndpoint("https://x/v1")
REPEATABLE = CallKind(repeatable=True)
ACTING = CallKind(repeatable=False)
Rule = Generator[Step, AttemptResult, CallResult]


def outcome(status: int | Failure, **headers: str) -> AttemptResult:
    """What an attempt came to."""
    lower = {name.replace("_", "-"): value for name, value in headers.items()}
    if isinstance(status, str):
        return AttemptResult(at=NOW, failure=status)
    return AttemptResult(at=NOW, status=status, headers=lower)


def repeated(nature: CallKind, first: AttemptResult) -> bool:
    """Whether the rule asks for a second attempt."""
    rule = attempts(nature, RetryPolicy(), lambda: 0.0)
    assert next(rule) == Step()
    again = next(sending(rule, first), None)
    return again is not None


def sending(rule: Rule, *outcomes: AttemptResult) -> Iterator[Step]:
    """The steps of a rule; no more once it has ended."""
    for each in outcomes:
        try:
            step = rule.send(each)
        except StopIteration:
            return
        yield step


def ends(rule: Rule, last: AttemptResult) -> CallResult:
    """How a rule ends with this outcome."""
    with pytest.raises(StopIteration) as end:
        rule.send(last)
    ended: CallResult = end.value.value
    return ended


WHEN: list[tuple[AttemptResult, bool, bool]] = [
    (outcome(200), False, False),
    (outcome(204), False, False),
    (outcome(302), False, False),
    (outcome(400), False, False),
    (outcome(401), False, False),
    (outcome(404), False, False),
    (outcome(400, x_should_retry="true"), True, True),
    (outcome(409), True, True),
    (outcome(409, x_should_retry="false"), False, False),
    (outcome(500, x_should_retry="false"), False, False),
    (outcome(500, x_should_retry="true"), True, False),
    (outcome(408), True, False),
    (outcome(429), True, True),
    (outcome(500), True, False),
    (outcome(501), False, False),
    (outcome(502), True, False),
    (outcome(503), True, False),
    (outcome(503, retry_after="1"), True, True),
    (outcome(504, retry_after="1"), True, False),
    (outcome(505), False, False),
    (outcome("never_sent"), True, True),
    (outcome("lost"), True, False),
    (outcome("timed_out"), True, False),
]


@pytest.mark.parametrize(("first", "safe", "post"), WHEN)
def test_when_a_call_is_repeated(first: AttemptResult, safe: bool, post: bool) -> None:
    """What acts only where it was surely not carried out."""
    assert repeated(REPEATABLE, first) is safe
    assert repeated(ACTING, first) is post


WAITS: list[tuple[dict[str, str], float | None]] = [
    ({"retry_after_ms": "1500", "retry_after": "9"}, 1.5),
    ({"x_ms_retry_after_ms": "250"}, 0.25),
    ({"retry_after": "7"}, 7.0),
    ({"retry_after": "7, 7"}, 7.0),
    ({"retry_after": "0"}, 0.0),
    ({"retry_after": LATER}, 10.0),
    ({"retry_after": "Tue, 14 Nov 2023 22:00:00 GMT"}, 0.0),
    ({"retry_after": "120"}, 120.0),
    ({"retry_after": "121"}, None),
    ({"retry_after_ms": "soon", "retry_after": "3"}, 3.0),
    ({"retry_after": "-1"}, 0.5),
    ({"retry_after": "nan"}, 0.5),
    ({"retry_after": "1e400"}, 0.5),
    ({"retry_after": "tomorrow"}, 0.5),
    ({}, 0.5),
]


@pytest.mark.parametrize(("headers", "wait"), WAITS)
def test_how_long_the_service_asks_to_wait(headers: dict[str, str], wait: float | None) -> None:
    """Any of three headers; nonsense counts as nothing; too long ends the call."""
    assert retry_delay(0, outcome(429, **headers), RetryPolicy(), lambda: 0.0) == wait


def test_waits_double_up_to_a_limit_and_are_shortened_at_random() -> None:
    """Without a word from the service."""
    policy = RetryPolicy()
    failure = outcome("lost")

    def waits(random: float) -> list[float | None]:
        return [retry_delay(number, failure, policy, lambda: random) for number in range(6)]

    assert waits(0.0) == [0.5, 1.0, 2.0, 4.0, 8.0, 8.0]
    assert waits(1.0) == [0.375, 0.75, 1.5, 3.0, 6.0, 6.0]
    assert retry_delay(5000, failure, policy, lambda: 0.0) == 8.0


def test_the_rule_ends_after_its_retries() -> None:
    """With the last outcome."""
    rule = attempts(REPEATABLE, RetryPolicy(max_retries=2), lambda: 0.0)
    steps = [next(rule), rule.send(outcome(500)), rule.send(outcome(502))]
    assert steps == [Step(0.0), Step(0.5), Step(1.0)]
    last = outcome(503)
    assert ends(rule, last) == CallResult(attempt=last, retries=2, in_doubt=True)


Run = Callable[..., tuple[Any, list[float]]]


def run_sync(wire: Wire, made: Any, **settings: Any) -> tuple[Any, list[float]]:
    """Calls through a synchronous transport; returns the result, or the error, and the waits."""
    waits: list[float] = []
    transport = HttpTransport(
        settings=Settings(endpoint=ENDPOINT, **settings),
        authenticator=Authenticator(ENDPOINT.key_header),
        http=wire.http(),
        sleep=waits.append,
        clock=lambda: NOW,
        random=lambda: 0.0,
        new_id=lambda: "the-id",
    )
    try:
        return transport.call(made.operation, made), waits
    except APIConnectionError as error:
        return error, waits
    except RateLimitError as error:
        return error, waits


def run_async(wire: Wire, made: Any, **settings: Any) -> tuple[Any, list[float]]:
    """The same, asynchronously."""
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    transport = AsyncHttpTransport(
        settings=Settings(endpoint=ENDPOINT, **settings),
        authenticator=AsyncAuthenticator(ENDPOINT.key_header),
        http=wire.async_http(),
        sleep=sleep,
        clock=lambda: NOW,
        random=lambda: 0.0,
        new_id=lambda: "the-id",
    )
    try:
        return asyncio.run(transport.call(made.operation, made)), waits
    except APIConnectionError as error:
        return error, waits
    except RateLimitError as error:
        return error, waits


both = pytest.mark.parametrize("run", [run_sync, run_async])
each_library = pytest.mark.usefixtures("each_library")
READ = request(operation(), "t")
CREATE = request(operation("POST", "/threads", media="application/json"), body={"a": 1})


@both
@each_library
def test_a_read_gets_through_in_the_end(run: Run) -> None:
    """Every attempt is the same request, with the same id."""
    wire = Wire(httpx.ReadError("lost"), Answer(503, headers={"Retry-After": LATER}), Answer())
    assert run(wire, READ) == (Echo(), [0.5, 10.0])
    assert [sent.headers["x-ms-client-request-id"] for sent in wire.sent] == ["the-id"] * 3
    assert len({(sent.method, sent.url, sent.body) for sent in wire.sent}) == 1


@both
@each_library
def test_a_post_that_was_lost_is_not_repeated(run: Run) -> None:
    """It may have been carried out."""
    for lost in (httpx.ReadError("lost"), httpx.ReadTimeout("slow"), httpx.WriteError("lost")):
        wire = Wire(lost, Answer())
        cause = wire.answers[0]
        error, waits = run(wire, CREATE)
        assert isinstance(error, APIConnectionError)
        assert isinstance(error, APITimeoutError) is isinstance(lost, httpx.TimeoutException)
        assert error.__cause__ is cause
        assert waits == []


@both
@each_library
def test_a_post_that_never_left_is_repeated(run: Run) -> None:
    """No connection, no place in the pool, or turned away."""
    wire = Wire(httpx.ConnectError("refused"), httpx.PoolTimeout("full"), Answer(429), Answer())
    assert run(wire, CREATE, max_retries=3) == (Echo(), [0.5, 1.0, 2.0])
    assert [sent.json for sent in wire.sent] == [{"a": 1}] * 4


@both
@each_library
def test_the_last_failure_comes_out(run: Run) -> None:
    """After max_retries repetitions; 0 means none."""
    wire = Wire(Answer(429, {"error": {"message": "slow down", "code": "rate"}}))
    error, waits = run(wire, READ)
    assert isinstance(error, RateLimitError)
    assert error.code == "rate"
    assert waits == [0.5, 1.0]
    wire = Wire(httpx.ConnectError("refused"))
    error, waits = run(wire, READ, max_retries=0)
    assert isinstance(error, APIConnectionError)
    assert (waits, len(wire.sent)) == ([], 1)


@both
@each_library
def test_a_body_that_can_be_read_once_is_sent_once(run: Run) -> None:
    """A buffer is rewound instead."""
    upload = operation("POST", "/files", media="multipart/form-data")

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    wire = Wire(Answer(429), Answer())
    error, _ = run(wire, request(upload, body={"file": Pipe(b"data")}))
    assert isinstance(error, RateLimitError)
    wire = Wire(Answer(429), Answer())
    assert run(wire, request(upload, body={"file": io.BytesIO(b"data")})) == (Echo(), [0.5])
    assert all(b"\r\n\r\ndata\r\n" in sent.body for sent in wire.sent)
