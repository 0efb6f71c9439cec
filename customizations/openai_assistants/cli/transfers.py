"""Several uploads or downloads at once, with a bar for each in a terminal."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack
from threading import Event
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.progress import Progress as Bars
    from rich.progress import TaskID

    from openai_assistants_core.file_types import Progress

    from .output import Output

T = TypeVar("T")
R = TypeVar("R")


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
    stop = Event()
    with ExitStack() as stack:
        bars = stack.enter_context(_bars(output)) if output.err.isatty() else None

        def one(item: T, name: str) -> R:
            if stop.is_set():
                raise Interrupted
            return act(item, Transfer(stop, bars, name))

        pool = stack.enter_context(ThreadPoolExecutor(at_once))
        futures = [pool.submit(one, *pair) for pair in zip(items, names, strict=True)]
        try:
            wait(futures)
        except KeyboardInterrupt:
            stop.set()
            wait(futures)
        return [_result(future) for future in futures]


def _result(future: Any) -> Any:
    error = future.exception()
    if _stopped(error):
        return None
    if error is not None and not isinstance(error, Exception):
        raise error
    return future.result() if error is None else error


def _stopped(error: BaseException | None) -> bool:
    """Whether the program's end is what an error comes of."""
    while error is not None and not isinstance(error, Interrupted):
        error = error.__cause__ or error.__context__
    return error is not None


def _bars(output: Output) -> Bars:
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        console=output.console(of_errors=True),
    )
