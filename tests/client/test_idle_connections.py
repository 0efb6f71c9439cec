"""Which connections are kept, and how many there may be."""

import sys

import pytest

from openai_assistants._http import idle_connections as _shelf
from openai_assistants._http.idle_connections import IDLE, Shelf, most_connections


class Clock:
    """A clock that is moved by hand."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_latest_is_taken_first() -> None:
    """The others grow old together, and are closed when one is put back."""
    clock = Clock()
    shelf: Shelf[str] = Shelf(clock)
    assert shelf.take() is None
    for name in ("a", "b", "c"):
        assert shelf.put(name) == []
        clock.now += 1
    assert shelf.take() == "c"
    clock.now += IDLE - 2.5  # "a" is older than IDLE now, "b" is not
    assert shelf.put("c") == ["a"]
    assert [shelf.take(), shelf.take(), shelf.take()] == ["c", "b", None]


def test_a_closed_shelf_keeps_nothing() -> None:
    """What comes back after that is to be closed, too."""
    shelf: Shelf[str] = Shelf(Clock())
    shelf.put("a")
    shelf.put("b")
    assert sorted(shelf.close()) == ["a", "b"]
    assert shelf.close() == []
    assert shelf.put("c") == ["c"]
    assert shelf.take() is None


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit")
@pytest.mark.parametrize(
    ("files", "connections"), [(20_000, 1000), (1024, 512), (256, 128), (1, 1), (-1, 1000)]
)
def test_a_client_leaves_files_to_the_process(
    files: int, connections: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A poll that waits for a place succeeds; one that finds no file descriptor does not."""
    import resource

    limit = resource.RLIM_INFINITY if files < 0 else files
    monkeypatch.setattr(resource, "getrlimit", lambda _: (limit, limit))
    assert most_connections() == connections
    assert _shelf.MOST == 1000
