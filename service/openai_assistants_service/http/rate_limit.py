"""How many requests a key may send in a minute."""

from attrs import define

_MINUTE = 60.0


@define
class RequestBucket:
    """Requests that may still be sent: full at first, and filled up evenly within a minute.

    Args:
        per_minute: how many there are when it is full.
        at: the time, in seconds.
    """

    per_minute: int
    _at: float
    _left: float = 0.0

    def __attrs_post_init__(self) -> None:
        self._left = float(self.per_minute)

    def take(self, now: float) -> float:
        """Take one; return 0, or if there is none the seconds until there will be."""
        rate = self.per_minute / _MINUTE
        self._left = min(float(self.per_minute), self._left + max(0.0, now - self._at) * rate)
        self._at = now
        if self._left < 1.0:
            return (1.0 - self._left) / rate
        self._left -= 1.0
        return 0.0
