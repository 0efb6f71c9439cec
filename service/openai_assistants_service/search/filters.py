"""Filters of a search: conditions on the attributes of files, joined with and / or.

A filter is held against every file of a store, so it must not be large.
"""

from collections.abc import Callable, Iterator, Mapping
from operator import ge, gt, le, lt
from typing import Any, cast

from ..errors import ApiError, bad_request

Filter = Mapping[str, Any]

_DEEPEST = 64
_LARGEST = 1_000
_ORDERS: dict[str, Callable[[Any, Any], bool]] = {"gt": gt, "gte": ge, "lt": lt, "lte": le}
_ABSENT = object()


def require_small(asked: Filter) -> None:
    """Raise a 400 if conditions are nested too deeply, or are too many with their values."""
    level, size = [asked], 0
    for _ in range(_DEEPEST):
        size += sum(_size(one) for one in level)
        level = [inner for one in level for inner in one.get("filters", ())]
    if level:
        raise _too_large(f"nested too deeply, at most {_DEEPEST} levels")
    if size > _LARGEST:
        raise _too_large(f"at most {_LARGEST} conditions and values, and these are {size}")


def _size(one: Filter) -> int:
    value = one.get("value")
    return 1 + (len(cast("list[Any]", cast("object", value))) if isinstance(value, list) else 0)


def _too_large(why: str) -> ApiError:
    return bad_request(f"Invalid 'filters': {why}.", "filters", "invalid_value")


def matches(asked: Filter, attributes: Mapping[str, Any]) -> bool:
    """Whether the attributes of a file fulfil a filter."""
    if asked["type"] in ("and", "or"):
        results: Iterator[bool] = (matches(one, attributes) for one in asked["filters"])
        return all(results) if asked["type"] == "and" else any(results)
    return _compare(asked["type"], attributes.get(asked["key"], _ABSENT), asked["value"])


def _compare(kind: str, given: Any, value: Any) -> bool:
    """Compare an attribute; one that is absent is only ever unequal."""
    if kind in _ORDERS:
        return _comparable(given, value) and _ORDERS[kind](given, value)
    values = cast("list[Any]", cast("object", value)) if isinstance(value, list) else [value]
    found = any(_same(given, one) for one in values)
    return found if kind in ("eq", "in") else not found


def _same(one: Any, other: Any) -> bool:
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)


def _comparable(one: Any, other: Any) -> bool:
    """Whether there is an order: between two texts or two numbers."""
    if isinstance(one, bool) or isinstance(other, bool):
        return False
    both_text = isinstance(one, str) and isinstance(other, str)
    return both_text or (isinstance(one, int | float) and isinstance(other, int | float))
