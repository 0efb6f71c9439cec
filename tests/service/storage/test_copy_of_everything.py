"""Copies from SQLite to PostgreSQL and back: our own client finds the same in all three."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import anyio
import pytest
from attrs import field, frozen
from tests.support.scale import at_scale
from tests.support.search.embeddings_server import EmbeddingsServer
from tests.support.service.api import Api
from tests.support.service.databases import Server
from tests.support.service.everything import Answers, Known, everything, seen_otherwise
from tests.support.service.furnished import (
    KEY,
    KEYED,
    Furnished,
    LateClock,
    furnish,
    service_at,
)
from tests.support.service.processes import Start
from tests.support.transfer.seeded import seed

from openai_assistants_service.commands import run
from openai_assistants_service.storage.location import Postgres
from openai_assistants_service.storage.tables import api_keys, metadata

pytestmark = pytest.mark.sqlite(reason="copies between both databases, whichever the service uses")

THREADS = at_scale(tests=60, soak=5000)
RUNS = at_scale(tests=6, soak=500)


@frozen
class Copies:
    """Where the source is, its copy on PostgreSQL, and the copy of that on SQLite."""

    source: Path
    middle: Postgres
    last: Path

    def make(self) -> None:
        files = str(self.middle.files)
        assert run("copy", [str(self.source), self.middle.url, "--to-files", files]) == 0
        assert run("copy", [self.middle.url, str(self.last), "--from-files", files]) == 0

    @property
    def options(self) -> list[list[str]]:
        """The options of the command line that name the copies."""
        at = self.middle
        named = ["--database", at.url, "--files", str(at.files)]
        return [named, ["--database", str(self.last)]]


@frozen
class Served:
    """All that is stored, copied twice; the source is stopped, its copies are served.

    Attributes:
        found: what clients read of the source, and then of each copy.
        urls: of the copies, whose runs nobody executes.
        replayed: the answers to a request that the source has already carried out.
    """

    copies: Copies
    made: Furnished
    urls: list[str]
    found: list[Answers] = field(factory=list[Answers])
    replayed: list[tuple[str | None, bytes]] = field(factory=list[tuple[str | None, bytes]])


def read(url: str, made: Furnished) -> Answers:
    return anyio.run(everything, url, made.known) | anyio.run(seen_otherwise, url, made.threads)


def repeated(url: str) -> tuple[str | None, bytes]:
    with Api(f"{url}/v1") as api:
        answer = api.http.post("/threads", json=KEYED, headers=KEY)
        return answer.headers.get("idempotency-replayed"), answer.content


def different(one: Answers, other: Answers) -> list[str]:
    """Return what was asked for and answered differently."""
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


@pytest.fixture(scope="module")
def start() -> Iterator[Start]:
    with Start() as starting:
        yield starting


@pytest.fixture(scope="module")
def served(
    start: Start, postgres: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """The source is copied while runs of it are executed: the one slot of its worker is taken."""
    at = tmp_path_factory.mktemp("everything")
    copies = Copies(at / "a.db", postgres.at(at / "m.db"), at / "b.db")
    clock = LateClock()
    with pytest.MonkeyPatch.context() as patch, EmbeddingsServer() as server:
        patch.setattr("openai_assistants_service.runs.worker._CONCURRENCY", 1)
        with service_at(copies.source, server, clock) as service:
            made = furnish(service, clock)
            copies.make()
            found, replay = read(service.url, made), repeated(service.url)
        options = ("--role", "api", "--embeddings", server.url, "--embeddings-model", "m")
        urls = [start.named(named, *options)[1] for named in copies.options]
        result = Served(copies, made, urls, [found], [replay])
        result.found.extend(read(url, made) for url in urls)
        result.replayed.extend(map(repeated, urls))
        yield result


def test_there_is_something_of_everything(served: Served) -> None:
    """No table is empty in what is copied here, and no column without a value."""
    empty: list[str] = []
    with closing(sqlite3.connect(served.copies.source)) as connection:
        for table in metadata.sorted_tables:
            if table is api_keys:  # with one nobody comes in without: see test_keys_are_copied
                continue
            for name in [column.name for column in table.c]:
                look = f'SELECT 1 FROM {table.name} WHERE "{name}" IS NOT NULL LIMIT 1'
                if connection.execute(look).fetchone() is None:
                    empty.append(f"{table.name}.{name}")
    # A run has these only while a worker holds it, and a source that was stopped has no worker.
    assert set(empty) <= {"runs.owner", "runs.lease_until"}
    assert len(served.found[0]) > 300


@pytest.mark.parametrize("copy", [1, 2], ids=["PostgreSQL", "SQLite"])
def test_a_client_finds_the_same_in_a_copy(served: Served, copy: int) -> None:
    """Every page and object, in the same order; the contents of files; what a search finds."""
    assert different(served.found[0], served.found[copy]) == []


def test_a_request_sent_again_to_a_copy_is_not_carried_out_again(served: Served) -> None:
    assert [replayed for replayed, _ in served.replayed] == ["true"] * 3
    assert len({body for _, body in served.replayed}) == 1


@pytest.mark.parametrize("copy", [0, 1], ids=["PostgreSQL", "SQLite"])
def test_unfinished_runs_go_on_in_a_copy(served: Served, start: Start, copy: int) -> None:
    made = served.made.unfinished
    assert set(made) == {"queued", "in_progress", "requires_action", "cancelling"}
    with Api(f"{served.urls[copy]}/v1", {"OpenAI-Beta": "assistants=v2"}) as api:
        start.worker(served.copies.options[copy])
        for status, ends in (("queued", "completed"), ("cancelling", "cancelled")):
            assert api.settled(made[status])["status"] == ends
        resumed = api.settled(made["in_progress"])
        assert resumed["status"] == "completed"
        (call,) = api.steps(resumed)[0]["step_details"]["tool_calls"]
        assert call["code_interpreter"]["outputs"] == [{"type": "logs", "logs": "42"}]
        waiting = made["requires_action"]
        (asked,) = waiting["required_action"]["submit_tool_outputs"]["tool_calls"]
        outputs: list[Any] = [{"tool_call_id": asked["id"], "output": "sunny"}]
        path = f"/threads/{waiting['thread_id']}/runs/{waiting['id']}/submit_tool_outputs"
        assert api.settled(api.post(path, tool_outputs=outputs))["status"] == "completed"
        assert api.answer(waiting)["content"][0]["text"]["value"] == "Done."


def test_many_threads_with_files(start: Start, postgres: Server, tmp_path: Path) -> None:
    copies = Copies(tmp_path / "a.db", postgres.at(tmp_path / "m.db"), tmp_path / "b.db")
    source, url = start.named(["--database", str(copies.source)])
    anyio.run(seed, f"{url}/v1", THREADS, RUNS)
    found = anyio.run(everything, url, Known(), 100)
    source.terminate()
    source.wait()
    copies.make()
    assert sum(name.endswith("messages asc") for name in found) == THREADS
    assert sum(name.startswith("contents ") for name in found) > THREADS
    for named in copies.options:
        process, url = start.named(named, "--role", "api")
        assert different(found, anyio.run(everything, url, Known(), 100)) == []
        process.kill()
