"""What the synchronous and the asynchronous transport share."""

import logging
import random
import time
import uuid
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeVar

from msgspec import field
from msgspec.structs import replace

from openai_assistants_core import Operation, Request
from openai_assistants_core.record import Record

from .._http.deadline import Deadline
from .._telemetry.detection import current_telemetry
from .._telemetry.failure_log import FAILURE_LOG
from .._telemetry.log_level import LOGGER
from .._telemetry.observer import CallObserver, CallObservers
from .._telemetry.redaction import SecretRedactor
from ..retry import CallKind
from .call import Call
from .request import prepare
from .settings import Settings

if TYPE_CHECKING:
    from openai_assistants_core.event_stream import StreamBase

    from .._telemetry.spans import Telemetry

    class Waits(Protocol):
        """A step of a rule."""

        @property
        def wait(self) -> float:
            """Seconds to wait before it."""
            ...


StepT = TypeVar("StepT", bound="Waits")
ResultT = TypeVar("ResultT")
ReturnT = TypeVar("ReturnT")


def _new_id() -> str:
    return str(uuid.uuid4())


class TransportBase(Record, frozen=True, kw_only=True):
    """What both transports have.

    Attributes:
        settings: of the client.
        authenticator: makes the headers that authenticate an attempt.
        http: the client of httpx or httpx2.
        clock: seconds since 1970.
        monotonic: seconds of a clock that only goes forward.
        random: a number from 0 up to 1.
        new_id: makes the id of a call.
        idempotent_urls: base URLs known to honour idempotency keys.
        telemetry: where calls are traced, if anywhere.
    """

    _hidden = ("authenticator", "idempotent_urls", "telemetry")

    settings: Settings
    authenticator: Any
    http: Any
    clock: Callable[[], float] = time.time
    monotonic: Callable[[], float] = time.monotonic
    random: Callable[[], float] = random.random
    new_id: Callable[[], str] = _new_id
    idempotent_urls: set[str] = field(default_factory=set[str])
    telemetry: "Callable[[], Telemetry | None]" = current_telemetry

    def within(self, deadline: Deadline) -> Self:
        """This transport, for calls that must end in what is left of another call's time."""
        settings = replace(self.settings, total_timeout=deadline.remaining())
        return replace(self, settings=settings)

    def _follow(self, call: Call, stream: "StreamBase[Any]") -> None:
        """Has a call that has returned a stream go on until the stream has ended."""
        observer = call.observer
        observer.on_stream(call)
        ignored = type(observer).on_event is CallObserver.on_event
        on_event = None if ignored else partial(observer.on_event, call)
        stream.observe(on_event, partial(observer.on_end, call))

    def _new_call(self, operation: Operation[Any], request: Request) -> Call:
        """A new call.

        Raises:
            ValueError, TypeError, UnsupportedOperation: as `prepare` does.
        """
        settings, call_id = self.settings, self.new_id()
        tagged = self._tagged(request, call_id) if settings.reconcile else None
        extra_query = {**settings.query, **(request.options.extra_query or {})}
        redactor = SecretRedactor(settings.redaction, extra_query)
        return Call(
            request=tagged or request,
            prepared=prepare(tagged or request, settings, call_id),
            call_id=call_id,
            kind=CallKind(repeatable=operation.repeatable, reconcilable=tagged is not None),
            started_at=self.clock(),
            deadline=Deadline(settings.total_timeout, self.monotonic, self.monotonic()),
            clock=self.clock,
            settings=settings,
            idempotent_urls=self.idempotent_urls,
            redactor=redactor,
            observer=self._observer(redactor),
        )

    def _tagged(self, request: Request, call_id: str) -> Request | None:
        from .reconciliation import tag_request

        return tag_request(request, call_id)

    def _observer(self, redactor: SecretRedactor) -> CallObserver:
        """The observer of a new call: most often the log of failures alone."""
        observers: list[CallObserver] = []
        if (telemetry := self.telemetry()) is not None:
            observers.append(telemetry.observer())
        if LOGGER.isEnabledFor(logging.INFO):
            from .._telemetry.call_log import RequestLog

            observers.append(RequestLog())
        if redactor.extra_query:
            from .._telemetry.http_log import HttpLogFilter, http_library_logs_urls

            if http_library_logs_urls():
                observers.append(HttpLogFilter())
        if self.settings.registry is not None:
            from .kept_ids import KeptIds

            observers.append(KeptIds(self.settings.registry, self.clock))
        return CallObservers([*observers, FAILURE_LOG]) if observers else FAILURE_LOG
