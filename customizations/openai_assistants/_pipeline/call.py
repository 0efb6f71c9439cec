"""One call under way: what both transports need to know of it. No I/O."""

import logging
from collections.abc import Callable, Generator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from openai_assistants_core import AssistantsError, Operation, Request
from openai_assistants_core.record import Record

from .._http.deadline import Budget
from .._http.library import failure_of, limits_of
from .._telemetry.logging import FAULTS, LOGGER, HttpLines, Lines, logs_urls
from .._telemetry.observer import Watched, Watcher, followed
from .._telemetry.redaction import Discretion
from ..retry import Ended, Failure, Nature, Outcome, Step, attempts
from .reconciliation import look, marked
from .request import Prepared, prepare
from .response import Conclusion, next_hop
from .settings import Settings

if TYPE_CHECKING:
    from .._telemetry.spans import Telemetry

RETENTION = "idempotency-retention"
"""The header by which an endpoint says for how many seconds it honours an Idempotency-Key."""


def _watchers(telemetry: "Telemetry | None", discretion: Discretion) -> list[Watcher]:
    """Who wants to hear of a call."""
    watchers: list[Watcher] = [FAULTS]
    if telemetry is not None:
        watchers.append(telemetry.watcher())
    if LOGGER.isEnabledFor(logging.INFO):
        watchers.append(Lines())
    if discretion.given and logs_urls():
        watchers.append(HttpLines())
    return watchers


class Exchange(Record, frozen=True, kw_only=True):
    """One call, from its first attempt to its last.

    Attributes:
        operation, request: what is asked for, with a marker where it can be found by one.
        prepared: what is sent on every attempt.
        call_id: what the call is known by on the wire.
        findable: whether there is a marker.
        began: when, in seconds since 1970.
        budget: its time.
        settings: of the client.
        clock: seconds since 1970.
        declared: base URLs known to honour idempotency keys; shared by all calls of a client.
        discretion: what of it may not be shown.
        telemetry: where it is traced, if anywhere.
        watchers: who hears of it.
    """

    _hidden = ("watchers",)

    operation: Operation[Any]
    request: Request
    prepared: Prepared
    call_id: str
    findable: bool
    began: float
    budget: Budget
    settings: Settings
    clock: Callable[[], float]
    declared: set[str]
    discretion: Discretion
    telemetry: "Telemetry | None"
    watchers: Sequence[Watcher]

    @classmethod
    def begin(cls, operation: Operation[Any], request: Request, transport: Any) -> "Exchange":
        """A new call through a transport.

        Raises:
            ValueError, TypeError, UnsupportedOperation: as `prepare` does.
        """
        settings: Settings = transport.settings
        call_id: str = transport.new_id()
        found_by = marked(request, call_id) if settings.reconcile else None
        discretion = Discretion(settings.redaction, _given_query(settings, request))
        telemetry = transport.telemetry()
        return cls(
            operation=operation,
            request=found_by or request,
            prepared=prepare(found_by or request, settings, call_id),
            call_id=call_id,
            findable=found_by is not None,
            began=transport.clock(),
            budget=Budget(settings.total_timeout, transport.monotonic, transport.monotonic()),
            settings=settings,
            clock=transport.clock,
            declared=transport.declared,
            discretion=discretion,
            telemetry=telemetry,
            watchers=_watchers(telemetry, discretion),
        )

    def watched(self) -> Watched:
        """The call as a context, from its beginning to its end."""
        return Watched(self)

    def sending(self, request: Any) -> None:
        """Tells that an HTTP request is about to be sent."""
        for watcher in self.watchers:
            watcher.sending(self, request)

    def rule(self, random: Callable[[], float]) -> Generator[Step, Outcome, Ended]:
        """What to do, step by step."""
        nature = Nature(repeatable=self.operation.repeatable, findable=self.findable)
        return followed(attempts(nature, self.settings.retry_policy, random), self)

    @property
    def opens_stream(self) -> bool:
        """Whether the caller wants to read the body as it comes."""
        return self.request.options.raw == "stream"

    def timeout(self, library: Any) -> Any:
        """The limits of an attempt that begins now."""
        return library.Timeout(**self.budget.within(limits_of(self.prepared.timeout)))

    def time_to_send(self, library: Any) -> Callable[[], None]:
        """What raises while a body is sent, once there is no time left for the call."""

        def check() -> None:
            if self.budget.spent():
                raise library.WriteTimeout(self.budget.reason())

        return check

    def hop(self, response: Any) -> Any:
        """The request a redirect asks for, if it may be followed and its body can be sent again."""
        return next_hop(response) if self.prepared.replayable else None

    def answered(self, response: Any, *, challenged: bool = False) -> Outcome:
        """The outcome of an attempt with an answer, whatever it is."""
        if RETENTION in response.headers:
            self.declared.add(self.settings.endpoint.base_url)
        return self._outcome(
            status=response.status_code,
            headers=response.headers,
            challenged=challenged,
            value=response,
        )

    def failed(self, error: Exception) -> Outcome:
        """The outcome of an attempt that got no answer."""
        whole = self.prepared.sent_whole
        return self._outcome(
            failure=failure_of(error) if whole else Failure.NEVER_SENT, value=error
        )

    def refused(self, error: AssistantsError) -> Outcome:
        """The outcome where there is nothing to attempt with, such as no token."""
        return self._outcome(failure=Failure.REFUSED, value=error)

    def closed(self, http: Any, error: RuntimeError) -> Outcome:
        """The outcome where the HTTP client is closed; any other error is raised."""
        if not http.is_closed:
            raise error
        refusal = AssistantsError("The client, or the http_client it was given, is closed.")
        refusal.__cause__ = error
        return self.refused(refusal)

    def out_of_time(self, library: Any) -> Outcome:
        """The outcome of an attempt that the whole call had no time for."""
        request = library.Request(self.prepared.method, self.prepared.url)
        return self.failed(library.ReadTimeout(self.budget.reason(), request=request))

    def _outcome(self, **fields: Any) -> Outcome:
        return Outcome(
            at=self.clock(),
            elapsed=self.budget.elapsed(),
            replayable=self.prepared.replayable,
            idempotent=self.settings.endpoint.base_url in self.declared,
            **fields,
        )

    def looking(self) -> Generator[Request, Any, Outcome]:
        """The rule that looks for what an attempt may have created: yields requests."""
        found = yield from look(self.request, self.call_id, self.began)
        return self._outcome(status=404) if found is None else self.answered(found.http_response)

    def settings_to_look(self) -> Settings:
        """The settings to look with: in what is left of the time."""
        return replace(self.settings, total_timeout=self.budget.left())

    def conclude(self, ended: Ended, opened: Any) -> Any:
        """The result, or the error, of the call; `opened` is the class of answers as streams."""
        result = Conclusion(self.operation, self.request, self.call_id, opened, self.discretion).of(
            ended
        )
        for watcher in self.watchers:
            watcher.returns(self, result)
        return result


def _given_query(settings: Settings, request: Request) -> Mapping[str, object]:
    """What callers add to the operation's own query."""
    extra = request.options.extra_query
    return {**settings.query, **extra} if extra else settings.query
