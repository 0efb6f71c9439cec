"""When a request to a model server is sent again; nothing here waits or sends."""

import email.utils
import math
from collections.abc import Mapping
from random import Random

from attrs import field, frozen

from .failures import ServerFailure


@frozen
class RetryPolicy:
    """How often to try, and how long to wait in between (seconds).

    Attributes:
        longest: a server that asks for more than this is not waited for: the run fails, and says
            how long it would have taken.
    """

    max_retries: int = 2
    first: float = 0.5
    most: float = 8.0
    longest: float = 30.0
    randomness: Random = field(factory=Random)

    def delay(self, retries: int, failure: ServerFailure) -> float | None:
        """Return how long to wait after a failure before the next try; None for no more tries."""
        if not failure.may_pass or retries >= self.max_retries:
            return None
        if failure.retry_after is not None:
            return failure.retry_after if failure.retry_after <= self.longest else None
        backoff = min(self.most, self.first * 2.0**retries)
        return backoff * (1 - self.randomness.random() / 4)


def hinted_delay(headers: Mapping[str, str], now: float) -> float | None:
    """Return the seconds that an answer asks to wait: `retry-after-ms` or `retry-after` (RFC 9110).

    Args:
        now: seconds since 1970.
    """
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(name, "")) * unit
        except ValueError:
            continue
        if math.isfinite(seconds):
            return max(0.0, seconds)
    date = email.utils.parsedate_tz(headers.get("retry-after", ""))
    return None if date is None else max(0.0, email.utils.mktime_tz(date) - now)
