"""How far an export or an import is."""

from collections.abc import Callable
from threading import Lock

from msgspec import Struct


class Progress(Struct, frozen=True):
    """How far it is with one kind of things.

    Attributes:
        kind: "assistants", "vector_stores", "threads", "files" or "contents".
        done: how many are done, those of an earlier start included.
        total: how many there are.
    """

    kind: str
    done: int
    total: int


OnProgress = Callable[[Progress], object]
"""Called after each thing that is done, one call at a time: with a synchronous client in threads of
the export or import, with an asynchronous one in its event loop."""


class Counter:
    """Counts what is done of one kind, and reports it."""

    def __init__(self, kind: str, total: int, on_progress: OnProgress | None) -> None:
        self._progress = Progress(kind, 0, total)
        self._on_progress = on_progress
        self._lock = Lock()

    def add(self, done: int = 1) -> None:
        """So many more are done."""
        with self._lock:
            before = self._progress
            self._progress = Progress(before.kind, before.done + done, before.total)
            if self._on_progress is not None:
                self._on_progress(self._progress)
