"""What the generated decoders are made of: checks of JSON types that say where they failed."""

from collections.abc import Callable, Mapping
from typing import Any, Self

_JSON_NAMES: dict[type, str] = {
    bool: "a boolean",
    dict: "an object",
    float: "a number",
    int: "an integer",
    list: "an array",
    str: "a string",
    type(None): "null",
}


class Mismatch(ValueError):
    """A JSON value is not of the type that the description declares for it."""

    def __init__(self, expected: str, value: object) -> None:
        super().__init__(expected)
        self.expected = expected
        self.found = _JSON_NAMES.get(type(value), type(value).__name__)
        self._path: list[str] = []

    def under(self, step: str) -> Self:
        """Says that the value lies below `step`: a field name or an index in brackets."""
        self._path.append(step)
        return self

    @property
    def path(self) -> str:
        """Where the value is, such as `data[3].content[0].text`; empty for the whole document."""
        return ".".join(reversed(self._path)).replace(".[", "[")

    def __str__(self) -> str:
        place = f"at '{self.path}'" if self._path else "as the whole body"
        return f"expected {self.expected} {place}, but got {self.found}"


def items(raw: Any, decode: Callable[[Any], Any]) -> list[Any]:
    """Decodes an array with the decoder of its items; null items stay None."""
    array: list[Any] = raw
    if type(array) is not list:
        raise Mismatch("an array", raw)
    result: list[Any] = []
    if not array:
        return result
    try:
        for item in array:
            result.append(None if item is None else decode(item))
    except Mismatch as mismatch:
        raise mismatch.under(f"[{len(result)}]") from None
    return result


def values(raw: Any, decode: Callable[[Any], Any]) -> dict[str, Any]:
    """Decodes an object used as a map, with the decoder of its values; null values stay None."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    result: dict[str, Any] = {}
    for key, value in fields.items():
        try:
            result[key] = None if value is None else decode(value)
        except Mismatch as mismatch:
            raise mismatch.under(key) from None
    return result


class Scalar:
    """A decoder that passes values of these exact types and refuses others."""

    __slots__ = ("expected", "types")

    def __init__(self, expected: str, *types: type) -> None:
        self.expected = expected
        self.types = types

    def __call__(self, raw: Any) -> Any:
        if type(raw) not in self.types:
            raise Mismatch(self.expected, raw)
        return raw


def checked_items(raw: Any, check: Scalar) -> list[Any]:
    """As `items` for items that stay as they are: the array itself, if each passes `check`."""
    same: list[Any] = raw
    if type(same) is not list:
        raise Mismatch("an array", raw)
    types = check.types
    for item in same:
        if type(item) not in types and item is not None:
            items(raw, check)
    return same


def checked_values(raw: Any, check: Scalar) -> dict[str, Any]:
    """As `values` for values that stay as they are: the object itself, if each passes `check`."""
    same: dict[str, Any] = raw
    if type(same) is not dict:
        raise Mismatch("an object", raw)
    types = check.types
    for value in same.values():
        if type(value) not in types and value is not None:
            values(raw, check)
    return same


string = Scalar("a string", str)
integer = Scalar("an integer", int)
number = Scalar("a number", int, float)
boolean = Scalar("a boolean", bool)
mapping = Scalar("an object", dict)


def anything(raw: Any) -> Any:
    """A decoder that takes any JSON."""
    return raw


def by_json_type(
    expected: str, decoders: Mapping[type, Callable[[Any], Any]]
) -> Callable[[Any], Any]:
    """A decoder of a union whose members are told apart by their JSON type."""

    def decode(raw: Any) -> Any:
        decoder = decoders.get(raw.__class__)
        if decoder is None:
            raise Mismatch(expected, raw)
        return decoder(raw)

    return decode
