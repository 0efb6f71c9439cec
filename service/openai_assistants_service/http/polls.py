"""Polls of runs: how soon the next may come, and answers that wait for the run instead."""

import asyncio
import re
from collections.abc import Mapping
from typing import Any

from attrs import define

from ..runs.lifecycle import UNATTENDED, RunStatus
from ..storage import runs
from ..storage.database import Clock, Database, Row, Transactions

POLL_AFTER = "openai-poll-after-ms"
"""The header that says how soon a client may ask again; the hosted services have it, too."""

POLL_WAIT = "openai-poll-wait-ms"
"""The header that says for how long a request of a run can be asked to wait; ours alone."""

LONGEST_WAIT = 20.0
"""Seconds; proxies commonly end a connection that is silent for 60."""

WAITED = {"preference-applied": "wait"}

_WAIT = re.compile(r'(?:^|[,;\s])wait\s*=\s*"?(\d{1,9})"?(?=$|[,;\s])', re.ASCII)
_SHORTEST_PAUSE = 0.5
_LONGEST_PAUSE = 4.0
"""Seconds after which the database is asked for what other processes did; longer each time."""

_SHORTEST = 20
_LONGEST = 2000
_FOR_EACH = 5
"""Milliseconds for each run that is under way: 200 polls a second, however many wait."""
_SHARE_OF_AGE = 0.05
_COUNTED_EVERY = 0.25


def preferred_wait(headers: Mapping[str, str]) -> float:
    """Return how many seconds a request prefers to wait (RFC 7240, section 4.3); else 0."""
    found = _WAIT.search(headers.get("prefer", ""))
    return min(float(found[1]), LONGEST_WAIT) if found else 0.0


async def until_attended(
    database: Database, thread_id: str, run_id: str, seconds: float, stop: asyncio.Event
) -> Row:
    """Return a run once it has ended, or waits for its caller; as it is, when time is over.

    Raises:
        ApiError: there is no such run, or no more.
    """
    clock = asyncio.get_running_loop().time
    until, pause = clock() + seconds, _SHORTEST_PAUSE
    with database.subscribe(run_id) as changes:
        while True:
            async with database.read() as tx:
                run = await runs.get(tx, thread_id, run_id)
            left = until - clock()
            if run["status"] not in UNATTENDED or left <= 0 or stop.is_set():
                return run
            await changes.wait(min(left, pause))
            pause = min(2 * pause, _LONGEST_PAUSE)


@define
class PollHint:
    """How soon a client may ask for a run again: the later, the more runs there are, and older."""

    clock: Clock
    _under_way: int = 0
    _counted: float = float("-inf")

    async def headers(self, run: Mapping[str, Any], database: Transactions) -> dict[str, str]:
        """Return the headers of an answer that is a run which has not ended.

        Args:
            database: where runs are counted: within the transaction that the answer comes of, if it
                is not over, for whoever waits for a second connection may wait for ever.
        """
        now = self.clock()
        if abs(now - self._counted) >= _COUNTED_EVERY:
            async with database.read() as tx:
                self._under_way = await runs.count(tx, UNATTENDED)
            self._counted = now
        after = max(
            _SHORTEST,
            _FOR_EACH * self._under_way,
            int(_SHARE_OF_AGE * 1000 * (now - run["created_at"])),
        )
        headers = {POLL_AFTER: str(min(after, _LONGEST))}
        if run["status"] != RunStatus.REQUIRES_ACTION:
            headers[POLL_WAIT] = str(int(LONGEST_WAIT * 1000))
        return headers
