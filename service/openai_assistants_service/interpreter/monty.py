"""Run Python programs where they reach nothing: no files, environment, network or processes.

They run in pydantic-monty, an interpreter of a subset of Python, in a worker process of its own for
each session, and always with limits.
"""

from collections.abc import Sequence
from contextlib import AsyncExitStack

from pydantic_monty import (
    AsyncMonty,
    AsyncMontySession,
    CollectString,
    MontyError,
    MontyRuntimeError,
    MontySyntaxError,
    ResourceLimits,
)

from .base import DEFAULT_LIMITS, InputFile, Limits, Outcome

_LOST = "What earlier programs defined is gone."


class MontyInterpreter:
    """Gives each session a process, which is gone afterwards. It has no files."""

    language = (
        "a subset of Python: no generators, no del, no packages, and of modules only math, re, "
        "json, csv, datetime, decimal, random, collections, itertools and functools"
    )
    folder = None

    def __init__(self, limits: Limits = DEFAULT_LIMITS) -> None:
        self._limits = limits

    async def open(self, files: Sequence[InputFile] = ()) -> "MontySession":
        """Begin a session; its process starts with the first program."""
        return MontySession(self._limits)

    async def run(self, source: str) -> Outcome:
        """Run one program in a session of its own."""
        session = await self.open()
        try:
            return await session.run(source)
        finally:
            await session.close()


class MontySession:
    """Runs programs in one process."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._stack = AsyncExitStack()
        self._process: AsyncMontySession | None = None

    async def run(self, source: str) -> Outcome:
        """Run a program; it takes `limits.seconds` and a little at most."""
        printed = CollectString(max_bytes=self._limits.output)
        try:
            result = await self._feed(source, printed)
        except (MontyRuntimeError, MontySyntaxError) as error:
            return Outcome(printed.output, error=error.display(format="type-msg"))
        except (MontyError, TimeoutError) as error:
            await self.close()
            reason = str(error) or type(error).__name__
            return Outcome(printed.output, error=f"{reason}\n{_LOST}")
        except BaseException:  # cancelled: the program must not go on
            await self.close()
            raise
        return Outcome(printed.output, result)

    async def close(self) -> None:
        """End the process; another program would get a new one."""
        stack, self._stack, self._process = self._stack, AsyncExitStack(), None
        await stack.aclose()

    async def _feed(self, source: str, printed: CollectString) -> str | None:
        if self._process is None:
            self._process = await self._start()
        value: object = await self._process.feed_run(source, print_callback=printed)
        return None if value is None else _shown(value)[: self._limits.output]

    async def _start(self) -> AsyncMontySession:
        limits = self._limits
        budget: ResourceLimits = {
            "max_feed_duration_secs": limits.seconds,
            "max_memory": limits.memory,
            "max_recursion_depth": limits.recursion,
            "max_suspensions": 100,
            "max_total_sleep_secs": 0.0,
        }
        pool = await self._stack.enter_async_context(
            AsyncMonty(max_processes=1, checkout_timeout=10.0, request_timeout=limits.seconds + 2.0)
        )
        return await self._stack.enter_async_context(
            pool.checkout(limits=budget, os_policy={"sleep": "zero"})
        )


def _shown(value: object) -> str:
    """Return the value as text, or say that there is no showing it."""
    try:
        return repr(value)
    except (ValueError, RecursionError):
        return f"<{type(value).__name__} too large to show>"
