"""Deltas are gathered into batches, bounded by time, count and size; the time is virtual."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from contextlib import aclosing

import pytest
from tests.support.virtual_time import run

from openai_assistants_service.models.base import Delta, ModelError, TextDelta
from openai_assistants_service.runs.batching import Batch, BatchLimits, batches

SHORT = BatchLimits(seconds=0.05, silence=0.05)


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Stream:
    """Yields texts, each when it is due on a clock that it moves; fails or hangs at the end."""

    def __init__(
        self,
        texts: Iterable[str],
        before: Callable[[], Awaitable[None]] | None = None,
        error: Exception | None = None,
    ) -> None:
        self._texts = texts
        self._before = before
        self._error = error
        self.yielded = 0
        self.closed = False

    async def __call__(self) -> AsyncGenerator[Delta]:
        try:
            for text in self._texts:
                if self._before is not None:
                    await self._before()
                self.yielded += 1
                yield TextDelta(text)
            if self._error is not None:
                raise self._error
        finally:
            self.closed = True


def texts(batch: Batch) -> list[str]:
    return [delta.text for delta in batch.deltas if isinstance(delta, TextDelta)]


async def gathered(stream: Stream, limits: BatchLimits = SHORT) -> list[Batch]:
    clock = asyncio.get_running_loop().time
    async with aclosing(batches(stream(), limits, clock)) as coming:
        return [batch async for batch in coming]


def test_what_comes_at_once_is_one_batch() -> None:
    (batch,) = run(gathered(Stream("abc")))
    assert (texts(batch), batch.last) == (["a", "b", "c"], True)


def test_a_stream_of_nothing_ends() -> None:
    assert run(gathered(Stream(""))) == [Batch((), last=True)]


@pytest.mark.parametrize("limits", [BatchLimits(60, 3, 1000), BatchLimits(60, 1000, 3)])
def test_a_batch_is_bounded_by_count_and_size(limits: BatchLimits) -> None:
    found = run(gathered(Stream("abcdefg"), limits))
    assert [texts(batch) for batch in found] == [list("abc"), list("def"), ["g"]]
    assert [batch.last for batch in found] == [False, False, True]


def test_the_first_comes_at_once_and_the_others_are_gathered() -> None:
    async def pause() -> None:
        await asyncio.sleep(0.005)

    found = run(gathered(Stream("x" * 100, pause), BatchLimits(seconds=0.1)))
    sizes = [len(batch.deltas) for batch in found]
    assert sizes[0] == 1
    assert sum(sizes) == 100
    assert len(sizes) <= 7  # half a second, and the first


def test_a_batch_is_due_by_the_clock() -> None:
    """So much time passes with every batch that the next is never waited for."""
    clock = Clock()

    async def pause() -> None:
        await asyncio.sleep(0.001)

    async def test() -> int:
        found = 0
        limits = BatchLimits(seconds=60)
        async with aclosing(batches(Stream("x" * 20, pause)(), limits, clock)) as coming:
            async for _ in coming:
                found += 1
                clock.now += 60
        return found

    assert run(test()) >= 20


def test_a_silent_stream_gives_empty_batches() -> None:
    async def pause() -> None:
        await asyncio.sleep(0.2)

    found = run(gathered(Stream("a", pause)))
    assert [batch.deltas for batch in found[:2]] == [(), ()]
    assert texts(found[-1]) == ["a"]
    assert all(not batch.last for batch in found[:-1])


def test_nobody_waits_longer_than_the_limit() -> None:
    async def pause() -> None:
        await asyncio.sleep(0.02)

    async def test() -> float:
        stream, clock = Stream("x" * 20, pause), asyncio.get_running_loop().time
        longest, before = 0.0, clock()
        async with aclosing(batches(stream(), BatchLimits(seconds=0.1), clock)) as coming:
            async for _ in coming:
                longest, before = max(longest, clock() - before), clock()
        return longest

    assert run(test()) < 0.11


def test_a_slow_reader_stops_the_stream() -> None:
    async def test() -> tuple[int, bool]:
        stream = Stream("x" * 1000)
        async with aclosing(batches(stream(), BatchLimits(60, 10))) as coming:
            await anext(coming)
            await asyncio.sleep(0.05)
            return stream.yielded, stream.closed

    yielded, closed = run(test())
    assert yielded <= 20
    assert not closed


def test_closing_ends_a_stream_that_hangs() -> None:
    async def test() -> bool:
        stream = Stream("x", asyncio.Event().wait)  # type: ignore[arg-type]
        async with aclosing(batches(stream(), SHORT)) as coming:
            await anext(coming)
        return stream.closed

    assert run(test())


def test_what_came_before_an_error_is_not_lost() -> None:
    async def test() -> list[Batch]:
        found: list[Batch] = []
        stream = Stream("ab", error=ModelError("server_error", "gone"))
        coming = batches(stream(), SHORT)
        found.append(await anext(coming))
        with pytest.raises(ModelError, match="gone"):
            await anext(coming)
        return found

    (batch,) = run(test())
    assert (texts(batch), batch.last) == (["a", "b"], False)
