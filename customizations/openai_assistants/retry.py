"""When a call is repeated, and after how long. No clock, no sleep, no network.

A call that reads, sets or deletes is repeated after any failure that may pass. One that creates or
acts is repeated only when it surely was not carried out (it was never sent, or the service turned
it away: 429, 409, 503 with a time to come back at), or where the endpoint honours idempotency
keys. Otherwise its outcome is unknown: what it creates is looked for before it is sent again, if
it can be found by a marker; if not, the call ends as ambiguous.
"""

from collections.abc import Callable, Generator, Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from enum import Enum, auto
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from msgspec.structs import replace


class Failure(Enum):
    """Why an attempt got no answer."""

    NEVER_SENT = auto()
    """Or not to its end."""
    TIMED_OUT = auto()
    LOST = auto()
    REFUSED = auto()
    """There was no attempt: this side cannot make one, for want of a token."""


class Verdict(Enum):
    """What an attempt says about the call."""

    ANSWERED = auto()
    NOT_DONE = auto()
    UNKNOWN = auto()


class Outcome(Struct, frozen=True, kw_only=True):
    """What one attempt came to.

    Attributes:
        at: when it ended, in seconds since 1970.
        elapsed: seconds since the call began.
        status, headers: of the answer, if there was one.
        failure: why there was none.
        challenged: whether the next attempt will carry a token that this one was asked for.
        replayable: whether its body can be sent again.
        idempotent: whether the endpoint is known to honour idempotency keys.
        value: what the driver makes of it; of no concern to the rule.
    """

    at: float
    elapsed: float = 0.0
    status: int | None = None
    headers: Mapping[str, str] = MappingProxyType({})
    failure: Failure | None = None
    challenged: bool = False
    replayable: bool = True
    idempotent: bool = False
    value: Any = None

    @property
    def succeeded(self) -> bool:
        """Whether the service did what it was asked for."""
        return self.status is not None and 200 <= self.status < 300


class RetryPolicy(Struct, frozen=True, kw_only=True):
    """How often and how long.

    Attributes:
        max_retries: attempts after the first.
        first_wait: seconds before the first repetition; each further wait is twice as long.
        longest_wait: what that doubling ends at.
        longest_asked: the longest wait a service may ask for; if it asks for more, the call ends.
        jitter: the share of a wait that is random, so that clients do not come back all at once.
        total: seconds after which no attempt is begun any more; None, there is no such limit.
    """

    max_retries: int = 2
    first_wait: float = 0.5
    longest_wait: float = 8.0
    longest_asked: float = 120.0
    jitter: float = 0.25
    total: float | None = None


class Nature(Struct, frozen=True, kw_only=True):
    """What kind of call it is.

    Attributes:
        repeatable: carrying it out twice is the same as once.
        findable: what it creates can be looked for.
    """

    repeatable: bool
    findable: bool = False


class Step(Struct, frozen=True):
    """What to do next: wait some seconds; then send, or look for what an attempt has created."""

    wait: float = 0.0
    look: bool = False


class Ended(Struct, frozen=True, kw_only=True):
    """The end of a call.

    Attributes:
        outcome: of its last attempt.
        retries: attempts after the first.
        doubt: whether an attempt may have been carried out unseen, and this was not settled.
    """

    outcome: Outcome
    retries: int = 0
    doubt: bool = False


def attempts(
    nature: Nature, policy: RetryPolicy, random: Callable[[], float]
) -> Generator[Step, Outcome, Ended]:
    """The retry rule: yields what to do, and is sent what came of it.

    The outcome of looking has the status 200 and brings the object, or 404 if there is none.
    """
    wait: float | None = 0.0
    retries = 0
    doubt = renewed = False
    while True:
        outcome = yield Step(wait or 0.0)
        if outcome.challenged and outcome.replayable and not renewed:
            renewed, wait = True, 0.0
            continue
        verdict = judge(outcome)
        doubt = (doubt or verdict is Verdict.UNKNOWN) and not settles(outcome)
        ended = Ended(outcome=outcome, retries=retries, doubt=doubt)
        wait = wait_before(retries, outcome, policy, random)
        if verdict is Verdict.ANSWERED or wait is None or not in_time(outcome, wait, policy):
            return ended
        again = retries < policy.max_retries and outcome.replayable and not told_not_to(outcome)
        if verdict is Verdict.UNKNOWN and not (nature.repeatable or outcome.idempotent):
            if not nature.findable:
                return ended
            found = yield Step(wait, look=True)
            if found.succeeded:
                return Ended(outcome=found, retries=retries)
            doubt = found.status != 404
            again = again and not doubt
            wait = 0.0
        if not again:
            return replace(ended, doubt=doubt)
        retries += 1


def judge(outcome: Outcome) -> Verdict:
    """Whether an attempt was carried out, as far as its answer tells."""
    status = outcome.status
    if status is None:
        if outcome.failure is Failure.REFUSED:
            return Verdict.ANSWERED
        never = outcome.failure is Failure.NEVER_SENT
        return Verdict.NOT_DONE if never else Verdict.UNKNOWN
    if status in (409, 429) or (status == 503 and asked_wait(outcome) is not None):
        return Verdict.NOT_DONE
    if status == 408 or (status >= 500 and status not in (501, 505)):
        return Verdict.UNKNOWN
    asked = 400 <= status < 500 and outcome.headers.get("x-should-retry") == "true"
    return Verdict.NOT_DONE if asked else Verdict.ANSWERED


def settles(outcome: Outcome) -> bool:
    """Whether an answer says for sure what became of the attempts before it.

    Where keys are honoured, an earlier attempt that was carried out would have been answered again.
    """
    return outcome.succeeded or (outcome.idempotent and outcome.status in (400, 404, 422))


def told_not_to(outcome: Outcome) -> bool:
    """Whether the service says that repeating is of no use."""
    return outcome.headers.get("x-should-retry") == "false"


def in_time(outcome: Outcome, wait: float, policy: RetryPolicy) -> bool:
    """Whether another attempt can begin after `wait` seconds."""
    return policy.total is None or outcome.elapsed + wait < policy.total


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
    """A number; the first, where a header was sent twice."""
    try:
        number = float((text or "").partition(",")[0])
    except ValueError:
        return None
    return number if 0 <= number < float("inf") else None


def _until(date: str | None, now: float) -> float | None:
    try:
        moment = parsedate_to_datetime(date or "")
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return max(0.0, moment.timestamp() - now)
    except (ValueError, OverflowError):
        return None
