"""The time that a whole call may take, retries included."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from msgspec import Struct


class Deadline(Struct, frozen=True):
    """When a call must end.

    Attributes:
        total: seconds that it may take; None, there is no limit.
        monotonic: a clock that only goes forward.
        started: when the call started, by that clock.
    """

    total: float | None
    monotonic: Callable[[], float]
    started: float

    def elapsed(self) -> float:
        """Seconds since the call started."""
        return self.monotonic() - self.started

    def remaining(self) -> float | None:
        """Seconds until the call must end; None if there is no limit."""
        return None if self.total is None else max(0.0, self.total - self.elapsed())

    def expired(self) -> bool:
        """Whether the call must end now."""
        return self.remaining() == 0.0

    def within(self, limits: Mapping[str, float | None]) -> dict[str, float | None]:
        """The limits of each phase of a request, none longer than the time that remains."""
        remaining = self.remaining()
        if remaining is None:
            return dict(limits)
        return {
            phase: remaining if limit is None else min(limit, remaining)
            for phase, limit in limits.items()
        }

    def reason(self) -> str:
        """The message of the error when it has expired."""
        return f"no answer within the {self.total:g} s of the whole call"

    def check(self, error: Callable[[str], Exception]) -> None:
        """Raises an error, which is made from a message, if the call must end now."""
        if self.expired():
            raise error(self.reason())

    def bound(self, response: Any, library: Any) -> None:
        """Makes reading the body of a synchronous response end in time, between two chunks."""
        if self.total is not None:
            response.stream = _bounded(library.SyncByteStream)(
                response.stream, self, library.ReadTimeout, response.request
            )


class _Chunks:
    """The chunks of a body, until the deadline."""

    def __init__(self, stream: Any, deadline: Deadline, error: Any, request: Any) -> None:
        self._stream = stream
        self._deadline = deadline
        self._error = error
        self._request = request

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._stream:
            if self._deadline.expired():
                raise self._error(self._deadline.reason(), request=self._request)
            yield chunk

    def close(self) -> None:
        self._stream.close()


@cache
def _bounded(base: Any) -> Any:
    """`_Chunks` as a stream of the HTTP library, which accepts only its own class."""
    return type("BoundedStream", (_Chunks, base), {})
