"""The interface between a call and what observes it: the log, the trace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openai_assistants_core import StreamEvent

    from ..retry import AttemptResult, Step
    from .observed import ObservedCall


class CallObserver:
    """Receives the events of one call; this one ignores them all."""

    __slots__ = ()

    def on_start(self, call: ObservedCall) -> None:
        """The call starts."""

    def on_request(self, call: ObservedCall, request: Any) -> None:
        """An HTTP request is about to be sent; headers may be added to it."""

    def on_attempt(self, call: ObservedCall, result: AttemptResult, next_step: Step | None) -> None:
        """An attempt, or a search, has a result; `next_step` is None if it is the last."""

    def on_result(self, call: ObservedCall, value: Any) -> None:
        """The call returns a value."""

    def on_stream(self, call: ObservedCall) -> None:
        """The call has returned a stream; it is over when the stream is."""

    def on_event(self, call: ObservedCall, event: StreamEvent) -> None:
        """An event of the stream has come."""

    def on_end(self, call: ObservedCall, error: BaseException | None) -> None:
        """The call is over, with or without an error."""


class CallObservers(CallObserver):
    """Passes the events of a call on to several observers; its end in reverse order."""

    __slots__ = ("_observers",)

    def __init__(self, observers: Sequence[CallObserver]) -> None:
        self._observers = observers

    def on_start(self, call: ObservedCall) -> None:
        for observer in self._observers:
            observer.on_start(call)

    def on_request(self, call: ObservedCall, request: Any) -> None:
        for observer in self._observers:
            observer.on_request(call, request)

    def on_attempt(self, call: ObservedCall, result: AttemptResult, next_step: Step | None) -> None:
        for observer in self._observers:
            observer.on_attempt(call, result, next_step)

    def on_result(self, call: ObservedCall, value: Any) -> None:
        for observer in self._observers:
            observer.on_result(call, value)

    def on_stream(self, call: ObservedCall) -> None:
        for observer in self._observers:
            observer.on_stream(call)

    def on_event(self, call: ObservedCall, event: StreamEvent) -> None:
        for observer in self._observers:
            observer.on_event(call, event)

    def on_end(self, call: ObservedCall, error: BaseException | None) -> None:
        for observer in reversed(self._observers):
            observer.on_end(call, error)
