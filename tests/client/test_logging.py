"""What is logged, at which level, and where it goes."""

import asyncio
import logging
import os
import subprocess
import sys
from typing import Any

import httpx
import pytest
from tests.support.client.stage import Stage, both
from tests.support.client.wire import Answer, Wire

from openai_assistants import (
    AmbiguousOutcome,
    AssistantsClient,
    AsyncAssistantsClient,
    AzureKeyCredential,
    BadRequestError,
    OpenAIKeyCredential,
    set_log_level,
)
from openai_assistants._telemetry.call_log import MAX_BODY

AZURE = "https://res.openai.azure.com"
SECRET = "s3cr3t-value"
THREAD: dict[str, Any] = {"id": "thread_1", "object": "thread", "created_at": 1, "metadata": {}}


def client(wire: Wire, **options: Any) -> AssistantsClient:
    """A client on this network."""
    return AssistantsClient(AZURE, AzureKeyCredential(SECRET), http_client=wire.http(), **options)


def listen(caplog: pytest.LogCaptureFixture, level: int) -> None:
    """Takes up what our logger says."""
    caplog.set_level(level, logger="openai_assistants")


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was logged by us, each with its level, without the id of the call."""
    return [
        f"{record.levelname} {record.getMessage().partition(': ')[2]}"
        for record in caplog.records
        if record.name == "openai_assistants"
    ]


@both
def test_requests_answers_and_repetitions(
    caplog: pytest.LogCaptureFixture, asynchronous: bool
) -> None:
    """A line each, with the attempt, the duration and what comes next."""
    listen(caplog, logging.INFO)
    stage = Stage(
        Wire(
            Answer(503, b"", {"retry-after": "2"}),
            httpx.ConnectError("refused"),
            Answer(200, THREAD),
        ),
        asynchronous,
    )
    stage.call(lambda one: one.threads.retrieve("thread_1"))
    first, answer, again, second, failed, once_more, third, done = lines(caplog)
    assert first.startswith(
        "INFO attempt 1: GET https://api.openai.com/v1/threads/thread_1 headers="
    )
    assert "'authorization': 'REDACTED'" in first
    assert "'openai-beta': 'assistants=v2'" in first
    assert answer.startswith("INFO attempt 1: 503 Service Unavailable in 0.000 s headers=")
    assert "'retry-after': '2'" in answer
    assert again == ("WARNING get_thread: 503 Service Unavailable; is sent again in 2.000 s")
    assert second.startswith("INFO attempt 2: GET")
    assert failed == "INFO attempt 2: ConnectError in 0.000 s: refused"
    assert once_more.startswith("WARNING get_thread: ConnectError; is sent again in ")
    assert third.startswith("INFO attempt 3: GET")
    assert done.startswith("INFO attempt 3: 200 OK in 0.000 s")


def test_every_line_has_the_id_of_its_call(caplog: pytest.LogCaptureFixture) -> None:
    """The one that the service was told."""
    listen(caplog, logging.INFO)
    wire = Wire(Answer(200, THREAD))
    client(wire).threads.retrieve("thread_1")
    call_id = wire.last.headers["x-ms-client-request-id"]
    ours = [record for record in caplog.records if record.name == "openai_assistants"]
    assert len(ours) == 2
    assert all(record.getMessage().startswith(f"call {call_id}: ") for record in ours)


@pytest.mark.parametrize(
    ("level", "logged"),
    [
        (
            logging.DEBUG,
            ["INFO", "DEBUG", "INFO", "DEBUG", "WARNING", "INFO", "DEBUG", "INFO", "DEBUG"],
        ),
        (logging.INFO, ["INFO", "INFO", "WARNING", "INFO", "INFO"]),
        (logging.WARNING, ["WARNING"]),
        (logging.ERROR, []),
    ],
)
def test_levels(caplog: pytest.LogCaptureFixture, level: int, logged: list[str]) -> None:
    """The higher, the less."""
    listen(caplog, level)
    wire = Wire(Answer(503, b"", {"retry-after": "0"}), Answer(200, THREAD))
    client(wire, log_bodies=True).threads.create()
    assert [line.partition(" ")[0] for line in lines(caplog)] == logged


def test_an_unknown_outcome_is_an_error(caplog: pytest.LogCaptureFixture) -> None:
    """Somebody has to look."""
    listen(caplog, logging.ERROR)
    with pytest.raises(AmbiguousOutcome):
        client(Wire(Answer(500))).threads.create()
    (line,) = lines(caplog)
    assert line.startswith("ERROR ")
    assert "It is unknown whether create_thread was carried out" in line


def test_looking_for_what_a_call_created_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """With the calls that it takes."""
    listen(caplog, logging.WARNING)
    nothing = {"object": "list", "data": [], "has_more": False}
    wire = Wire(Answer(500), Answer(200, nothing), Answer(200, {"id": "asst_1"}))
    client(wire, reconcile=True, max_retry_wait=0).assistants.create(model="m")
    looks, again = lines(caplog)
    assert "500 Internal Server Error; searches for what it created in" in looks
    assert again == "WARNING create_assistant: nothing found; is sent again in 0.000 s"


def test_what_is_on_no_list_is_hidden(caplog: pytest.LogCaptureFixture) -> None:
    """Headers sent and received, and the query; more can be shown, credentials cannot."""
    listen(caplog, logging.INFO)
    headers, query = {"x-tenant": "acme-7"}, {"shard": "south", "code": "c0de-c0de"}
    wire = Wire(Answer(200, THREAD, {"x-tenant": "acme-8", "set-cookie": "a=b"}))
    one = client(wire, default_headers=headers, default_query=query)
    one.threads.retrieve("thread_1")
    sent, received = lines(caplog)
    assert "thread_1?api-version=2025-03-01-preview&shard=REDACTED&code=REDACTED " in sent
    assert "'x-tenant': 'REDACTED'" in sent
    assert "'x-tenant': 'REDACTED'" in received
    assert "'set-cookie': 'REDACTED'" in received
    caplog.clear()
    shown = one.with_options(log_headers=["X-Tenant"], log_query={"Shard"})
    shown.with_options(max_retries=1).threads.retrieve("thread_1")
    sent, received = lines(caplog)
    assert "&shard=south&code=REDACTED " in sent
    assert "'x-tenant': 'acme-7'" in sent
    assert "'x-tenant': 'acme-8'" in received
    assert SECRET not in sent


@pytest.mark.parametrize(
    ("options", "kind", "said"),
    [
        ({"log_headers": ["x-a", "Authorization"]}, ValueError, "authorization may carry cred"),
        ({"log_headers": ("API-Key",)}, ValueError, "api-key"),
        ({"log_headers": "x-tenant"}, TypeError, "log_headers must be several names"),
        ({"log_query": "shard"}, TypeError, "log_query must be several names"),
    ],
)
def test_what_cannot_be_shown(options: dict[str, Any], kind: type[Exception], said: str) -> None:
    """Is refused when the client is made."""
    with pytest.raises(kind, match=said):
        client(Wire(), **options)


def bodies(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was logged of bodies."""
    return [line.removeprefix("DEBUG attempt 1: ") for line in lines(caplog) if "DEBUG" in line]


def test_bodies_only_where_asked_for(caplog: pytest.LogCaptureFixture) -> None:
    """And only at the lowest level."""
    listen(caplog, logging.DEBUG)
    wire = Wire(Answer(200, THREAD, {"content-type": "application/json; charset=utf-8"}))
    client(wire).threads.create(metadata={"note": "n0te"})
    assert "n0te" not in caplog.text
    client(wire, log_bodies=True).threads.create(metadata={"note": f"n0te {SECRET}"})
    sent, received = bodies(caplog)
    assert sent == 'request body {"metadata":{"note":"n0te REDACTED"}}'
    assert received.startswith('response body {"id": "thread_1"')
    caplog.clear()
    listen(caplog, logging.INFO)
    client(wire, log_bodies=True).threads.create(metadata={"note": "n0te"})
    assert "n0te" not in caplog.text


@pytest.mark.parametrize("place", range(-len(SECRET) - 2, 3))
def test_long_bodies_are_cut_and_never_through_a_secret(
    caplog: pytest.LogCaptureFixture, place: int
) -> None:
    """Wherever it is."""
    listen(caplog, logging.DEBUG)
    text = "x" * (MAX_BODY + place) + SECRET + "y" * 100
    wire = Wire(Answer(400, text.encode(), {"content-type": "text/plain"}))
    with pytest.raises(BadRequestError):
        client(wire, log_bodies=True).threads.retrieve("thread_1")
    _, received = bodies(caplog)
    assert len(received) < MAX_BODY + 100
    assert received.endswith(f"... ({len(text)} bytes)")
    assert SECRET[:4] not in received


@both
def test_files_are_logged_by_their_size(
    caplog: pytest.LogCaptureFixture, asynchronous: bool
) -> None:
    """Those sent, and those received."""
    listen(caplog, logging.DEBUG)
    file = {"id": "f", "object": "file", "bytes": 4}
    kinds = {"content-type": "text/plain"}
    stage = Stage(Wire(Answer(200, file), Answer(200, b"c0ntent", kinds)), asynchronous)

    def act(one: Any) -> Any:
        return one.with_options(log_bodies=True).files.create(
            file=("a.txt", b"c0ntent"), purpose="assistants"
        )

    stage.call(act)
    stage.call(lambda one: one.with_options(log_bodies=True).files.content("f"))
    assert stage.wire.sent[0].body.count(b"c0ntent") == 1
    assert "c0ntent" not in caplog.text
    sent, _, _, received = bodies(caplog)
    assert sent == f"request body ({len(stage.wire.sent[0].body)} bytes in parts)"
    assert received == "response body (7 bytes of text/plain)"


@both
def test_a_stream_is_not_read_for_the_log(
    caplog: pytest.LogCaptureFixture, asynchronous: bool
) -> None:
    """The caller reads it."""
    listen(caplog, logging.DEBUG)
    read: list[bytes] = []

    class Parts(httpx.SyncByteStream, httpx.AsyncByteStream):
        def __iter__(self) -> Any:
            read.append(b"part")
            yield b'{"id": "thread_1"}'

        async def __aiter__(self) -> Any:
            read.append(b"part")
            yield b'{"id": "thread_1"}'

    def respond(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, stream=Parts())

    def opened(one: Any) -> Any:
        return one.with_options(log_bodies=True).threads.with_streaming_response.retrieve("t")

    async def scenario() -> None:
        async with httpx.AsyncClient(transport=httpx.MockTransport(respond)) as http:
            one = AsyncAssistantsClient(OpenAIKeyCredential("k"), http_client=http)
            async with opened(one) as raw:
                assert not read
                assert (await raw.parse()).id == "thread_1"

    if asynchronous:
        asyncio.run(scenario())
    else:
        with httpx.Client(transport=httpx.MockTransport(respond)) as http:
            with opened(AssistantsClient(OpenAIKeyCredential("k"), http_client=http)) as raw:
                assert not read
                assert raw.parse().id == "thread_1"
    assert read == [b"part"]
    assert bodies(caplog) == ["request body (none)", "response body (a stream)"]


PROGRAM = """
import logging
import httpx
from openai_assistants import AssistantsClient, OpenAIKeyCredential, set_log_level
{before}
answer = httpx.Response(200, json={{"id": "thread_1"}})
http = httpx.Client(transport=httpx.MockTransport(lambda request: answer))
client = AssistantsClient(OpenAIKeyCredential("k"), http_client=http)
{after}
client.threads.retrieve("thread_1")
"""


def printed(before: str = "", after: str = "", **environ: str) -> list[str]:
    """What a new process prints to stderr."""
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(before=before, after=after)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env=environ_with(environ),
    )
    return result.stderr.splitlines()


def environ_with(more: dict[str, str]) -> dict[str, str]:
    """The variables of this process and some more."""
    return {**os.environ, **more}


ROOT = "logging.basicConfig(format='root %(message)s')"


@pytest.mark.parametrize(
    ("before", "after", "level", "count", "start"),
    [
        ("", "", "", 0, ""),
        ("", "", "info", 2, "20"),
        ("", "", "VERBOSE", 2, "20"),
        ("", "", "warning", 0, ""),
        ("set_log_level('error')", "", "info", 0, ""),
        ("set_log_level('info'); set_log_level('verbose')", "", "", 2, "20"),
        ("set_log_level('info'); set_log_level(None)", "", "info", 0, ""),
        ("", "set_log_level('info')", "", 2, "20"),
        (ROOT, "", "info", 2, "root call "),
        ("", ROOT, "info", 2, "root call "),
    ],
)
def test_lines_go_to_stderr_once(
    before: str, after: str, level: str, count: int, start: str
) -> None:
    """By the variable or the function, unless the application has handlers of its own."""
    found = printed(before, after, AZURE_LOG_LEVEL=level)
    assert len(found) == count
    assert all(line.startswith(start) and "attempt 1: " in line for line in found)


def test_a_level_that_there_is_none_of() -> None:
    """An error in code; a warning in the environment, which does no harm."""
    with pytest.raises(ValueError, match="verbose, info, warning, error or None, not 'loud'"):
        set_log_level("loud")
    first, *_ = printed(AZURE_LOG_LEVEL="loud")
    assert "RuntimeWarning: AZURE_LOG_LEVEL is 'loud', which is none of verbose" in first


def test_the_root_logger_is_left_alone() -> None:
    """Neither its level nor its handlers."""
    root, ours = logging.getLogger(), logging.getLogger("openai_assistants")
    before = (root.level, list(root.handlers), list(ours.handlers), ours.level, ours.propagate)
    set_log_level("verbose")
    set_log_level("info")
    try:
        assert (root.level, list(root.handlers)) == before[:2]
        assert len(ours.handlers) == len(before[2]) + 1
    finally:
        set_log_level(None)
    after = (root.level, list(root.handlers), list(ours.handlers), ours.level, ours.propagate)
    assert after == before
