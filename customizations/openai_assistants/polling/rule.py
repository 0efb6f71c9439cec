"""How long to wait between polls of an object, and when to stop. No clock, no sleep, no network."""

import math
from collections.abc import Callable, Generator, Mapping
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeAlias, TypeVar, cast

from msgspec import Struct
from msgspec.structs import force_setattr

from openai_assistants_core import NOT_GIVEN, NotGiven, RunTimeout, run_status
from openai_assistants_core.sentinel import is_not_given

from ..errors import ProcessingTimeout

if TYPE_CHECKING:
    from openai_assistants_rest.models import Run

DEFAULT_INTERVAL_MS = 1000.0
MAX_INTERVAL_MS = 60_000.0
LONGEST_HOLD = 60.0
"""Seconds that a request may be held, whatever a service offers: proxies end what is silent."""
RUN_LIFETIME = 600.0
"""Seconds that a run may take, where it does not say; what the hosted services have."""
RUN_GRACE = 60.0
"""Seconds to go on polling after a run should have ended."""


class HasStatus(Protocol):
    """An object of the API that has a status."""

    @property
    def id(self) -> str: ...
    @property
    def status(self) -> str | None: ...


T = TypeVar("T", bound=HasStatus)


class PollTarget(Struct, frozen=True):
    """A kind of object that is polled.

    Attributes:
        noun: its name in a message.
        pending: the statuses it leaves without the caller. Any other, known or new, and none at
            all, end the polling.
        timeout_error: makes the error of polling that took too long, from a message and the object.
        longest: seconds to poll an object at most where the caller names no limit; None, no limit.
    """

    noun: str
    pending: frozenset[str]
    timeout_error: Callable[[str, Any], TimeoutError]
    longest: Callable[[Any], float] | None = None


def longest_run(run: "Run") -> float:
    """Seconds after which a run has certainly ended: a minute more than its lifetime.

    The lifetime is a difference of two times of the service, so that its clock need not be ours.
    """
    # A created_at that is absent reads None, whatever its type says.
    created, expires = cast("int | None", run.created_at), run.expires_at
    if created is None or expires is None or expires < created:
        return RUN_LIFETIME + RUN_GRACE
    return expires - created + RUN_GRACE


RUN = PollTarget("run", run_status.PENDING, RunTimeout, longest_run)
VECTOR_STORE = PollTarget("vector store", frozenset({"in_progress"}), ProcessingTimeout)
VECTOR_STORE_FILE = PollTarget("file", frozenset({"in_progress"}), ProcessingTimeout)
FILE_BATCH = PollTarget("file batch", frozenset({"in_progress"}), ProcessingTimeout)
FILE = PollTarget(
    "file", frozenset({"uploaded", "pending", "running", "deleting"}), ProcessingTimeout
)


OnUpdate: TypeAlias = Callable[[Any], object]
"""Is called with the object that a poll returned."""


class PollPolicy(Struct, frozen=True):
    """How often to poll, and for how long.

    Attributes:
        interval_ms: between polls; not given, what the service requests each time, or a second.
        timeout: seconds after which polling ends; None or not given, the longest of the target.
        on_update: called with the object that each poll returned.
        cancel_on_deadline: whether a run is cancelled whose time is over.
        raise_on_failure: whether a run that ends without completing is an error; None, as the
            client says.

    Raises:
        ValueError: one of them is negative, or not a number.
    """

    interval_ms: float | NotGiven
    timeout: float | NotGiven | None = None
    on_update: OnUpdate | None = None
    cancel_on_deadline: bool = False
    raise_on_failure: bool | None = None

    def __post_init__(self) -> None:
        for name, value in (("interval_ms", self.interval_ms), ("timeout", self.timeout)):
            if value is None or value is NOT_GIVEN:
                continue
            if not isinstance(value, int | float) and is_not_given(value):
                force_setattr(self, name, NOT_GIVEN)  # a sentinel of the openai package
            elif not value >= 0:
                raise ValueError("the interval and the limit of waiting must not be negative")


class Poll(Struct, frozen=True):
    """The step of the rule: poll once.

    Attributes:
        wait: seconds before it.
        hold: seconds for which the service may hold the request until the object is settled.
    """

    wait: float
    hold: int = 0


class PollResponse(Struct, Generic[T], frozen=True):
    """What one poll returned.

    Attributes:
        value: the object.
        headers: of the response.
        at: when it came, in seconds of a monotonic clock.
    """

    value: T
    headers: Mapping[str, str]
    at: float


Rule = Generator[Poll, PollResponse[T], T]


def poll_rule(
    target: PollTarget,
    policy: PollPolicy,
    started: float,
    longest_hold: Callable[[], float] = lambda: LONGEST_HOLD,
) -> Rule[T]:
    """The polling rule: yields how long to wait before each poll, is sent what the poll returned.

    Returns the object once its status is no longer pending, and raises the timeout error of
    `target`, with the object as last seen, if the time is over before that.

    Args:
        target: what is polled.
        policy: how often, and for how long.
        started: when the waiting began, by the clock of the responses.
        longest_hold: the seconds for which a service that offers it may hold a request.
    """
    timeout = None if isinstance(policy.timeout, NotGiven) else policy.timeout
    poll = Poll(0.0)
    while True:
        response = yield poll
        value = response.value
        if policy.on_update is not None:
            policy.on_update(value)
        if value.status not in target.pending:
            return value
        if timeout is None and target.longest is not None:
            timeout = target.longest(value)
        remaining = None
        if timeout is not None:
            remaining = started + timeout - response.at
            if remaining <= 0:
                message = f"{target.noun} {value.id} is still {value.status} after {timeout:g} s"
                raise target.timeout_error(message, value)
        limit = math.inf if remaining is None else remaining
        poll = _next_poll(policy, poll, response.headers, limit, longest_hold)


def _next_poll(
    policy: PollPolicy,
    last: Poll,
    headers: Mapping[str, str],
    limit: float,
    longest_hold: Callable[[], float],
) -> Poll:
    """When to poll again: at once if the service offers to hold the request, and if it did so.

    The service of this project offers it with the header openai-poll-wait-ms, and says with
    Preference-Applied that it did (RFC 7240, section 3); others do neither.
    """
    if not isinstance(policy.interval_ms, NotGiven):
        return Poll(min(policy.interval_ms / 1000, limit))
    offered = _milliseconds(headers, "openai-poll-wait-ms") / 1000
    if offered >= 1 and (not last.hold or "preference-applied" in headers):
        hold = int(min(offered, limit, longest_hold()))
        if hold:
            return Poll(0.0, hold)
    return Poll(min(requested_interval_ms(headers) / 1000, limit))


def requested_interval_ms(headers: Mapping[str, str]) -> float:
    """The interval in the header openai-poll-after-ms, up to a minute; without it, a second."""
    requested = _milliseconds(headers, "openai-poll-after-ms")
    return min(requested, MAX_INTERVAL_MS) if requested > 0 else DEFAULT_INTERVAL_MS


def _milliseconds(headers: Mapping[str, str], name: str) -> float:
    """The number in a header; 0 where there is none."""
    try:
        return float(headers.get(name, ""))
    except ValueError:
        return 0.0
