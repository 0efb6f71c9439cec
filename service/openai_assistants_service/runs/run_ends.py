"""What is told of runs, in the log and in the metrics: nothing of what is said in them."""

import logging
import time
from collections.abc import Callable

from attrs import define, field, frozen

from ..metrics import Metrics
from ..models.base import Usage
from ..storage.database import Clock, Row

_LOG = logging.getLogger(__name__)


@frozen
class RunEnds:
    """Counts the runs that end in this process, and what their models took."""

    clock: Clock
    metrics: Metrics

    def begun(self, run: Row) -> None:
        """Tell that a run was claimed here."""
        _LOG.info("run begun", extra={"fields": _named(run)})

    def ended(self, run: Row) -> None:
        """Tell that a run ended; to be called once that is committed."""
        seconds = max(0.0, self.clock() - run["created_at"])
        self.metrics.run_ended(run["status"], seconds)
        failure: Row = run["last_error"] or {}
        error = failure.get("code")
        _LOG.info("run ended", extra={"fields": {**_named(run), "error": error}})

    def time_turn(self) -> "TimedTurn":
        """Begin to time a turn of a model."""
        return TimedTurn(self.metrics)


def _named(run: Row) -> Row:
    return {"run_id": run["id"], "thread_id": run["thread_id"], "status": run["status"]}


@define
class TimedTurn:
    """How long a model takes for its first words, and for the whole of a turn."""

    _metrics: Metrics
    _clock: Callable[[], float] = time.monotonic
    _heard: bool = field(default=False, init=False)
    _began: float = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._began = self._clock()

    def heard(self) -> None:
        """Take note that the model said something."""
        if not self._heard:
            self._heard = True
            self._metrics.first_delta_seconds.observe(self._clock() - self._began)

    def done(self, used: Usage) -> None:
        """Take note that the turn is over."""
        self._metrics.turn_seconds.observe(self._clock() - self._began)
        self._metrics.tokens_used(used.prompt_tokens, used.completion_tokens)
