"""Carries out rules: generators that yield the seconds to wait before they want to act again.

A rule is sent what came of each act, and returns its result. This is the only place that sleeps.
"""

from collections.abc import Awaitable, Callable, Generator
from typing import TypeVar

Seen = TypeVar("Seen")
Result = TypeVar("Result")


def drive(
    rule: Generator[float, Seen, Result],
    act: Callable[[], Seen],
    sleep: Callable[[float], None],
) -> Result:
    """Follows a rule to its end."""
    wait = next(rule)
    while True:
        if wait > 0:
            sleep(wait)
        seen = act()
        try:
            wait = rule.send(seen)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


async def drive_async(
    rule: Generator[float, Seen, Result],
    act: Callable[[], Awaitable[Seen]],
    sleep: Callable[[float], Awaitable[None]],
) -> Result:
    """Follows a rule to its end."""
    wait = next(rule)
    while True:
        if wait > 0:
            await sleep(wait)
        seen = await act()
        try:
            wait = rule.send(seen)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
