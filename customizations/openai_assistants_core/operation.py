"""An operation of the API as data, and the pure way from arguments to a request and back."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Generic, Literal, TypeVar, cast
from urllib.parse import quote

import msgspec
from msgspec.structs import replace

from .availability import EVERYWHERE, Availability
from .errors import ResponseDecodeError
from .json_codec import decode_json, loads
from .jsonable import jsonable_fields
from .lazy import load
from .mismatch import Mismatch
from .sentinel import NOT_GIVEN, NotGiven, is_not_given

T = TypeVar("T")

Media = Literal["application/json", "multipart/form-data"]

_EMPTY: Mapping[str, Any] = MappingProxyType({})


class CallOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What a caller adds to one call, besides the operation's own arguments.

    Attributes:
        extra_headers: sent besides, and instead of, the client's headers.
        extra_query: added to the query string.
        extra_body: merged into a JSON body; never checked.
        timeout: seconds, or a timeout object of the HTTP library; None waits without end.
        on_response: called with the headers of the final response.
        raw: whether the answer itself is wanted: read, or open as a stream.
    """

    extra_headers: Mapping[str, str] | None = None
    extra_query: Mapping[str, object] | None = None
    extra_body: Mapping[str, object] | None = None
    timeout: Any | NotGiven = NOT_GIVEN
    on_response: Callable[[Mapping[str, str]], None] | None = None
    raw: Literal["read", "stream"] | None = None

    def __repr__(self) -> str:
        """Without headers, query and body, which may be secret."""
        return f"CallOptions(timeout={self.timeout!r}, raw={self.raw!r})"


_NO_OPTIONS = CallOptions()


_NOT_IN_IDS = frozenset(map(chr, range(32))) | frozenset("\x7f/\\")
"""What could lead to another operation once a server or a proxy has undone the escaping."""


class Request(msgspec.Struct, frozen=True):
    """One call of an operation.

    Attributes:
        operation: what is called.
        path: the values in its path, in order.
        query, body: by their names on the wire.
        options: of this call.
        streams: whether the answer is to be a stream of events.
    """

    operation: "Operation[Any]"
    path: tuple[str, ...] = ()
    query: Mapping[str, Any] = _EMPTY
    body: Mapping[str, Any] | None = None
    options: CallOptions = _NO_OPTIONS
    streams: bool = False

    def url_path(self) -> str:
        """The path with its values filled in, each escaped so that it stays one segment.

        Raises:
            ValueError: a value is empty, or has slashes, control characters or nothing but dots.
        """
        values: dict[str, str] = {}
        for name, value in zip(self.operation.path_params, self.path, strict=True):
            check_path_value(name, value)
            values[name] = quote(value, safe="")
        return self.operation.path.format_map(values)


class Operation(msgspec.Struct, Generic[T], frozen=True, kw_only=True, eq=False):
    """What the description says of one operation.

    Attributes:
        id: the operationId, such as "create_message".
        method: the HTTP method.
        path: the path below the endpoint's base URL, with {names}.
        resource: the attribute path of its resource on a client, such as "threads.messages".
        name: its method there, such as "create".
        path_params: the names in the path, in order.
        query: Python name to name on the wire of its query parameters.
        media: the content type of the request body; None if it takes none.
        body: the schema of the request body, in schemas.json.
        kind: whether it answers a model, a page of models, or bytes.
        response: where the (item's) model is, "module:Class"; empty for bytes.
        statuses: the successful statuses the description lists.
        repeatable: whether carrying it out twice is the same as once; otherwise it creates or acts.
        listed_by: the id of the operation that lists what it creates; empty if there is none.
        events: where the decoder of its events is, "module:name", if it can answer with a stream;
            otherwise empty.
        availability: who has it.
        limits: who has those of its fields and query parameters that some certainly lack, by their
            path, such as `messages[].file_ids`.
    """

    id: str
    method: str
    path: str
    resource: str
    name: str
    path_params: tuple[str, ...] = ()
    query: Mapping[str, str] = _EMPTY
    media: Media | None = None
    body: str | None = None
    kind: Literal["model", "page", "binary"] = "model"
    response: str = ""
    statuses: tuple[int, ...] = (200,)
    repeatable: bool = False
    listed_by: str = ""
    events: str = ""
    availability: Availability = EVERYWHERE
    limits: Mapping[str, Availability] = _EMPTY

    def request(
        self,
        path: tuple[str, ...] = (),
        query: Mapping[str, object] | None = None,
        body: Mapping[str, object] | None = None,
        options: CallOptions | None = None,
    ) -> Request:
        """Makes a request; arguments that are NOT_GIVEN are left out, None is kept as null.

        Raises:
            TypeError: something in the query or a JSON body is no JSON; the message names its path.
        """
        parameters = jsonable_fields(query, "the query")
        if options is None:
            options = _NO_OPTIONS
        elif options.extra_query or options.extra_body or options.timeout is not NOT_GIVEN:
            options = self._normalized(options)
        fields = None if self.media is None else self._fields(body, "the body")
        return Request(
            self,
            path,
            {self.query[name]: value for name, value in parameters.items()},
            fields,
            options,
            bool(self.events)
            and {**(fields or {}), **(options.extra_body or {})}.get("stream") is True,
        )

    def _normalized(self, options: CallOptions) -> CallOptions:
        """The options with what is added to query and body as JSON, and no sentinel but ours."""
        return replace(
            options,
            timeout=NOT_GIVEN if is_not_given(options.timeout) else options.timeout,
            extra_query=jsonable_fields(options.extra_query, "extra_query"),
            extra_body=self._fields(options.extra_body, "extra_body"),
        )

    def _fields(self, body: Mapping[str, object] | None, source: str) -> Mapping[str, object]:
        """The fields of a body; those of a form may be files, which is seen where it is made."""
        if self.media != "multipart/form-data":
            return jsonable_fields(body, source)
        return {name: one for name, one in (body or {}).items() if not is_not_given(one)}

    def parse(self, data: bytes) -> T:
        """Decodes the body of a successful JSON response.

        Raises:
            ResponseDecodeError: it is not JSON, or a value has not its declared JSON type.
        """
        try:
            return cast("T", decode_json(self.result(), data))
        except Mismatch as mismatch:
            raise ResponseDecodeError(
                f"{self.id}: {mismatch}", path=mismatch.path, body=loads(data)
            ) from mismatch
        except ValueError as error:
            raise ResponseDecodeError(f"{self.id}: the response is not JSON: {error}") from error

    def decode(self, raw: Any) -> T:
        """Decodes parsed JSON of a successful response.

        Raises:
            Mismatch: a value has not its declared JSON type.
        """
        from .tolerant import decode_tolerantly

        return cast("T", decode_tolerantly(self.result(), raw))

    def result(self) -> Any:
        """The type of the response: a model, or a page of models."""
        if self.kind != "page":
            return self.model()
        from .page_model import Page

        page: Any = Page
        return page[self.model()]

    def model(self) -> Any:
        """The model class of the response, or of a page's items; loaded on first use."""
        return load(self.response)


def check_path_value(name: str, value: object) -> None:
    """Checks an id before it becomes part of a URL.

    Raises:
        TypeError, ValueError: it cannot be one: empty, dots alone, or with signs of a path.
    """
    if not isinstance(value, str):
        raise TypeError(f"{name} must be a string, not {type(value).__name__}")
    if not value.strip(" .") or not _NOT_IN_IDS.isdisjoint(value):
        raise ValueError(f"{name} must be an id as the service gave it, not {value!r}")
