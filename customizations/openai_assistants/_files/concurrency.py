"""Does something with each of many items, a number of them at once: in threads, or as tasks."""

from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")


def for_each(items: Iterable[T], act: Callable[[T], object], max_concurrency: int) -> None:
    """Does something with each item in threads, a number of them at once.

    The first error ends it: what is being done is finished, nothing more is begun.
    """
    left, lock, failed = iter(items), Lock(), list[BaseException]()

    def worker() -> None:
        while not failed:
            with lock:
                item = next(left, _END)
            if item is _END:
                return
            try:
                act(item)
            except BaseException as error:
                failed.append(error)

    with ThreadPoolExecutor(max_concurrency) as threads:
        futures = [threads.submit(copy_context().run, worker) for _ in range(max_concurrency)]
        try:
            for future in futures:
                future.result()
        except BaseException as error:  # such as Ctrl-C, after which nothing more is to be begun
            failed.insert(0, error)
    if failed:
        raise failed[0]


async def async_for_each(
    items: Iterable[T], act: Callable[[T], Awaitable[object]], max_concurrency: int
) -> None:
    """Does something with each item, a number of them at once; the first error cancels the rest."""
    import anyio

    left, failed = iter(items), list[Exception]()

    async def worker() -> None:
        for item in left:
            try:
                await act(item)
            except Exception as error:
                failed.append(error)
                group.cancel_scope.cancel()
                return

    async with anyio.create_task_group() as group:
        for _ in range(max_concurrency):
            group.start_soon(worker)
    if failed:
        raise failed[0]


def check_concurrency(max_concurrency: int) -> None:
    """Checks the number of workers.

    Raises:
        ValueError: it is less than one.
    """
    if max_concurrency < 1:
        raise ValueError("max_concurrency must be at least 1")


_END: Any = object()
