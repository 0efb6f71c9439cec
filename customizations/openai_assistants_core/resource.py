"""The bases of the generated resource classes."""

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from .operation import Operation, Request
    from .page_model import Page
    from .pages import AsyncPaginator, SyncPage
    from .transport import AsyncTransport, Transport

T = TypeVar("T")


class SyncResource:
    """A group of operations that go through one transport."""

    def __init__(self, transport: "Transport") -> None:
        self._transport = transport

    def _first_page(self, operation: "Operation[Page[T]]", request: "Request") -> "SyncPage[T]":
        """Asks for a page of a list."""
        from .pages import first_page

        return first_page(self._transport, operation, request)


class AsyncResource:
    """A group of operations that go through one asynchronous transport."""

    def __init__(self, transport: "AsyncTransport") -> None:
        self._transport = transport

    def _paginator(
        self, operation: "Operation[Page[T]]", request: "Request"
    ) -> "AsyncPaginator[T]":
        """A list, of which nothing is asked for yet."""
        from .pages import AsyncPaginator

        return AsyncPaginator(self._transport, operation, request)
