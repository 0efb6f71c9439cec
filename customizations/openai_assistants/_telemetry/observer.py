"""Who hears of what happens in a call: the log, the trace. Nobody, most of the time."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Generator
    from types import TracebackType

    from .._pipeline.call import Exchange
    from ..retry import Ended, Outcome, Step


class Watcher:
    """Hears of one call; what it hears is of no consequence to the call."""

    __slots__ = ()

    def began(self, exchange: "Exchange") -> None:
        """The call begins."""

    def sending(self, exchange: "Exchange", request: Any) -> None:
        """An HTTP request is about to be sent; headers may be added to it."""

    def came(self, exchange: "Exchange", outcome: "Outcome") -> None:
        """An attempt, or a look, came to something."""

    def goes_on(self, exchange: "Exchange", outcome: "Outcome", step: "Step") -> None:
        """That was not the end: there is another step to come."""

    def returns(self, exchange: "Exchange", result: Any) -> None:
        """The call has a result."""

    def ended(self, exchange: "Exchange", error: BaseException | None) -> None:
        """The call is over, with or without an error."""


class Watched:
    """A call, from its beginning to its end, as a context."""

    __slots__ = ("_exchange",)

    def __init__(self, exchange: "Exchange") -> None:
        self._exchange = exchange

    def __enter__(self) -> None:
        for watcher in self._exchange.watchers:
            watcher.began(self._exchange)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: "TracebackType | None",
    ) -> None:
        for watcher in reversed(self._exchange.watchers):
            watcher.ended(self._exchange, error)


def followed(
    rule: "Generator[Step, Outcome, Ended]", exchange: "Exchange"
) -> "Generator[Step, Outcome, Ended]":
    """The same rule, while watchers hear of its steps and what comes of them."""
    step = next(rule)
    while True:
        outcome = yield step
        for watcher in exchange.watchers:
            watcher.came(exchange, outcome)
        try:
            step = rule.send(outcome)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
        for watcher in exchange.watchers:
            watcher.goes_on(exchange, outcome, step)
