"""What the generated code stands on: models, operations, pages, errors and the transport. No I/O.

Everything is loaded on first use.
"""

from typing import TYPE_CHECKING

from .lazy import lazy_exports

if TYPE_CHECKING:
    from .availability import EVERYWHERE, Availability, Profile
    from .binary_content import BinaryContent
    from .citations import Citation, MessageFile
    from .error_parsing import error_for
    from .errors import (
        AmbiguousOutcome,
        AmbiguousServerError,
        AmbiguousStatus,
        AmbiguousTimeout,
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
        RunCancelled,
        RunExpired,
        RunFailed,
        RunIncomplete,
        RunTimeout,
        StreamError,
        StreamInterrupted,
        UnprocessableEntityError,
        UnsupportedOperation,
    )
    from .event_stream import AsyncStream, Stream
    from .events import DoneEvent, StreamEvent, UnknownEvent, decode_event
    from .file_types import FileContent, FileTypes, FileWithProgress
    from .json_codec import dumps, loads
    from .mismatch import Mismatch
    from .model import Model, UnknownVariant, encode
    from .model_mixins import MessageMixin, RunMixin
    from .operation import CallOptions, Operation, Request
    from .page_model import Page
    from .pages import AsyncPage, AsyncPaginator, SyncPage, first_page
    from .raw_response import RawResponse
    from .raw_transport import async_raw, async_streamed, raw, streamed
    from .resource import AsyncResource, SyncResource
    from .sentinel import NOT_GIVEN, NotGiven
    from .streamed_response import AsyncStreamedResponse, StreamedResponse
    from .structured_output import use_parser
    from .support_check import refuse
    from .transport import AsyncTransport, Transport

# Written from the imports above by `make generate`.

__all__ = [
    "EVERYWHERE",
    "NOT_GIVEN",
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AmbiguousOutcome",
    "AmbiguousServerError",
    "AmbiguousStatus",
    "AmbiguousTimeout",
    "AssistantsError",
    "AsyncPage",
    "AsyncPaginator",
    "AsyncResource",
    "AsyncStream",
    "AsyncStreamedResponse",
    "AsyncTransport",
    "AuthenticationError",
    "Availability",
    "BadRequestError",
    "BinaryContent",
    "CallOptions",
    "Citation",
    "ConflictError",
    "DoneEvent",
    "FileContent",
    "FileTypes",
    "FileWithProgress",
    "InternalServerError",
    "MessageFile",
    "MessageMixin",
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
    "RunCancelled",
    "RunExpired",
    "RunFailed",
    "RunIncomplete",
    "RunMixin",
    "RunTimeout",
    "Stream",
    "StreamError",
    "StreamEvent",
    "StreamInterrupted",
    "StreamedResponse",
    "SyncPage",
    "SyncResource",
    "Transport",
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
    "use_parser",
]

__getattr__, __dir__ = lazy_exports(
    __name__,
    {
        "availability": ("EVERYWHERE", "Availability", "Profile"),
        "binary_content": ("BinaryContent",),
        "citations": ("Citation", "MessageFile"),
        "error_parsing": ("error_for",),
        "errors": (
            "AmbiguousOutcome",
            "AmbiguousServerError",
            "AmbiguousStatus",
            "AmbiguousTimeout",
            "APIConnectionError",
            "APIError",
            "APIStatusError",
            "APITimeoutError",
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
            "RunCancelled",
            "RunExpired",
            "RunFailed",
            "RunIncomplete",
            "RunTimeout",
            "StreamError",
            "StreamInterrupted",
            "UnprocessableEntityError",
            "UnsupportedOperation",
        ),
        "event_stream": ("AsyncStream", "Stream"),
        "events": ("DoneEvent", "StreamEvent", "UnknownEvent", "decode_event"),
        "file_types": ("FileContent", "FileTypes", "FileWithProgress"),
        "json_codec": ("dumps", "loads"),
        "mismatch": ("Mismatch",),
        "model": ("Model", "UnknownVariant", "encode"),
        "model_mixins": ("MessageMixin", "RunMixin"),
        "operation": ("CallOptions", "Operation", "Request"),
        "page_model": ("Page",),
        "pages": ("AsyncPage", "AsyncPaginator", "SyncPage", "first_page"),
        "raw_response": ("RawResponse",),
        "raw_transport": ("async_raw", "async_streamed", "raw", "streamed"),
        "resource": ("AsyncResource", "SyncResource"),
        "sentinel": ("NOT_GIVEN", "NotGiven"),
        "streamed_response": ("AsyncStreamedResponse", "StreamedResponse"),
        "structured_output": ("use_parser",),
        "support_check": ("refuse",),
        "transport": ("AsyncTransport", "Transport"),
    },
)
