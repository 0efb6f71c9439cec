"""Run a Python program where it reaches nothing: no files, environment, network or processes.

The program runs in pydantic-monty, an interpreter of a subset of Python, in a worker process of
its own, and always with limits.
"""

from pydantic_monty import (
    AsyncMonty,
    CollectString,
    MontyError,
    MontyRuntimeError,
    MontySyntaxError,
    ResourceLimits,
)

from .base import DEFAULT_LIMITS, Limits, Outcome


class MontyInterpreter:
    """Runs each program in a fresh process, which is gone afterwards."""

    async def run(self, source: str, limits: Limits = DEFAULT_LIMITS) -> Outcome:
        """Run a program; it takes `limits.seconds` and a little at most."""
        printed = CollectString(max_bytes=limits.output)
        try:
            result = await _feed(source, limits, printed)
        except (MontyError, TimeoutError) as error:
            return Outcome(printed.output, error=_reason(error))
        return Outcome(printed.output, result)


async def _feed(source: str, limits: Limits, printed: CollectString) -> str | None:
    budget: ResourceLimits = {
        "max_feed_duration_secs": limits.seconds,
        "max_memory": limits.memory,
        "max_recursion_depth": limits.recursion,
        "max_suspensions": 100,
        "max_total_sleep_secs": 0.0,
    }
    async with (
        AsyncMonty(
            max_processes=1, checkout_timeout=10.0, request_timeout=limits.seconds + 2.0
        ) as pool,
        pool.checkout(limits=budget, os_policy={"sleep": "zero"}) as session,
    ):
        value: object = await session.feed_run(source, print_callback=printed)
    return None if value is None else _shown(value)[: limits.output]


def _shown(value: object) -> str:
    """Return the value as text, or say that there is no showing it."""
    try:
        return repr(value)
    except (ValueError, RecursionError):
        return f"<{type(value).__name__} too large to show>"


def _reason(error: Exception) -> str:
    """Name the error the way Python's last line of a traceback does."""
    if isinstance(error, MontySyntaxError | MontyRuntimeError):
        return error.display(format="type-msg")
    return str(error) or type(error).__name__
