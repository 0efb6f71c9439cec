"""Documents made to do harm fail in bounded time and memory, and nobody waits for them."""

import asyncio
import resource
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.support.search.hostile import HOSTILE, slow_pdf
from tests.support.service.api import Api
from tests.support.service.stores import by_name, fill, wait

from openai_assistants_service import LocalService
from openai_assistants_service.search.extraction import ExtractionLimits, Reader, Unreadable

LIMITS = ExtractionLimits(seconds=8, memory=512 * 1024 * 1024)
ANSWERED_WITHIN = 1.0


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    return {name: make() for name, (make, _) in HOSTILE.items()}


@pytest.fixture(scope="module")
def answers() -> list[float]:
    """How long the service took for a request while it read the documents."""
    return []


@pytest.fixture(scope="module")
def refused(
    documents: dict[str, bytes], answers: list[float]
) -> Iterator[dict[str, dict[str, Any]]]:
    with LocalService(extraction=LIMITS) as service, Api.of(service) as api:
        store = fill(api, documents)

        def ask() -> None:
            began = time.monotonic()
            api.post("/threads")
            answers.append(time.monotonic() - began)

        wait(api, store, ask)
        yield by_name(api, store)


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_with_a_reason(refused: dict[str, dict[str, Any]], name: str) -> None:
    file = refused[name]
    assert file["status"] == "failed"
    assert file["last_error"]["code"] in ("invalid_file", "unsupported_file")
    assert HOSTILE[name][1] in file["last_error"]["message"]
    assert "root:" not in file["last_error"]["message"]


def test_the_service_answers_meanwhile(
    refused: dict[str, dict[str, Any]], answers: list[float]
) -> None:
    assert len(answers) > 100
    assert max(answers) < ANSWERED_WITHIN


@pytest.mark.parametrize("name", HOSTILE)
def test_time_and_memory_are_bounded(
    documents: dict[str, bytes], name: str, tmp_path: Path
) -> None:
    path = tmp_path / "contents"
    path.write_bytes(documents[name])
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    with pytest.raises(Unreadable):
        asyncio.run(Reader(LIMITS).text(path, name))
    assert time.monotonic() - began < LIMITS.seconds + 4
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    kibibytes = max(before.ru_maxrss, LIMITS.memory // 1024)
    assert after.ru_maxrss <= kibibytes
    assert after.ru_utime - before.ru_utime <= LIMITS.seconds + 1


def test_a_reader_that_is_cancelled_leaves_no_process(tmp_path: Path) -> None:
    path = tmp_path / "contents"
    path.write_bytes(slow_pdf())

    async def test() -> set[int]:
        before = children()
        reading = asyncio.create_task(Reader(LIMITS).text(path, "slow.pdf"))
        while not (begun := children() - before):
            await asyncio.sleep(0)
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
        return begun & children()

    assert asyncio.run(test()) == set()


def children() -> set[int]:
    tasks = Path("/proc/self/task").iterdir()
    return {int(pid) for task in tasks for pid in (task / "children").read_text().split()}
