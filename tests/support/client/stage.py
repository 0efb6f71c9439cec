"""A stage for helpers: both clients, and a clock of its own."""

import asyncio
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from openai_assistants import AssistantsClient, AsyncAssistantsClient, OpenAIKeyCredential
from openai_assistants.testing import FakeClock

from .wire import Wire

NOW = 1_700_000_000.0


@attrs.define
class Stage:
    """A client of either kind on a network of memory, with a clock that only waiting moves."""

    wire: Wire
    asynchronous: bool
    clock: FakeClock = attrs.field(factory=lambda: FakeClock(NOW))

    @property
    def waits(self) -> list[float]:
        """How long each wait was, in seconds."""
        return self.clock.sleeps

    def call(self, act: Callable[[Any], Any]) -> Any:
        """What a call on a client returns."""
        key = OpenAIKeyCredential("k")
        if not self.asynchronous:
            return act(self.clock.attach(AssistantsClient(key, http_client=self.wire.http())))
        client = AsyncAssistantsClient(key, http_client=self.wire.async_http())

        async def finish() -> Any:
            return await act(self.clock.attach(client))

        return asyncio.run(finish())


both = pytest.mark.parametrize("asynchronous", [False, True])
