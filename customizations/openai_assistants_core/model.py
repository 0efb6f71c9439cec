"""The base of the generated models, and the variant of a union that is not known.

A model keeps everything it was decoded from: the fields it knows, in slots; which of them were
absent, as bits in their order; the fields it does not know, as they came. So
`Model.decode(raw).to_dict() == raw`, while an absent field simply reads None.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from types import NoneType
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Literal,
    TypeVar,
    cast,
    dataclass_transform,
    overload,
)

from .codec import Mismatch
from .sentinel import NOT_GIVEN

if TYPE_CHECKING:
    from inspect import Signature

# The default of a field in a model's constructor; typed as anything, since it never stays there.
ABSENT: Any = NOT_GIVEN

# What decoders make their objects with: the result may be given None in any field.
new: Callable[[type["Model"]], Any] = object.__new__


_REQUIRED = object()


@dataclass_transform(kw_only_default=True)
class ModelType(type):
    """Makes slots of the fields a model names in `_fields`; there are too many for anything slower.

    What the class body gives a field is its default, as for a dataclass.
    """

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> "ModelType":
        if "_fields" in body:
            body["_defaults"] = {field: body.pop(field, _REQUIRED) for field in body["_fields"]}
        body.setdefault("__slots__", body.get("_fields", ()))
        return super().__new__(cls, name, bases, body)

    @property
    def __signature__(cls) -> "Signature":
        """What the constructor takes, for `inspect` and `help`."""
        from inspect import Parameter, Signature

        fields: dict[str, Any] = getattr(cls, "_defaults", {})
        return Signature(
            [
                Parameter(
                    name,
                    Parameter.KEYWORD_ONLY,
                    default=Parameter.empty if default is _REQUIRED else default,
                    annotation=cls.__annotations__.get(name, Parameter.empty),
                )
                for name, default in fields.items()
            ]
        )


class _Kept:
    """What a model has besides its fields: which were absent, and those it does not know."""

    __slots__ = ("_absent", "_extra")

    _absent: int
    _extra: dict[str, Any] | None


class Model(_Kept, metaclass=ModelType):
    """An object of the API.

    Construct one with keyword arguments (what is left out is absent, None is null), or decode one
    from parsed JSON with `decode`. Fields that this version does not know are kept, and can be
    read as attributes.
    """

    _fields: ClassVar[tuple[str, ...]] = ()
    _defaults: ClassVar[dict[str, Any]]

    if not TYPE_CHECKING:

        def __init__(self, **given: Any) -> None:
            absent = 0
            for place, (name, default) in enumerate(self._defaults.items()):
                value = given.pop(name, default)
                if value is _REQUIRED:
                    raise TypeError(f"{type(self).__name__}() lacks the argument {name!r}")
                if value is ABSENT:
                    absent |= 1 << place
                    value = None
                setattr(self, name, value)
            if given:
                raise TypeError(f"{type(self).__name__}() has no field {next(iter(given))!r}")
            self._absent = absent
            self._extra = None

    @staticmethod
    def decode(raw: Any) -> "Model":
        """Makes a model from parsed JSON.

        Raises:
            Mismatch: a field has not the JSON type it is declared with.
        """
        raise NotImplementedError

    def to_dict(self) -> dict[str, Any]:
        """The object as parsed JSON: what it was decoded from, with any changes made since."""
        result: dict[str, Any] = {}
        for place, name in enumerate(self._fields):
            value = getattr(self, name)
            if value is not None or not self._absent >> place & 1:
                result[name] = encode(value)
        if self._extra:
            result.update(self._extra)
        return result

    def to_json(self, *, indent: int | None = 2) -> str:
        """The object as a JSON text, indented unless `indent` is None."""
        import json

        return json.dumps(self.to_dict(), indent=indent, ensure_ascii=False)

    def model_dump(
        self, *, exclude_none: bool = False, exclude_unset: bool = False
    ) -> dict[str, Any]:
        """As `to_dict`, with absent fields as None unless `exclude_unset` or `exclude_none`."""
        result = self.to_dict()
        if exclude_none:
            return cast("dict[str, Any]", _without_none(result))
        if not exclude_unset:
            result.update({name: None for name in self._fields if name not in result})
        return result

    def model_dump_json(
        self,
        *,
        indent: int | None = None,
        exclude_none: bool = False,
        exclude_unset: bool = False,
    ) -> str:
        """As `model_dump`, as a JSON text."""
        import json

        dumped = self.model_dump(exclude_none=exclude_none, exclude_unset=exclude_unset)
        separators = (",", ":") if indent is None else None
        return json.dumps(dumped, indent=indent, separators=separators, ensure_ascii=False)

    @property
    def model_extra(self) -> dict[str, Any]:
        """The fields that this version of the library does not know, as they came."""
        return dict(self._extra or {})

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            if name not in _Kept.__slots__ and self._extra is not None and name in self._extra:
                return self._extra[name]
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        fields = [(name, getattr(self, name)) for name in self._fields]
        shown = [f"{name}={value!r}" for name, value in fields if value is not None]
        shown += [f"{name}={value!r}" for name, value in (self._extra or {}).items()]
        return f"{type(self).__name__}({', '.join(shown)})"

    def __reduce__(self) -> tuple[Callable[[Any], "Model"], tuple[dict[str, Any]]]:
        return type(self).decode, (self.to_dict(),)


M = TypeVar("M", bound=Model)


def unknown_fields(raw: dict[str, Any], model: type[Model]) -> dict[str, Any]:
    """What an object has besides the fields of its model."""
    known = vars(model)["_fields"]
    return {key: value for key, value in raw.items() if key not in known}


def lacking(decode: Callable[[Any], M], raw: dict[str, Any], model: type[M]) -> M:
    """Decodes an object that lacks a field which every service sends.

    Decoders look such fields up as if they were there, which is faster; this makes up for it.
    """
    fields: tuple[str, ...] = vars(model)["_fields"]
    made: Any = decode({**dict.fromkeys(fields), **raw})
    made._absent = sum(1 << place for place, name in enumerate(fields) if name not in raw)
    result: M = made
    return result


def decode_unknown_variant(raw: Any) -> "UnknownVariant":
    """Makes a variant from parsed JSON without looking at anything but its type."""
    fields: dict[str, Any] = raw
    if type(fields) is not dict:
        raise Mismatch("an object", raw)
    self = new(UnknownVariant)
    self.type = fields.get("type")
    self._absent = 0 if "type" in fields else 1
    self._extra = unknown_fields(fields, UnknownVariant)
    made: UnknownVariant = self
    return made


class UnknownVariant(Model):
    """A member of a union that this version does not know: its `type`, and all that came with it.

    Every field of the object can be read as an attribute; `to_dict()` is the raw object.
    For type checkers its `type` is a literal of its own, so that `block.type == "text"` narrows a
    union to the variants that are known.
    """

    _fields = ("type",)

    if TYPE_CHECKING:
        type: Literal["<unknown>"]

        def __getattr__(self, name: str) -> Any: ...
    else:
        type: str | None = ABSENT

    decode = staticmethod(decode_unknown_variant)


def by_discriminator(
    name: str, variants: Mapping[str, Callable[[Any], Model]]
) -> Callable[[Any], Any]:
    """A decoder of a union of objects told apart by the string in field `name`.

    A variant that is not known is kept as an UnknownVariant, never read as a wrong class.
    """

    def variant(raw: Any) -> Callable[[Any], Any]:
        fields: dict[str, Any] = raw
        if type(fields) is not dict:
            raise Mismatch("an object", raw)
        if type(fields.get(name)) not in (str, NoneType):
            raise Mismatch("a string", fields[name]).under(name)
        return decode_unknown_variant

    def decode(raw: Any) -> Any:
        try:
            decode_variant = variants[raw[name]]
        except (KeyError, TypeError, IndexError):
            decode_variant = variant(raw)
        return decode_variant(raw)

    return decode


def encode(value: Any) -> Any:
    """Turns models, at any depth, into parsed JSON, and leaves out what was not given."""
    kind = value.__class__
    if kind is str or kind is int or value is None or kind is bool or kind is float:
        return value
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, Mapping):
        fields = cast("Mapping[str, Any]", value)
        return {key: encode(item) for key, item in fields.items() if item is not NOT_GIVEN}
    if isinstance(value, (list, tuple)):
        members = cast("Iterable[Any]", value)
        return [encode(item) for item in members]
    return value


@overload
def at_time(seconds: int) -> datetime: ...
@overload
def at_time(seconds: int | None) -> datetime | None: ...
def at_time(seconds: int | None) -> datetime | None:
    """A Unix time in seconds as a timezone-aware datetime; None stays None.

    None as well where no datetime can hold it: the seconds are still there.
    """
    try:
        return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError):
        return None


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        fields = cast("dict[str, Any]", value)
        return {key: _without_none(item) for key, item in fields.items() if item is not None}
    if isinstance(value, list):
        return [_without_none(item) for item in cast("Iterable[Any]", value)]
    return value
