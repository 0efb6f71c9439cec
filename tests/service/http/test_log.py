"""The log: a line for each request and run, and nothing of what is said."""

import io
import json
import logging
import subprocess
from pathlib import Path

import pytest
from tests.support.service.api import Api
from tests.support.service.processes import Start

from openai_assistants_service.log_format import JsonFormatter, TextFormatter

MARKER = "marker4711"


def speak(api: Api) -> None:
    """Send the marker in every kind of request, those that are refused included."""
    file = api.upload(f"{MARKER}.txt", f"{MARKER} is a text".encode())["id"]
    api.refused("POST", "/files", files={"file": (MARKER, b"x")}, data={"purpose": MARKER})
    store = api.post("/vector_stores", name=MARKER, file_ids=[file])["id"]
    api.post(f"/vector_stores/{store}/search", query=MARKER)
    tool = {"type": "function", "function": {"name": MARKER, "description": MARKER}}
    assistant = api.post(
        "/assistants", model="builtin", name=MARKER, instructions=MARKER, tools=[tool]
    )["id"]
    thread = api.thread(MARKER, metadata={MARKER: MARKER})
    run = api.post(f"/threads/{thread}/runs", assistant_id=assistant, instructions=MARKER)
    api.settled(run, "requires_action")
    with api.http.stream(
        "POST",
        "/threads/runs",
        json={
            "assistant_id": assistant,
            "stream": True,
            "thread": {"messages": [{"role": "user", "content": f"Run print({MARKER})"}]},
        },
    ) as response:
        response.read()
    broken = json.dumps([{"error": {"code": "server_error", "message": MARKER}}])
    failing = api.post("/assistants", model="test-model", instructions=broken)["id"]
    api.settled(api.post(f"/threads/{api.thread(MARKER)}/runs", assistant_id=failing))
    for path in ("/assistants", "/threads", "/vector_stores", f"/threads/{thread}/messages"):
        api.refused("POST", path, json={MARKER: MARKER, "role": MARKER, "messages": MARKER})
        api.refused("POST", path, content=f'{{"{MARKER}'.encode())
    for path in (f"/assistants/{MARKER}", f"/{MARKER}", f"/files/{MARKER}/content"):
        api.refused("GET", path, params={MARKER: MARKER})
        api.refused("GET", path, headers={"authorization": f"Bearer {MARKER}", "x-note": MARKER})
    headers = {"idempotency-key": MARKER, "prefer": MARKER, "x-ms-client-request-id": MARKER}
    api.send("POST", "/threads", json={}, headers=headers)


def stopped(process: "subprocess.Popen[str]") -> list[str]:
    process.terminate()
    out, err = process.communicate(timeout=20)
    assert process.returncode == 0
    assert MARKER not in out
    return err.splitlines()


@pytest.mark.parametrize("form", ["json", "text"])
def test_nothing_that_is_said_and_no_key_is_in_the_log(
    start: Start, tmp_path: Path, form: str
) -> None:
    key = "sk-secret-key-of-the-service"
    options = ("--log-format", form, "--log-level", "debug", "--api-key", key)
    process, url = start(tmp_path / "s.db", *options)
    with Api(url + "/v1", {"authorization": f"Bearer {key}"}) as api:
        speak(api)
    lines = stopped(process)
    assert len(lines) > 30
    assert [line for line in lines if MARKER in line or "secret" in line] == []


def test_a_line_of_json_for_each_request_and_the_ends_of_runs(start: Start, tmp_path: Path) -> None:
    process, url = start(tmp_path / "s.db", "--log-format", "json")
    with Api(url + "/v1") as api:
        response = api.send("POST", "/assistants", json={"model": "m"})
        assistant = response.json()["id"]
        run = api.post(f"/threads/{api.thread('Hi')}/runs", assistant_id=assistant)
        api.settled(run)
        api.refused("GET", "/threads/none")
    entries = [json.loads(line) for line in stopped(process)]
    requests = [entry for entry in entries if entry["message"] == "request"]
    first = requests[0]
    assert isinstance(first.pop("ms"), float)
    assert first.pop("time").endswith("Z")
    assert first == {
        "level": "info",
        "logger": "openai_assistants_service.http.observed",
        "message": "request",
        "operation": "create_assistant",
        "method": "POST",
        "status": 200,
        "request_id": response.headers["x-request-id"],
    }
    assert (requests[-1]["operation"], requests[-1]["status"]) == ("get_thread", 404)
    told = [entry for entry in entries if entry.get("run_id") == run["id"]]
    assert [(one["message"], one["status"]) for one in told] == [
        ("run begun", "in_progress"),
        ("run ended", "completed"),
    ]


def test_without_options_the_log_has_warnings_alone(start: Start, tmp_path: Path) -> None:
    process, url = start(tmp_path / "s.db")
    with Api(url + "/v1") as api:
        api.post("/assistants", model="m")
    assert stopped(process) == []


@pytest.fixture(params=[JsonFormatter, TextFormatter])
def log(request: pytest.FixtureRequest) -> tuple[logging.Logger, io.StringIO]:
    text = io.StringIO()
    handler = logging.StreamHandler(text)
    handler.setFormatter(request.param())
    logger = logging.Logger("tested")
    logger.addHandler(handler)
    return logger, text


def test_an_exception_is_told_without_what_it_quotes(
    log: tuple[logging.Logger, io.StringIO],
) -> None:
    logger, text = log
    try:
        try:
            int(MARKER)
        except ValueError as error:
            raise FileNotFoundError(2, "No such file", "/a/path") from error
    except OSError:
        logger.exception("it failed")
    told = text.getvalue()
    assert MARKER not in told
    for part in ("it failed", "FileNotFoundError", "/a/path", "ValueError", "test_log.py"):
        assert part in told
