"""The interface between a call and what observes it: the log, the trace."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from openai_assistants_core import Request, StreamEvent

    from ..endpoints import Endpoint
    from ..retry import AttemptResult, Step
    from .redaction import SecretRedactor


class ObservedRequest(Protocol):
    """The HTTP request of a call, as it is before the headers that authenticate it."""

    @property
    def url(self) -> str: ...
    @property
    def content(self) -> bytes | None:
        """The body; None if there is none, or it is a form."""
        ...

    @property
    def form(self) -> object | None: ...


class ObservedSettings(Protocol):
    """The settings of the client that observers follow."""

    @property
    def endpoint(self) -> "Endpoint": ...
    @property
    def log_bodies(self) -> bool: ...
    @property
    def trace_content(self) -> bool: ...


class ObservedCall(Protocol):
    """What observers know of a call."""

    @property
    def call_id(self) -> str:
        """The value of its x-ms-client-request-id."""
        ...

    @property
    def request(self) -> "Request": ...
    @property
    def prepared(self) -> ObservedRequest: ...
    @property
    def settings(self) -> ObservedSettings: ...
    @property
    def redactor(self) -> "SecretRedactor": ...
    def elapsed(self) -> float:
        """Seconds since it started."""
        ...


class CallObserver:
    """Receives the events of one call; this one ignores them all."""

    __slots__ = ()

    def on_start(self, call: ObservedCall) -> None:
        """The call starts."""

    def on_request(self, call: ObservedCall, request: Any) -> None:
        """An HTTP request is about to be sent; headers may be added to it."""

    def on_attempt(
        self, call: ObservedCall, result: "AttemptResult", next_step: "Step | None"
    ) -> None:
        """An attempt, or a search, has a result; `next_step` is None if it is the last."""

    def on_result(self, call: ObservedCall, value: Any) -> None:
        """The call returns a value."""

    def on_stream(self, call: ObservedCall) -> None:
        """The call has returned a stream; it is over when the stream is."""

    def on_event(self, call: ObservedCall, event: "StreamEvent") -> None:
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

    def on_attempt(
        self, call: ObservedCall, result: "AttemptResult", next_step: "Step | None"
    ) -> None:
        for observer in self._observers:
            observer.on_attempt(call, result, next_step)

    def on_result(self, call: ObservedCall, value: Any) -> None:
        for observer in self._observers:
            observer.on_result(call, value)

    def on_stream(self, call: ObservedCall) -> None:
        for observer in self._observers:
            observer.on_stream(call)

    def on_event(self, call: ObservedCall, event: "StreamEvent") -> None:
        for observer in self._observers:
            observer.on_event(call, event)

    def on_end(self, call: ObservedCall, error: BaseException | None) -> None:
        for observer in reversed(self._observers):
            observer.on_end(call, error)
