"""`make check-generated`: any difference between description and generated code is found."""

from __future__ import annotations

import ast
import difflib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openapi_python_client
import pytest
from codegen import manifest, upstream

ROOT = Path(__file__).resolve().parents[2]
MOST_SECONDS = 10.0
PACKAGE = Path("generated") / "openai_assistants_rest"


def run(project: Path, *arguments: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(project)}
    command = [sys.executable, "-m", "codegen", "--root", str(project), *arguments]
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, timeout=60
    )


def edit(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(project: Path) -> None:
        path = project / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def stray(project: Path) -> None:
    (project / PACKAGE / "models" / "stray.py").write_text("", encoding="utf-8")


def lost(project: Path) -> None:
    (project / PACKAGE / "resources" / "runs.py").unlink()


CHANGES: dict[str, tuple[Callable[[Path], None], str]] = {
    "description": (
        edit("spec/assistants.yaml", "summary: ", "summary: Really "),
        "differs: resources/",
    ),
    "comment in the description": (
        edit("spec/assistants.yaml", "openapi: ", "# a comment\nopenapi: "),
        "differs: MANIFEST.json",
    ),
    "template": (
        edit("templates/models/module.py.jinja", "Objects that the API answers", "Objects"),
        "differs: models/",
    ),
    "generated file": (
        edit(f"{PACKAGE}/operations.py", "LIST_ASSISTANTS", "LIST_ASSISTANT"),
        "differs: operations.py",
    ),
    "manifest": (
        edit(f"{PACKAGE}/MANIFEST.json", "generator", "generators"),
        "differs: MANIFEST.json",
    ),
    "page about availability": (
        edit("docs/availability.md", "| yes |", "| no |"),
        "differs: docs/availability.md",
    ),
    "synchronous twin": (
        edit("customizations/openai_assistants/client.py", "Operations on", "Operation on"),
        "differs: customizations/openai_assistants/client.py",
    ),
    "source of a synchronous twin": (
        edit("customizations/openai_assistants/resources/_async/runs.py", "Creates a", "Makes a"),
        "differs: customizations/openai_assistants/resources/_sync/runs.py",
    ),
    "stray file": (stray, "not generated: models/stray.py"),
    "lost file": (lost, "missing: resources/runs.py"),
}


def test_what_is_checked_in_is_what_the_description_gives(project: Path) -> None:
    result = run(project, "--check")
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("name", CHANGES)
def test_any_change_is_found(project: Path, name: str) -> None:
    change, line = CHANGES[name]
    change(project)
    result = run(project, "--check")
    assert result.returncode == 1
    assert line in result.stdout
    assert "run `make generate`" in result.stderr


def test_an_added_property_changes_little_else(project: Path) -> None:
    """A property in the middle of Run: a review of what is generated sees it and nothing else."""
    models = project / PACKAGE / "models" / "runs.py"
    before = models.read_text(encoding="utf-8").splitlines()
    mood = "        mood:\n          type: string\n          description: How it feels.\n"
    required_action = "        required_action:\n"  # of Run alone
    edit("spec/assistants.yaml", required_action, mood + required_action)(project)
    assert run(project).returncode == 0
    after = models.read_text(encoding="utf-8").splitlines()
    changed = [one for one in difflib.ndiff(before, after) if one[:2] in ("+ ", "- ")]
    assert 5 <= len(changed) <= 10, changed


def test_generating_takes_seconds(project: Path) -> None:
    """Of processor time, which does not depend on what else the machine does."""
    before = os.times()
    assert run(project).returncode == 0
    after = os.times()
    used = after.children_user + after.children_system
    assert 0 < used - before.children_user - before.children_system < MOST_SECONDS


def test_generating_mends_it(project: Path) -> None:
    stray(project)
    lost(project)
    assert run(project).returncode == 0
    assert run(project, "--check").returncode == 0
    assert manifest.differences(ROOT / PACKAGE, project / PACKAGE) == []


def test_the_output_does_not_depend_on_the_hash_seed(project: Path) -> None:
    for seed in ("1", "2"):
        assert run(project, seed=seed).returncode == 0
        assert manifest.differences(ROOT / PACKAGE, project / PACKAGE) == []


def test_it_is_quick(project: Path) -> None:
    """Less than ten seconds of processor time."""
    before = os.times()
    assert run(project).returncode == 0
    after = os.times()
    spent = after.children_user + after.children_system
    assert spent - before.children_user - before.children_system < 10


def test_every_generated_file_says_not_to_edit_it() -> None:
    for path in (ROOT / PACKAGE).rglob("*.py"):
        head = path.read_text(encoding="utf-8").splitlines()[:2]
        assert head[1] == "# Do not edit: change the description or a template.", path


@pytest.mark.parametrize("name", ["parser/openapi.py", "parser/properties/union.py"])
def test_an_upstream_file_that_changed_is_refused(project: Path, name: str) -> None:
    lock = project / "codegen" / upstream.LOCK
    locked = upstream.current(ROOT / "templates")
    assert name in locked
    text = lock.read_text(encoding="utf-8")
    lock.write_text(text.replace(locked[name], "0" * 64), encoding="utf-8")
    result = run(project, "--check")
    assert result.returncode == 1
    assert f"not what was locked: ['{name}']" in result.stderr


def test_a_template_with_an_upstream_name_is_locked_too(project: Path) -> None:
    (project / "templates" / "client.py.jinja").write_text("", encoding="utf-8")
    result = run(project, "--check")
    assert result.returncode == 1
    assert "not what was locked: ['templates/client.py.jinja']" in result.stderr
    assert run(project, "--lock").returncode == 0
    assert "not what was locked" not in run(project, "--check").stderr


def test_every_upstream_module_that_is_imported_is_locked() -> None:
    folder = Path(openapi_python_client.__file__).parent
    for path in (ROOT / "codegen").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                package, *steps = node.module.split(".")
                if package == "openapi_python_client":
                    file = folder.joinpath(*steps)
                    found = file / "__init__.py" if file.is_dir() else file.with_suffix(".py")
                    assert found.relative_to(folder).as_posix() in upstream.USED, path


def test_another_generator_is_refused(project: Path) -> None:
    edit(f"codegen/{upstream.LOCK}", "0.29.1", "0.29.0")(project)
    result = run(project, "--check")
    assert result.returncode == 1
    assert "openapi-python-client 0.29.1 is needed" in result.stderr
