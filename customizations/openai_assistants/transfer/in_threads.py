"""Work for the disk and lists, each for code that awaits it and for the twin that does not."""

from collections.abc import AsyncIterable, Awaitable, Callable, Iterable
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

Act = Callable[..., Any]
AsyncAct = Callable[..., Awaitable[Any]]


def in_thread(act: Callable[..., R], *args: Any) -> R:
    """Does something that waits for the disk."""
    return act(*args)


async def async_in_thread(act: Callable[..., R], *args: Any) -> R:
    """Does something that waits for the disk, in a thread."""
    from anyio.to_thread import run_sync

    return await run_sync(act, *args)


def listed(found: Iterable[T]) -> list[T]:
    """All objects of a list."""
    return list(found)


async def async_listed(found: AsyncIterable[T]) -> list[T]:
    """All objects of a list."""
    return [one async for one in found]
