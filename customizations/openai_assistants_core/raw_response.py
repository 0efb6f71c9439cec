"""Responses as they came over HTTP, and what they can be decoded to."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import msgspec
from msgspec.structs import replace

from .errors import request_id_of

if TYPE_CHECKING:
    from datetime import timedelta

T = TypeVar("T")
U = TypeVar("U")

ErrorMapping = Callable[[], AbstractContextManager[None]]


class AnyResponse(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """An answer, and what it can be decoded to.

    Attributes:
        http_response: the response of the HTTP library.
        decode: makes the result from the response, once it is read.
        guard: a context in which errors of the HTTP library become errors of this one.
        decodes_unread: whether `decode` takes it as it is, for the result is what reads it.
        retries_taken: attempts after the first.
    """

    http_response: Any
    decode: Callable[[Any], T]
    guard: ErrorMapping
    decodes_unread: bool = False
    retries_taken: int = 0

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return int(self.http_response.status_code)

    @property
    def headers(self) -> Any:
        """The headers of the answer; names in any case."""
        return self.http_response.headers

    @property
    def request_id(self) -> str | None:
        """What the service calls this request; quote it when asking for support."""
        return request_id_of(self.http_response.headers)

    @property
    def http_request(self) -> Any:
        """The request of the HTTP library."""
        return self.http_response.request

    @property
    def url(self) -> Any:
        """Where the request went."""
        return self.http_response.url

    @property
    def method(self) -> str:
        """The HTTP method."""
        return str(self.http_request.method)

    @property
    def http_version(self) -> str:
        """Such as HTTP/1.1."""
        return str(self.http_response.http_version)

    @property
    def elapsed(self) -> "timedelta":
        """From sending the request until the answer was read or closed."""
        return cast("timedelta", self.http_response.elapsed)

    @property
    def is_closed(self) -> bool:
        """Whether its connection is free for others."""
        return bool(self.http_response.is_closed)

    def map(self, change: Callable[[T], U]) -> "AnyResponse[U]":
        """The same answer, decoded to something else."""
        decode, same = self.decode, cast("Any", self)

        def changed(response: Any) -> U:
            return change(decode(response))

        return cast("AnyResponse[U]", replace(same, decode=changed))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.http_response!r}, retries_taken={self.retries_taken})"


class RawResponse(AnyResponse[T], frozen=True):
    """An answer that is read but not decoded."""

    @property
    def content(self) -> bytes:
        """The body."""
        return cast("bytes", self.http_response.content)

    @property
    def text(self) -> str:
        """The body as text."""
        return str(self.http_response.text)

    def read(self) -> bytes:
        """The body."""
        return self.content

    def json(self) -> Any:
        """The body as parsed JSON."""
        return self.http_response.json()

    def parse(self) -> T:
        """What the method returns without `with_raw_response`.

        Raises:
            ResponseDecodeError: the body is not what the description says.
        """
        return self.decode(self.http_response)
