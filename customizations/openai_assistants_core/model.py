"""The base of the generated models, and the variant of a union that is not known.

A model is a msgspec Struct, which msgspec fills directly. It keeps everything it was decoded from:
the fields it knows; the names of those that were absent; the fields it does not know, as they came.
So `Model.decode(raw).to_dict() == raw`, while an absent field simply reads None.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal, Self, Unpack, cast, overload

from .model_dump import AS_RECEIVED, DumpArguments, dump
from .model_fields import STATE, UNKNOWN_TAG, Discriminator, discriminator, unknown_field
from .pydantic_methods import PydanticModel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Model(PydanticModel):
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

    def to_dict(self, **options: Unpack[DumpArguments]) -> dict[str, Any]:
        """The object as parsed JSON: what it was decoded from, with any changes made since.

        Args:
            options: as `model_dump` has them; but absent fields are left out.
        """
        options.setdefault("exclude_unset", True)
        return self.model_dump(**options)

    def to_json(self, *, indent: int | None = 2, **options: Unpack[DumpArguments]) -> str:
        """As `to_dict`, as a JSON text, indented unless `indent` is None."""
        options.setdefault("exclude_unset", True)
        return self.model_dump_json(indent=indent, **options)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Model) or other._model is not self._model:
            return NotImplemented
        return self.to_dict() == other.to_dict()

    def __ne__(self, other: object) -> bool:  # Struct has one that does not ask __eq__
        return not self == other

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

    def __reduce__(self) -> tuple[Callable[..., Model], tuple[Any, ...]]:
        """By what the service sends of it, and besides it what a subclass has of its own."""
        names = ("_request_id", *self.__struct_fields__[len(STATE) :])
        own = {name: getattr(self, name) for name in names if name not in self._fields()}
        return self._model._restored, (self.to_dict(), own)

    @classmethod
    def _restored(cls, fields: dict[str, Any], own: dict[str, Any]) -> Self:
        made = cls.construct(**fields)
        for name, value in own.items():
            setattr(made, name, value)
        return made


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
        type: Discriminator[str | None] = discriminator(UNKNOWN_TAG)
        __getattr__ = unknown_field


def encode(value: Any) -> Any:
    """Turns models, at any depth, into parsed JSON, and leaves out what was not given."""
    return dump(value, AS_RECEIVED)


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
