"""Methods of resources that return their responses undecoded: read, or open as a stream."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from contextlib import (
    AbstractAsyncContextManager,
    AbstractContextManager,
    asynccontextmanager,
    contextmanager,
)
from functools import wraps
from typing import TYPE_CHECKING, Any, Literal, ParamSpec, TypeVar, cast

import msgspec
from msgspec.structs import replace

from .raw_response import RawResponse
from .streamed_response import AsyncStreamedResponse, StreamedResponse

if TYPE_CHECKING:
    from .operation import Operation, Request
    from .transport import AsyncTransport, Transport

P = ParamSpec("P")
T = TypeVar("T")

Mode = Literal["read", "stream"]


class RawTransport(msgspec.Struct, frozen=True):
    """A transport that gives out answers undecoded."""

    transport: Any
    mode: Mode

    def call(self, operation: "Operation[T]", request: "Request") -> Any:
        """The answer, or an awaitable of it where the transport behind is asynchronous."""
        options = replace(request.options, raw=self.mode)
        return self.transport.call(operation, replace(request, options=options))


D = TypeVar("D", "Transport", "AsyncTransport")


def plain(transport: D) -> D:
    """The transport behind a RawTransport."""
    return cast("D", transport.transport) if isinstance(transport, RawTransport) else transport


def _through(method: Callable[P, Any], mode: Mode) -> Callable[P, Any]:
    """The method of a resource, through a raw transport."""
    bound: Any = method
    owner: Any = bound.__self__
    return cast(
        "Callable[P, Any]",
        getattr(type(owner)(RawTransport(owner._transport, mode)), bound.__name__),
    )


def raw(method: Callable[P, T]) -> Callable[P, RawResponse[T]]:
    """A method of a resource that returns its answer undecoded."""
    return _through(method, "read")


def async_raw(method: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[RawResponse[T]]]:
    """As `raw`, for an asynchronous resource."""
    return _through(method, "read")


def streamed(
    method: Callable[P, T],
) -> Callable[P, AbstractContextManager[StreamedResponse[T]]]:
    """A method of a resource that opens its answer as a stream, for a `with` statement."""
    through = _through(method, "stream")

    @wraps(method)
    @contextmanager
    def opened(*args: P.args, **kwargs: P.kwargs) -> Generator[StreamedResponse[T]]:
        response: StreamedResponse[T] = through(*args, **kwargs)
        try:
            yield response
        finally:
            response.close()

    return opened


def async_streamed(
    method: Callable[P, Awaitable[T]],
) -> Callable[P, AbstractAsyncContextManager[AsyncStreamedResponse[T]]]:
    """As `streamed`, for an asynchronous resource and `async with`."""
    through = _through(method, "stream")

    @wraps(method)
    @asynccontextmanager
    async def opened(*args: P.args, **kwargs: P.kwargs) -> AsyncGenerator[AsyncStreamedResponse[T]]:
        response: AsyncStreamedResponse[T] = await through(*args, **kwargs)
        try:
            yield response
        finally:
            await response.close()

    return opened
