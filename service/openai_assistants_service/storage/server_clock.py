"""The clock of a database server, by which the processes of all machines go."""

import time


class ServerClock:
    """Goes as the server's clock does, which it is set by from time to time.

    Between two settings it goes by the monotonic clock of this machine: a change of its time of day
    changes nothing.
    """

    def __init__(self) -> None:
        self._offset = time.time() - time.monotonic()

    def __call__(self) -> float:
        """Return the seconds since 1970."""
        return time.monotonic() + self._offset

    def set(self, now: float, asked: float) -> None:
        """Set it to what the server said.

        Args:
            now: the time of the server.
            asked: `time.monotonic()` when it was asked; it said so half way from then to now.
        """
        self._offset = now - (asked + time.monotonic()) / 2
