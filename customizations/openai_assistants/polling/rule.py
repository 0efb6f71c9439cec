"""How long to wait between looks at an object, and when to stop. No clock, no sleep, no network."""

from collections.abc import Callable, Generator, Mapping
from typing import Any, Generic, Protocol, TypeVar

from msgspec import Struct

from openai_assistants_core import NotGiven, RunTimeout

from ..errors import ProcessingTimeout

DEFAULT_INTERVAL_MS = 1000.0
LONGEST_INTERVAL_MS = 60_000.0


class Progressing(Protocol):
    """An object of the API that has a status."""

    @property
    def id(self) -> str: ...
    @property
    def status(self) -> str | None: ...


T = TypeVar("T", bound=Progressing)


class Awaited(Struct, frozen=True):
    """What is waited for.

    Attributes:
        noun: its name in a message.
        leaves: the statuses it leaves by itself. With any other, known or new, or with none at
            all, it is the caller's turn.
        timeout: makes the error of a wait that was too long, from a message and the object.
    """

    noun: str
    leaves: frozenset[str]
    timeout: Callable[[str, Any], TimeoutError]


RUN = Awaited("run", frozenset({"queued", "in_progress", "cancelling"}), RunTimeout)
STORE_FILE = Awaited("file", frozenset({"in_progress"}), ProcessingTimeout)
FILE_BATCH = Awaited("file batch", frozenset({"in_progress"}), ProcessingTimeout)
FILE = Awaited("file", frozenset({"uploaded", "pending", "running", "deleting"}), ProcessingTimeout)


class Patience(Struct, frozen=True):
    """How to wait.

    Attributes:
        interval_ms: between looks; not given, what the service asks for each time, or a second.
        limit: seconds after which waiting ends; None or not given, it does not.

    Raises:
        ValueError: one of them is negative, or no number.
    """

    interval_ms: float | NotGiven
    limit: float | NotGiven | None = None

    def __post_init__(self) -> None:
        for value in (self.interval_ms, self.limit):
            if not (value is None or isinstance(value, NotGiven) or value >= 0):
                raise ValueError("the interval and the limit of waiting must not be negative")


class Pause(Struct, frozen=True):
    """Seconds to wait before the next look."""

    wait: float


class Look(Struct, Generic[T], frozen=True):
    """An object as it was found.

    Attributes:
        seen: the object.
        headers: of the answer that brought it.
        at: when, in seconds of a clock that only goes forward.
    """

    seen: T
    headers: Mapping[str, str]
    at: float


def until_settled(
    awaited: Awaited, patience: Patience, started: float
) -> Generator[Pause, Look[T], T]:
    """The polling rule: yields how long to wait before each look, is sent what was seen.

    Returns the object once it has ended or needs the caller, and raises the error of `awaited`,
    with the object as last seen, if the limit is over before that.

    Args:
        awaited: what is waited for.
        patience: how.
        started: when the waiting began, by the clock of the looks.
    """
    limit = None if isinstance(patience.limit, NotGiven) else patience.limit
    wait = 0.0
    while True:
        look = yield Pause(wait)
        seen = look.seen
        if seen.status not in awaited.leaves:
            return seen
        wait = _interval_ms(patience, look) / 1000
        if limit is not None:
            left = started + limit - look.at
            if left <= 0:
                message = f"{awaited.noun} {seen.id} is still {seen.status} after {limit:g} s"
                raise awaited.timeout(message, seen)
            wait = min(wait, left)


def _interval_ms(patience: Patience, look: Look[Any]) -> float:
    given = patience.interval_ms
    return asked_interval_ms(look.headers) if isinstance(given, NotGiven) else given


def asked_interval_ms(headers: Mapping[str, str]) -> float:
    """The interval the service asks for in openai-poll-after-ms, within reason; else a second."""
    try:
        asked = float(headers.get("openai-poll-after-ms", ""))
    except ValueError:
        return DEFAULT_INTERVAL_MS
    return min(asked, LONGEST_INTERVAL_MS) if asked > 0 else DEFAULT_INTERVAL_MS
