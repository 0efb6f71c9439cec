"""Take turns on the event loop, so that many who come at once do not keep it from the others."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager


class Turns:
    """Lets one task begin in each iteration of the event loop, first come, first served.

    What handles a request, or writes, seldom waits for anything, and takes a few milliseconds. Of
    500 that are ready at once each would begin in the same iteration; what came meanwhile, be it a
    request that takes a tenth of that, would wait for them all.
    """

    def __init__(self) -> None:
        self._lock = asyncio.Lock()

    async def begin(self) -> None:
        """Wait for a turn."""
        async with self._lock:
            await asyncio.sleep(0)

    @asynccontextmanager
    async def alone(self) -> AsyncGenerator[None]:
        """Wait for a turn that lasts as long as the block, however many iterations that takes."""
        async with self._lock:
            await asyncio.sleep(0)
            yield
