"""Large answers, read by structs that msgspec fills, several times faster than dicts.

The generated structs take exactly what the description knows. An answer with anything else in it
is refused by msgspec, and decoded the other way, which keeps it or says what is wrong with it.
"""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

import msgspec
from msgspec import UNSET, Struct, UnsetType

from .codec import Mismatch
from .lazy import load
from .model import new
from .pages import Page

T = TypeVar("T")

LARGE = 8192
"""Bytes from which it is worth while to load the structs."""


_FIELDS: tuple[str, ...] = vars(Page)["_fields"]


class PageWire(Struct, Generic[T], forbid_unknown_fields=True, kw_only=True):
    """What a page is made of."""

    data: list[T]
    object: str | UnsetType | None = UNSET
    first_id: str | UnsetType | None = UNSET
    last_id: str | UnsetType | None = UNSET
    has_more: bool | UnsetType | None = UNSET
    next_page: str | UnsetType | None = UNSET
    search_query: list[str] | UnsetType | None = UNSET

    def to_model(self) -> Page[Any]:
        """The page, with the models of its items."""
        made = new(Page)
        items: list[Any] = self.data
        made.data = [item.to_model() for item in items]
        absent = 0
        for place, name in enumerate(_FIELDS):
            if name != "data":
                value = getattr(self, name)
                if value is UNSET:
                    absent |= 1 << place
                    value = None
                setattr(made, name, value)
        made._absent = absent
        made._extra = None
        result: Page[Any] = made
        return result


_readers: dict[tuple[str, bool], Callable[[bytes], Any]] = {}


def read_large(wire: str, data: bytes, *, page: bool) -> Any | None:
    """The model of an answer, or None if its structs do not take it.

    Args:
        wire: where the struct is, "module:Class".
        data: the body.
        page: whether it is a page of these structs.
    """
    reader = _readers.get((wire, page)) or _reader(wire, page=page)
    try:
        return reader(data).to_model()
    except (msgspec.DecodeError, Mismatch, UnicodeDecodeError, RecursionError):
        return None


def _reader(wire: str, *, page: bool) -> Callable[[bytes], Any]:
    struct: Any = load(wire)
    decoder: Any = msgspec.json.Decoder(PageWire[struct] if page else struct)
    reader: Callable[[bytes], Any] = decoder.decode
    _readers[wire, page] = reader
    return reader
