"""The service is killed at random moments under load; more often by `make soak`."""

import os
import secrets
import sqlite3
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.support.scale import at_scale
from tests.support.service.crashes.checks import Checks
from tests.support.service.crashes.deployment import Deployment
from tests.support.service.crashes.load import Load

ROUNDS = at_scale(tests=1, soak=20)
KILLS = 10


def new_seed() -> str:
    """Return the seed of a round, which is printed; CRASH_SEED repeats one."""
    seed = os.environ.get("CRASH_SEED") or secrets.token_hex(4)
    print(f"CRASH_SEED={seed}")
    return seed


@pytest.mark.sqlite
@pytest.mark.parametrize("number", range(ROUNDS))
def test_one_process_on_sqlite(number: int, tmp_path: Path) -> None:
    seed = new_seed()
    random = Random(seed)
    path = tmp_path / "s.db"

    def fetch(statement: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(path, timeout=30)) as connection:
            return connection.execute(statement).fetchall()

    with Deployment(["--database", str(path)], ["all"], tmp_path / "log") as service:
        with Load(service.urls, seed) as load:
            for _ in range(KILLS):
                load.go_on(random.randint(1, 20), random.uniform(0, 0.3))
                service.restart()
            load.finish()
            checks = Checks(load.client, load.ledger, load.notes, fetch, tmp_path / "s.db.files")
            checks.all()
            checks.age_blobs()
            service.restart()
            checks.check_blobs()
