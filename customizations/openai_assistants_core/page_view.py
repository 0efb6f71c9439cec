"""What a page of a list offers to read, and what the next one is asked for with."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, Unpack

from msgspec import Struct
from msgspec.structs import replace

from .model_dump import DumpArguments
from .page_model import Page

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

    from .operation import Request

T = TypeVar("T")

Fields = dict[str, Any]


class PageInfo(Struct, frozen=True):
    """What the next page is asked for with, besides what this one was asked for with.

    Attributes:
        params: query parameters.
        url, json: of the openai package; the lists of this API do not use them.
    """

    params: Mapping[str, str]
    url: None = None
    json: None = None


def next_page_info(page: "Page[Any]", query: Mapping[str, Any]) -> PageInfo | None:
    """What the page behind this one is asked for with; None if this is the last.

    Pages follow the direction that was asked for: `after` the last object, or `before` the first.

    Args:
        page: a page.
        query: what it was asked for with.
    """
    if not page.data or not page.has_more:
        return None
    backwards = "before" in query and "after" not in query
    name = "before" if backwards else "after"
    end = page.data[0] if backwards else page.data[-1]
    cursor = getattr(end, "id", None) or (page.first_id if backwards else page.last_id)
    if cursor is None or cursor == query.get(name):
        return None
    return PageInfo({name: cursor})


class PageView(Generic[T]):
    """What a page of either client offers to read."""

    __slots__ = ("_page", "_query", "_request", "_transport")

    def __init__(self, transport: Any, page: Page[T], request: "Request") -> None:
        self._set(transport, page, request, request.query)

    def _set(
        self, transport: Any, page: Page[T], request: "Request | None", query: Mapping[str, Any]
    ) -> Self:
        self._transport = transport
        self._page = page
        self._request = request
        self._query = query
        return self

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

    def to_dict(self, **options: Unpack[DumpArguments]) -> Fields:
        """This page as parsed JSON; see `Model.to_dict`."""
        return self._page.to_dict(**options)

    def to_json(self, *, indent: int | None = 2, **options: Unpack[DumpArguments]) -> str:
        """This page as a JSON text."""
        return self._page.to_json(indent=indent, **options)

    def model_dump(self, **options: Unpack[DumpArguments]) -> Fields:
        """This page as parsed JSON; see `Model.model_dump`."""
        return self._page.model_dump(**options)

    def model_dump_json(
        self,
        *,
        indent: int | None = None,
        ensure_ascii: bool = False,
        **options: Unpack[DumpArguments],
    ) -> str:
        """This page as a JSON text; see `Model.model_dump_json`."""
        return self._page.model_dump_json(indent=indent, ensure_ascii=ensure_ascii, **options)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy of this page, of the same client; see `Model.model_copy`."""
        page = self._page.model_copy(update=update, deep=deep)
        made = type(self).__new__(type(self))
        return made._set(self._transport, page, self._request, self._query)

    @property
    def model_extra(self) -> Fields:
        """The fields of this page that this version of the library does not know."""
        return self._page.model_extra

    @property
    def model_fields_set(self) -> set[str]:
        """The names of the fields of this page that were not absent."""
        return self._page.model_fields_set

    @property
    def model_fields(self) -> Mapping[str, Any]:
        """What is known of the fields of a page."""
        return self._page.model_fields

    @property
    def __dict__(self) -> Fields:  # type: ignore[override]
        """The fields of this page and their values, for `vars(page)`."""
        return vars(self._page)

    @property
    def _request_id(self) -> str | None:
        """What the service calls the request that this page answers."""
        page: Any = self._page
        return page._request_id  # type: ignore[no-any-return]

    def has_next_page(self) -> bool:
        """Whether `get_next_page` would find one."""
        return self.next_page_info() is not None

    def next_page_info(self) -> PageInfo | None:
        """What to ask the next page with, besides what this one was; None if there is none."""
        return next_page_info(self._page, self._query)

    def _next(self) -> "Request":
        info = self.next_page_info()
        if info is None:
            raise RuntimeError("This is the last page: ask has_next_page() before get_next_page().")
        if self._request is None:
            raise RuntimeError(
                "This page was pickled, and has no client any more: ask for the next one with "
                f"list(..., {next(iter(info.params))}=...), as next_page_info() says."
            )
        return replace(self._request, query={**self._query, **info.params})

    def __copy__(self) -> Self:
        return self.model_copy()

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self.model_copy(deep=True)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self)._restored, (self._page, dict(self._query))

    @classmethod
    def _restored(cls, page: Page[T], query: Mapping[str, Any]) -> Self:
        return cls.__new__(cls)._set(None, page, None, query)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> "CoreSchema":
        """Lets models of pydantic have fields of this type."""
        from pydantic_core import core_schema

        return core_schema.is_instance_schema(cls)

    def json(self, **options: Any) -> str:
        """This page as a JSON text; see `Model.json`."""
        return self._page.json(**options)

    def dict(self, **options: Unpack[DumpArguments]) -> Fields:
        """As `model_dump`."""
        return self._page.model_dump(**options)

    def __repr__(self) -> str:
        return f"{type(self).__name__}(data={self.data!r}, has_more={self.has_more})"
