"""Waiting for runs: that it ends, what it ends with, and what happens meanwhile."""

from typing import Any

import httpx
import pytest
from tests.support.client.stage import Stage, both
from tests.support.client.wire import Answer, Wire

from openai_assistants import (
    AssistantsClient,
    OpenAIKeyCredential,
    RunCancelled,
    RunExpired,
    RunFailed,
    RunIncomplete,
    RunTimeout,
)
from openai_assistants.polling.rate_limit import DEFAULT_SECONDS, rate_limit_delay
from openai_assistants_rest.models import Run

from .test_polling import run

RATE_LIMIT = {
    "code": "rate_limit_exceeded",
    "message": "Rate limit is exceeded. Try again in 4 seconds.",
}


def limited(message: str = RATE_LIMIT["message"]) -> dict[str, object]:
    return run("failed", last_error={"code": "rate_limit_exceeded", "message": message})


def create_and_poll(stage: Stage, **options: Any) -> Any:
    return stage.call(
        lambda client: client.threads.runs.create_and_poll(
            thread_id="thread_1", assistant_id="asst_1", **options
        )
    )


def sent(stage: Stage) -> list[tuple[str, str]]:
    return [(one.method, one.url.partition("/threads/thread_1")[2]) for one in stage.wire.sent]


@both
@pytest.mark.parametrize(
    ("times", "seconds"),
    [({"created_at": 5000, "expires_at": 5600}, 660), ({"created_at": 7, "expires_at": 37}, 90)],
)
def test_without_a_deadline_it_ends_a_minute_past_the_life_of_the_run(
    asynchronous: bool, times: dict[str, int], seconds: int
) -> None:
    """On our clock: that of the service, here far behind, only gives the difference."""
    stage = Stage(Wire(Answer(200, run("in_progress", **times))), asynchronous)
    with pytest.raises(RunTimeout, match=f"after {seconds} s"):
        create_and_poll(stage, poll_interval_ms=10_000)
    assert sum(stage.waits) == seconds


@both
@pytest.mark.parametrize(
    "times", [{}, {"created_at": 5000, "expires_at": None}, {"created_at": 9, "expires_at": 8}]
)
def test_a_run_that_names_no_life_has_that_of_the_hosted_services(
    asynchronous: bool, times: dict[str, Any]
) -> None:
    stage = Stage(Wire(Answer(200, run("queued", **times))), asynchronous)
    with pytest.raises(RunTimeout):
        create_and_poll(stage, poll_interval_ms=60_000)
    assert sum(stage.waits) == 660


@both
def test_a_run_is_cancelled_when_its_time_is_over_if_asked(asynchronous: bool) -> None:
    stage = Stage(
        Wire(
            Answer(200, run("queued")),
            Answer(200, run("in_progress")),
            Answer(200, run("in_progress")),
            Answer(200, run("cancelling")),
        ),
        asynchronous,
    )
    with pytest.raises(RunTimeout) as caught:
        create_and_poll(stage, deadline=0.5, cancel_on_deadline=True)
    assert caught.value.run.status == "cancelling"
    assert sent(stage)[-1] == ("POST", "/runs/run_1/cancel")


@both
def test_a_run_that_cannot_be_cancelled_is_still_late(asynchronous: bool) -> None:
    refusal = {"error": {"message": "Cannot cancel run with status 'completed'."}}
    stage = Stage(
        Wire(Answer(200, run("queued")), Answer(200, run("queued")), Answer(400, refusal)),
        asynchronous,
    )
    with pytest.raises(RunTimeout) as caught:
        create_and_poll(stage, deadline=0, cancel_on_deadline=True)
    assert caught.value.run.status == "queued"
    assert "Cannot cancel run" in caught.value.__notes__[0]


@both
def test_it_survives_errors_that_pass(asynchronous: bool) -> None:
    """A broken connection, a 503 and a 429 on the way do not end the waiting."""
    stage = Stage(
        Wire(
            Answer(200, run("queued")),
            httpx.ConnectError("down"),
            Answer(503),
            Answer(200, run("in_progress")),
            Answer(429, {"error": {"message": "Slow down."}}),
            Answer(200, run("completed")),
        ),
        asynchronous,
    )
    assert create_and_poll(stage).status == "completed"
    assert [method for method, _ in sent(stage)] == ["POST", *["GET"] * 5]


@both
def test_on_update_sees_every_poll(asynchronous: bool) -> None:
    seen: list[str] = []
    stage = Stage(
        Wire(
            *(Answer(200, run(each)) for each in ("queued", "queued", "in_progress", "completed"))
        ),
        asynchronous,
    )
    create_and_poll(stage, on_update=lambda polled: seen.append(polled.status))
    assert seen == ["queued", "in_progress", "completed"]


@both
@pytest.mark.parametrize(
    ("status", "error"),
    [
        ("failed", RunFailed),
        ("expired", RunExpired),
        ("incomplete", RunIncomplete),
        ("cancelled", RunCancelled),
    ],
)
def test_how_a_run_ended_is_an_error_if_asked(
    asynchronous: bool, status: str, error: type[RunFailed]
) -> None:
    """By the call, by the client, or afterwards."""
    reason = {"code": "server_error", "message": "Oh."}
    wire = Wire(Answer(200, run("queued")), Answer(200, run(status, last_error=reason)))
    with pytest.raises(
        error, match=rf"run_1 ended as {status}: server_error: Oh\. \(.+\)"
    ) as caught:
        create_and_poll(Stage(wire, asynchronous), raise_on_failure=True)
    assert type(caught.value) is error
    assert caught.value.run.status == status
    assert caught.value.last_error is not None
    assert caught.value.last_error.code == "server_error"
    returned = create_and_poll(Stage(wire, asynchronous))
    with pytest.raises(error):
        returned.raise_for_status()


def test_the_client_says_whether_failures_raise() -> None:
    wire = Wire(Answer(200, run("expired")))
    with AssistantsClient(
        OpenAIKeyCredential("k"), http_client=wire.http(), raise_on_failure=True
    ) as client:
        with pytest.raises(RunExpired):
            client.threads.runs.poll("run_1", "thread_1")
        assert client.threads.runs.poll("run_1", "thread_1", raise_on_failure=False)
        polite = client.with_options(raise_on_failure=False)
        assert polite.threads.runs.poll("run_1", "thread_1").status == "expired"


@both
def test_a_rate_limit_is_waited_out_if_asked(asynchronous: bool) -> None:
    """The next run comes after the time named; the messages are in the thread by then."""
    stage = Stage(
        Wire(
            *(
                Answer(200, each)
                for each in (run("queued"), limited(), run("queued"), run("completed"))
            )
        ),
        asynchronous,
    )
    message = {"role": "user", "content": "Hi"}
    ended = create_and_poll(stage, rate_limit_retries=1, additional_messages=[message])
    assert ended.status == "completed"
    assert stage.waits == [4.0]
    created = [one.json for one in stage.wire.sent if one.method == "POST"]
    assert created == [
        {"assistant_id": "asst_1", "additional_messages": [message]},
        {"assistant_id": "asst_1"},
    ]


@both
@pytest.mark.parametrize("options", [{}, {"rate_limit_retries": 1, "deadline": 3}])
def test_a_rate_limit_is_an_end_without_retries_or_time(
    asynchronous: bool, options: dict[str, Any]
) -> None:
    stage = Stage(Wire(Answer(200, run("queued")), Answer(200, limited())), asynchronous)
    assert create_and_poll(stage, **options).status == "failed"
    assert [method for method, _ in sent(stage)] == ["POST", "GET"]


@both
def test_rate_limits_do_not_go_on_for_ever(asynchronous: bool) -> None:
    stage = Stage(Wire(Answer(200, limited())), asynchronous)
    with pytest.raises(RunFailed, match="rate_limit_exceeded"):
        create_and_poll(stage, rate_limit_retries=2, raise_on_failure=True)
    assert stage.waits == [4.0, 4.0]


@pytest.mark.parametrize(
    ("message", "seconds"),
    [
        ("Rate limit is exceeded. Try again in 4 seconds.", 4.0),
        ("Rate limit reached for gpt-4 ... Please try again in 1.2s. Visit", 1.2),
        ("Please try again in 250ms.", 0.25),
        ("Please try again in 1m30s.", 90.0),
        ("Please retry after 86 seconds.", 86.0),
        ("Please try again in 2 minutes", 120.0),
        ("You exceeded your current quota.", DEFAULT_SECONDS),
    ],
)
def test_the_wait_that_an_error_names(message: str, seconds: float) -> None:
    assert rate_limit_delay(Run.decode(limited(message))) == pytest.approx(seconds)


@pytest.mark.parametrize(
    "ended", [run("completed"), run("failed", last_error={"code": "server_error", "message": "x"})]
)
def test_other_ends_name_none(ended: dict[str, object]) -> None:
    assert rate_limit_delay(Run.decode(ended)) is None


@both
def test_vector_stores_are_waited_for(asynchronous: bool) -> None:
    """Created with files, and polled until none is in progress; `expired` is an end as well."""
    store = {"id": "vs_1", "object": "vector_store"}
    statuses = ("in_progress", "in_progress", "expired")
    stage = Stage(
        Wire(*(Answer(200, {**store, "status": each}) for each in statuses)), asynchronous
    )
    seen: list[str] = []
    ended = stage.call(
        lambda client: client.vector_stores.create_and_poll(
            file_ids=["file-1"], on_update=lambda polled: seen.append(polled.status)
        )
    )
    assert (ended.status, seen) == ("expired", ["in_progress", "expired"])
    assert [(one.method, one.url.partition("/v1")[2]) for one in stage.wire.sent] == [
        ("POST", "/vector_stores"),
        *[("GET", "/vector_stores/vs_1")] * 2,
    ]
