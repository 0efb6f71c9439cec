"""Several uploads or downloads at once, with a bar for each in a terminal."""

from __future__ import annotations

import time
from contextlib import contextmanager, nullcontext
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from rich.progress import Progress as Bars
    from rich.progress import TaskID

    from openai_assistants_core.file_types import Progress

    from ..transfer import Progress as Moved
    from .output import Output

T = TypeVar("T")
R = TypeVar("R")

GRACE = 2.0
"""Seconds that a transfer has to stop before the program ends without it."""


class Interrupted(Exception):
    """A transfer stops because the program does."""


class Transfer:
    """What is transferred; called with the bytes so far and the size, if it is known.

    Raises:
        Interrupted: the program is to end.
    """

    def __init__(self, stop: Event, bars: Bars | None, name: str) -> None:
        self._stop = stop
        self._bars = bars
        self._task: TaskID | None = bars.add_task(name, total=None) if bars else None

    def __call__(self, done: int, size: int | None) -> None:
        if self._stop.is_set():
            raise Interrupted
        if self._bars is not None and self._task is not None:
            self._bars.update(self._task, completed=done, total=size)


def transfer_all(
    act: Callable[[T, Progress], R],
    items: Sequence[T],
    output: Output,
    *,
    names: Sequence[str],
    at_once: int,
) -> list[R | Exception | None]:
    """Transfers items in threads, and returns what came of each, in their order.

    Ctrl-C stops those that are being transferred: they and the rest come to None.

    Args:
        act: transfers an item, and tells how far it is.
        items: what to transfer.
        output: its terminal, if it is one, shows the bars.
        names: of the items, for the bars.
        at_once: how many are transferred at the same time.
    """
    results: list[R | Exception | None] = [None] * len(items)
    waiting = iter(range(len(items)))  # `next` of it is atomic
    stop = Event()
    with _bars(output) if output.err.isatty() else nullcontext() as bars:

        def work() -> None:
            while not stop.is_set() and (position := next(waiting, None)) is not None:
                transfer = Transfer(stop, bars, names[position])
                try:
                    results[position] = act(items[position], transfer)
                except Exception as error:  # kept, for the others go on
                    results[position] = None if _stopped(error) else error

        # Daemons: one that waits for a silent server must not keep the program from ending.
        threads = [Thread(target=work, daemon=True) for _ in range(min(at_once, len(items)))]
        for thread in threads:
            thread.start()
        try:
            _join(threads)
        except KeyboardInterrupt:
            stop.set()
            _join(threads, time.monotonic() + GRACE)
    return results


@contextmanager
def waiting(output: Output, what: str, total: int) -> Generator[Callable[[Any], None]]:
    """A bar, in a terminal, of files that batches wait for; gives what is called with a batch."""
    with _bars(output, of_bytes=False) if output.err.isatty() else nullcontext() as bars:
        task = bars.add_task(what, total=total) if bars else None
        done: dict[str, int] = {}

        def tell(batch: Any) -> None:
            done[batch.id] = batch.file_counts.total - batch.file_counts.in_progress
            if bars is not None and task is not None:
                bars.update(task, completed=sum(done.values()))

        yield tell


@contextmanager
def counting(output: Output) -> Generator[Callable[[Moved], None]]:
    """A bar, in a terminal, for each kind of things; gives what is called with how far it is."""
    with _bars(output, of_bytes=False) if output.err.isatty() else nullcontext() as bars:
        tasks: dict[str, TaskID] = {}

        def tell(progress: Moved) -> None:
            if bars is None:
                return
            if progress.kind not in tasks:
                tasks[progress.kind] = bars.add_task(progress.kind.replace("_", " "))
            bars.update(tasks[progress.kind], completed=progress.done, total=progress.total)

        yield tell


def _join(threads: Sequence[Thread], until: float | None = None) -> None:
    for thread in threads:
        thread.join(None if until is None else max(0.0, until - time.monotonic()))


def _stopped(error: BaseException | None) -> bool:
    """Whether the program's end is what an error comes of."""
    while error is not None and not isinstance(error, Interrupted):
        error = error.__cause__ or error.__context__
    return error is not None


def _bars(output: Output, *, of_bytes: bool = True) -> Bars:
    from rich import progress

    name, bar = progress.TextColumn("{task.description}", markup=False), progress.BarColumn()
    amounts = (
        (progress.DownloadColumn(), progress.TransferSpeedColumn())
        if of_bytes
        else (progress.MofNCompleteColumn(),)
    )
    return progress.Progress(name, bar, *amounts, console=output.console(of_errors=True))
