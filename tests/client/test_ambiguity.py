"""Calls whose outcome is unknown: never repeated blind, settled where they can be."""

import json
from typing import Any

import httpx
import pytest
from tests.support.client.stage import NOW, Stage, both
from tests.support.client.wire import Answer, Wire

from openai_assistants import (
    AmbiguousOutcome,
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    BadRequestError,
    InternalServerError,
    NotFoundError,
)
from openai_assistants._pipeline.reconciliation import METADATA_KEY
from openai_assistants.retry import (
    AttemptResult,
    CallKind,
    CallResult,
    Failure,
    RetryPolicy,
    Step,
    attempts,
)

THREAD: dict[str, Any] = {"id": "thread_1", "object": "thread", "created_at": 1, "metadata": {}}
MESSAGE: dict[str, Any] = {"id": "msg_1", "object": "thread.message", "created_at": 1}
EMPTY = {"object": "list", "data": [], "has_more": False}
IDEMPOTENT = {"idempotency-retention": "86400"}
LOST = httpx.ReadError("lost")
SLOW = httpx.ReadTimeout("slow")


def steps(kind: CallKind, *outcomes: AttemptResult, **policy: Any) -> tuple[list[Step], CallResult]:
    """What the rule does with these outcomes, and how it ends; it must take them all."""
    rule = attempts(kind, RetryPolicy(**policy), lambda: 0.0)
    taken = [next(rule)]
    for place, outcome in enumerate(outcomes):
        try:
            taken.append(rule.send(outcome))
        except StopIteration as end:
            assert place == len(outcomes) - 1, "the rule ended early"
            return taken, end.value
    raise AssertionError(f"the rule goes on: {taken}")


def came(status: int | Failure, **fields: Any) -> AttemptResult:
    """An outcome."""
    if isinstance(status, str):
        return AttemptResult(at=NOW, failure=status, **fields)
    return AttemptResult(at=NOW, status=status, **fields)


ACTING = CallKind(repeatable=False)
FINDABLE = CallKind(repeatable=False, reconcilable=True)
UNKNOWN = ["lost", "timed_out", 408, 500, 502, 503, 504]


@pytest.mark.parametrize("first", UNKNOWN)
def test_an_unknown_outcome_ends_the_call_in_doubt(first: int | Failure) -> None:
    """Nothing is guessed."""
    taken, ended = steps(ACTING, came(first))
    assert taken == [Step()]
    assert ended.in_doubt


@pytest.mark.parametrize("first", UNKNOWN)
def test_where_keys_are_honoured_it_is_repeated(first: int | Failure) -> None:
    """The endpoint answers what it answered before, if it did."""
    taken, ended = steps(ACTING, came(first, idempotent=True), came(200, idempotent=True))
    assert taken == [Step(), Step(0.5)]
    assert not ended.in_doubt
    assert ended.retries == 1


def test_doubt_lasts_until_it_is_settled() -> None:
    """A later attempt that was turned away says nothing of the first."""
    _, ended = steps(ACTING, came(502, idempotent=True), came(401, idempotent=True))
    assert ended.in_doubt
    _, ended = steps(ACTING, came(502, idempotent=True), came(429), came(429))
    assert ended.in_doubt
    _, ended = steps(ACTING, came(502, idempotent=True), came(400, idempotent=True))
    assert not ended.in_doubt
    _, ended = steps(ACTING, came(429), came(400))
    assert not ended.in_doubt


def test_what_was_created_is_found() -> None:
    """After a wait, and even when no repetition is left."""
    taken, ended = steps(FINDABLE, came(502), came(200), max_retries=0)
    assert taken == [Step(), Step(0.5, reconcile=True)]
    assert (ended.in_doubt, ended.attempt.status) == (False, 200)


def test_what_was_not_created_is_sent_again() -> None:
    """At once, after looking; and looked for again."""
    taken, ended = steps(FINDABLE, came(502), came(404), came(504), came(404), came(201))
    look = Step(0.5, reconcile=True)
    assert taken == [Step(), look, Step(), Step(1.0, reconcile=True), Step()]
    assert (ended.in_doubt, ended.retries) == (False, 2)


def test_looking_that_fails_leaves_the_doubt() -> None:
    """As does running out of repetitions only if nobody looked."""
    _, ended = steps(FINDABLE, came(502), came("not_attempted"))
    assert (ended.in_doubt, ended.attempt.status) == (True, 502)
    _, ended = steps(FINDABLE, came(502), came(404), max_retries=0)
    assert (ended.in_doubt, ended.attempt.status) == (False, 502)


def test_a_call_that_is_out_of_time_ends() -> None:
    """Neither waiting nor looking goes beyond its total."""
    late = came(502, elapsed=9.6)
    assert steps(CallKind(repeatable=True), late, total=10.0)[0] == [Step()]
    assert steps(FINDABLE, late, total=10.0)[0] == [Step()]
    assert steps(CallKind(repeatable=True), late, came(200), total=10.2)[0] == [Step(), Step(0.5)]


def test_a_challenge_is_taken_up_once() -> None:
    """At once, and it is no retry."""
    again = came(401, challenged=True)
    taken, ended = steps(ACTING, again, came(200), max_retries=0)
    assert (taken, ended.retries) == ([Step(), Step()], 0)
    taken, ended = steps(ACTING, again, again)
    assert ended.attempt is again


CAUGHT: list[tuple[Any, type[Exception], type[Exception]]] = [
    (LOST, APIConnectionError, APITimeoutError),
    (SLOW, APITimeoutError, APIStatusError),
    (Answer(500), InternalServerError, APITimeoutError),
    (Answer(408), APIStatusError, InternalServerError),
]


@both
@pytest.mark.parametrize(("failure", "also", "never"), CAUGHT)
def test_the_error_says_what_is_known(
    failure: Any, also: type[Exception], never: type[Exception], asynchronous: bool
) -> None:
    """And is caught as what the last attempt came to."""
    stage = Stage(Wire(failure), asynchronous)
    with pytest.raises(AmbiguousOutcome, match="unknown whether create_run was") as caught:
        stage.call(lambda client: client.threads.runs.create("thread_1", assistant_id="a"))
    error = caught.value
    assert isinstance(error, also)
    assert not isinstance(error, never)
    assert error.operation == "create_run"
    assert error.client_request_id == stage.wire.last.headers["idempotency-key"]
    assert len(stage.wire.sent) == 1
    assert error.retries_taken == 0


@both
def test_a_call_that_only_sets_is_repeated(asynchronous: bool) -> None:
    """Doing it twice is the same as once; so is searching."""
    stage = Stage(Wire(LOST, Answer(504), Answer(200, THREAD)), asynchronous)
    stage.call(lambda client: client.threads.update("thread_1", metadata={"a": "b"}))
    assert len({sent.body for sent in stage.wire.sent}) == 1
    assert len(stage.wire.sent) == 3
    stage = Stage(Wire(LOST, Answer(200, EMPTY)), asynchronous)
    stage.call(lambda client: client.vector_stores.search("vs_1", query="x"))
    assert len(stage.wire.sent) == 2


@both
def test_an_endpoint_that_declares_it_is_trusted_from_then_on(asynchronous: bool) -> None:
    """Every attempt has the same key; another call has another."""
    wire = Wire(Answer(502, headers=IDEMPOTENT), LOST, Answer(200, THREAD), Answer(200, THREAD))

    def act(client: Any) -> Any:
        return client.threads.create()

    stage = Stage(wire, asynchronous)
    assert stage.call(act).id == "thread_1"
    keys = [sent.headers["idempotency-key"] for sent in wire.sent]
    assert len(keys) == 3
    assert len(set(keys)) == 1
    stage.call(act)
    assert wire.last.headers["idempotency-key"] != keys[0]


@both
def test_the_object_is_found_by_its_marker(asynchronous: bool) -> None:
    """On whichever page, and read whole; the given metadata stay."""
    found: dict[str, Any] = {}

    def service(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            found.update(MESSAGE, metadata=json_of(request)["metadata"], created_at=int(NOW))
            raise httpx.ReadError("lost", request=request)
        if request.url.path.endswith("/msg_1"):
            return httpx.Response(200, json={**found, "role": "user"})
        others = [{**MESSAGE, "id": "msg_2", "created_at": int(NOW) + 1}]
        if "after" not in request.url.params:
            assert dict(request.url.params) == {"order": "desc", "limit": "100"}
            return httpx.Response(200, json={**EMPTY, "data": others, "has_more": True})
        assert request.url.params["after"] == "msg_2"
        return httpx.Response(200, json={**EMPTY, "data": [found]})

    stage = Stage(Served(service), asynchronous)
    message = stage.call(
        lambda client: client.with_options(reconcile=True).threads.messages.create(
            "thread_1", role="user", content="x", metadata={"mine": "1"}
        )
    )
    assert (message.id, message.role, message.metadata["mine"]) == ("msg_1", "user", "1")
    assert METADATA_KEY in message.metadata
    assert stage.waits == [pytest.approx(0.5, rel=0.26)]


class Served(Wire):
    """A network on which a function answers."""

    def __init__(self, service: Any) -> None:
        super().__init__()
        self.service = service
        self.posts = 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.posts += request.method == "POST"
        response: httpx.Response = self.service(request)
        return response


def json_of(request: httpx.Request) -> Any:
    """The body, parsed."""
    return json.loads(request.content)


@both
def test_what_is_not_there_is_sent_again(asynchronous: bool) -> None:
    """The list is read only as far back as the call began."""
    old = {**EMPTY, "data": [{**MESSAGE, "created_at": 5}], "has_more": True}

    def service(request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return httpx.Response(200, json=old)
        if wire.posts == 1:
            return httpx.Response(504)
        return httpx.Response(200, json=MESSAGE)

    wire = Served(service)
    made = Stage(wire, asynchronous).call(
        lambda client: client.with_options(reconcile=True).threads.messages.create(
            "thread_1", role="user", content="x"
        )
    )
    assert (made.id, wire.posts) == ("msg_1", 2)


@both
@pytest.mark.parametrize("metadata", [{str(n): "x" for n in range(16)}, "wrong"])
def test_no_marker_where_there_is_no_room(metadata: Any, asynchronous: bool) -> None:
    """An object has 16 metadata at most; what is wrong is for the service to refuse."""
    stage = Stage(Wire(Answer(500)), asynchronous)
    with pytest.raises(AmbiguousOutcome):
        stage.call(
            lambda client: client.with_options(reconcile=True).vector_stores.create(
                metadata=metadata
            )
        )
    assert stage.wire.last.json["metadata"] == metadata
    assert len(stage.wire.sent) == 1


@both
def test_what_cannot_be_listed_stays_ambiguous(asynchronous: bool) -> None:
    """OpenAI has no list of threads; files have no metadata."""
    stage = Stage(Wire(LOST), asynchronous)
    with pytest.raises(AmbiguousOutcome):
        stage.call(lambda client: client.with_options(reconcile=True).threads.create())
    assert [sent.method for sent in stage.wire.sent] == ["POST"]
    stage = Stage(Wire(LOST), asynchronous)
    with pytest.raises(AmbiguousOutcome):
        stage.call(
            lambda client: client.with_options(reconcile=True).files.create(
                file=b"x", purpose="assistants"
            )
        )
    assert len(stage.wire.sent) == 1


@both
def test_a_deletion_that_was_lost_says_so(asynchronous: bool) -> None:
    """It is repeated; a 404 then may mean that it was done."""
    stage = Stage(Wire(LOST, Answer(404)), asynchronous)
    with pytest.raises(NotFoundError, match="may have deleted it") as caught:
        stage.call(lambda client: client.threads.delete("thread_1"))
    assert caught.value.retries_taken == 1
    stage = Stage(Wire(Answer(404)), asynchronous)
    with pytest.raises(NotFoundError) as caught:
        stage.call(lambda client: client.threads.delete("thread_1"))
    assert "deleted" not in str(caught.value)


@both
def test_errors_count_the_retries(asynchronous: bool) -> None:
    """In words and as a number."""
    stage = Stage(Wire(Answer(429), Answer(400, {"error": {"message": "No."}})), asynchronous)
    with pytest.raises(BadRequestError, match=r"No\. \(after 1 retry\)") as caught:
        stage.call(lambda client: client.threads.create())
    assert caught.value.retries_taken == 1
    stage = Stage(Wire(LOST), asynchronous)
    with pytest.raises(APIConnectionError, match=r"lost \(after 2 retries\)") as failed:
        stage.call(lambda client: client.threads.retrieve("thread_1"))
    assert failed.value.retries_taken == 2
    assert not isinstance(failed.value, AmbiguousOutcome)
