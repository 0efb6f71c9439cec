"""Writes the lists of names that lazy packages export, from the imports that type checkers read.

Type checkers want those imports and a literal `__all__`; at run time a name must lead to its module
without loading either. The imports are written by hand, the rest from them.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from . import formatting

# As in pyproject.toml, so that `make lint` sorts the imports in the same way.
FIRST_PARTY = "lint.isort.known-first-party = ['openai_assistants_*']"

MARK = "# Written from the imports above by `make generate`.\n"
HELPER = "lazy_exports"


def write(root: Path, output: Path) -> None:
    """Writes the lazy packages below `root`, with their lists renewed, below `output`."""
    for path in _packages(root):
        text = path.read_text(encoding="utf-8")
        by_hand = text[: text.index(MARK)]
        target = output / path.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(by_hand + MARK + _lists(by_hand), encoding="utf-8")
    formatting.format_tree(output, FIRST_PARTY)


def differences(output: Path, root: Path) -> list[str]:
    """How the packages below `root` differ from those just written below `output`, a line each."""
    written = (path.relative_to(output) for path in sorted(output.rglob("__init__.py")))
    return [
        f"differs: {path}"
        for path in written
        if (output / path).read_bytes() != (root / path).read_bytes()
    ]


def _packages(root: Path) -> list[Path]:
    """The modules that have lists to write."""
    found = sorted((root / "customizations").rglob("__init__.py"))
    return [path for path in found if MARK in path.read_text(encoding="utf-8")]


def _lists(by_hand: str) -> str:
    """The lists of the names that a package imports."""
    own: dict[str, list[str]] = {}
    others: dict[str, list[str]] = {}
    imports = list(_imports(by_hand))
    for is_lazy, level, module, names in imports:
        if is_lazy:
            (own if level else others).setdefault(module, []).extend(names)
    exported = {name for *_, names in imports for name in names} - {"TYPE_CHECKING", HELPER}
    reexports = f"reexports={_as_literal(others)}" if others else ""
    return (
        f"\n__all__ = {sorted(exported, key=_rank)}\n\n"
        f"__getattr__, __dir__ = {HELPER}(__name__, {_as_literal(own)}, {reexports})\n"
    )


def _imports(text: str) -> Iterator[tuple[bool, int, str, list[str]]]:
    """Each `from` import: whether it is for type checkers alone, its level, module and names."""
    for node in ast.parse(text).body:
        for one in node.body if isinstance(node, ast.If) else [node]:
            if isinstance(one, ast.ImportFrom):
                names = [alias.name for alias in one.names]
                yield isinstance(node, ast.If), one.level, one.module or "", names


def _rank(name: str) -> tuple[int, str]:
    """Where a name stands in `__all__`: constants, classes, then functions."""
    return 0 if name.isupper() else 1 if name[:1].isupper() else 2, name


def _as_literal(modules: dict[str, list[str]]) -> str:
    return str({module: tuple(names) for module, names in sorted(modules.items())})
