"""Carries out rules: generators that say what to do next and are sent what came of it.

`drive` is for steps that have a `wait`, in seconds; `ask` for questions that have none. This is the
only place that sleeps.
"""

from collections.abc import Awaitable, Callable, Generator
from typing import Protocol, TypeVar


class Waits(Protocol):
    """A step of a rule."""

    @property
    def wait(self) -> float: ...


S = TypeVar("S", bound=Waits)
Q = TypeVar("Q")
Seen = TypeVar("Seen")
Result = TypeVar("Result")


def drive(
    rule: Generator[S, Seen, Result],
    act: Callable[[S], Seen],
    sleep: Callable[[float], None],
) -> Result:
    """Follows a rule to its end."""
    step = next(rule)
    while True:
        if step.wait > 0:
            sleep(step.wait)
        seen = act(step)
        try:
            step = rule.send(seen)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


async def drive_async(
    rule: Generator[S, Seen, Result],
    act: Callable[[S], Awaitable[Seen]],
    sleep: Callable[[float], Awaitable[None]],
) -> Result:
    """Follows a rule to its end."""
    step = next(rule)
    while True:
        if step.wait > 0:
            await sleep(step.wait)
        seen = await act(step)
        try:
            step = rule.send(seen)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def ask(rule: Generator[Q, Seen, Result], answer: Callable[[Q], Seen]) -> Result:
    """Follows a rule of questions to its end."""
    question = next(rule)
    while True:
        seen = answer(question)
        try:
            question = rule.send(seen)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


async def ask_async(
    rule: Generator[Q, Seen, Result], answer: Callable[[Q], Awaitable[Seen]]
) -> Result:
    """Follows a rule of questions to its end."""
    question = next(rule)
    while True:
        seen = await answer(question)
        try:
            question = rule.send(seen)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
