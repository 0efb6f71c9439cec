"""One service for the tests of a module, and what has to be installed beside it."""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

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


def require_environment(name: str) -> Path:
    """Return the interpreter of an environment; skip or fail where it is not installed."""
    folder = ROOT / ".envs" / name
    installed = (folder / ".installed").exists()
    require(installed, f"{name} is missing: `make .envs/{name}/.installed` installs it")
    return folder / "bin" / "python"


def said_by(
    *command: object, timeout: float, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> Any:
    """Return what a program says, as JSON in its last line; it must end well and in time."""
    played = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
    assert played.returncode == 0, played.stderr
    return json.loads(played.stdout.splitlines()[-1])
