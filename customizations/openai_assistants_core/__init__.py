"""What the generated code stands on: models, operations, pages, errors and the door. No I/O.

Everything is loaded on first use.
"""

from typing import TYPE_CHECKING

from .lazy import lazy_exports

if TYPE_CHECKING:
    from ._availability import EVERYWHERE, Availability, Profile
    from ._binary import BinaryContent
    from ._door import AsyncDoor, Door
    from ._error_bodies import error_for
    from ._errors import (
        AmbiguousOutcome,
        APIConnectionError,
        APIError,
        APIStatusError,
        APITimeoutError,
        AssistantsError,
        AuthenticationError,
        BadRequestError,
        ConflictError,
        InternalServerError,
        NotFoundError,
        OpenAIError,
        PermissionDeniedError,
        RateLimitError,
        ResponseDecodeError,
        RunFailed,
        RunTimeout,
        StreamError,
        StreamInterrupted,
        UnprocessableEntityError,
        UnsupportedOperation,
    )
    from ._events import DoneEvent, StreamEvent, UnknownEvent, decode_event
    from ._files import FileContent, FileTypes, FileWithProgress
    from ._json import dumps, loads
    from ._operation import CallOptions, Operation, Request
    from ._pages import AsyncPage, AsyncPaginator, Page, SyncPage, first_page
    from ._raw import (
        AsyncStreamedResponse,
        RawResponse,
        StreamedResponse,
        async_raw,
        async_streamed,
        raw,
        streamed,
    )
    from ._refusal import refuse
    from ._resource import AsyncResource, SyncResource
    from ._sentinel import NOT_GIVEN, NotGiven
    from .behaviours import MessageBehaviour, RunBehaviour
    from .codec import Mismatch
    from .model import Model, UnknownVariant, encode

__all__ = [
    "EVERYWHERE",
    "NOT_GIVEN",
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AmbiguousOutcome",
    "AssistantsError",
    "AsyncDoor",
    "AsyncPage",
    "AsyncPaginator",
    "AsyncResource",
    "AsyncStreamedResponse",
    "AuthenticationError",
    "Availability",
    "BadRequestError",
    "BinaryContent",
    "CallOptions",
    "ConflictError",
    "DoneEvent",
    "Door",
    "FileContent",
    "FileTypes",
    "FileWithProgress",
    "InternalServerError",
    "MessageBehaviour",
    "Mismatch",
    "Model",
    "NotFoundError",
    "NotGiven",
    "OpenAIError",
    "Operation",
    "Page",
    "PermissionDeniedError",
    "Profile",
    "RateLimitError",
    "RawResponse",
    "Request",
    "ResponseDecodeError",
    "RunBehaviour",
    "RunFailed",
    "RunTimeout",
    "StreamError",
    "StreamEvent",
    "StreamInterrupted",
    "StreamedResponse",
    "SyncPage",
    "SyncResource",
    "UnknownEvent",
    "UnknownVariant",
    "UnprocessableEntityError",
    "UnsupportedOperation",
    "async_raw",
    "async_streamed",
    "decode_event",
    "dumps",
    "encode",
    "error_for",
    "first_page",
    "loads",
    "raw",
    "refuse",
    "streamed",
]

__getattr__, __dir__ = lazy_exports(
    __name__,
    {
        "_availability": ("EVERYWHERE", "Availability", "Profile"),
        "behaviours": ("MessageBehaviour", "RunBehaviour"),
        "_binary": ("BinaryContent",),
        "_door": ("AsyncDoor", "Door"),
        "_errors": (
            "APIConnectionError",
            "APIError",
            "APIStatusError",
            "APITimeoutError",
            "AmbiguousOutcome",
            "AssistantsError",
            "AuthenticationError",
            "BadRequestError",
            "ConflictError",
            "InternalServerError",
            "NotFoundError",
            "OpenAIError",
            "PermissionDeniedError",
            "RateLimitError",
            "ResponseDecodeError",
            "RunFailed",
            "RunTimeout",
            "StreamError",
            "StreamInterrupted",
            "UnprocessableEntityError",
            "UnsupportedOperation",
        ),
        "_error_bodies": ("error_for",),
        "_events": ("DoneEvent", "StreamEvent", "UnknownEvent", "decode_event"),
        "_files": ("FileContent", "FileTypes", "FileWithProgress"),
        "_json": ("dumps", "loads"),
        "codec": ("Mismatch",),
        "model": ("Model", "UnknownVariant", "encode"),
        "_operation": ("CallOptions", "Operation", "Request"),
        "_pages": ("AsyncPage", "AsyncPaginator", "Page", "SyncPage", "first_page"),
        "_raw": (
            "AsyncStreamedResponse",
            "RawResponse",
            "StreamedResponse",
            "async_raw",
            "async_streamed",
            "raw",
            "streamed",
        ),
        "_refusal": ("refuse",),
        "_resource": ("AsyncResource", "SyncResource"),
        "_sentinel": ("NOT_GIVEN", "NotGiven"),
    },
)
