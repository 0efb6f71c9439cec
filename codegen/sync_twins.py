"""Writes synchronous modules from asynchronous ones, as httpcore's unasync script does.

Only modules that differ in nothing but words are written so. Pools, locks and downloads, which
really differ, are written by hand twice.
"""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from . import formatting

CLIENT = Path("customizations") / "openai_assistants"
HEADER = "# Written from {} by `make generate`.\n# Do not edit: change that file.\n"

# As in pyproject.toml, so that `make lint` sorts the imports in the same way.
FIRST_PARTY = "lint.isort.known-first-party = ['openai_assistants_*']"

TWINS = {
    "async_client.py": "client.py",
    "polling/async_poller.py": "polling/poller.py",
    "resources/_async": "resources/_sync",
    "streaming/_async": "streaming/_sync",
    "transfer/_async": "transfer/_sync",
}
"""Sources and what is written from them, below the client's package: a module each, or all modules
of a folder."""

SUBSTITUTIONS = [
    (r"an `async with`", "a `with`"),
    (r", with asyncio or trio\.", "."),
    (
        r"Credentials may be asynchronous.* event loop after another\.",
        "A client is safe to share between threads and with forked processes.",
    ),
    (r"\basynchronous", "synchronous"),
    (r"\basync (def|for|with)\b", r"\1"),
    (r"\bawait ", ""),
    (r"\b__aenter__\b", "__enter__"),
    (r"\b__aexit__\b", "__exit__"),
    (r"\b__aiter__\b", "__iter__"),
    (r"\b__anext__\b", "__next__"),
    (r"\banext\b", "next"),
    (r"\baclose\b", "close"),
    (r"\bAsync(?=[A-Z])", ""),
    (r"\basync_(?=[a-z])", ""),
    (r"\b_async\b", "_sync"),
]
"""Patterns and their replacements, in order: first sentences of docstrings, then words of code."""


class SyncTwinError(RuntimeError):
    """The table of substitutions does not fit the sources."""


def write(root: Path, output: Path) -> None:
    """Writes the twins of the sources below `root`, formatted, below `output`.

    Raises:
        SyncTwinError: a substitution changes no source.
    """
    used: set[str] = set()
    for source, twin in _modules(root):
        text = _synchronous((root / CLIENT / source).read_text(encoding="utf-8"), used)
        path = output / CLIENT / twin
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEADER.format(source) + text, encoding="utf-8")
    unused = [pattern for pattern, _ in SUBSTITUTIONS if pattern not in used]
    if unused:
        raise SyncTwinError(f"no asynchronous source has what these replace: {unused}")
    formatting.format_tree(output / CLIENT, FIRST_PARTY)


def differences(output: Path, root: Path) -> list[str]:
    """How the twins below `root` differ from those just written below `output`, a line each."""
    written = {path.relative_to(output) for path in (output / CLIENT).rglob("*.py")}
    present = {
        path.relative_to(root) for twin in TWINS.values() for path in _files(root / CLIENT / twin)
    }
    lines = [f"missing: {path}" for path in written - present]
    lines += [f"not generated: {path}" for path in present - written]
    lines += [
        f"differs: {path}"
        for path in written & present
        if (output / path).read_bytes() != (root / path).read_bytes()
    ]
    return sorted(lines)


def replace(output: Path, root: Path) -> None:
    """Puts the twins below `output` in place of those below `root`."""
    for twin in TWINS.values():
        for path in _files(root / CLIENT / twin):
            path.unlink()
    shutil.copytree(output / CLIENT, root / CLIENT, dirs_exist_ok=True)


def _modules(root: Path) -> Iterator[tuple[str, str]]:
    """Each source and its twin, as paths below the client's package."""
    for source, twin in TWINS.items():
        for path in _files(root / CLIENT / source):
            name = path.relative_to(root / CLIENT).as_posix()
            yield name, twin + name.removeprefix(source)


def _files(place: Path) -> list[Path]:
    """The module at a path, or those of the folder there; none if there is nothing."""
    return [place] if place.is_file() else sorted(place.glob("*.py"))


def _synchronous(text: str, used: set[str]) -> str:
    for pattern, replacement in SUBSTITUTIONS:
        text, count = re.subn(pattern, replacement, text)
        if count:
            used.add(pattern)
    return text
