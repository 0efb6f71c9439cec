"""One call in progress: its data, and the results of its attempts. No I/O."""

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any

from openai_assistants_core import AssistantsError, Request
from openai_assistants_core.record import Record

from .._http.deadline import Deadline
from .._http.library import failure_of, limits_of
from .._telemetry.observer import CallObserver
from .._telemetry.redaction import SecretRedactor
from ..retry import AttemptResult, CallKind
from .request import PreparedRequest
from .response import brings_events
from .settings import Settings

if TYPE_CHECKING:
    from .reconciliation import Lookup

RETENTION = "idempotency-retention"
"""The header by which an endpoint says for how many seconds it honours an Idempotency-Key."""


class Call(Record, frozen=True, kw_only=True):
    """One call, from its first attempt to its last.

    Attributes:
        request: what is asked for, tagged if it can be reconciled.
        prepared: what is sent on every attempt.
        call_id: what the call is known by on the wire.
        kind: what the retry rule has to know of it.
        started_at: when it started, in seconds since 1970.
        deadline: when it must end.
        clock: seconds since 1970.
        settings: of the client.
        idempotent_urls: base URLs known to honour idempotency keys, of all calls of a client.
        redactor: knows its secrets.
        observer: receives its events.
    """

    _hidden = ("observer", "redactor")

    request: Request
    prepared: PreparedRequest
    call_id: str
    kind: CallKind
    started_at: float
    deadline: Deadline
    clock: Callable[[], float]
    settings: Settings
    idempotent_urls: set[str]
    redactor: SecretRedactor
    observer: CallObserver

    def elapsed(self) -> float:
        """Seconds since it started."""
        return self.deadline.elapsed()

    def timeout(self, library: Any) -> Any:
        """The timeout, of an HTTP library, for an attempt that starts now."""
        timeout = self.prepared.timeout
        if self.deadline.total is None and isinstance(timeout, library.Timeout):
            return timeout
        return library.Timeout(**self.deadline.within(limits_of(timeout)))

    def responded(self, response: Any, *, challenged: bool = False) -> AttemptResult:
        """The result of an attempt with a response, whatever its status.

        Args:
            response: of the HTTP library.
            challenged: whether the next attempt will have the token that the service demands.
        """
        if RETENTION in response.headers:
            self.idempotent_urls.add(self.settings.endpoint.base_url)
        return self._result(
            status=response.status_code,
            headers=response.headers,
            challenged=challenged,
            value=response,
        )

    def leaves_open(self, response: Any) -> bool:
        """Whether the body of a response is left for the caller, who is to have it unread."""
        wanted = self.request.options.raw == "stream" or brings_events(self.request, response)
        return bool(response.is_success) and wanted

    def failed(self, error: Exception) -> AttemptResult:
        """The result of an attempt without a response."""
        sent = self.prepared.sent_whole
        return self._result(failure=failure_of(error) if sent else "never_sent", value=error)

    def timed_out(self, library: Any) -> AttemptResult:
        """The result of an attempt that was cancelled at the deadline."""
        request = library.Request(self.prepared.method, self.prepared.url)
        return self.failed(library.ReadTimeout(self.deadline.reason(), request=request))

    def not_attempted(self, error: AssistantsError) -> AttemptResult:
        """The result if an attempt could not be made, for example without a token."""
        return self._result(failure="not_attempted", value=error)

    def closed(self, http: Any, error: RuntimeError) -> AttemptResult:
        """The result if the HTTP client is closed; any other error is raised."""
        if not http.is_closed:
            raise error
        closed = AssistantsError("The client, or the http_client it was given, is closed.")
        closed.__cause__ = error
        return self.not_attempted(closed)

    def reconcile(self) -> "Generator[Lookup, Any, AttemptResult]":
        """The rule that searches for what an attempt may have created, and has its result."""
        from .reconciliation import find_created

        found = yield from find_created(self.request, self.call_id, self.started_at)
        return self._result(status=404) if found is None else self.responded(found.http_response)

    def _result(self, **fields: Any) -> AttemptResult:
        return AttemptResult(
            at=self.clock(),
            elapsed=self.deadline.elapsed(),
            replayable=self.prepared.replayable,
            idempotent=self.settings.endpoint.base_url in self.idempotent_urls,
            **fields,
        )
