"""When a call is retried, and after how long. No clock, no sleep, no network.

A call that reads, sets or deletes is retried after any failure that may be temporary. One that
creates or acts is retried only when it was certainly not executed (it was never sent, or the
service rejected it: 429, 409, 503 with Retry-After), or where the endpoint honours idempotency
keys. Otherwise it is unknown whether it was executed: what it creates is searched for before it is
sent again, if the request was tagged so that this is possible; if not, the call ends as ambiguous.
"""

from collections.abc import Callable, Generator, Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from types import MappingProxyType
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

Failure = Literal["never_sent", "timed_out", "lost", "not_attempted"]
"""Why an attempt has no response: the request was not sent, or not to its end; there was none in
time; the connection broke; the client could not make an attempt, for example without a token."""

Classification = Literal["final", "not_executed", "unknown"]
"""What the result of an attempt says about the call."""


class AttemptResult(Struct, frozen=True, kw_only=True):
    """The result of one attempt.

    Attributes:
        at: when it ended, in seconds since 1970.
        elapsed: seconds since the call began.
        status, headers: of the response, if there is one.
        failure: why there is none.
        challenged: whether the next attempt will have the token that the service demands.
        replayable: whether the body can be sent again.
        idempotent: whether the endpoint is known to honour idempotency keys.
        value: the response, or the exception; the rule does not use it.
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
        """Whether the status is a successful one."""
        return self.status is not None and 200 <= self.status < 300


class RetryPolicy(Struct, frozen=True, kw_only=True):
    """How often to retry, and how long to wait.

    Attributes:
        max_retries: attempts after the first.
        initial_delay: seconds before the first retry; each further delay is twice as long.
        max_delay: seconds that the doubling ends at.
        max_retry_after: the longest delay, in seconds, that a service may ask for; if it asks for
            more, the call ends.
        jitter: the share of a delay that is random, so that clients do not retry all at once.
        total: seconds after which no attempt is started any more; None, there is no such limit.
    """

    max_retries: int = 2
    initial_delay: float = 0.5
    max_delay: float = 8.0
    max_retry_after: float = 120.0
    jitter: float = 0.25
    total: float | None = None


class CallKind(Struct, frozen=True, kw_only=True):
    """What kind of call it is.

    Attributes:
        repeatable: executing it twice is the same as once.
        reconcilable: what it creates can be searched for.
    """

    repeatable: bool
    reconcilable: bool = False


class Step(Struct, frozen=True):
    """What to do next: wait some seconds; then send, or search for what an attempt has created."""

    wait: float = 0.0
    reconcile: bool = False


class CallResult(Struct, frozen=True, kw_only=True):
    """The result of a call.

    Attributes:
        attempt: the result of its last attempt.
        retries: attempts after the first.
        in_doubt: whether it is unknown if an attempt was executed.
    """

    attempt: AttemptResult
    retries: int = 0
    in_doubt: bool = False


def attempts(
    kind: CallKind, policy: RetryPolicy, random: Callable[[], float]
) -> Generator[Step, AttemptResult, CallResult]:
    """The retry rule: yields what to do, and is sent the result.

    The result of a search has the status 200 and the object, or 404 if there is none.
    """
    wait = 0.0
    retries = 0
    in_doubt = renewed = False
    while True:
        result = yield Step(wait)
        if result.challenged and result.replayable and not renewed:
            renewed, wait = True, 0.0
            continue
        classification = classify(result)
        unknown = classification == "unknown"
        in_doubt = (in_doubt or unknown) and not resolves_doubt(result)
        end = CallResult(attempt=result, retries=retries, in_doubt=in_doubt)
        if classification == "final":
            return end
        delay = retry_delay(retries, result, policy, random)
        if delay is None or not in_time(result, delay, policy):
            return end
        again = retries < policy.max_retries and result.replayable and not forbids_retry(result)
        wait = delay
        if unknown and not (kind.repeatable or result.idempotent):
            if not kind.reconcilable:
                return end
            found = yield Step(delay, reconcile=True)
            if found.succeeded:
                return CallResult(attempt=found, retries=retries)
            in_doubt = found.status != 404
            again = again and not in_doubt
            wait = 0.0
        if not again:
            return replace(end, in_doubt=in_doubt)
        retries += 1


def classify(result: AttemptResult) -> Classification:
    """Whether an attempt was executed, as far as its result tells."""
    status = result.status
    if status is None:
        if result.failure == "not_attempted":
            return "final"
        never_sent = result.failure == "never_sent"
        return "not_executed" if never_sent else "unknown"
    if status in (409, 429) or (status == 503 and retry_after(result) is not None):
        return "not_executed"
    if status == 408 or (status >= 500 and status not in (501, 505)):
        return "unknown"
    asked = 400 <= status < 500 and result.headers.get("x-should-retry") == "true"
    return "not_executed" if asked else "final"


def resolves_doubt(result: AttemptResult) -> bool:
    """Whether a response makes certain what became of the attempts before it.

    Where idempotency keys are honoured, an earlier attempt that was executed would have been
    answered with the same response again.
    """
    return result.succeeded or (result.idempotent and result.status in (400, 404, 422))


def forbids_retry(result: AttemptResult) -> bool:
    """Whether the service says that a retry is of no use."""
    return result.headers.get("x-should-retry") == "false"


def in_time(result: AttemptResult, delay: float, policy: RetryPolicy) -> bool:
    """Whether another attempt can start after `delay` seconds."""
    return policy.total is None or result.elapsed + delay < policy.total


def retry_delay(
    number: int, result: AttemptResult, policy: RetryPolicy, random: Callable[[], float]
) -> float | None:
    """Seconds before retry `number` (from 0); None if the service asks for too long a delay."""
    asked = retry_after(result)
    if asked is not None:
        return asked if asked <= policy.max_retry_after else None
    delay = min(policy.initial_delay * 2.0 ** min(number, 30), policy.max_delay)
    return delay * (1 - policy.jitter * random())


def retry_after(result: AttemptResult) -> float | None:
    """The delay in seconds that the service asks for, by any of the headers in use, or None."""
    for name in ("retry-after-ms", "x-ms-retry-after-ms"):
        milliseconds = _number(result.headers.get(name))
        if milliseconds is not None:
            return milliseconds / 1000
    value = result.headers.get("retry-after")
    seconds = _number(value)
    return seconds if seconds is not None else _until(value, result.at)


def _number(text: str | None) -> float | None:
    """A number; the first, where a header was sent twice."""
    try:
        number = float((text or "").partition(",")[0])
    except ValueError:
        return None
    return number if 0 <= number < float("inf") else None


def _until(date: str | None, now: float) -> float | None:
    """Seconds until an HTTP date (RFC 9110, section 10.2.3)."""
    try:
        moment = parsedate_to_datetime(date or "")
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return max(0.0, moment.timestamp() - now)
    except (ValueError, OverflowError):
        return None
