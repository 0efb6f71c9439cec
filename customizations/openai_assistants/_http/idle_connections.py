"""Idle connections, and how many connections a client may have. No I/O."""

import os
import sys
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, TypeVar

C = TypeVar("C")

KEEPALIVE_EXPIRY = 4.0
"""Seconds that an idle connection is kept. Many servers close one after five, and a request sent at
that moment would be lost."""

MAX_CONNECTIONS = 1000
"""Connections of a client at one time; further calls wait until one is free."""


def max_connections() -> int:
    """How many connections a client may open: half of the files the process may, up to a limit."""
    if sys.platform == "win32":
        return MAX_CONNECTIONS // 2
    allowed = os.sysconf("SC_OPEN_MAX")  # the soft limit; the module resource is another to load
    if allowed < 0:  # there is none
        return MAX_CONNECTIONS
    return max(1, min(MAX_CONNECTIONS, allowed // 2))


class IdleConnections(Generic[C]):
    """The connections not in use: the latest is used first, the others expire after some seconds.

    It has no lock: a process may fork, and the garbage collector run, at any moment.

    Args:
        monotonic: seconds of a monotonic clock.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._idle: deque[tuple[float, C]] = deque()
        self._monotonic = monotonic
        self.closed = False

    def pop(self) -> C | None:
        """A connection to use, if there is one."""
        try:
            return self._idle.pop()[1]
        except IndexError:
            return None

    def push(self, connection: C) -> list[C]:
        """Keeps a connection; returns those that have expired, for the caller to close."""
        self._idle.append((self._monotonic(), connection))
        if self.closed:
            return self.close()
        expired: list[C] = []
        limit = self._monotonic() - KEEPALIVE_EXPIRY
        with suppress(IndexError):  # another thread took the last one
            while self._idle[0][0] < limit:
                expired.append(self._idle.popleft()[1])
        return expired

    def close(self) -> list[C]:
        """Keeps nothing from now on; returns those that were kept, for the caller to close."""
        self.closed = True
        kept: list[C] = []
        while (connection := self.pop()) is not None:
            kept.append(connection)
        return kept
