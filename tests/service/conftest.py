"""A service to talk to, shared by the tests of a module, and the recorded traffic."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.support.service.api import Api
from tests.support.service.processes import Start

from openai_assistants_service import LocalService

_SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("service") / "service.db"


@pytest.fixture(scope="module")
def service(database: Path) -> Iterator[LocalService]:
    with LocalService(database) as running:
        yield running


@pytest.fixture(scope="module")
def v2(service: LocalService) -> Iterator[Api]:
    with Api.of(service) as client:
        yield client


@pytest.fixture(scope="module")
def v1(service: LocalService) -> Iterator[Api]:
    with Api.of(service, "v1") as client:
        yield client


@pytest.fixture
def start() -> Iterator[Start]:
    """Start the service as a process: start(database, *options)."""
    with Start() as starting:
        yield starting


@pytest.fixture(scope="module")
def foundry(service: LocalService) -> Iterator[Api]:
    with Api.at(service, "/api/projects/p", "v1") as client:
        yield client


@pytest.fixture(scope="session")
def pairs() -> list[dict[str, Any]]:
    """The recorded pairs of the real service; skips where they are missing."""
    path = _SHARED / "traffic" / "pairs.jsonl"
    if not path.is_file():
        pytest.skip("no recorded traffic here")
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@pytest.fixture(scope="session")
def recorded(pairs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The recorded pairs without streams."""
    return [pair for pair in pairs if not pair["sse"]]
