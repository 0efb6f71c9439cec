"""Writes synchronous modules from their asynchronous sources, as httpcore's unasync script does.

Only what differs by nothing but words has such a twin: pools, locks and downloads are written by
hand for both.
"""

import re
import shutil
from pathlib import Path

from . import formatting

CLIENT = Path("customizations") / "openai_assistants"
HEADER = "# Written from {} by `make generate`.\n# Do not edit: change that file.\n"

FIRST_PARTY = "lint.isort.known-first-party = ['openai_assistants_*']"

TWINS = {
    "async_client.py": "client.py",
    "polling/async_poller.py": "polling/poller.py",
    "resources/_async": "resources/_sync",
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
    (r"\basync (def|with)\b", r"\1"),
    (r"\bawait ", ""),
    (r"\b__aenter__\b", "__enter__"),
    (r"\b__aexit__\b", "__exit__"),
    (r"\baclose\b", "close"),
    (r"\bAsync(?=[A-Z])", ""),
    (r"\basync_(?=[a-z])", ""),
]
"""Patterns and what takes their place, in this order, the words of docstrings first."""


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


def _modules(root: Path) -> list[tuple[str, str]]:
    """Each source and its twin, as paths below the client's package."""
    return [
        (path.relative_to(root / CLIENT).as_posix(), twin + path.as_posix().partition(source)[2])
        for source, twin in TWINS.items()
        for path in _files(root / CLIENT / source)
    ]


def _files(place: Path) -> list[Path]:
    """The module at a path, or those of the folder there; none if there is nothing."""
    return [place] if place.is_file() else sorted(place.glob("*.py"))


def _synchronous(text: str, used: set[str]) -> str:
    for pattern, replacement in SUBSTITUTIONS:
        text, count = re.subn(pattern, replacement, text)
        if count:
            used.add(pattern)
    return text
