"""A service, a client of it to make things with, and the command line."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.client.command_line import CommandLine
from tests.support.service.processes import Start

from openai_assistants import AssistantsClient, CompatibleEndpoint
from openai_assistants_service import LocalService


@pytest.fixture(scope="module")
def service() -> Iterator[LocalService]:
    with LocalService() as running:
        yield running


@pytest.fixture(scope="module")
def client(service: LocalService) -> Iterator[AssistantsClient]:
    with AssistantsClient(CompatibleEndpoint(service.base_url)) as made:
        yield made


@pytest.fixture
def bare(tmp_path: Path) -> CommandLine:
    """The command line in an empty folder, with an environment that says nothing of an endpoint."""
    return CommandLine(tmp_path, {"PATH": os.environ["PATH"], "HOME": str(tmp_path)})


@pytest.fixture
def cli(bare: CommandLine, service: LocalService) -> CommandLine:
    """The command line, whose environment names the service."""
    return bare.with_environ(OPENAI_BASE_URL=service.base_url, OPENAI_API_KEY="key-for-loopback")


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts services as processes: start(database, *options, command=...)."""
    with Start() as starting:
        yield starting
