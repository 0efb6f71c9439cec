"""Decodes what msgspec refuses: documents with unknown fields, variants or values, and wrong ones.

msgspec fills the models exactly as they are declared, and says no to anything else. This decoder
goes through the same declarations, keeps what is unknown, takes null and absence for any field, and
otherwise says where a value has not its declared JSON type. What lies below and is as declared, it
leaves to msgspec.
"""

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any, Self, cast, get_origin

import msgspec

from .model_fields import with_unknown_fields

TAG_FIELD = "type"
"""The field that tells the members of every union apart (spec/README.md)."""

UNKNOWN_TAG = "<unknown>"
"""The tag of the variant that stands for those this version does not know."""

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


@cache
def json_decoder(kind: Any) -> Callable[[bytes], Any]:
    """What msgspec decodes a type with, made at first use.

    One thread at a time: msgspec describes a Struct to itself while it makes a decoder, and crashes
    if another thread comes upon it half described. The lock is of this process, for a fork leaves
    nobody to release that of the parent.
    """
    with _locks.setdefault(os.getpid(), threading.Lock()):
        decoder: Any = msgspec.json.Decoder(kind)
        return cast("Callable[[bytes], Any]", decoder.decode)


_locks: dict[int, threading.Lock] = {}


def convert(raw: Any, kind: Any) -> Any:
    """Makes a model from parsed JSON that is as declared.

    Raises:
        msgspec.ValidationError: it is not.
    """
    json_decoder(kind)
    return msgspec.convert(raw, kind)


def decode_tolerantly(kind: Any, raw: Any) -> Any:
    """Makes a model, or a page of models, from parsed JSON.

    Raises:
        Mismatch: a value has not the JSON type it is declared with.
    """
    return _plan(kind)(raw)


@cache
def _plan(kind: Any) -> "_Object":
    from msgspec import inspect

    return _Planner(inspect).object(inspect.type_info(kind))


class _Planner:
    """Makes a decoder of each type, as `msgspec.inspect` describes it."""

    def __init__(self, inspect: Any) -> None:
        self.inspect = inspect
        self.objects: dict[Any, _Object] = {}

    def of(self, kind: Any) -> "_Decoder":
        """The decoder of a type; null is dealt with where the value stands."""
        inspect = self.inspect
        if isinstance(kind, inspect.StructType):
            return self.object(kind)
        if isinstance(kind, inspect.ListType):
            return _List(self.of(kind.item_type))
        if isinstance(kind, inspect.DictType):
            return _Map(self.of(kind.value_type))
        if isinstance(kind, inspect.UnionType):
            return self.union(kind)
        return _SCALARS.get(type(kind).__name__) or _Anything()

    def object(self, kind: Any) -> "_Object":
        """The decoder of a model."""
        plan = self.objects.get(kind.cls)
        if plan is None:
            plan = self.objects[kind.cls] = _Object(kind.cls)
            fields = [field for field in kind.fields if not field.name.startswith("_")]
            plan.fields = {field.name: self.of(field.type) for field in fields}
            plan.required = {field.name for field in fields if field.required}
            if kind.tag_field is not None:
                plan.required.add(kind.tag_field)
        return plan

    def union(self, kind: Any) -> "_Decoder":
        """The decoder of a union: of models told apart by their tags, and of other JSON types."""
        inspect = self.inspect
        members = [one for one in kind.types if not isinstance(one, inspect.NoneType)]
        structs = [one for one in members if isinstance(one, inspect.StructType)]
        decoders = [self.of(one) for one in members if one not in structs]
        models = [self.object(one) for one in structs]
        if len(models) > 1:
            tags = (one.tag for one in structs)
            decoders.append(_Variants(dict(zip(tags, models, strict=True))))
        else:
            decoders += models
        return decoders[0] if len(decoders) == 1 else _ByJsonType(decoders)


class _Decoder:
    """Makes a value from parsed JSON other than null.

    Attributes:
        expected: the JSON type it takes, in words.
        types: the classes that `json` has for it.
    """

    expected: str
    types: tuple[type, ...]

    def __call__(self, raw: Any) -> Any:
        raise NotImplementedError


class _Anything(_Decoder):
    expected = "anything"
    types = (str, int, float, bool, list, dict)

    def __call__(self, raw: Any) -> Any:
        return raw


class _Scalar(_Decoder):
    """A value that stays as it is."""

    def __init__(self, expected: str, *types: type) -> None:
        self.expected = expected
        self.types = types

    def __call__(self, raw: Any) -> Any:
        if type(raw) not in self.types:
            raise Mismatch(self.expected, raw)
        return raw


_STRING = _Scalar("a string", str)
_SCALARS = {
    "StrType": _STRING,
    "LiteralType": _STRING,
    "CustomType": _STRING,  # a Discriminator
    "IntType": _Scalar("an integer", int),
    "FloatType": _Scalar("a number", int, float),
    "BoolType": _Scalar("a boolean", bool),
}
"""The decoders of types without others inside, by their names in `msgspec.inspect`."""


class _List(_Decoder):
    """An array; null items stay None."""

    expected = "an array"
    types = (list,)

    def __init__(self, item: _Decoder) -> None:
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


class _Map(_Decoder):
    """An object used as a map; null values stay None."""

    expected = "an object"
    types = (dict,)

    def __init__(self, value: _Decoder) -> None:
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


class _Object(_Decoder):
    """A model: made by msgspec if only its own fields are unknown, otherwise field by field."""

    expected = "an object"
    types = (dict,)

    def __init__(self, kind: Any) -> None:
        self.kind = kind
        self.model = get_origin(kind) or kind
        self.fields: dict[str, _Decoder] = {}
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
        """The model as msgspec makes it, if it does."""
        if kind is not None:
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


class _Variants(_Decoder):
    """A union of models told apart by their `type`; an unknown one is never read as another."""

    expected = "an object"
    types = (dict,)

    def __init__(self, models: dict[Any, _Object]) -> None:
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


class _ByJsonType(_Decoder):
    """A union whose members are told apart by their JSON type."""

    def __init__(self, members: list[_Decoder]) -> None:
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
