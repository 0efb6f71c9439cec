"""An asynchronous client used like a synchronous one, so that one text tries both."""

import asyncio
import inspect
from collections.abc import AsyncIterator, Iterator
from typing import Any, TypeVar

T = TypeVar("T")

_RESOURCES = {
    "beta",
    "assistants",
    "threads",
    "messages",
    "runs",
    "steps",
    "files",
    "vector_stores",
    "file_batches",
}
_BLOCKING = ("iter_pages", "beta")


class Blocking:
    """A client, resource or page whose calls are run to their end."""

    def __init__(self, target: Any, runner: asyncio.Runner) -> None:
        self._target = target
        self._runner = runner

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._target, name)
        if name in _RESOURCES:
            return Blocking(value, self._runner)
        return self._method(value) if inspect.isroutine(value) else value

    def __iter__(self) -> Iterator[Any]:
        return iter(self._runner.run(_collect(self._target)))

    def _method(self, method: Any) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            result = method(*args, **kwargs)
            if inspect.isasyncgen(result):
                return self._runner.run(_collect(result))
            if inspect.isawaitable(result):
                result = self._runner.run(_wait(result))
            again = any(hasattr(result, name) for name in _BLOCKING)
            return Blocking(result, self._runner) if again else result

        return call


async def _wait(awaitable: Any) -> Any:
    return await awaitable


async def _collect(items: AsyncIterator[T]) -> list[T]:
    return [item async for item in items]
