"""What the caller gets at the end of a call: its result, or the error that says what went wrong."""

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, TypeVar

from msgspec import Struct

from openai_assistants_core import (
    AmbiguousOutcome,
    APIConnectionError,
    APIError,
    APITimeoutError,
    AssistantsError,
    Operation,
    Request,
    ResponseDecodeError,
    error_for,
)
from openai_assistants_core.error_parsing import after
from openai_assistants_core.errors import AmbiguousTimeout

from .._http.library import is_timeout, library_of
from .._telemetry.redaction import Discretion
from ..retry import Ended

E = TypeVar("E", bound=BaseException)


class Conclusion(Struct, frozen=True):
    """How the end of one call is told.

    Attributes:
        operation, request: what was asked for.
        call_id: what the request carried as x-ms-client-request-id and Idempotency-Key.
        opened: the class of an answer that is open as a stream.
        discretion: what an error may not show.
    """

    operation: Operation[Any]
    request: Request
    call_id: str
    opened: Any
    discretion: Discretion

    def of(self, ended: Ended) -> Any:
        """The decoded answer, or the answer itself where that was asked for; else an error."""
        value = ended.outcome.value
        if isinstance(value, BaseException):
            raise self._without_answer(value, ended) from _cause(value)
        if self.request.options.on_response is not None:
            self.request.options.on_response(value.headers)
        if not value.is_success:
            hide_secrets(value, self.discretion)
            raise self._marked(
                error_for(
                    value,
                    value.content,
                    retries=ended.retries,
                    note=self._note(ended),
                    ambiguous=self._is_ambiguous(ended),
                )
            )
        return self._result(value, ended.retries)

    def _result(self, response: Any, retries: int) -> Any:
        mode = self.request.options.raw
        if mode is None:
            return self._decode(response)
        from openai_assistants_core import RawResponse

        return (self.opened if mode == "stream" else RawResponse)(
            http_response=response,
            decode=self._decode,
            guard=_guard_of(response, self.discretion),
            retries_taken=retries,
        )

    def _decode(self, response: Any) -> Any:
        content = response.content
        if self.operation.kind == "binary":
            from openai_assistants_core import BinaryContent

            return BinaryContent(content, response.headers)
        if not content and self.operation.method == "DELETE":
            return self.operation.decode({"id": self.request.path[-1], "deleted": True})
        try:
            return self.operation.parse(content)
        except ResponseDecodeError as error:
            hide_secrets(response, self.discretion)
            hide_in_error(error, self.discretion)
            error.request = response.request
            raise

    def _without_answer(self, error: BaseException, ended: Ended) -> BaseException:
        ambiguous = self._is_ambiguous(ended)
        if isinstance(error, AssistantsError):
            if not ambiguous:
                return error
            made: APIConnectionError = AmbiguousOutcome(message=f"{error} {self._note(ended)}")
        else:
            made = connection_error(
                error,
                self.discretion,
                retries=ended.retries,
                note=self._note(ended),
                ambiguous=ambiguous,
            )
        made.retries_taken = ended.retries
        return self._marked(made)

    def _is_ambiguous(self, ended: Ended) -> bool:
        return ended.doubt and not self.operation.repeatable

    def _note(self, ended: Ended) -> str:
        if self._is_ambiguous(ended):
            return (
                f"It is unknown whether {self.operation.id} was carried out (call "
                f"{self.call_id}): look before you send it again, or let the client look, with "
                "reconcile=True."
            )
        if ended.doubt and self.operation.method == "DELETE" and ended.outcome.status == 404:
            return "An earlier attempt of this call got no answer, and may have deleted it."
        return ""

    def _marked(self, error: E) -> E:
        if isinstance(error, AmbiguousOutcome):
            error.operation = self.operation.id
            error.client_request_id = self.call_id
        return error


def connection_error(
    error: BaseException,
    discretion: Discretion,
    *,
    retries: int = 0,
    note: str = "",
    ambiguous: bool = False,
) -> APIConnectionError:
    """The error for an exception of the HTTP library, without secrets in its request."""
    request: Any = getattr(error, "_request", None)
    hide_secrets(error, discretion)
    hide_in_error(error, discretion)
    timed_out = is_timeout(error)
    what = "Request timed out" if timed_out else "Connection error"
    where = f"{request.method} {request.url.copy_with(query=None)}: " if request else ""
    repeated = f" ({after(retries)})" if retries else ""
    message = f"{what}: {where}{str(error) or type(error).__name__}{repeated}"
    if note:
        message = f"{message.removesuffix('.')}. {note}"
    kind: Any = (
        (AmbiguousTimeout if timed_out else AmbiguousOutcome)
        if ambiguous
        else (APITimeoutError if timed_out else APIConnectionError)
    )
    made: APIConnectionError = kind(message=message, request=request)
    return made


def _cause(error: BaseException) -> BaseException | None:
    """What an error is raised from: an error of ours stands for itself."""
    return error.__cause__ if isinstance(error, AssistantsError) else error


def _guard_of(response: Any, discretion: Discretion) -> Callable[[], AbstractContextManager[None]]:
    """What reads a streamed answer: exceptions of its HTTP library become errors of ours."""
    library = library_of(response)

    @contextmanager
    def guard() -> Generator[None]:
        try:
            yield
        except library.RequestError as error:
            raise connection_error(error, discretion) from error

    return guard


def hide_secrets(carrier: Any, discretion: Discretion) -> None:
    """Takes credentials out of what an error carries away: a response, or an exception."""
    request: Any = getattr(carrier, "_request", None)
    discretion.learn(request)
    for one in (request, getattr(carrier, "next_request", None)):
        if one is not None:
            discretion.clean(one)
    if not isinstance(carrier, BaseException):
        for name, value in carrier.headers.items():
            if (hidden := discretion.hidden(value)) != value:
                carrier.headers[name] = hidden
        if hasattr(carrier, "_content"):
            carrier._content = discretion.hidden_bytes(carrier.content)


def hide_in_error(error: BaseException, discretion: Discretion) -> None:
    """Takes credentials out of what an error says, and its causes off if they tell any."""
    error.args = tuple(discretion.hidden_in(value) for value in error.args)
    if isinstance(error, APIError):
        error.message = discretion.hidden(error.message)
        error.body = discretion.hidden_in(error.body)
    if any(discretion.tells(cause) for cause in _causes(error)):
        error.__cause__ = error.__context__ = None


def _causes(error: BaseException) -> list[BaseException]:
    """All that led to an exception."""
    found = [error]
    for one in found:
        for cause in (one.__cause__, one.__context__):
            if cause is not None and cause not in found:
                found.append(cause)
    return found[1:]


def same_origin(one: Any, other: Any) -> bool:
    """Whether two URLs lead to the same scheme, host and port."""
    return _origin(one) == _origin(other)


def _origin(url: Any) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port or {"http": 80, "https": 443}.get(url.scheme)


def next_hop(response: Any) -> Any:
    """The request a redirect asks for, if it may be followed.

    Credentials stay where they were sent: another origin is not followed. Nor is a redirect that
    would turn a POST into a GET.
    """
    hop = response.next_request
    if hop is None or hop.method != response.request.method:
        return None
    return hop if same_origin(hop.url, response.request.url) else None
