"""One page of a list, as the service sends it."""

from typing import Generic, TypeVar

from .model import Model
from .model_fields import ABSENT

T = TypeVar("T")


class Page(Model, Generic[T]):
    """One page of a list.

    Attributes:
        data: the objects, in the order asked for.
        first_id: the id of the first of them; None if there is none.
        last_id: the id of the last of them; None if there is none.
        has_more: whether there are more behind it; None where the service does not say.
        next_page: where a search or the text of a file would go on; no request takes it.
        search_query: what was looked for, on a page of a search.
    """

    object: str = ABSENT
    data: list[T]
    first_id: str | None = ABSENT
    last_id: str | None = ABSENT
    has_more: bool | None = ABSENT
    next_page: str | None = ABSENT
    search_query: list[str] | None = ABSENT

    def __post_init__(self) -> None:
        for name in self._fields():
            if getattr(self, name) is ABSENT:
                setattr(self, name, None)
                self._absent += (name,)
