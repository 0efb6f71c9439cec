"""What a call returns: the decoded response, or the error that says what went wrong."""

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, TypeVar

from msgspec import Struct

from openai_assistants_core import (
    AmbiguousOutcome,
    APIConnectionError,
    AssistantsError,
    Request,
    ResponseDecodeError,
    StreamError,
    loads,
)
from openai_assistants_core.errors import REQUEST_ID_HEADERS
from openai_assistants_core.lazy import load

from .._http.library import library_of
from .._telemetry.redaction import SecretRedactor
from ..retry import CallResult

E = TypeVar("E", bound=BaseException)


def brings_events(request: Request, response: Any) -> bool:
    """Whether a response is a stream of events; a server that knows none answers with the run."""
    if not request.streams:
        return False
    return not response.headers.get("content-type", "").startswith("application/json")


class ResponseHandler(Struct, frozen=True):
    """Makes the return value, or the error, of one call.

    Attributes:
        request: what was asked for.
        call_id: the value of the x-ms-client-request-id and Idempotency-Key that were sent.
        redactor: of the call.
        streamed: where the class of responses that are returned with their body unread is,
            "module:name".
    """

    request: Request
    call_id: str
    redactor: SecretRedactor
    streamed: str

    def handle(self, result: CallResult) -> Any:
        """The decoded response; or the response itself, if the options of the call say so.

        Raises:
            AssistantsError: there is no response, its status is an error, or it cannot be decoded.
        """
        response = result.attempt.value
        if isinstance(response, BaseException):
            # An error of ours stands for itself, with the cause it has.
            ours = isinstance(response, AssistantsError)
            raise self._failure(response, result) from response.__cause__ if ours else response
        options = self.request.options
        if options.on_response is not None:
            options.on_response(response.headers)
        if not response.is_success:
            raise self._status_error(response, result)
        if options.raw is None:
            return self._decode(response)
        from openai_assistants_core import RawResponse

        raw: Any = load(self.streamed) if options.raw == "stream" else RawResponse
        return raw(
            http_response=response,
            decode=self._decode,
            guard=_error_mapping(response, self.redactor),
            decodes_unread=brings_events(self.request, response),
            retries_taken=result.retries,
        )

    def _decode(self, response: Any) -> Any:
        if self.request.streams:
            return self._stream(response)
        operation, content = self.request.operation, response.content
        if operation.kind == "binary":
            from openai_assistants_core import BinaryContent

            return BinaryContent(content, response.headers, response)
        try:
            if not content and operation.method == "DELETE":
                decoded = operation.decode({"id": self.request.path[-1], "deleted": True})
            else:
                decoded = operation.parse(content)
        except ResponseDecodeError as error:
            from .._telemetry.redacted_errors import redact_error, redact_http

            redact_http(response, self.redactor)
            redact_error(error, self.redactor)
            error.request = response.request
            raise
        for name in REQUEST_ID_HEADERS:
            decoded._request_id = decoded._request_id or response.headers.get(name)
        return decoded

    def _stream(self, response: Any) -> Any:
        """The events of a response, of which nothing is read.

        Raises:
            ResponseDecodeError: it is no stream of events; `body` is what it is.
        """
        from openai_assistants_core.event_stream import stream_of

        if not brings_events(self.request, response):
            raise ResponseDecodeError(
                f"{self.request.operation.id}: the service has answered, but not with a stream",
                response.request,
                body=self.redactor.redact_json(loads(response.content)),
            )
        opened = load(self.streamed)(
            http_response=response,
            decode=self._decode,
            guard=_stream_guard(response, self.redactor),
        )
        return stream_of(opened, self.request, load(self.request.operation.events))

    def _status_error(self, response: Any, result: CallResult) -> BaseException:
        """The error for a response with an error status."""
        from openai_assistants_core import error_for

        from .._telemetry.redacted_errors import redact_http

        redact_http(response, self.redactor)
        return self._identified(
            error_for(
                response,
                response.content,
                retries=result.retries,
                note=self._note(result),
                ambiguous=self._is_ambiguous(result),
            )
        )

    def _failure(self, error: BaseException, result: CallResult) -> BaseException:
        """The error of a call without a response: ours as it is, unless the call is ambiguous."""
        ambiguous = self._is_ambiguous(result)
        if isinstance(error, AssistantsError):
            if not ambiguous:
                return error
            made: APIConnectionError = AmbiguousOutcome(message=f"{error} {self._note(result)}")
            made.retries_taken = result.retries
            return self._identified(made)
        from .._telemetry.redacted_errors import connection_error

        return self._identified(
            connection_error(
                error,
                self.redactor,
                retries=result.retries,
                note=self._note(result),
                ambiguous=ambiguous,
            )
        )

    def _is_ambiguous(self, result: CallResult) -> bool:
        return result.in_doubt and not self.request.operation.repeatable

    def _note(self, result: CallResult) -> str:
        operation = self.request.operation
        if self._is_ambiguous(result):
            return (
                f"It is unknown whether {operation.id} was carried out (call {self.call_id}): "
                "check before you send it again, or let the client check, with reconcile=True."
            )
        if result.in_doubt and operation.method == "DELETE" and result.attempt.status == 404:
            return "An earlier attempt of this call got no answer, and may have deleted it."
        return ""

    def _identified(self, error: E) -> E:
        """The error; an ambiguous one says which call it is about."""
        if isinstance(error, AmbiguousOutcome):
            error.operation = self.request.operation.id
            error.client_request_id = self.call_id
        return error


def _error_mapping(
    response: Any, redactor: SecretRedactor
) -> Callable[[], AbstractContextManager[None]]:
    """The context for reading a streamed body: exceptions of its HTTP library become ours."""
    library = library_of(response)

    @contextmanager
    def map_errors() -> Generator[None]:
        try:
            yield
        except library.RequestError as error:
            from .._telemetry.redacted_errors import connection_error

            raise connection_error(error, redactor) from error

    return map_errors


def _stream_guard(
    response: Any, redactor: SecretRedactor
) -> Callable[[], AbstractContextManager[None]]:
    """The context for reading events: as for any body, and what is wrong with them is redacted."""
    map_errors = _error_mapping(response, redactor)

    @contextmanager
    def guard() -> Generator[None]:
        try:
            with map_errors():
                yield
        except (ResponseDecodeError, StreamError) as error:
            from .._telemetry.redacted_errors import redact_error, redact_http

            redact_http(response, redactor)
            redact_error(error, redactor)
            error.request = response.request
            raise

    return guard
