"""The origin library itself, in both its modes, against the service."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.support.conformance import covered

from openai_assistants_service import LocalService

from .conftest import require, said_by

JS = Path(__file__).resolve().parent / "js"


def require_npm() -> str:
    """Return the path of node; skip or fail where it or the packages are missing."""
    node = shutil.which("node")
    require(node, "node is missing: install Node.js 18 or later")
    require((JS / "node_modules").is_dir(), f"run `npm ci --prefix {JS}`")
    return str(node)


def play(script: str, mode: str, service: LocalService, key: str) -> dict[str, Any]:
    """Run a script with node, and return what it prints."""
    node = require_npm()
    said: dict[str, Any] = said_by(node, script, mode, service.url, key, timeout=90, cwd=JS)
    return said


@pytest.mark.parametrize("mode", ["openai", "azure"])
def test_all_methods(service: LocalService, key: str, mode: str) -> None:
    used = covered.operations_of(play("all_methods.mjs", mode, service, key)["requests"])
    assert used == covered.V1 - {"get_file_content"}


@pytest.mark.parametrize("mode", ["openai", "azure"])
def test_walkthroughs(service: LocalService, key: str, mode: str) -> None:
    tutor, librarian, weather = play("walkthroughs.mjs", mode, service, key)["talks"]
    assert "x = 1." in tutor[-1]
    assert "442345" in librarian[-1]
    assert "84f" in weather[-1]


def test_the_lock_names_no_registry() -> None:
    lock = json.loads((JS / "package-lock.json").read_text(encoding="utf-8"))
    packages = lock["packages"]
    assert packages["node_modules/@azure/openai-assistants"]["version"] == "1.0.0-beta.5"
    assert not [name for name, package in packages.items() if "resolved" in package]
