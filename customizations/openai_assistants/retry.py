"""When a call is repeated, and after how long. No clock, no sleep, no network.

A call that only reads or deletes is repeated after any failure that may pass. A POST creates or
acts, so it is repeated only when it surely was not carried out: it was never sent, or the service
turned it away (429, or 503 with a time to come back at).
"""

from collections.abc import Callable, Generator, Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from enum import Enum
from types import MappingProxyType
from typing import Any

import attrs


class Failure(Enum):
    """Why an attempt got no answer."""

    NEVER_SENT = "never sent"
    TIMED_OUT = "timed out"
    LOST = "lost"


@attrs.frozen(kw_only=True)
class Outcome:
    """What one attempt came to.

    Attributes:
        at: when it ended, in seconds since 1970.
        status, headers: of the answer, if there was one.
        failure: why there was none.
        value: what the driver makes of it; of no concern to the rule.
    """

    at: float
    status: int | None = None
    headers: Mapping[str, str] = MappingProxyType({})
    failure: Failure | None = None
    value: Any = None


@attrs.frozen(kw_only=True)
class RetryPolicy:
    """How often and how long.

    Attributes:
        max_retries: attempts after the first.
        first_wait: seconds before the first repetition; each further wait is twice as long.
        longest_wait: what that doubling ends at.
        longest_asked: the longest wait a service may ask for; if it asks for more, the call ends.
        jitter: the share of a wait that is random, so that clients do not come back all at once.
    """

    max_retries: int = 2
    first_wait: float = 0.5
    longest_wait: float = 8.0
    longest_asked: float = 120.0
    jitter: float = 0.25


def attempts(
    method: str, policy: RetryPolicy, random: Callable[[], float]
) -> Generator[float, Outcome, Outcome]:
    """The retry rule: yields the seconds to wait before each attempt, is sent what it came to.

    Returns the outcome that ends the call.
    """
    outcome = yield 0.0
    for number in range(policy.max_retries):
        if not may_repeat(method, outcome):
            break
        wait = wait_before(number, outcome, policy, random)
        if wait is None:
            break
        outcome = yield wait
    return outcome


def may_repeat(method: str, outcome: Outcome) -> bool:
    """Whether an attempt failed in a way that lets it be repeated."""
    if outcome.failure is Failure.NEVER_SENT or outcome.status == 429:
        return True
    if method not in ("GET", "HEAD", "DELETE"):
        return outcome.status == 503 and asked_wait(outcome) is not None
    if outcome.failure is not None:
        return True
    status = outcome.status or 0
    return status == 408 or (status >= 500 and status not in (501, 505))


def wait_before(
    number: int, outcome: Outcome, policy: RetryPolicy, random: Callable[[], float]
) -> float | None:
    """Seconds before repetition `number` (from 0); None if the service asks for too long."""
    asked = asked_wait(outcome)
    if asked is not None:
        return asked if asked <= policy.longest_asked else None
    wait = min(policy.first_wait * 2.0 ** min(number, 30), policy.longest_wait)
    return wait * (1 - policy.jitter * random())


def asked_wait(outcome: Outcome) -> float | None:
    """The seconds the service asks to wait, by any of the headers in use; None if it does not."""
    for name in ("retry-after-ms", "x-ms-retry-after-ms"):
        milliseconds = _number(outcome.headers.get(name))
        if milliseconds is not None:
            return milliseconds / 1000
    value = outcome.headers.get("retry-after")
    seconds = _number(value)
    return seconds if seconds is not None else _until(value, outcome.at)


def _number(text: str | None) -> float | None:
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if 0 <= number < float("inf") else None


def _until(date: str | None, now: float) -> float | None:
    try:
        moment = parsedate_to_datetime(date or "")
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, moment.timestamp() - now)
