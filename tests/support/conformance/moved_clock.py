"""A clock that one process moves for another, by a file: tests wait ten minutes for nothing."""

import time
from pathlib import Path


def move(path: Path, seconds: float) -> None:
    """Move the clock of this file on."""
    path.write_text(str(ahead(path) + seconds), encoding="utf-8")


def ahead(path: Path) -> float:
    """Return by how many seconds it is ahead of time."""
    return float(path.read_text(encoding="utf-8") or 0) if path.exists() else 0.0


class MovedClock:
    """Seconds since 1970, as far ahead as the file says."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self) -> float:
        return time.time() + ahead(self._path)
