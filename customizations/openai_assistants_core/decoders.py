"""Decoders of parsed JSON, one for each kind of type that models have in their fields.

Each keeps what is unknown, takes null and absence for any field, and otherwise says where a value
has not its declared JSON type. What lies below and is as declared, it leaves to msgspec.
"""

from contextlib import suppress
from typing import Any, get_origin

import msgspec

from .mismatch import Mismatch
from .model_fields import TAG_FIELD, UNKNOWN_TAG, with_unknown_fields
from .struct_decoding import convert


class Decoder:
    """Makes a value from parsed JSON other than null.

    Attributes:
        expected: the JSON type it takes, in words.
        types: the classes that `json` has for it.
    """

    expected: str
    types: tuple[type, ...]

    def __call__(self, raw: Any) -> Any:
        raise NotImplementedError


class AnythingDecoder(Decoder):
    expected = "anything"
    types = (str, int, float, bool, list, dict)

    def __call__(self, raw: Any) -> Any:
        return raw


class ScalarDecoder(Decoder):
    """A value that stays as it is."""

    def __init__(self, expected: str, *types: type) -> None:
        self.expected = expected
        self.types = types

    def __call__(self, raw: Any) -> Any:
        if type(raw) not in self.types:
            raise Mismatch(self.expected, raw)
        return raw


_STRING = ScalarDecoder("a string", str)
SCALARS = {
    "StrType": _STRING,
    "LiteralType": _STRING,
    "CustomType": _STRING,  # a Discriminator
    "IntType": ScalarDecoder("an integer", int),
    "FloatType": ScalarDecoder("a number", int, float),
    "BoolType": ScalarDecoder("a boolean", bool),
}
"""The decoders of types without others inside, by their names in `msgspec.inspect`."""


class ListDecoder(Decoder):
    """An array; null items stay None."""

    expected = "an array"
    types = (list,)

    def __init__(self, item: Decoder) -> None:
        self.item = item

    def __call__(self, raw: Any) -> list[Any]:
        array: list[Any] = raw
        if type(array) is not list:
            raise Mismatch(self.expected, raw)
        item, result = self.item, list[Any]()
        try:
            for value in array:
                result.append(None if value is None else item(value))
        except Mismatch as mismatch:
            raise mismatch.under(f"[{len(result)}]") from None
        return result


class MapDecoder(Decoder):
    """An object used as a map; null values stay None."""

    expected = "an object"
    types = (dict,)

    def __init__(self, value: Decoder) -> None:
        self.value = value

    def __call__(self, raw: Any) -> dict[str, Any]:
        entries: dict[str, Any] = raw
        if type(entries) is not dict:
            raise Mismatch(self.expected, raw)
        result: dict[str, Any] = {}
        for key, value in entries.items():
            try:
                result[key] = None if value is None else self.value(value)
            except Mismatch as mismatch:
                raise mismatch.under(key) from None
        return result


class ObjectDecoder(Decoder):
    """A model: made by msgspec if only its own fields are unknown, otherwise field by field."""

    expected = "an object"
    types = (dict,)

    def __init__(self, kind: Any) -> None:
        self.kind = kind
        self.model = get_origin(kind) or kind
        self.fields: dict[str, Decoder] = {}
        self.required: set[str] = set()

    def __call__(self, raw: Any) -> Any:
        entries: dict[str, Any] = raw
        if type(entries) is not dict:
            raise Mismatch(self.expected, raw)
        extra = {name: value for name, value in entries.items() if name not in self.fields}
        known = entries
        if extra:
            known = {name: value for name, value in entries.items() if name not in extra}
        if not extra:
            return self.made(known, self.kind, self.model)
        model = with_unknown_fields(self.model)
        # A page is of the type of its items, which its subclass is not.
        made = self.made(known, model if self.kind is self.model else None, model)
        made._extra = extra
        return made

    def made(self, known: dict[str, Any], kind: Any, model: Any) -> Any:
        """The model as msgspec makes it, if it does.

        Not if a required field is absent, which msgspec would not miss if it is the tag.
        """
        if kind is not None and self.required <= known.keys():
            with suppress(msgspec.ValidationError, RecursionError):
                return convert(known, kind)
        return self.by_field(known, model)

    def unknown(self, entries: dict[str, Any]) -> Any:
        """The variant that stands for those which are not known."""
        known = {TAG_FIELD: entries[TAG_FIELD]} if TAG_FIELD in entries else {}
        made = self.by_field(known, self.model)
        made._extra = {name: value for name, value in entries.items() if name != TAG_FIELD}
        return made

    def by_field(self, known: dict[str, Any], model: Any) -> Any:
        """The model with null, or nothing, in any field, and what is unknown further inside."""
        values: dict[str, Any] = {}
        name = ""
        try:
            for name, value in known.items():
                values[name] = None if value is None else self.fields[name](value)
        except Mismatch as mismatch:
            raise mismatch.under(name) from None
        missing = self.required - known.keys()
        made = model(**values, **dict.fromkeys(missing))
        made._absent += tuple(sorted(missing))
        return made


class VariantsDecoder(Decoder):
    """A union of models told apart by their `type`; an unknown one is never read as another."""

    expected = "an object"
    types = (dict,)

    def __init__(self, models: dict[Any, ObjectDecoder]) -> None:
        self.models = models

    def __call__(self, raw: Any) -> Any:
        entries: dict[str, Any] = raw
        if type(entries) is not dict:
            raise Mismatch(self.expected, raw)
        tag = entries.get(TAG_FIELD)
        if tag is not None and type(tag) is not str:
            raise Mismatch("a string", tag).under(TAG_FIELD)
        known = self.models.get(tag)
        if known is not None:
            return known(raw)
        return self.models[UNKNOWN_TAG].unknown(entries)


class ByJsonTypeDecoder(Decoder):
    """A union whose members are told apart by their JSON type."""

    def __init__(self, members: list[Decoder]) -> None:
        self.by_type = {kind: one for one in reversed(members) for kind in one.types}
        self.types = tuple(self.by_type)
        numbers = {one.expected for one in members} >= {"an integer", "a number"}
        words = [one.expected for one in members if not (numbers and one.expected == "an integer")]
        self.expected = " or ".join(dict.fromkeys(words))

    def __call__(self, raw: Any) -> Any:
        decode = self.by_type.get(raw.__class__)
        if decode is None:
            raise Mismatch(self.expected, raw)
        return decode(raw)
