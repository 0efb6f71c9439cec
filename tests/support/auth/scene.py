"""A client of either kind with a credential of azure-identity, on servers of this machine."""

import asyncio
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import attrs
import pytest

from openai_assistants import AssistantsClient, AsyncAssistantsClient, Endpoint
from openai_assistants.testing import FakeClock

Credentials = tuple[Callable[[], Any], Callable[[], Any]]
"""What makes a credential, synchronous and asynchronous."""

both = pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])


@attrs.define
class Scene:
    """What a client does by a clock that only waiting moves."""

    asynchronous: bool
    clock: FakeClock = attrs.field(factory=lambda: FakeClock(time.time()))

    @property
    def waits(self) -> list[float]:
        """For how long it waited, in seconds."""
        return self.clock.sleeps

    def play(
        self, endpoint: Endpoint, credentials: Credentials, *acts: Callable[[Any], Any]
    ) -> list[Any]:
        """What each act on one client returns."""
        if self.asynchronous:
            return asyncio.run(self._play_async(endpoint, credentials[1], acts))
        opened: AbstractContextManager[Any] = credentials[0]()
        with opened as credential, AssistantsClient(endpoint, credential) as client:
            clocked = self.clock.attach(client)
            return [act(clocked) for act in acts]

    async def _play_async(
        self, endpoint: Endpoint, make: Callable[[], Any], acts: tuple[Callable[[Any], Any], ...]
    ) -> list[Any]:
        async with make() as credential, AsyncAssistantsClient(endpoint, credential) as client:
            clocked = self.clock.attach(client)
            return [await act(clocked) for act in acts]


def create(client: Any) -> Any:
    """A call that acts."""
    return client.threads.create()


def retrieve(client: Any) -> Any:
    """A call that reads."""
    return client.threads.retrieve("thread_1")
