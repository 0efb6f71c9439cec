"""A service with a few threads, and an export of it."""

from collections.abc import Iterator
from pathlib import Path

import anyio
import pytest
from tests.support.transfer.seeded import seed

from openai_assistants import AssistantsClient, CompatibleEndpoint
from openai_assistants.transfer import export
from openai_assistants_service import LocalService

THREADS = 9


@pytest.fixture(scope="package")
def few() -> Iterator[LocalService]:
    """A service with nine threads, all with runs; nobody writes to it."""
    with LocalService() as service:
        anyio.run(seed, service.base_url, THREADS, THREADS)
        yield service


@pytest.fixture(scope="package")
def backup(few: LocalService, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An export of it, which nobody changes."""
    folder = tmp_path_factory.mktemp("backup") / "backup"
    with AssistantsClient(CompatibleEndpoint(few.base_url)) as client:
        export(client, folder)
    return folder
