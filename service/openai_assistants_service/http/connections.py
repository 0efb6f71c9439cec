"""Connections that nobody uses, which would otherwise stay open for ever."""

from typing import Any

from attrs import define, field

FIRST_REQUEST = 30.0
"""How many seconds a new connection may take to send the head of a request."""

KEEP_ALIVE = 60
"""How many seconds a connection may take to send the head of its next request."""


@define
class IdleConnections:
    """Finds the connections of a uvicorn server that have had no request for too long.

    uvicorn itself gives up those that send nothing after a request, but neither new ones nor those
    that send the head of a request a byte at a time.
    """

    _since: dict[Any, tuple[object, float]] = field(factory=dict[Any, tuple[object, float]])
    """The last request of each idle connection, and when it was first seen to be over."""

    def overdue(self, connections: set[Any], now: float) -> list[Any]:
        """Return the connections to close; to be called again and again."""
        idle = [one for one in connections if one.cycle is None or one.cycle.response_complete]
        before, self._since = self._since, {}
        for one in idle:
            request, since = before.get(one, (one.cycle, now))
            self._since[one] = (one.cycle, since if request is one.cycle else now)
        return [
            one for one, (request, since) in self._since.items() if now - since > _most(request)
        ]


def _most(request: object) -> float:
    return FIRST_REQUEST if request is None else KEEP_ALIVE
