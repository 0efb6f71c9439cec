"""A client of either kind with a credential of azure-identity, on servers of this machine."""

import asyncio
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import attrs
import pytest
from msgspec.structs import replace

from openai_assistants import AssistantsClient, AsyncAssistantsClient, Endpoint
from openai_assistants._auth.authenticator import async_authenticator_for, authenticator_for

Credentials = tuple[Callable[[], Any], Callable[[], Any]]
"""What makes a credential, synchronous and asynchronous."""

both = pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])


@attrs.define
class Scene:
    """A clock that only waiting moves, and what a client does by it.

    Attributes:
        waits: for how long, in seconds.
    """

    asynchronous: bool
    start: float = attrs.field(factory=time.time)
    waits: list[float] = attrs.field(factory=list[float])

    def clock(self) -> float:
        """Seconds since 1970."""
        return self.start + sum(self.waits)

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)

    async def sleep_async(self, seconds: float) -> None:
        self.waits.append(seconds)

    def play(
        self, endpoint: Endpoint, credentials: Credentials, *acts: Callable[[Any], Any]
    ) -> list[Any]:
        """What each act on one client returns."""
        if self.asynchronous:
            return asyncio.run(self._play_async(endpoint, credentials[1], acts))
        opened: AbstractContextManager[Any] = credentials[0]()
        with opened as credential, AssistantsClient(endpoint, credential) as client:
            client._transport = replace(
                client._transport,
                authenticator=authenticator_for(endpoint, credential, self.clock),
                sleep=self.sleep,
                clock=self.clock,
                monotonic=self.clock,
            )
            return [act(client) for act in acts]

    async def _play_async(
        self, endpoint: Endpoint, make: Callable[[], Any], acts: tuple[Callable[[Any], Any], ...]
    ) -> list[Any]:
        async with make() as credential, AsyncAssistantsClient(endpoint, credential) as client:
            client._transport = replace(
                client._transport,
                authenticator=async_authenticator_for(endpoint, credential, self.clock),
                sleep=self.sleep_async,
                clock=self.clock,
                monotonic=self.clock,
            )
            return [await act(client) for act in acts]


def create(client: Any) -> Any:
    """A call that acts."""
    return client.threads.create()


def retrieve(client: Any) -> Any:
    """A call that reads."""
    return client.threads.retrieve("thread_1")
