"""CONTRIBUTING has a recipe for each usual change, and names files that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+)\n((?:(?!## ).*\n?)*)", PAGE, re.M))
FOLDERS = ("", "tests/", "customizations/openai_assistants/", "service/openai_assistants_service/")
"""What a path may be below: a section that says so once need not repeat it."""

RECIPES = [
    "Add or change an operation",
    "Add a root resource",
    "Add an endpoint",
    "Add a provider",
    "Add a stream event",
    "Add a model to the local service",
    "Add a command",
    "Add a page to the docs",
    "Change the retry rule",
    "Change what a 404 says",
    "Change when a run expires",
    "Bump the generator or the formatter",
]


def paths(text: str) -> list[str]:
    """What stands in backticks and is a path: it has a slash, or the ending of a file."""
    quoted = re.findall(r"`([^`\s]+)`", text)
    return [one for one in quoted if re.fullmatch(r"[\w./-]*(/|\.(py|md|yaml|toml|txt|json))", one)]


@pytest.mark.parametrize("heading", RECIPES)
def test_a_recipe_names_its_files(heading: str) -> None:
    assert paths(SECTIONS[heading]), f"no file is named under {heading!r}"


@pytest.mark.parametrize("path", sorted(set(paths(PAGE))))
def test_a_path_that_is_named_exists(path: str) -> None:
    assert any((ROOT / folder / path).exists() for folder in FOLDERS)


def test_paths_are_told_from_other_words() -> None:
    text = "`a/b.py`, `docs/`, `retry.py`, `make lint`, `x-listed-by`, `PROVIDERS`, `.venv`"
    assert paths(text) == ["a/b.py", "docs/", "retry.py"]
    assert len(paths(PAGE)) > 40
