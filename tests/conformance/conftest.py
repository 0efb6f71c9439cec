"""One service for the tests of a module, and what has to be installed beside it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from openai_assistants_service import LocalService

KEY = "sk-the-right-key-of-this-service"
ROOT = Path(__file__).resolve().parents[2]
OPENAI_PYTHON = ROOT / ".envs" / "openai" / "bin" / "python"


@pytest.fixture(scope="module")
def service() -> Iterator[LocalService]:
    with LocalService(api_key=KEY) as running:
        yield running


@pytest.fixture(scope="session")
def key() -> str:
    return KEY


def require(present: object, message: str) -> None:
    """Skip where something is not installed; on CI, where it has to be, fail."""
    if present:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def require_openai() -> None:
    """Skip or fail where the environment of the openai package is missing."""
    require(
        OPENAI_PYTHON.exists(),
        f"{OPENAI_PYTHON} is missing: make an environment there with openai==3.54.0 in it",
    )
