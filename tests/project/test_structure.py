"""The sizes and the boundaries of what is written by hand.

Layers and circles of imports are in pyproject.toml, for import-linter.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parents[2]
HAND_WRITTEN = [
    path
    for folder in ("codegen", "customizations", "service")
    for path in sorted((ROOT / folder).rglob("*.py"))
]
GENERATED = sorted((ROOT / "generated").rglob("*.py"))
PACKAGES = {
    "codegen",
    "openai_assistants",
    "openai_assistants_core",
    "openai_assistants_rest",
    "openai_assistants_service",
}
MOST_LINES = 300
MEDIAN_LINES = 120
MOST_FUNCTION_LINES = 45
MOST_TOP_MODULES = 12
MOST_GENERATED_LINES = 16_500


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def package_of(path: Path) -> str:
    """The import package that a module belongs to."""
    return next(part for part in path.relative_to(ROOT).parts if part in PACKAGES)


def private_imports(tree: ast.AST, package: str) -> Iterator[str]:
    """What a module of a package imports of the private modules and names of another."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                imported = [one.name for one in names]
            case ast.ImportFrom(module=str(module), names=names, level=0):
                imported = [f"{module}.{one.name}" for one in names]
            case _:
                continue
        for name in imported:
            first, *parts = name.split(".")
            if first in PACKAGES - {package} and any(is_private(part) for part in parts):
                yield name


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def test_no_private_module_of_another_package_is_imported() -> None:
    found = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in [*HAND_WRITTEN, *GENERATED]
        for name in private_imports(ast.parse(path.read_bytes()), package_of(path))
    }
    assert found == set()


@pytest.mark.parametrize(
    "line",
    [
        "import openai_assistants._http.pool",
        "from openai_assistants._http import pool",
        "from openai_assistants import _http",
        "def f():\n    from openai_assistants.endpoints._url import is_secure",
        "if TYPE_CHECKING:\n    from openai_assistants.credentials import _secret",
    ],
)
def test_an_import_of_a_private_module_is_found(line: str) -> None:
    assert list(private_imports(ast.parse(line), "openai_assistants_service"))
    assert not list(private_imports(ast.parse(line), "openai_assistants"))


def test_what_people_import_has_few_modules_at_its_top() -> None:
    modules = sorted((ROOT / "customizations" / "openai_assistants").glob("*.py"))
    assert len(modules) <= MOST_TOP_MODULES, modules


def test_modules_are_short() -> None:
    sizes = {str(path.relative_to(ROOT)): lines(path) for path in HAND_WRITTEN}
    assert {path: size for path, size in sizes.items() if size > MOST_LINES} == {}
    assert median(size for size in sizes.values() if size) <= MEDIAN_LINES


def test_generated_code_is_short() -> None:
    sizes = [lines(path) for path in (ROOT / "generated").rglob("*.py")]
    assert 10_000 < sum(sizes) < MOST_GENERATED_LINES


def test_functions_are_short() -> None:
    """From `def` to the last line, docstring included, decorators not."""
    long = {
        f"{path.relative_to(ROOT)}: {node.name}": size
        for path in HAND_WRITTEN
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (size := (node.end_lineno or 0) - node.lineno + 1) > MOST_FUNCTION_LINES
    }
    assert long == {}
