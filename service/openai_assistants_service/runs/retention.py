"""Delete the threads that nobody has used for a number of days, a few at a time."""

import logging

from attrs import define

from ..storage import retention
from ..storage.database import Tx
from .lifecycle import ACTIVE

_LOG = logging.getLogger(__name__)
_DAY = 86_400
_AT_ONCE = 20
_PAUSE = 3_600
"""Seconds until one looks again, once there are no more."""


@define
class Retention:
    """How many days a thread is kept after it was last used; None for ever."""

    days: int | None = None
    _next: int = 0

    async def apply(self, tx: Tx) -> list[str]:
        """Delete some threads, if it is time; return the files that went with them."""
        if self.days is None or tx.now < self._next:
            return []
        found = await retention.idle_threads(tx, tx.now - self.days * _DAY, ACTIVE, _AT_ONCE)
        freed = [file_id for one in found for file_id in await retention.delete_thread(tx, one)]
        if len(found) < _AT_ONCE:
            self._next = tx.now + _PAUSE
        if found:
            fields = {"threads": len(found), "files": len(freed)}
            tx.on_commit(lambda: _LOG.info("threads deleted", extra={"fields": fields}))
        return freed
