"""What is counted while the service runs: plain numbers in memory, which cost next to nothing.

What is stored is not counted here, but asked of the database when somebody wants to know.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import contextmanager

from attrs import define, field

REQUEST_BOUNDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 30.0)
RUN_BOUNDS = (1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 600.0)
MODEL_BOUNDS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 600.0)
"""Seconds: the upper bounds of the buckets of durations. Runs are created at whole seconds."""


@define
class Histogram:
    """How long something took, each time: counts by buckets, and the sum, in seconds."""

    bounds: Sequence[float]
    sum: float = 0.0
    counts: list[int] = field(init=False)
    """One for each bound, and one for what is above all."""

    def __attrs_post_init__(self) -> None:
        self.counts = [0] * (len(self.bounds) + 1)

    def observe(self, seconds: float) -> None:
        """Count a duration."""
        self.counts[bisect_left(self.bounds, seconds)] += 1
        self.sum += seconds


@define
class Gauge:
    """How many of something there are at this moment."""

    value: int = 0

    @contextmanager
    def counted(self) -> Generator[None]:
        """Count one more for as long as the block lasts."""
        self.value += 1
        try:
            yield
        finally:
            self.value -= 1


@define
class Metrics:
    """The numbers of one service; those of other processes on the same database are theirs.

    Attributes:
        requests: by operation id (empty for what is none) and status.
        request_seconds: until the answer began.
        waiting: requests of a run that wait for it.
        streams: streams that are being sent.
        run_seconds: from the creation of a run to its end, by the status it ended with.
        first_delta_seconds, turn_seconds: from the call of a model to the first it said, and to
            the last.
        prompt_tokens, completion_tokens: as the models counted them.
    """

    requests: Counter[tuple[str, int]] = field(factory=Counter[tuple[str, int]])
    request_seconds: Histogram = field(factory=lambda: Histogram(REQUEST_BOUNDS))
    waiting: Gauge = field(factory=Gauge)
    streams: Gauge = field(factory=Gauge)
    run_seconds: dict[str, Histogram] = field(factory=dict[str, Histogram])
    first_delta_seconds: Histogram = field(factory=lambda: Histogram(MODEL_BOUNDS))
    turn_seconds: Histogram = field(factory=lambda: Histogram(MODEL_BOUNDS))
    prompt_tokens: int = 0
    completion_tokens: int = 0

    def run_ended(self, status: str, seconds: float) -> None:
        """Count a run that ended, so many seconds after it was created."""
        self.run_seconds.setdefault(status, Histogram(RUN_BOUNDS)).observe(seconds)

    def tokens_used(self, prompt: int, completion: int) -> None:
        """Count the tokens of a turn of a model."""
        self.prompt_tokens += prompt
        self.completion_tokens += completion
