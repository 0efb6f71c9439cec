"""A service of several processes: some answer requests, others execute the runs."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.service.api import Api
from tests.support.service.commits import until
from tests.support.service.databases import Server
from tests.support.service.process_tree import children
from tests.support.service.processes import Start

from openai_assistants_service.storage.location import Postgres

ENDS = {"completed", "failed"}


@pytest.fixture(params=["sqlite", "postgresql"])
def named(request: pytest.FixtureRequest, tmp_path: Path) -> list[str]:
    """The options that name a new database, of either kind."""
    if request.param == "sqlite":
        return ["--database", str(tmp_path / "s.db")]
    server: Server = request.getfixturevalue("postgres")
    at: Postgres = server.at(tmp_path / "s.db")
    return ["--database", at.url, "--files", str(at.files)]


@pytest.fixture
def start() -> Iterator[Start]:
    with Start() as starting:
        yield starting


def create(api: Api, assistant: str) -> dict[str, object]:
    return api.post("/threads/runs", assistant_id=assistant, thread={"messages": []})


def test_any_process_answers_for_what_another_does(start: Start, named: list[str]) -> None:
    """Two answer requests, two execute runs; one stream is read where nothing is executed."""
    apis = [start.named(named, "--role", "api") for _ in range(2)]
    workers = [start.worker(named) for _ in range(2)]
    with Api(apis[0][1] + "/v1") as one, Api(apis[1][1] + "/v1") as other:
        assistant = one.post("/assistants", model="m", instructions="i")["id"]
        runs = [create((one, other)[n % 2], assistant) for n in range(8)]
        for n, run in enumerate(runs):
            assert (other, one)[n % 2].settled(run)["status"] == "completed"
        asked = {"assistant_id": assistant, "stream": True, "thread": {"messages": []}}
        told = other.send("POST", "/threads/runs", json=asked).text
        assert "event: thread.run.completed" in told
        assert told.endswith("data: [DONE]\n\n")
    for process in [*workers, *(process for process, _ in apis)]:
        process.terminate()
    for process in [*workers, *(process for process, _ in apis)]:
        assert process.wait(30) == 0


def test_without_workers_runs_wait(start: Start, named: list[str]) -> None:
    _, url = start.named(named, "--role", "api")
    with Api(url + "/v1") as api:
        assistant = api.post("/assistants", model="m", instructions="i")["id"]
        run = create(api, assistant)
        assert api.get(f"/threads/{run['thread_id']}/runs/{run['id']}")["status"] == "queued"
        start.worker(named)
        assert api.settled(run)["status"] == "completed"


def test_workers_are_replaced_when_they_die_and_end_with_the_service(
    start: Start, tmp_path: Path
) -> None:
    process, url = start(tmp_path / "s.db", "--workers", "1")
    first = until(lambda: children(process.pid), bool)[0]
    Path(f"/proc/{first}").stat()
    subprocess.run(["kill", "-9", str(first)], check=True)
    second = until(lambda: children(process.pid), lambda now: bool(now) and first not in now)[0]
    with Api(url + "/v1") as api:
        assistant = api.post("/assistants", model="m", instructions="i")["id"]
        assert api.settled(create(api, assistant))["status"] == "completed"
    process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0
    assert not Path(f"/proc/{second}").exists()


def test_workers_end_when_the_service_is_killed(start: Start, tmp_path: Path) -> None:
    process, _ = start(tmp_path / "s.db", "--workers", "1")
    (worker,) = until(lambda: children(process.pid), bool)
    process.kill()
    until(lambda: Path(f"/proc/{worker}/cmdline").exists(), lambda there: not there)


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--role", "api", "--workers", "2"], "with --role api there are none"),
        (["--workers", "-1"], "less than none"),
        (["--files", "x"], "beside it"),
    ],
)
def test_options_that_contradict_each_other(options: list[str], reason: str) -> None:
    command = [sys.executable, "-m", "openai_assistants_service", "--database", "s.db", *options]
    ended = subprocess.run(command, capture_output=True, text=True)
    assert ended.returncode == 2
    assert reason in ended.stderr
