"""Waiting: the rule alone, and the helpers of runs that follow it."""

import inspect
from collections.abc import Generator
from types import SimpleNamespace
from typing import Any, cast

import pytest
from tests.support.client.stage import Stage, both
from tests.support.client.wire import Answer, Wire

from openai_assistants import (
    NOT_GIVEN,
    AssistantsClient,
    OpenAIKeyCredential,
    RunTimeout,
)
from openai_assistants.errors import ProcessingTimeout
from openai_assistants.polling.rule import (
    FILE,
    FILE_BATCH,
    RUN,
    VECTOR_STORE,
    VECTOR_STORE_FILE,
    Poll,
    PollPolicy,
    PollResponse,
    PollTarget,
    poll_rule,
)


def run(status: str, **fields: object) -> dict[str, object]:
    """A run as the service sends it."""
    return {
        "id": "run_1",
        "object": "thread.run",
        "thread_id": "thread_1",
        "status": status,
        **fields,
    }


def response(status: str | None, at: float = 0.0, **headers: str) -> PollResponse[Any]:
    """What a poll returned."""
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return PollResponse(
        cast("Any", SimpleNamespace(id="run_1", status=status, created_at=None, expires_at=None)),
        names,
        at,
    )


def rule_for(
    target: PollTarget, interval_ms: Any, limit: Any, started: float = 0.0
) -> Generator[Poll, PollResponse[Any], Any]:
    """The rule."""
    return poll_rule(target, PollPolicy(interval_ms, limit), started)


@pytest.mark.parametrize(
    ("target", "status"),
    [
        (RUN, "queued"),
        (RUN, "in_progress"),
        (RUN, "cancelling"),
        (VECTOR_STORE, "in_progress"),
        (VECTOR_STORE_FILE, "in_progress"),
        (FILE_BATCH, "in_progress"),
        (FILE, "uploaded"),
        (FILE, "pending"),
        (FILE, "running"),
        (FILE, "deleting"),
    ],
)
def test_what_is_waited_for(target: PollTarget, status: str) -> None:
    """Statuses that an object leaves by itself."""
    rule = rule_for(target, NOT_GIVEN, None)
    assert next(rule) == Poll(0.0)
    assert rule.send(response(status)).wait == 1.0


RUN_ENDS = ("completed", "requires_action", "failed", "cancelled", "expired", "incomplete")
STORE_ENDS = ("completed", "failed", "cancelled", "queued")
ENDS = [
    (target, status)
    for target, statuses in (
        (RUN, RUN_ENDS),
        (VECTOR_STORE, ("completed", "expired")),
        (VECTOR_STORE_FILE, STORE_ENDS),
        (FILE_BATCH, STORE_ENDS),
        (FILE, ("processed", "error", "deleted")),
    )
    for status in (*statuses, "unheard_of", None)
]


@pytest.mark.parametrize(("target", "status"), ENDS)
def test_what_ends_the_waiting(target: PollTarget, status: str | None) -> None:
    """Every end, what needs the caller, what nobody knows yet, and no status at all."""
    rule = rule_for(target, NOT_GIVEN, 0.0)
    next(rule)
    seen = response(status, at=99.0)
    with pytest.raises(StopIteration) as end:
        rule.send(seen)
    assert end.value.value is seen.value


@pytest.mark.parametrize(
    ("given", "asked", "seconds"),
    [
        (NOT_GIVEN, "250", 0.25),
        (NOT_GIVEN, "0", 1.0),
        (NOT_GIVEN, "-5", 1.0),
        (NOT_GIVEN, "soon", 1.0),
        (NOT_GIVEN, "nan", 1.0),
        (NOT_GIVEN, "1e12", 60.0),
        (2000, "250", 2.0),
        (0, "250", 0.0),
    ],
)
def test_the_interval(given: Any, asked: str, seconds: float) -> None:
    """The caller's, else the service's within reason, else a second."""
    rule = rule_for(RUN, given, None)
    next(rule)
    assert rule.send(response("queued", openai_poll_after_ms=asked)).wait == seconds


def test_the_interval_is_read_each_time() -> None:
    """The service may change its mind."""
    rule = rule_for(RUN, NOT_GIVEN, None)
    next(rule)
    waits = [
        rule.send(response("queued", openai_poll_after_ms=text)).wait for text in ("100", "900")
    ]
    assert waits == [0.1, 0.9]
    assert rule.send(response("queued")).wait == 1.0


def test_the_deadline_cuts_the_last_wait_and_then_raises() -> None:
    """One last poll is made at the deadline itself."""
    rule = rule_for(RUN, 1000, 2.5, 10.0)
    next(rule)
    assert rule.send(response("queued", at=10.1)).wait == 1.0
    assert rule.send(response("queued", at=11.2)).wait == 1.0
    assert rule.send(response("in_progress", at=12.3)).wait == pytest.approx(0.2)
    last = response("in_progress", at=12.5)
    with pytest.raises(RunTimeout, match=r"run_1 is still in_progress after 2\.5 s") as caught:
        rule.send(last)
    assert caught.value.run is last.value
    assert isinstance(caught.value, TimeoutError)


@pytest.mark.parametrize("target", [VECTOR_STORE_FILE, FILE_BATCH, FILE])
def test_files_have_a_timeout_of_their_own(target: PollTarget) -> None:
    """A limit of nothing still polls once."""
    rule = rule_for(target, 1000, 0)
    next(rule)
    last = response(min(target.pending))
    with pytest.raises(ProcessingTimeout, match=r"file.* run_1 is still .* after 0 s") as caught:
        rule.send(last)
    assert caught.value.seen is last.value
    assert isinstance(caught.value, TimeoutError)


NAN = float("nan")


@pytest.mark.parametrize(("interval", "deadline"), [(-1, None), (1, -0.5), (NAN, 1), (1, NAN)])
def test_nonsense_is_refused_before_anything_is_sent(interval: float, deadline: Any) -> None:
    """No run is created in vain."""
    wire = Wire()
    client = AssistantsClient(OpenAIKeyCredential("k"), http_client=wire.http())
    with pytest.raises(ValueError, match="negative"):
        client.threads.runs.create_and_poll(
            thread_id="t", assistant_id="a", poll_interval_ms=interval, deadline=deadline
        )
    assert wire.sent == []


@both
def test_create_and_poll(asynchronous: bool) -> None:
    """Creates once, polls until the end, and returns the run as it ended."""
    stage = Stage(
        Wire(
            Answer(200, run("queued")),
            Answer(200, run("queued"), {"openai-poll-after-ms": "50"}),
            Answer(200, run("in_progress")),
            Answer(200, run("completed", usage=None)),
        ),
        asynchronous,
    )
    ended = stage.call(
        lambda client: client.beta.threads.runs.create_and_poll(
            thread_id="thread_1",
            assistant_id="asst_1",
            instructions=None,
            include=["x"],
            extra_headers={"x-mine": "1"},
            deadline=60,
        )
    )
    assert ended.status == "completed"
    assert stage.waits == [0.05, 1.0]
    first, *polls = stage.wire.sent
    assert first.url == "https://api.openai.com/v1/threads/thread_1/runs?include%5B%5D=x"
    assert first.json == {"assistant_id": "asst_1", "instructions": None}
    url = "https://api.openai.com/v1/threads/thread_1/runs/run_1"
    assert [(sent.method, sent.url, sent.body) for sent in polls] == [("GET", url, b"")] * 3
    assert {sent.headers["x-mine"] for sent in stage.wire.sent} == {"1"}


OFFER = {"openai-poll-after-ms": "50", "openai-poll-wait-ms": "20000"}
HELD = {**OFFER, "preference-applied": "wait"}


def polled(asynchronous: bool, answers: list[Answer], **options: Any) -> Stage:
    """A stage on which a run was polled until it was completed."""
    stage = Stage(Wire(*answers, Answer(200, run("completed"))), asynchronous)
    ended = stage.call(
        lambda client: client.with_options(**options).beta.threads.runs.poll("run_1", "thread_1")
    )
    assert ended.status == "completed"
    return stage


def preferences(stage: Stage) -> list[str | None]:
    return [sent.headers.get("prefer") for sent in stage.wire.sent]


@both
def test_a_service_that_offers_it_holds_the_requests(asynchronous: bool) -> None:
    answers = [Answer(200, run("queued"), OFFER), Answer(200, run("in_progress"), HELD)]
    stage = polled(asynchronous, answers)
    assert preferences(stage) == [None, "wait=20", "wait=20"]
    assert stage.waits == []


@both
def test_requests_that_were_not_held_after_all_are_sent_at_the_usual_pace(
    asynchronous: bool,
) -> None:
    """A proxy may drop a header: a service that answers at once is not to be asked at once."""
    stage = polled(asynchronous, [Answer(200, run("in_progress"), OFFER)] * 3)
    assert preferences(stage) == [None, "wait=20", None, "wait=20"]
    assert stage.waits == [0.05]


@pytest.mark.parametrize(
    ("options", "preferred"),
    [
        ({"timeout": 6.0}, "wait=3"),
        ({"timeout": 1.5}, None),
        ({"timeout": None}, "wait=20"),
        ({"total_timeout": 10.0}, "wait=5"),
    ],
)
@both
def test_no_request_is_held_until_it_times_out(
    asynchronous: bool, options: dict[str, Any], preferred: str | None
) -> None:
    stage = polled(asynchronous, [Answer(200, run("in_progress"), OFFER)], **options)
    assert preferences(stage) == [None, preferred]


@pytest.mark.parametrize("offered", ["", "x", "nan", "-1", "0", "900"])
@both
def test_offers_that_are_none(asynchronous: bool, offered: str) -> None:
    headers = {"openai-poll-after-ms": "50", "openai-poll-wait-ms": offered}
    stage = polled(asynchronous, [Answer(200, run("in_progress"), headers)])
    assert preferences(stage) == [None, None]
    assert stage.waits == [0.05]


@both
def test_an_interval_of_the_callers_is_kept(asynchronous: bool) -> None:
    stage = Stage(
        Wire(Answer(200, run("in_progress"), OFFER), Answer(200, run("completed"))), asynchronous
    )
    stage.call(lambda client: client.threads.runs.poll("run_1", "thread_1", poll_interval_ms=200))
    assert preferences(stage) == [None, None]
    assert stage.waits == [0.2]


@both
def test_create_and_run_poll(asynchronous: bool) -> None:
    """The thread is the one the run names."""
    stage = Stage(
        Wire(Answer(200, run("queued")), Answer(200, run("requires_action"))), asynchronous
    )
    ended = stage.call(
        lambda client: client.beta.threads.create_and_run_poll(assistant_id="asst_1")
    )
    assert ended.status == "requires_action"
    assert [sent.url.partition("/v1")[2] for sent in stage.wire.sent] == [
        "/threads/runs",
        "/threads/thread_1/runs/run_1",
    ]


@both
def test_submit_tool_outputs_and_poll(asynchronous: bool) -> None:
    """The outputs are sent once."""
    stage = Stage(Wire(Answer(200, run("queued")), Answer(200, run("completed"))), asynchronous)
    outputs = [{"tool_call_id": "call_1", "output": "x"}]
    ended = stage.call(
        lambda client: client.beta.threads.runs.submit_tool_outputs_and_poll(
            run_id="run_1", thread_id="thread_1", tool_outputs=outputs
        )
    )
    assert ended.status == "completed"
    first = stage.wire.sent[0]
    assert first.url.endswith("/threads/thread_1/runs/run_1/submit_tool_outputs")
    assert first.json == {"tool_outputs": outputs}


@both
def test_a_run_that_does_not_end(asynchronous: bool) -> None:
    """The deadline counts from the call, and the error carries the run."""
    stage = Stage(Wire(Answer(200, run("in_progress"))), asynchronous)
    with pytest.raises(RunTimeout) as caught:
        stage.call(lambda client: client.beta.threads.runs.poll("run_1", "thread_1", deadline=2.2))
    assert caught.value.run.status == "in_progress"
    assert stage.waits == [1.0, 1.0, pytest.approx(0.2)]


def test_help_shows_what_a_helper_takes() -> None:
    """Through **params."""
    client = AssistantsClient(OpenAIKeyCredential("k"), http_client=Wire().http())
    create = set(inspect.signature(client.threads.runs.create).parameters) - {"stream"}
    helper = inspect.signature(client.threads.runs.create_and_poll).parameters
    assert set(helper) == (create - {"stream"}) | {
        "poll_interval_ms",
        "deadline",
        "on_update",
        "cancel_on_deadline",
        "raise_on_failure",
        "rate_limit_retries",
    }
    assert {parameter.kind for parameter in helper.values()} == {inspect.Parameter.KEYWORD_ONLY}
