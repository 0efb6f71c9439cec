"""What the generated package was made from, and whether a tree is still that."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

NAME = "MANIFEST.json"


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def digests(root: Path, paths: Iterable[Path]) -> dict[str, str]:
    """The SHA-256 of each file, by its path below `root`."""
    return {path.relative_to(root).as_posix(): digest(path) for path in sorted(paths)}


def files_in(folder: Path) -> list[Path]:
    """Every file below a folder, without bytecode."""
    return sorted(
        path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    )


def write(package: Path, made_from: dict[str, object]) -> None:
    """Writes the manifest of a freshly generated package into it."""
    content = {**made_from, "files": digests(package, files_in(package))}
    (package / NAME).write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def differences(expected: Path, actual: Path) -> list[str]:
    """How the files below two folders differ, one line a file; empty if they are the same."""
    left = digests(expected, files_in(expected))
    right = digests(actual, files_in(actual))
    lines = [f"missing: {name}" for name in left.keys() - right.keys()]
    lines += [f"not generated: {name}" for name in right.keys() - left.keys()]
    lines += [
        f"differs: {name}" for name in left.keys() & right.keys() if left[name] != right[name]
    ]
    return sorted(lines)
