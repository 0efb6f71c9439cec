"""A quarter of a gigabyte goes through either client, and memory does not notice."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.client import heavy

GROWTH = 8 * 1024


@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from /proc")
@pytest.mark.parametrize("asynchronous", [False, True])
def test_memory_stays_flat(asynchronous: bool, tmp_path: Path) -> None:
    """From a path, to a path, in a process of its own; less than 8 MiB at the peak."""
    file = tmp_path / "large"
    with file.open("wb") as sparse:
        sparse.truncate(heavy.SIZE)
    with subprocess.Popen(
        [sys.executable, heavy.__file__, "serve"], stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        try:
            url = server.stdout.readline().strip()
            moved = subprocess.run(
                [sys.executable, heavy.__file__, "move", url, file, str(int(asynchronous))],
                capture_output=True,
                text=True,
                timeout=120,
            )
        finally:
            server.terminate()
    assert moved.returncode == 0, moved.stderr
    grown, received = map(int, moved.stdout.split())
    assert received == heavy.SIZE
    assert grown < GROWTH
