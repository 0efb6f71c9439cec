"""When each key was used last: noted in memory, and written down once a minute at most."""

import asyncio
import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress

from attrs import define, field

from ..storage import api_keys
from ..storage.database import Database, StorageError

EVERY = 60.0
"""Seconds between two writes."""

_LOG = logging.getLogger(__name__)


@define
class KeyUses:
    """The uses of keys that are not written down yet: the last of each key."""

    _database: Database
    _times: dict[str, int] = field(factory=dict[str, int], init=False)
    _noted: asyncio.Event = field(factory=asyncio.Event, init=False)

    def note(self, id: str, now: int) -> None:
        """Note that a key is used now."""
        self._times[id] = now
        self._noted.set()

    async def write(self) -> None:
        """Write all down, in one transaction."""
        times = dict(self._times)
        if times:
            async with self._database.write() as tx:
                await api_keys.set_used(tx, times)
        self._times = {one: at for one, at in self._times.items() if times.get(one) != at}

    @asynccontextmanager
    async def recorded(self) -> AsyncGenerator[None]:
        """Write them down for as long as the block lasts, and what is left at its end."""
        task = asyncio.create_task(self._repeat())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
            await self._try_to_write()

    async def _repeat(self) -> None:
        while True:
            await self._noted.wait()
            self._noted.clear()
            await self._try_to_write()
            await asyncio.sleep(EVERY)

    async def _try_to_write(self) -> None:
        try:
            await self.write()
        except StorageError as error:
            _LOG.warning("the last uses of keys are not written down: %s", error)
