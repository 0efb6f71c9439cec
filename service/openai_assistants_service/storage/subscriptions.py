"""Who waits for changes, and is woken when a transaction that made one is committed."""

import asyncio
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from typing import Self


class Subscription:
    """Waits for changes of one topic for as long as its `with` block lasts."""

    def __init__(self, waiting: "Subscriptions", topic: str) -> None:
        self._waiting = waiting
        self._topic = topic
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """End the wait that is going on, or the next one."""
        self._woken.set()

    async def wait(self, seconds: float) -> None:
        """Return after a change that was committed since the last wait, or when time is over."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        self._woken.clear()

    def __enter__(self) -> Self:
        self._waiting.add(self._topic, self)
        return self

    def __exit__(self, *_: object) -> None:
        self._waiting.remove(self._topic, self)


class Subscriptions:
    """The subscriptions of this process."""

    def __init__(self) -> None:
        self._by_topic: defaultdict[str, set[Subscription]] = defaultdict(set)

    def add(self, topic: str, subscription: Subscription) -> None:
        """Have a subscription woken from now on."""
        self._by_topic[topic].add(subscription)

    def remove(self, topic: str, subscription: Subscription) -> None:
        """Forget a subscription."""
        self._by_topic[topic].discard(subscription)
        if not self._by_topic[topic]:
            del self._by_topic[topic]

    def wake(self, topics: Iterable[str]) -> None:
        """Wake who waits for any of the topics."""
        for topic in topics:
            for subscription in self._by_topic.get(topic, ()):
                subscription.wake()

    def wake_all(self) -> None:
        """Wake everybody, who may have missed something."""
        self.wake(list(self._by_topic))
