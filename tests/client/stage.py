"""A stage for helpers: both clients, and a clock of its own."""

import asyncio
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from msgspec.structs import replace

from openai_assistants import AssistantsClient, AsyncAssistantsClient, OpenAIKeyCredential

from .wire import Wire

NOW = 1_700_000_000.0


@attrs.define
class Stage:
    """A client of either kind on a network of memory, with a clock that only waiting moves."""

    wire: Wire
    asynchronous: bool
    waits: list[float] = attrs.field(factory=list[float])

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)

    async def sleep_async(self, seconds: float) -> None:
        self.waits.append(seconds)

    def monotonic(self) -> float:
        return 100.0 + sum(self.waits)

    def call(self, act: Callable[[Any], Any]) -> Any:
        """What a call on a client returns."""
        key = OpenAIKeyCredential("k")
        client: Any
        sleep: Any
        if self.asynchronous:
            client = AsyncAssistantsClient(key, http_client=self.wire.async_http())
            sleep = self.sleep_async
        else:
            client = AssistantsClient(key, http_client=self.wire.http())
            sleep = self.sleep
        client._transport = replace(
            client._transport, sleep=sleep, monotonic=self.monotonic, clock=lambda: NOW
        )
        result = act(client)

        async def finish() -> Any:
            return await result

        return asyncio.run(finish()) if self.asynchronous else result


both = pytest.mark.parametrize("asynchronous", [False, True])
