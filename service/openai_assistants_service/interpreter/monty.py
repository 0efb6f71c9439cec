"""Run a Python program where it reaches nothing: no files, environment, network or processes.

The program runs in pydantic-monty, an interpreter of a subset of Python, in a worker process of
its own, and always with limits. `run` blocks for as long as the program does (`Limits.seconds` and
a little at most); call it from a thread where that matters.
"""

from attrs import frozen
from pydantic_monty import (
    CollectString,
    Monty,
    MontyError,
    MontyRuntimeError,
    MontySyntaxError,
    ResourceLimits,
)


@frozen
class Limits:
    """How much a program may use before it is stopped."""

    seconds: float = 2.0
    memory: int = 64 * 1024 * 1024
    recursion: int = 300
    output: int = 64 * 1024


@frozen
class Outcome:
    """What became of a program: what it printed, the value of its last line, why it stopped."""

    logs: str
    result: str | None = None
    error: str | None = None

    @property
    def text(self) -> str:
        """Everything there is to show, as a console would show it."""
        parts = [self.logs.rstrip("\n"), self.result or "", self.error or ""]
        return "\n".join(part for part in parts if part)


def run(source: str, limits: Limits | None = None) -> Outcome:
    """Run `source` and return its outcome; a program that fails or is stopped has an `error`."""
    limits = limits or Limits()
    printed = CollectString(max_bytes=limits.output)
    try:
        result = _feed(source, limits, printed)
    except (MontyError, TimeoutError) as error:
        return Outcome(printed.output, error=_reason(error))
    return Outcome(printed.output, result)


def _feed(source: str, limits: Limits, printed: CollectString) -> str | None:
    """Run `source` in a fresh worker that is gone afterwards."""
    budget: ResourceLimits = {
        "max_feed_duration_secs": limits.seconds,
        "max_memory": limits.memory,
        "max_recursion_depth": limits.recursion,
        "max_suspensions": 100,
        "max_total_sleep_secs": 0.0,
    }
    pool = Monty(max_processes=1, checkout_timeout=10.0, request_timeout=limits.seconds + 2.0)
    with pool, pool.checkout(limits=budget, os_policy={"sleep": "zero"}) as session:
        value: object = session.feed_run(source, print_callback=printed)
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
