"""Lists of objects that come a page at a time."""

from collections.abc import AsyncIterator, Generator, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from .errors import PUBLIC_HOME
from .page_model import Page
from .page_view import PageView

if TYPE_CHECKING:
    from .operation import Operation, Request
    from .transport import AsyncTransport, Transport

T = TypeVar("T")


def first_page(
    transport: "Transport", operation: "Operation[Page[T]]", request: "Request"
) -> "SyncPage[T]":
    """Asks for a page."""
    page: Any = transport.call(operation, request)
    if isinstance(page, Page):
        return SyncPage(transport, cast("Page[T]", page), request)
    from .raw_transport import plain

    def view(decoded: Page[T]) -> SyncPage[T]:
        return SyncPage(plain(transport), decoded, request)

    return cast("SyncPage[T]", page.map(view))


class SyncPage(PageView[T]):
    """A page of a list; iterating over it goes on through the pages behind it."""

    __module__ = PUBLIC_HOME
    __slots__ = ()

    def get_next_page(self) -> "SyncPage[T]":
        """Asks for the page behind this one."""
        request = self._next()
        return first_page(self._transport, request.operation, request)

    def iter_pages(self) -> "Iterator[SyncPage[T]]":
        """This page and those behind it, each asked for when it is reached."""
        page: SyncPage[T] = self
        yield page
        while page.has_next_page():
            page = page.get_next_page()
            yield page

    def __iter__(self) -> Iterator[T]:
        for page in self.iter_pages():
            yield from page.data


class AsyncPage(PageView[T]):
    """A page of a list; iterating over it goes on through the pages behind it."""

    __module__ = PUBLIC_HOME
    __slots__ = ()

    async def get_next_page(self) -> "AsyncPage[T]":
        """Asks for the page behind this one."""
        request = self._next()
        return await AsyncPaginator(self._transport, request.operation, request)

    async def iter_pages(self) -> "AsyncIterator[AsyncPage[T]]":
        """This page and those behind it, each asked for when it is reached."""
        page: AsyncPage[T] = self
        yield page
        while page.has_next_page():
            page = await page.get_next_page()
            yield page

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.iter_pages():
            for item in page.data:
                yield item


class AsyncPaginator(Generic[T]):
    """A list not asked for yet: `await` it for its first page, or iterate over all objects."""

    __slots__ = ("_operation", "_request", "_transport")

    def __init__(
        self, transport: "AsyncTransport", operation: "Operation[Page[T]]", request: "Request"
    ) -> None:
        self._transport = transport
        self._operation = operation
        self._request = request

    def __await__(self) -> Generator[Any, None, AsyncPage[T]]:
        return self._fetch().__await__()

    async def _fetch(self) -> AsyncPage[T]:
        transport, request = self._transport, self._request
        page: Any = await transport.call(self._operation, request)
        if isinstance(page, Page):
            return AsyncPage(transport, cast("Page[T]", page), request)
        from .raw_transport import plain

        def view(decoded: Page[T]) -> AsyncPage[T]:
            return AsyncPage(plain(transport), decoded, request)

        return cast("AsyncPage[T]", page.map(view))

    async def __aiter__(self) -> AsyncIterator[T]:
        async for item in await self:
            yield item
