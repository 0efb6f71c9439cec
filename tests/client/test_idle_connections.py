"""Which connections are kept, and how many there may be."""

import os
import subprocess
import sys

import pytest

from openai_assistants._http import idle_connections
from openai_assistants._http.idle_connections import (
    KEEPALIVE_EXPIRY,
    IdleConnections,
    max_connections,
)


class Clock:
    """A clock that is moved by hand."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_latest_is_used_first() -> None:
    """The others grow old together, and are closed when one comes back."""
    clock = Clock()
    idle: IdleConnections[str] = IdleConnections(clock)
    assert idle.pop() is None
    for name in ("a", "b", "c"):
        assert idle.push(name) == []
        clock.now += 1
    assert idle.pop() == "c"
    clock.now += KEEPALIVE_EXPIRY - 2.5  # "a" is older than KEEPALIVE_EXPIRY now, "b" is not
    assert idle.push("c") == ["a"]
    assert [idle.pop(), idle.pop(), idle.pop()] == ["c", "b", None]


def test_nothing_is_kept_once_closed() -> None:
    """What comes back after that is to be closed, too."""
    idle: IdleConnections[str] = IdleConnections(Clock())
    idle.push("a")
    idle.push("b")
    assert sorted(idle.close()) == ["a", "b"]
    assert idle.close() == []
    assert idle.push("c") == ["c"]
    assert idle.pop() is None


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit")
@pytest.mark.parametrize(
    ("files", "connections"), [(20_000, 1000), (1024, 512), (256, 128), (1, 1), (-1, 1000)]
)
def test_a_client_leaves_files_to_the_process(
    files: int, connections: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A poll that waits for a connection succeeds; one that finds no file descriptor does not."""
    monkeypatch.setattr(os, "sysconf", {"SC_OPEN_MAX": files}.__getitem__)
    assert max_connections() == connections
    assert idle_connections.MAX_CONNECTIONS == 1000


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit")
@pytest.mark.parametrize(("soft", "connections"), [(64, 32), (300, 150)])
def test_the_limit_is_the_soft_one_of_the_process(soft: int, connections: int) -> None:
    """The one that opening a file fails at, as it is when the client is made."""
    program = (
        "import resource\n"
        "_, hard = resource.getrlimit(resource.RLIMIT_NOFILE)\n"
        f"resource.setrlimit(resource.RLIMIT_NOFILE, ({soft}, hard))\n"
        "from openai_assistants._http.idle_connections import max_connections\n"
        "print(max_connections())"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert int(shown.stdout) == connections
