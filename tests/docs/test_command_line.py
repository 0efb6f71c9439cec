"""The shell blocks of docs/command-line.md, word by word, against the service that they start."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.service.processes import Start

PAGE = Path(__file__).resolve().parents[2] / "docs" / "command-line.md"
BLOCKS = re.findall(r"```(\w*)\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
PROGRAM = Path(sys.executable).with_name("openai-assistants")


@pytest.fixture
def start() -> Iterator[Start]:
    with Start() as starting:
        yield starting


def test_the_shell_blocks_run(start: Start, tmp_path: Path) -> None:
    """All in one shell; the service on a free port, not the one that the page names."""
    kinds = [kind for kind, _ in BLOCKS]
    assert set(kinds) == {"sh", "python"}, "a block of another kind would not be run"
    for kind, block in BLOCKS:
        if kind == "python":
            name = re.match(r"# (\w+\.py)\n", block)
            assert name is not None
            (tmp_path / name[1]).write_text(block, encoding="utf-8")
    shell = [block for kind, block in BLOCKS if kind == "sh"]
    (serve,) = [block for block in shell if block.startswith("openai-assistants serve")]
    assert serve == "openai-assistants serve --port 8080 --database assistants.db\n"
    _, url = start(tmp_path / "assistants.db", command=[str(PROGRAM), "serve"])
    program = "".join(block for block in shell if block != serve)
    environ = {
        "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}",
        "HOME": str(tmp_path),
    }
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", program.replace("http://127.0.0.1:8080", url)],
        cwd=tmp_path,
        env=environ,
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for said in (
        f"endpoint\t{url}/v1 (OpenAIEndpoint, assistants=v2)\n",
        f'"endpoint": "{url}/v1 (CompatibleEndpoint, assistants=v2)"',
        "37 * 21 = 777.",
        "The weather for Paris is sunny in Paris.",
        "\tTutor\tbuiltin\tcode_interpreter, get_weather\t",
        '  "name": "Tutor",\n',
        "copies/weather.py\n",
        "deleted asst_",
        "deleted file-",
        "\nI computed it with a small program: 12 * 12 = 144.\n",
        "exit code 4\n",
    ):
        assert said in done.stdout, (said, done.stdout, done.stderr)
    assert "* get_weather returned sunny in Paris\n" in done.stderr
    threads = re.findall(r"^thread_\w+\t", done.stdout, re.M)
    assert threads, "those of Foundry's path"
