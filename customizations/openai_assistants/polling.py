"""How long to wait between looks at a run, and when to stop. No clock, no sleep, no network."""

from collections.abc import Generator, Mapping
from typing import TYPE_CHECKING

import attrs

from openai_assistants_core import NotGiven, RunTimeout

if TYPE_CHECKING:
    from openai_assistants_rest.models import Run

WAITING = frozenset({"queued", "in_progress", "cancelling"})
"""The statuses a run leaves by itself. With any other, known or new, it is the caller's turn."""

DEFAULT_INTERVAL_MS = 1000.0
LONGEST_INTERVAL_MS = 60_000.0


@attrs.frozen
class Look:
    """A run as it was found.

    Attributes:
        run: the run.
        headers: of the answer that brought it.
        at: when, in seconds of a clock that only goes forward.
    """

    run: "Run"
    headers: Mapping[str, str]
    at: float


def until_settled(
    interval_ms: float | NotGiven, deadline: float | None, started: float
) -> Generator[float, Look, "Run"]:
    """The polling rule: yields the seconds to wait before each look, is sent what was seen.

    Returns the run once it has ended or needs the caller, and raises RunTimeout, with the run as
    last seen, if the deadline is over before that.

    Args:
        interval_ms: between looks; not given, what the service asks for each time, or a second.
        deadline: seconds after `started` at which waiting ends; None waits without end.
        started: when the waiting began, by the clock of the looks.

    Raises:
        ValueError: the interval or the deadline is negative.
    """
    if (not isinstance(interval_ms, NotGiven) and interval_ms < 0) or (deadline or 0) < 0:
        raise ValueError("poll_interval_ms and deadline must not be negative")
    return _until_settled(interval_ms, deadline, started)


def _until_settled(
    interval_ms: float | NotGiven, deadline: float | None, started: float
) -> Generator[float, Look, "Run"]:
    wait = 0.0
    while True:
        look = yield wait
        run = look.run
        if run.status not in WAITING:
            return run
        asked = (
            asked_interval_ms(look.headers) if isinstance(interval_ms, NotGiven) else interval_ms
        )
        wait = asked / 1000
        if deadline is not None:
            left = started + deadline - look.at
            if left <= 0:
                raise RunTimeout(f"run {run.id} is still {run.status} after {deadline:g} s", run)
            wait = min(wait, left)


def asked_interval_ms(headers: Mapping[str, str]) -> float:
    """The interval the service asks for in openai-poll-after-ms, within reason; else a second."""
    try:
        asked = float(headers.get("openai-poll-after-ms", ""))
    except ValueError:
        return DEFAULT_INTERVAL_MS
    return min(asked, LONGEST_INTERVAL_MS) if asked > 0 else DEFAULT_INTERVAL_MS
