"""Calls of many kinds, through a client of either kind, and what became of each."""

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs

from openai_assistants import (
    AmbiguousOutcome,
    AssistantsClient,
    AssistantsError,
    AsyncAssistantsClient,
    CompatibleEndpoint,
    NotFoundError,
    ResponseDecodeError,
)
from openai_assistants.testing import FakeClock

AT_ONCE = 8
BOUND = 20.0
"""Seconds that no call may take; each has a total of half as many."""

OPTIONS: dict[str, Any] = {"max_retries": 4, "timeout": 5.0, "total_timeout": BOUND / 2}


class UnsleptClock(FakeClock):
    """The time of this machine; waits take none of it, and are not added up for all threads."""

    def time(self) -> float:
        return time.time()

    def monotonic(self) -> float:
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Does nothing."""


@attrs.frozen
class Call:
    """One call: what it creates or deletes, by name, and how it is made."""

    kind: str
    name: str
    act: Callable[[Any], Any]


@attrs.frozen
class Came:
    """What a call came to."""

    call: Call
    value: Any
    error: BaseException | None
    seconds: float

    @property
    def may_be_done(self) -> bool:
        """Whether its error leaves open if it was carried out."""
        return isinstance(self.error, AmbiguousOutcome | ResponseDecodeError)


def run_sync(base_url: str, calls: Iterable[Call], **options: Any) -> list[Came]:
    """Makes the calls in a few threads that share a client; no wait takes any time."""
    with (
        AssistantsClient(CompatibleEndpoint(base_url), **OPTIONS, **options) as client,
        ThreadPoolExecutor(AT_ONCE) as pool,
    ):
        unslept = UnsleptClock().attach(client)

        def one(call: Call) -> Came:
            began = time.monotonic()
            try:
                value, error = call.act(unslept), None
            except Exception as caught:
                value, error = None, caught
            return Came(call, value, error, time.monotonic() - began)

        return list(pool.map(one, calls))


def run_async(base_url: str, calls: Iterable[Call], **options: Any) -> list[Came]:
    """Makes the calls in tasks that share a client; no wait takes any time."""

    async def all_of_them() -> list[Came]:
        turns = asyncio.Semaphore(AT_ONCE)
        async with AsyncAssistantsClient(
            CompatibleEndpoint(base_url), **OPTIONS, **options
        ) as client:
            unslept = UnsleptClock().attach(client)
            return await asyncio.gather(*(one(call, unslept, turns) for call in calls))

    async def one(call: Call, client: Any, turns: asyncio.Semaphore) -> Came:
        async with turns:
            began = time.monotonic()
            try:
                value, error = await call.act(client), None
            except Exception as caught:
                value, error = None, caught
            return Came(call, value, error, time.monotonic() - began)

    return asyncio.run(all_of_them())


Run = Callable[..., list[Came]]
Made = Any | Awaitable[Any]


def delete(assistant_id: str) -> Call:
    """The deletion of an assistant."""
    return Call("delete", assistant_id, lambda client: client.assistants.delete(assistant_id))


def mixed(number: int, thread_id: str, doomed: list[str], *, files: bool) -> list[Call]:
    """As many calls of all kinds, by turns."""
    makers: list[Callable[[int], Call]] = [
        lambda n: Call(
            "assistant", f"n{n}", lambda c: c.assistants.create(model="builtin", name=f"n{n}")
        ),
        lambda n: Call(
            "message",
            f"n{n}",
            lambda c: c.threads.messages.create(thread_id, role="user", content=f"n{n}"),
        ),
        lambda n: Call("read", f"n{n}", lambda c: c.threads.retrieve(thread_id)),
        lambda n: Call("thread", f"n{n}", lambda c: c.threads.create(metadata={"name": f"n{n}"})),
        lambda n: Call(
            "set", f"n{n}", lambda c: c.threads.update(thread_id, metadata={"n": f"n{n}"})
        ),
        lambda n: Call("list", f"n{n}", lambda c: c.assistants.list(limit=5)),
        lambda n: Call(
            "delete",
            doomed[n // len(makers)],
            lambda c: c.assistants.delete(doomed[n // len(makers)]),
        ),
    ]
    if files:
        makers.append(
            lambda n: Call(
                "file",
                f"n{n}",
                lambda c: c.files.create(file=(f"n{n}", b"x" * 3000), purpose="assistants"),
            )
        )
    return [makers[n % len(makers)](n) for n in range(number)]


def check(came: list[Came], executed: dict[str, Counter[str]], left: set[str]) -> Counter[str]:
    """Holds every call against what the service has; returns how often each ending came.

    Args:
        came: the calls.
        executed: by kind of object, how many there are of each name.
        left: the ids of the assistants that are still there.
    """
    for one in came:
        said = f"{one.call.kind} {one.call.name}: {one.error!r} {one.value!r}"
        assert one.seconds < BOUND, said
        assert one.error is None or isinstance(one.error, AssistantsError), said
        if one.call.kind in executed:
            there = executed[one.call.kind][one.call.name]
            if one.error is None:
                assert there == 1, said
            else:
                assert there <= int(one.may_be_done), said
        elif one.call.kind == "delete" and one.error is None:
            assert one.value.deleted, said
            assert one.call.name not in left, said
        elif one.call.kind == "delete" and isinstance(one.error, NotFoundError):
            assert "may have deleted it" in str(one.error), said
            assert one.call.name not in left, said
    return Counter(type(one.error).__name__ if one.error else "result" for one in came)
