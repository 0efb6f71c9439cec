"""The service is killed at random moments under load; more often by `make soak`."""

import os
import secrets
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.support.scale import at_scale
from tests.support.service.crashes.checks import Checks, Fetch
from tests.support.service.crashes.deployment import Deployment
from tests.support.service.crashes.load import Load
from tests.support.service.databases import Server

ROUNDS = at_scale(tests=1, soak=20)
KILLS = 10
ANSWERS = 10
"""The most answers that the service gives between two kills; then there is a moment more."""
MOMENT = 0.2
"""Seconds."""

each_round = pytest.mark.parametrize("number", range(1, ROUNDS + 1))


def survive(service: Deployment, fetch: Fetch, blobs: Path) -> None:
    """Kill a service ten times while it is used, then look at everything.

    The seed is printed; CRASH_SEED repeats it.
    """
    seed = os.environ.get("CRASH_SEED") or secrets.token_hex(4)
    print(f"CRASH_SEED={seed}")
    random = Random(seed)
    with service, Load(service.urls, seed) as load:
        for _ in range(KILLS):
            load.go_on(random.randint(1, ANSWERS))
            load.wait(random.uniform(0, MOMENT))
            service.crash(random, load.wait)
        load.finish()
        checks = Checks(load.client, load.ledger, load.notes, fetch, blobs, service.log)
        print(f"killed: {dict(service.killed)}; objects: {checks.counts()}")
        checks.all()
        checks.age_blobs()
        service.restart()
        checks.check_blobs()
        checks.check_log()


@pytest.mark.sqlite
@each_round
def test_one_process_on_sqlite(number: int, tmp_path: Path) -> None:
    path = tmp_path / "s.db"

    def fetch(statement: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(path, timeout=30)) as connection:
            return connection.execute(statement).fetchall()

    service = Deployment(["--database", str(path)], ["all"], tmp_path / "log")
    survive(service, fetch, tmp_path / "s.db.files")


ROLES = ["api", "api", "worker", "worker"]


@each_round
def test_two_apis_and_two_workers_on_postgres(
    number: int, durable_postgres: Server, tmp_path: Path
) -> None:
    path = tmp_path / "s.db"
    at = durable_postgres.at(path)
    named = ["--database", at.url, "--files", str(at.files)]
    service = Deployment(named, ROLES, tmp_path / "log", durable_postgres)
    survive(service, partial(durable_postgres.fetch, path), at.files)
