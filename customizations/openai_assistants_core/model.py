"""The base of the generated models, and the variant of a union that is not known.

A model is a msgspec Struct, which msgspec fills directly. It keeps everything it was decoded from:
the fields it knows; the names of those that were absent; the fields it does not know, as they came.
So `Model.decode(raw).to_dict() == raw`, while an absent field simply reads None.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal, Self, cast, overload

from .model_fields import (
    STATE,
    UNKNOWN_TAG,
    Discriminator,
    ModelStruct,
    discriminator,
    unknown_field,
)
from .sentinel import NOT_GIVEN


class Model(ModelStruct):
    """An object of the API.

    Construct one with keyword arguments (what is left out is absent, None is null), or decode one
    from parsed JSON with `decode`. Fields that this version does not know are kept, and can be
    read as attributes.
    """

    @classmethod
    def decode(cls, raw: Any) -> Self:
        """Makes a model from parsed JSON.

        Raises:
            Mismatch: a field has not the JSON type it is declared with.
        """
        from .tolerant import decode_tolerantly

        return cast("Self", decode_tolerantly(cls, raw))

    @classmethod
    def _fields(cls) -> tuple[str, ...]:
        """The names of its fields; the first fields of the Struct are what it has besides them."""
        return cls.__struct_fields__[len(STATE) :]

    def to_dict(self) -> dict[str, Any]:
        """The object as parsed JSON: what it was decoded from, with any changes made since."""
        result: dict[str, Any] = {}
        for name in self._fields():
            value = getattr(self, name)
            if value is not None or name not in self._absent:
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
            result.update({name: None for name in self._fields() if name not in result})
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

    @property
    def _model(self) -> type[Self]:
        """The model that this is an object of, with unknown fields or without."""
        return type(self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Model) or other._model is not self._model:
            return NotImplemented
        return self.to_dict() == other.to_dict()

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        shown = (f"{name}={value!r}" for name, value in self.__rich_repr__())
        return f"{type(self).__name__}({', '.join(shown)})"

    def __rich_repr__(self) -> Iterator[tuple[str, Any]]:
        """What there is to print, for rich; that of a Struct has what no field of the API is."""
        for name in self._fields():
            if (value := getattr(self, name)) is not None:
                yield name, value
        yield from (self._extra or {}).items()

    def __reduce__(self) -> tuple[Callable[[Any], "Model"], tuple[dict[str, Any]]]:
        return self._model.decode, (self.to_dict(),)


class UnknownVariant(Model, tag_field="type", tag=UNKNOWN_TAG):
    """A member of a union that this version does not know: its `type`, and all that came with it.

    Every field of the object can be read as an attribute; `to_dict()` is the raw object.
    For type checkers its `type` is a literal of its own, so that `block.type == "text"` narrows a
    union to the variants that are known.
    """

    if TYPE_CHECKING:
        type: Literal["<unknown>"]

        def __getattr__(self, name: str) -> Any: ...
    else:
        type: "Discriminator[str | None]" = discriminator(UNKNOWN_TAG)
        __getattr__ = unknown_field


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
