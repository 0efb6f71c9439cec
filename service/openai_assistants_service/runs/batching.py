"""Gather the deltas of a model into batches, so that a token does not cost a transaction."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from attrs import frozen

from ..models.base import Delta, TextDelta, ToolCallDelta

MonotonicClock = Callable[[], float]


@frozen
class BatchLimits:
    """How long (seconds) and how large (deltas, characters) a batch may get.

    The time leaves a reader of the stream as much again until 100 ms are over.
    """

    seconds: float = 0.05
    deltas: int = 256
    characters: int = 64 * 1024
    silence: float = 0.1
    """Seconds without a delta after which there is an empty batch."""


DEFAULT_LIMITS = BatchLimits()


@frozen
class Batch:
    """Deltas that came together; of the last, the stream has ended."""

    deltas: tuple[Delta, ...]
    last: bool


async def batches(
    stream: AsyncGenerator[Delta],
    limits: BatchLimits = DEFAULT_LIMITS,
    clock: MonotonicClock = time.monotonic,
) -> AsyncGenerator[Batch]:
    """Yield what a stream yields: the first deltas at once, the others within `limits.seconds`.

    A stream that is silent for a while gives an empty batch, so that its reader can look around.
    A reader that takes its time stops the stream once a batch is full. Closing this generator
    closes the stream.
    """
    buffer = _Buffer(limits)
    filling = asyncio.create_task(buffer.fill(stream))
    taken = float("-inf")
    try:
        while True:
            if not await _wait(buffer.arrived, limits.silence):
                yield Batch((), last=False)
                continue
            await _wait(buffer.full, taken + limits.seconds - clock())
            taken = clock()
            batch = Batch(buffer.take(), last=buffer.ended)
            if not batch.last:
                yield batch
                continue
            if batch.deltas and buffer.failed:
                yield Batch(batch.deltas, last=False)
            await filling
            yield batch
            return
    finally:
        filling.cancel()
        await asyncio.gather(filling, return_exceptions=True)


class _Buffer:
    """What has come of a stream and is not taken yet."""

    def __init__(self, limits: BatchLimits) -> None:
        self.arrived = asyncio.Event()
        self.full = asyncio.Event()
        self.ended = False
        self.failed = False
        self._limits = limits
        self._taken = asyncio.Event()
        self._deltas: list[Delta] = []
        self._characters = 0

    async def fill(self, stream: AsyncGenerator[Delta]) -> None:
        """Read the stream to its end; wait while the buffer is full."""
        try:
            async with aclosing(stream):
                async for delta in stream:
                    await self._put(delta)
        except BaseException:
            self.failed = True
            raise
        finally:
            self.ended = True
            self.arrived.set()
            self.full.set()

    async def _put(self, delta: Delta) -> None:
        self._deltas.append(delta)
        self._characters += _length(delta)
        self.arrived.set()
        if len(self._deltas) >= self._limits.deltas or self._characters >= self._limits.characters:
            self._taken.clear()
            self.full.set()
            await self._taken.wait()

    def take(self) -> tuple[Delta, ...]:
        """Return what is there, and make room for more."""
        deltas = tuple(self._deltas)
        self._deltas.clear()
        self._characters = 0
        if not self.ended:
            self.arrived.clear()
            self.full.clear()
        self._taken.set()
        return deltas


def _length(delta: Delta) -> int:
    if isinstance(delta, TextDelta):
        return len(delta.text)
    return len(delta.arguments) if isinstance(delta, ToolCallDelta) else 0


async def _wait(event: asyncio.Event, seconds: float) -> bool:
    """Wait for an event, so many seconds at most; return whether it is set."""
    if event.is_set() or seconds <= 0:
        return event.is_set()
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return False
    return True
