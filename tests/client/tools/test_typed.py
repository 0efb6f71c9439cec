"""Type checkers see the function behind a tool."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
FILE = ROOT / "tests" / "support" / "tools" / "typed.py"


@pytest.mark.parametrize(
    "command",
    [
        ["mypy", "--strict", "--no-incremental", str(FILE)],
        ["pyright", "--pythonpath", sys.executable, str(FILE)],
    ],
    ids=lambda command: command[0],
)
def test_a_tool_keeps_its_types(command: list[str]) -> None:
    """Results, parameters and coroutines; wrong calls are errors."""
    checker = [sys.executable, "-m", *command]
    result = subprocess.run(checker, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert result.returncode == 0, result.stdout + result.stderr
