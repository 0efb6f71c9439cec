"""An asynchronous client used like a synchronous one, so that one text tries both."""

import asyncio
import inspect
from collections.abc import AsyncIterator, Iterator
from typing import Any, Self, TypeVar

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
    "with_raw_response",
}
_BLOCKING = ("__aiter__", "__aenter__", "iter_pages", "beta", "text_deltas")


class Blocking:
    """A client, resource, page or stream whose calls are run to their end."""

    def __init__(self, target: Any, runner: asyncio.Runner) -> None:
        self._target = target
        self._runner = runner

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._target, name)
        if name in _RESOURCES:
            return Blocking(value, self._runner)
        if inspect.isroutine(value):
            return self._method(value)
        return self._blocking(value) if hasattr(value, "__aiter__") else value

    def __iter__(self) -> Iterator[Any]:
        return iter(self._runner.run(_collect(self._target)))

    def __enter__(self) -> Self | Any:
        return self._blocking(self._runner.run(_wait(self._target.__aenter__())))

    def __exit__(self, *error: object) -> None:
        self._runner.run(_wait(self._target.__aexit__(*error)))

    def _blocking(self, value: Any) -> Any:
        again = any(hasattr(value, name) for name in _BLOCKING)
        return Blocking(value, self._runner) if again else value

    def _method(self, method: Any) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            result = method(*args, **kwargs)
            if inspect.isasyncgen(result):
                return self._runner.run(_collect(result))
            if inspect.isawaitable(result):
                result = self._runner.run(_wait(result))
            return self._blocking(result)

        return call


async def _wait(awaitable: Any) -> Any:
    return await awaitable


async def _collect(items: AsyncIterator[T]) -> list[T]:
    return [item async for item in items]
