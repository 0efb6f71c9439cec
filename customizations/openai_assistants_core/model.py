"""The base of the generated models, and the variant of a union that is not known.

A model keeps everything it was decoded from: the fields it knows, in slots; which of them were
present, in a shape shared by all objects with the same keys; the fields it does not know, as they
came. So `Model.decode(raw).to_dict() == raw`, while an absent field simply reads None.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self, cast, overload

import attrs

from ._sentinel import NOT_GIVEN
from .codec import Mismatch

# The default of a field in a model's constructor; typed as anything, since it never stays there.
ABSENT: Any = NOT_GIVEN

# What decoders make their objects with: the result may be given None in any field.
new: Callable[[type["Model"]], Any] = object.__new__

_SHAPES_KEPT = 256


class Shape(NamedTuple):
    """Which keys an object had, in its order, and which of them its model does not know."""

    keys: tuple[str, ...]
    unknown: tuple[str, ...]


class Model:
    """An object of the API.

    Construct one with keyword arguments (what is left out is absent, None is null), or decode one
    from parsed JSON with `decode`. Fields that this version does not know are kept, and can be
    read as attributes.
    """

    __slots__ = ("_extra", "_shape")

    if TYPE_CHECKING:
        _extra: dict[str, Any] | None
        _shape: Shape

    _fields: ClassVar[tuple[str, ...]] = ()
    _shapes: ClassVar[dict[tuple[str, ...], Shape]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls._shapes = {}

    def __attrs_post_init__(self) -> None:
        present: list[str] = []
        for name in self._fields:
            if getattr(self, name) is NOT_GIVEN:
                setattr(self, name, None)
            else:
                present.append(name)
        self._shape = self._learn(tuple(present))
        self._extra = None

    def _keep(self, raw: Any) -> Callable[[str], Any]:
        """Remembers which keys `raw` has and what the model does not know of it; gives its `get`.

        Raises:
            Mismatch: it is not an object.
        """
        if raw.__class__ is not dict:
            raise Mismatch("an object", raw)
        keys = tuple(raw)
        shape = self._shapes.get(keys) or self._learn(keys)
        self._shape = shape
        self._extra = {key: raw[key] for key in shape.unknown} if shape.unknown else None
        get: Callable[[str], Any] = raw.get
        return get

    @classmethod
    def _learn(cls, keys: tuple[str, ...]) -> Shape:
        shape = Shape(keys, tuple(key for key in keys if key not in cls._fields))
        if len(cls._shapes) < _SHAPES_KEPT:
            cls._shapes[keys] = shape
        return shape

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes a model from parsed JSON.

        Raises:
            Mismatch: a field has not the JSON type it is declared with.
        """
        raise NotImplementedError

    def to_dict(self) -> dict[str, Any]:
        """The object as parsed JSON: what it was decoded from, with any changes made since."""
        shape = self._shape
        extra = self._extra or {}
        result = {
            key: encode(extra[key] if key in shape.unknown else getattr(self, key))
            for key in shape.keys
        }
        for name in self._fields:
            if name not in result and (value := getattr(self, name)) is not None:
                result[name] = encode(value)
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
            if name not in Model.__slots__ and self._extra is not None and name in self._extra:
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

    def __reduce__(self) -> tuple[Callable[[Any], Self], tuple[dict[str, Any]]]:
        return type(self).decode, (self.to_dict(),)


@attrs.define(eq=False, repr=False, kw_only=True, weakref_slot=False)
class UnknownVariant(Model):
    """A member of a union that this version does not know: its `type`, and all that came with it.

    Every field of the object can be read as an attribute; `to_dict()` is the raw object.
    """

    _fields = ("type",)

    type: str | None = ABSENT

    @classmethod
    def decode(cls, raw: Any) -> Self:
        self = new(cls)
        self.type = self._keep(raw)("type")
        made: Self = self
        return made

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...


def by_discriminator(name: str, variants: Mapping[str, type[Model]]) -> Callable[[Any], Any]:
    """A decoder of a union of objects told apart by the string in field `name`.

    A variant that is not known is kept as an UnknownVariant, never read as a wrong class.
    """

    def decode(raw: Any) -> Any:
        if raw.__class__ is not dict:
            raise Mismatch("an object", raw)
        kind = raw.get(name)
        if kind.__class__ is str:
            return variants.get(kind, UnknownVariant).decode(raw)
        if kind is not None:
            raise Mismatch("a string", kind).under(name)
        return UnknownVariant.decode(raw)

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
    """A Unix time in seconds as a timezone-aware datetime; None stays None."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        fields = cast("dict[str, Any]", value)
        return {key: _without_none(item) for key, item in fields.items() if item is not None}
    if isinstance(value, list):
        return [_without_none(item) for item in cast("Iterable[Any]", value)]
    return value
