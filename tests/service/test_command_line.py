"""The service as a process: its command line, its end, and what a kill -9 leaves behind."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.support.models.dialects import DIALECTS, says
from tests.support.models.server import ScriptedServer, in_order
from tests.support.service.api import Api
from tests.support.service.databases import execute, locate
from tests.support.service.processes import COMMAND, Start


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_it_cleanly(start: Start, tmp_path: Path, number: signal.Signals) -> None:
    process, url = start(tmp_path / "s.db")
    with Api(url + "/v1") as api:
        api.post("/assistants", model="m")
        process.send_signal(number)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (0, "", "")


def refused(*options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *options], capture_output=True, text=True, timeout=30, check=False
    )


def test_what_it_refuses(tmp_path: Path) -> None:
    database = str(tmp_path / "s.db")
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        for options, message in (
            (["--host", "0.0.0.0"], "without --api-key the service listens on loopback only"),
            (["--model", "gpt-4"], "'gpt-4' is none of 'builtin', 'test-model', and no URL of"),
            (["--model", "https://:sk-1@h/v1"], "the environment variable ASSISTANTS_MODEL_KEY"),
            (["--models", "none.toml"], "none.toml: No such file or directory"),
            (["--interpreter", "exec"], "invalid choice: 'exec'"),
            (["--port", port], f"cannot listen on 127.0.0.1:{port}"),
            (["--port", "99999"], "cannot listen on 127.0.0.1:99999"),
        ):
            done = refused("--database", database, *options)
            assert done.returncode in (1, 2), options
            assert message in done.stderr
            assert "Traceback" not in done.stderr
    done = refused()
    assert "--database" in done.stderr
    (tmp_path / "bad.db").write_bytes(b"this is no database" * 100)
    done = refused("--database", str(tmp_path / "bad.db"), "--port", "0")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert "cannot use the database" in done.stderr


def test_there_is_no_interpreter_in_place_of_one_that_does_not_work(tmp_path: Path) -> None:
    command = [*COMMAND, "--database", str(tmp_path / "s.db"), "--interpreter", "cpython"]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        env={"PATH": "/nowhere", "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("error: the interpreter 'cpython' needs bubblewrap")


def test_a_key_may_be_asked_for(start: Start, tmp_path: Path) -> None:
    _, url = start(tmp_path / "s.db", "--api-key", "secret")
    with Api(url + "/v1") as api:
        assert api.refused("GET", "/assistants")[0] == 401
        assert api.send("GET", "/assistants", headers={"api-key": "secret"}).status_code == 200


def test_a_model_server_and_its_key(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASSISTANTS_MODEL_KEY", "sk-secret")
    dialect = DIALECTS[0]
    with ScriptedServer(in_order(dialect.stream(says("Hi there.")))) as server:
        process, url = start(tmp_path / "s.db", "--model", f"{server.url}#tiny")
        with Api(url + "/v1") as api:
            assistant = api.post("/assistants", model="gpt-4o")["id"]
            run = api.post(f"/threads/{api.thread('Hi')}/runs", assistant_id=assistant)
            assert api.settled(run)["status"] == "completed"
        (request,) = server.requests
        assert request.body["model"] == "tiny"
        assert request.headers["authorization"] == "Bearer sk-secret"
        process.terminate()
        assert process.communicate(timeout=20) == ("", "")


def test_kill_in_the_middle_of_runs(start: Start, tmp_path: Path) -> None:
    """Kill the process while it holds runs; after a restart each of them ends, once."""
    database = tmp_path / "s.db"
    process, url = start(database)
    made: list[dict[str, object]] = []
    caught = 0
    for _ in range(5):
        made += begin_runs(url, 6)
        caught += killed_at_work(process, database)
        process, url = start(database)
    assert caught > 0
    with Api(url + "/v1") as api:
        for run in made:
            assert api.settled(dict(run))["status"] == "completed"
    process.terminate()
    process.communicate(timeout=20)
    check_each_ended_once(database, len(made))


def begin_runs(url: str, number: int) -> list[dict[str, object]]:
    with Api(url + "/v1") as api:
        tools = [{"type": "code_interpreter"}]
        assistant = api.post("/assistants", model="m", tools=tools)["id"]
        return [
            api.post(f"/threads/{api.thread(f'What is {n} * 37?')}/runs", assistant_id=assistant)
            for n in range(number)
        ]


def killed_at_work(process: "subprocess.Popen[str]", database: Path) -> int:
    """Kill the process as soon as it works on a program; return how many runs it then held."""
    deadline = time.monotonic() + 5
    at_work = "SELECT id FROM steps WHERE type = 'tool_calls' AND status = 'in_progress'"
    while not execute(database, at_work) and time.monotonic() < deadline:
        pass
    process.kill()
    process.communicate()
    return len(execute(database, "SELECT id FROM runs WHERE status = 'in_progress'"))


def check_each_ended_once(database: Path, number: int) -> None:
    ends = execute(
        database,
        "SELECT run_id, count(*) FROM events WHERE name IN ('thread.run.completed',"
        " 'thread.run.failed', 'thread.run.expired') GROUP BY run_id",
    )
    assert [count for _, count in ends] == [1] * number
    answers = execute(
        database,
        "SELECT run_id, count(*) FROM messages WHERE role = 'assistant' GROUP BY run_id",
    )
    assert [count for _, count in answers] == [1] * number
    taken = execute(database, "SELECT run_id, type, status FROM steps ORDER BY run_id, seq")
    assert len({run for run, *_ in taken}) == number
    expected = [("tool_calls", "completed"), ("message_creation", "completed")]
    assert [(kind, status) for _, kind, status in taken] == expected * number
    if locate(database) == database:  # it is SQLite's
        assert execute(database, "PRAGMA integrity_check") == [("ok",)]
