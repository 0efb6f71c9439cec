"""The first answers of a process may come to several threads at once."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
import threading
from openai_assistants_rest import OPERATIONS

parse = OPERATIONS["get_run"].parse
body = b'{"id": "run_1", "tools": [{"type": "code_interpreter"}], "zz": 1}'
sys.setswitchinterval(1e-6)
start = threading.Barrier(8)
read = []

def work():
    start.wait()
    read.append(parse(body).tools[0].type)

threads = [threading.Thread(target=work) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
assert read == ["code_interpreter"] * 8, read
"""

PROCESSES = 6
"""Without a lock around what msgspec prepares, about every other process crashes."""


def test_threads_may_decode_their_first_answers_at_once() -> None:
    for _ in range(PROCESSES):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM], check=False, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
