"""Connections that wait to be used again, and how many there may be. No I/O."""

import sys
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

C = TypeVar("C")

IDLE = 4.0
"""Seconds that a connection waits for its next call. Many servers close one after five, and a call
sent at that moment would be lost."""

MOST = 1000
"""Connections of a client at one time; calls beyond wait for a place."""


def most_connections() -> int:
    """How many connections a client may open: half of the files the process may, up to a limit."""
    if sys.platform == "win32":
        return MOST // 2
    import resource

    allowed, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST if allowed == resource.RLIM_INFINITY else max(1, min(MOST, allowed // 2))


class Shelf(Generic[C]):
    """What is not in use: taken latest first, and kept for a few seconds.

    It has no lock: a process may fork, and the garbage collector run, at any moment.

    Args:
        monotonic: seconds of a clock that only goes forward.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._idle: deque[tuple[float, C]] = deque()
        self._monotonic = monotonic
        self.closed = False

    def take(self) -> C | None:
        """One to use, if there is one."""
        try:
            return self._idle.pop()[1]
        except IndexError:
            return None

    def put(self, one: C) -> list[C]:
        """Keeps one; returns those that are to be closed."""
        self._idle.append((self._monotonic(), one))
        if self.closed:
            return self.close()
        waited: list[C] = []
        limit = self._monotonic() - IDLE
        with suppress(IndexError):  # another thread took the last one
            while self._idle[0][0] < limit:
                waited.append(self._idle.popleft()[1])
        return waited

    def close(self) -> list[C]:
        """Keeps nothing from now on; returns those that are to be closed."""
        self.closed = True
        found: list[C] = []
        with suppress(IndexError):
            while True:
                found.append(self._idle.pop()[1])
        return found
