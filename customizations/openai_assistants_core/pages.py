"""Lists of objects that come a page at a time."""

from collections.abc import AsyncIterator, Generator, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from msgspec.structs import replace

from .page_model import Page

if TYPE_CHECKING:
    from .operation import Operation, Request
    from .transport import AsyncTransport, Transport

T = TypeVar("T")


def next_request(page: "Page[Any]", request: "Request") -> "Request | None":
    """The request of the page behind this one; None if this is the last.

    Pages follow the direction that was asked for: `after` the last object, or `before` the first.
    """
    if not page.data or not page.has_more:
        return None
    backwards = "before" in request.query and "after" not in request.query
    name = "before" if backwards else "after"
    end = page.data[0] if backwards else page.data[-1]
    cursor = getattr(end, "id", None) or (page.first_id if backwards else page.last_id)
    if cursor is None or cursor == request.query.get(name):
        return None
    return replace(request, query={**request.query, name: cursor})


class _PageView(Generic[T]):
    """What a page of either client offers to read."""

    __slots__ = ("_page", "_request")

    def __init__(self, page: Page[T], request: "Request") -> None:
        self._page = page
        self._request = request

    @property
    def data(self) -> list[T]:
        """The objects of this page."""
        return self._page.data or []

    @property
    def object(self) -> str:
        """The kind of the object: "list"."""
        return self._page.object

    @property
    def first_id(self) -> str | None:
        """The id of the first object of this page."""
        return self._page.first_id

    @property
    def last_id(self) -> str | None:
        """The id of the last object of this page."""
        return self._page.last_id

    @property
    def has_more(self) -> bool:
        """Whether the service has more objects behind this page."""
        return bool(self._page.has_more)

    @property
    def next_page(self) -> str | None:
        """Where a search or the text of a file would go on; no request takes it."""
        return self._page.next_page

    @property
    def search_query(self) -> list[str] | None:
        """What was looked for, on a page of a search; None on any other."""
        return self._page.search_query

    def has_next_page(self) -> bool:
        """Whether `get_next_page` would find one."""
        return next_request(self._page, self._request) is not None

    def to_dict(self) -> dict[str, Any]:
        """This page as parsed JSON."""
        return self._page.to_dict()

    def to_json(self, *, indent: int | None = 2) -> str:
        """This page as a JSON text."""
        return self._page.to_json(indent=indent)

    def model_dump(
        self, *, exclude_none: bool = False, exclude_unset: bool = False
    ) -> dict[str, Any]:
        """This page as parsed JSON; see `Model.model_dump`."""
        return self._page.model_dump(exclude_none=exclude_none, exclude_unset=exclude_unset)

    def model_dump_json(self, *, indent: int | None = None) -> str:
        """This page as a JSON text; see `Model.model_dump_json`."""
        return self._page.model_dump_json(indent=indent)

    def _next(self) -> "Request":
        request = next_request(self._page, self._request)
        if request is None:
            raise RuntimeError("This is the last page: ask has_next_page() before get_next_page().")
        return request

    def __repr__(self) -> str:
        return f"{type(self).__name__}(data={self.data!r}, has_more={self.has_more})"


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


class SyncPage(_PageView[T]):
    """A page of a list; iterating over it goes on through the pages behind it."""

    __slots__ = ("_transport",)

    def __init__(self, transport: "Transport", page: Page[T], request: "Request") -> None:
        super().__init__(page, request)
        self._transport = transport

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


class AsyncPage(_PageView[T]):
    """A page of a list; iterating over it goes on through the pages behind it."""

    __slots__ = ("_transport",)

    def __init__(self, transport: "AsyncTransport", page: Page[T], request: "Request") -> None:
        super().__init__(page, request)
        self._transport = transport

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
