"""Decodes what msgspec refuses: documents with unknown fields, variants or values, and wrong ones.

msgspec fills the models exactly as they are declared, and says no to anything else. This decoder
goes through the same declarations, keeps what is unknown, takes null and absence for any field, and
otherwise says where a value has not its declared JSON type. What lies below and is as declared, it
leaves to msgspec.
"""

from functools import cache
from typing import Any, Protocol, Self, get_origin

import msgspec

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


def decode_tolerantly(kind: Any, raw: Any) -> Any:
    """Makes a model, or a page of models, from parsed JSON.

    Raises:
        Mismatch: a value has not the JSON type it is declared with.
    """
    return _plan(kind).keep(raw)


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
        match kind:
            case inspect.StructType():
                return self.object(kind)
            case inspect.ListType():
                return _List(self.of(kind.item_type))
            case inspect.DictType():
                return _Map(self.of(kind.value_type))
            case inspect.UnionType():
                return self.union(kind)
            case inspect.StrType() | inspect.LiteralType() | inspect.CustomType():
                return _Scalar("a string", str)
            case inspect.IntType():
                return _Scalar("an integer", int)
            case inspect.FloatType():
                return _Scalar("a number", int, float)
            case inspect.BoolType():
                return _Scalar("a boolean", bool)
            case _:
                return _Anything()

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
        models = {one.tag: self.object(one) for one in members if isinstance(one, inspect.StructType)}
        others = [self.of(one) for one in members if not isinstance(one, inspect.StructType)]
        union = _Variants(models) if len(models) > 1 else next(iter(models.values()), None)
        decoders = [*others, union] if union is not None else others
        return decoders[0] if len(decoders) == 1 else _ByJsonType(decoders)


class _Decoder(Protocol):
    """Makes a value from parsed JSON other than null.

    Attributes:
        expected: the JSON type it takes, in words.
        types: the classes that `json` has for it.
    """

    expected: str
    types: tuple[type, ...]

    def __call__(self, raw: Any) -> Any: ...


class _Anything:
    expected = "anything"
    types = (str, int, float, bool, list, dict)

    def __call__(self, raw: Any) -> Any:
        return raw


class _Scalar:
    """A value that stays as it is."""

    def __init__(self, expected: str, *types: type) -> None:
        self.expected = expected
        self.types = types

    def __call__(self, raw: Any) -> Any:
        if type(raw) not in self.types:
            raise Mismatch(self.expected, raw)
        return raw


class _List:
    """An array; null items stay None."""

    expected = "an array"
    types = (list,)

    def __init__(self, item: _Decoder) -> None:
        self.item = item

    def __call__(self, raw: Any) -> list[Any]:
        if type(raw) is not list:
            raise Mismatch(self.expected, raw)
        array: list[Any] = raw
        item, result = self.item, list[Any]()
        try:
            for value in array:
                result.append(None if value is None else item(value))
        except Mismatch as mismatch:
            raise mismatch.under(f"[{len(result)}]") from None
        return result


class _Map:
    """An object used as a map; null values stay None."""

    expected = "an object"
    types = (dict,)

    def __init__(self, value: _Decoder) -> None:
        self.value = value

    def __call__(self, raw: Any) -> dict[str, Any]:
        if type(raw) is not dict:
            raise Mismatch(self.expected, raw)
        entries: dict[str, Any] = raw
        result: dict[str, Any] = {}
        for key, value in entries.items():
            try:
                result[key] = None if value is None else self.value(value)
            except Mismatch as mismatch:
                raise mismatch.under(key) from None
        return result


class _Object:
    """A model: as msgspec makes it if it can, otherwise field by field."""

    expected = "an object"
    types = (dict,)

    def __init__(self, model: Any) -> None:
        self.model = get_origin(model) or model
        self.type = model
        self.fields: dict[str, _Decoder] = {}
        self.required: set[str] = set()

    def __call__(self, raw: Any) -> Any:
        try:
            return msgspec.convert(raw, self.type)
        except (msgspec.ValidationError, RecursionError):
            return self.keep(raw)

    def keep(self, raw: Any) -> Any:
        """The model with what is unknown, and with null or nothing in any field."""
        if type(raw) is not dict:
            raise Mismatch(self.expected, raw)
        entries: dict[str, Any] = raw
        fields, known, extra = self.fields, dict[str, Any](), dict[str, Any]()
        name = ""
        try:
            for name, value in entries.items():
                decode = fields.get(name)
                if decode is None:
                    extra[name] = value
                else:
                    known[name] = None if value is None else decode(value)
        except Mismatch as mismatch:
            raise mismatch.under(name) from None
        missing = self.required - known.keys()
        model = self.model._with_extra() if extra else self.model
        made = model(**known, **dict.fromkeys(missing))
        if missing:
            made._absent += tuple(sorted(missing))
        if extra:
            made._extra = extra
        return made


class _Variants:
    """A union of models told apart by their `type`; one that is not known is never read as another."""

    expected = "an object"
    types = (dict,)

    def __init__(self, models: dict[Any, _Object]) -> None:
        self.models = models

    def __call__(self, raw: Any) -> Any:
        if type(raw) is not dict:
            raise Mismatch(self.expected, raw)
        entries: dict[str, Any] = raw
        tag = entries.get(TAG_FIELD)
        if tag is not None and type(tag) is not str:
            raise Mismatch("a string", tag).under(TAG_FIELD)
        known = self.models.get(tag)
        return self.models[UNKNOWN_TAG].keep(raw) if known is None else known(raw)


class _ByJsonType:
    """A union whose members are told apart by their JSON type."""

    def __init__(self, members: list[_Decoder]) -> None:
        self.by_type = {kind: one for one in reversed(members) for kind in one.types}
        self.types = tuple(self.by_type)
        numbers = {one.expected for one in members} >= {"an integer", "a number"}
        words = [one.expected for one in members if not (numbers and one.expected == "an integer")]
        self.expected = " or ".join(dict.fromkeys(words))

    def __call__(self, raw: Any) -> Any:
        decode = self.by_type.get(type(raw))
        if decode is None:
            raise Mismatch(self.expected, raw)
        return decode(raw)
