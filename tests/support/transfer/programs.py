"""Runs the program that exports or imports, and reads what it has written."""

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from openai_assistants.transfer import Manifest

ROOT = Path(__file__).resolve().parents[3]


def _play(arguments: tuple[object, ...]) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.support.transfer.killed", *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )


def killed(*arguments: object) -> None:
    """Run it until it kills itself."""
    done = _play(arguments)
    assert done.returncode == -signal.SIGKILL, (done.returncode, done.stdout, done.stderr)


def said(*arguments: object) -> str:
    """Run it to its end; return what it says."""
    done = _play(arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def manifest_of(folder: Path) -> Manifest:
    """The manifest of an export."""
    manifest = Manifest.read(folder / "manifest.json")
    assert manifest is not None
    return manifest


def objects_of(folder: Path) -> dict[str, Any]:
    """All that an export has: objects by the file that they are in, and digests of contents."""
    manifest = manifest_of(folder)
    assert manifest.complete
    return {
        name: lines_of(folder / name) if name.endswith(".jsonl") else entry.sha256
        for name, entry in manifest.files.items()
    }


def lines_of(path: Path) -> list[Any]:
    """The objects of a file."""
    return [json.loads(line) for line in path.read_bytes().splitlines()]
