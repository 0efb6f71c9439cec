"""Every error this library raises.

    AssistantsError (alias OpenAIError)
      APIError                        something went wrong in a call
        APIConnectionError            no answer
          APITimeoutError             none in time
          AmbiguousOutcome            unknown whether the call was carried out; as what it came to,
                                      AmbiguousTimeout, AmbiguousStatus or AmbiguousServerError
          StreamInterrupted           the answer broke off
        APIStatusError                an answer with an error status
          BadRequestError 400, AuthenticationError 401, PermissionDeniedError 403,
          NotFoundError 404, ConflictError 409, UnprocessableEntityError 422,
          RateLimitError 429, InternalServerError 5xx
        ResponseDecodeError           an answer that is not what the description says
        StreamError                   an error event within a stream
      RunFailed                       a run ended without completing (only if asked to raise)
        RunCancelled                  it was cancelled
        RunExpired                    it was not finished within its lifetime
        RunIncomplete                 it reached a limit of tokens, or its content was filtered
      RunTimeout (also TimeoutError)  a run did not end before the deadline
      UnsupportedOperation            the chosen endpoint certainly does not have this

The names are those of the openai package, so that code that catches them keeps working.
"""

from collections.abc import Mapping
from typing import Any, Protocol, cast


class ResponseLike(Protocol):
    """What an error needs of an HTTP response."""

    @property
    def status_code(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...


PUBLIC_HOME = "openai_assistants"
"""Where errors are imported from, which is what tracebacks show as their module; or the package in
it that has a module of errors of its own."""


class AssistantsError(Exception):
    """The base of all errors of this library."""

    __module__ = PUBLIC_HOME

    def __init_subclass__(cls) -> None:
        if cls.__module__ == __name__:
            cls.__module__ = PUBLIC_HOME
        elif cls.__module__.startswith(f"{PUBLIC_HOME}."):
            cls.__module__ = cls.__module__.removesuffix(".errors")

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickles and copies what it says and has, whatever its constructor takes."""
        return type(self).__new__, (type(self),), {**vars(self), "args": self.args}


OpenAIError = AssistantsError


class APIError(AssistantsError):
    """A call went wrong.

    Attributes:
        message: what happened, for a person.
        request: the HTTP request, where there was one.
        body: the error object of the service, or what came in its place; None without an answer.
        code, param, type: the fields of that error object, where it has them.
        retries_taken: attempts after the first.
    """

    retries_taken: int = 0

    def __init__(
        self, message: str, request: Any | None = None, *, body: object | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.request = request
        self.body = body
        fields = as_fields(body)
        self.code = _word(fields.get("code"))
        self.param = _word(fields.get("param"))
        self.type = _word(fields.get("type"))

    @property
    def inner_error(self) -> Mapping[str, Any]:
        """What Azure says in more detail, such as its code ResponsibleAIPolicyViolation."""
        fields = as_fields(self.body)
        return as_fields(fields.get("innererror") or fields.get("inner_error"))

    @property
    def content_filter_results(self) -> Mapping[str, Any]:
        """What Azure's content filter found, by category; empty where it was not the filter."""
        for fields in (self.inner_error, as_fields(self.body)):
            for name in ("content_filter_result", "content_filter_results"):
                if isinstance(fields.get(name), Mapping):
                    return as_fields(fields[name])
        return {}


class APIConnectionError(APIError):
    """The service could not be reached, or did not answer."""

    def __init__(self, *, message: str = "Connection error.", request: Any | None = None) -> None:
        super().__init__(message, request)


class APITimeoutError(APIConnectionError):
    """The service did not answer in time."""

    def __init__(self, request: Any | None = None, *, message: str = "Request timed out.") -> None:
        super().__init__(message=message, request=request)


class AmbiguousOutcome(APIConnectionError):
    """It is unknown whether a call that creates or acts was carried out.

    It is caught as what the last attempt came to as well: APITimeoutError, or APIStatusError and
    InternalServerError.

    Attributes:
        operation: the id of the operation, such as "create_run".
        client_request_id: what the request carried as x-ms-client-request-id and Idempotency-Key.
    """

    operation: str = ""
    client_request_id: str = ""


class StreamInterrupted(APIConnectionError):
    """A stream broke off before its end."""


class APIStatusError(APIError):
    """The service answered with an error status.

    Attributes:
        response: the HTTP response.
        status_code: its status.
        request_id: what the service calls this request; quote it when asking for support.
    """

    def __init__(self, message: str, *, response: Any, body: object | None = None) -> None:
        super().__init__(message, getattr(response, "request", None), body=body)
        self.response = response
        self.status_code: int = response.status_code
        self.request_id: str | None = request_id_of(response.headers)


class BadRequestError(APIStatusError):
    """400: the request is not valid; `param` says where."""


class AuthenticationError(APIStatusError):
    """401: the credential is missing or wrong."""


class PermissionDeniedError(APIStatusError):
    """403: the credential may not do this."""


class NotFoundError(APIStatusError):
    """404: there is no such object, or no such path at this endpoint."""


class ConflictError(APIStatusError):
    """409: the object is being changed by someone else."""


class UnprocessableEntityError(APIStatusError):
    """422: the request is well-formed but cannot be carried out."""


class RateLimitError(APIStatusError):
    """429: too many requests, or the quota is used up."""


class InternalServerError(APIStatusError):
    """5xx: the service failed."""


class AmbiguousTimeout(AmbiguousOutcome, APITimeoutError):
    """No answer in time, and unknown whether the call was carried out."""

    def __init__(self, request: Any | None = None, *, message: str = "Request timed out.") -> None:
        super().__init__(message=message, request=request)


class AmbiguousStatus(AmbiguousOutcome, APIStatusError):
    """An answer that does not say whether the call was carried out."""

    def __init__(self, message: str, *, response: Any, body: object | None = None) -> None:
        APIStatusError.__init__(self, message, response=response, body=body)


class AmbiguousServerError(AmbiguousStatus, InternalServerError):
    """5xx, and unknown whether the call was carried out."""


class ResponseDecodeError(APIError):
    """A successful answer is not JSON, or a value in it has another JSON type than declared.

    Attributes:
        path: where in the body, such as `data[3].created_at`; empty for the whole body.
    """

    def __init__(
        self,
        message: str,
        request: Any | None = None,
        *,
        path: str = "",
        body: object | None = None,
    ) -> None:
        super().__init__(message, request, body=body)
        self.path = path


class StreamError(APIError):
    """The service sent an error event within a stream."""


class RunFailed(AssistantsError):
    """A run ended without completing; its subclasses say how, unless it simply failed.

    Attributes:
        run: the run, with `last_error` or `incomplete_details`.
        last_error: the code and the message of its failure, if it has them.
    """

    def __init__(self, message: str, run: Any) -> None:
        super().__init__(message)
        self.run = run
        self.last_error = getattr(run, "last_error", None)


class RunCancelled(RunFailed):
    """A run was cancelled."""


class RunExpired(RunFailed):
    """A run was not finished within its lifetime, such as for want of tool outputs."""


class RunIncomplete(RunFailed):
    """A run reached a limit of tokens, or its content was filtered; `incomplete_details` says."""


class RunTimeout(AssistantsError, TimeoutError):
    """A run did not come to an end before the deadline; it may still be going on.

    Attributes:
        run: the run as last seen.
    """

    def __init__(self, message: str, run: Any) -> None:
        super().__init__(message)
        self.run = run


class UnsupportedOperation(AssistantsError):
    """The chosen endpoint and version certainly do not have this operation or field."""


def as_fields(body: object) -> Mapping[str, Any]:
    """The fields of a body that is a JSON object; nothing of any other."""
    return cast("Mapping[str, Any]", body) if isinstance(body, Mapping) else {}


REQUEST_ID_HEADERS = ("x-request-id", "apim-request-id")
"""The headers in which services say what they call a request."""


def request_id_of(headers: Mapping[str, str]) -> str | None:
    """What the service calls a request, by any of the headers in use."""
    return next(filter(None, map(headers.get, REQUEST_ID_HEADERS)), None)


def _word(value: object) -> str | None:
    """A field as text: gateways send numbers as well."""
    return None if value is None or isinstance(value, Mapping | list) else str(value)
