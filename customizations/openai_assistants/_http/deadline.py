"""The time that a whole call may take, repetitions included."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from msgspec import Struct


class Budget(Struct, frozen=True):
    """The time of one call.

    Attributes:
        total: seconds it may take; None, as many as it needs.
        monotonic: a clock that only goes forward.
        started: when the call began, by that clock.
    """

    total: float | None
    monotonic: Callable[[], float]
    started: float

    def elapsed(self) -> float:
        """Seconds since the call began."""
        return self.monotonic() - self.started

    def left(self) -> float | None:
        """Seconds until the call must end; None if there is no such limit."""
        return None if self.total is None else max(0.0, self.total - self.elapsed())

    def spent(self) -> bool:
        """Whether the call must end now."""
        return self.left() == 0.0

    def within(self, limits: Mapping[str, float | None]) -> dict[str, float | None]:
        """The limits of each phase of a request, none longer than what is left."""
        left = self.left()
        if left is None:
            return dict(limits)
        return {
            phase: left if limit is None else min(limit, left) for phase, limit in limits.items()
        }

    def reason(self) -> str:
        """What to say when it is spent."""
        return f"no answer within the {self.total:g} s of the whole call"

    def bound(self, response: Any, library: Any) -> None:
        """Makes reading a synchronous response end with the budget, between any two parts."""
        if self.total is not None:
            response.stream = _bounded(library.SyncByteStream)(
                response.stream, self, library.ReadTimeout, response.request
            )


class _Parts:
    """The parts of a body, as long as there is time."""

    def __init__(self, stream: Any, budget: Budget, error: Any, request: Any) -> None:
        self._stream = stream
        self._budget = budget
        self._error = error
        self._request = request

    def __iter__(self) -> Iterator[bytes]:
        for part in self._stream:
            if self._budget.spent():
                raise self._error(self._budget.reason(), request=self._request)
            yield part

    def close(self) -> None:
        self._stream.close()


@cache
def _bounded(base: Any) -> Any:
    """`_Parts` as a stream of the HTTP library, which takes nothing but its own."""
    return type("BoundedStream", (_Parts, base), {})
