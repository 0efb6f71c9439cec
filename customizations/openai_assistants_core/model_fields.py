"""What the fields of models are declared with, and how their constructors fill them."""

from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    TypeAlias,
    TypeVar,
    cast,
    dataclass_transform,
)

import msgspec

from .sentinel import NOT_GIVEN

if TYPE_CHECKING:
    from inspect import Signature

T = TypeVar("T")

ABSENT: Any = NOT_GIVEN
"""The default of an optional field: msgspec does not check defaults, and `__post_init__` puts None in
its place. Not msgspec's UNSET, so that callers may give NOT_GIVEN for a field as they may elsewhere."""


class Undecodable:
    """The type of a field that JSON never fills: msgspec has no decoder for it, so it refuses."""


if TYPE_CHECKING:
    OpenEnum: TypeAlias = T | str
    Discriminator: TypeAlias = Annotated[T, "the tag of a Struct"]
else:

    class OpenEnum:
        """`OpenEnum[Literal["a", "b"]]`: these strings, or any other.

        For msgspec a string: it takes no union of Literal and str.
        """

        def __class_getitem__(cls, known: Any) -> Any:
            return Annotated[str, known]

    class Discriminator:
        """`Discriminator[Literal["text"]]`: the `type` that tells the members of a union apart.

        msgspec keeps it outside the fields, as the tag of the Struct.
        """

        def __class_getitem__(cls, known: Any) -> Any:
            return Undecodable


def discriminator(value: T) -> T:
    """The default of a Discriminator.

    Its name in JSON is one that nothing has, for the tag of a Struct may not be a field as well.
    """
    return cast("T", msgspec.field(default=value, name="the tag of this Struct"))


class _Constant:
    def __init__(self, value: object) -> None:
        self.value = value


def constant(value: T) -> T:
    """The value that a constructor gives a field; in an answer it is absent if it is not there."""
    return cast("T", _Constant(value))


@dataclass_transform(kw_only_default=True, field_specifiers=(constant, discriminator))
class ModelMeta(msgspec.StructMeta):
    """Makes models: Structs with constants, whose signature shows nothing but their fields."""

    _constants: ClassVar[dict[str, object]] = {}

    if not TYPE_CHECKING:

        def __new__(mcs, name: str, bases: Any, namespace: dict[str, Any], **config: Any) -> Any:
            constants = {key: one.value for key, one in namespace.items() if type(one) is _Constant}
            for key in constants:
                del namespace[key]
            namespace["_constants"] = {**getattr(bases[0], "_constants", {}), **constants}
            return super().__new__(mcs, name, bases, namespace, kw_only=True, **config)

        def __call__(cls, *arguments: Any, **given: Any) -> Any:
            absent = [name for name, value in given.items() if value is ABSENT]
            values = {**cls._constants, **given, **dict.fromkeys(absent)}
            made = super().__call__(*arguments, **values)
            made._absent += tuple(absent)
            return made

    @property
    def __signature__(cls) -> "Signature":
        from inspect import Parameter, Signature

        fields, values = cls.__struct_fields__, cls.__struct_defaults__
        defaults = dict(zip(fields[len(fields) - len(values) :], values, strict=True))
        defaults |= cls._constants
        annotations: dict[str, Any] = {}
        for base in reversed(cls.__mro__):
            annotations |= vars(base).get("__annotations__", {})
        return Signature(
            [
                Parameter(
                    name,
                    Parameter.KEYWORD_ONLY,
                    default=Parameter.empty if value is msgspec.NODEFAULT else value,
                    annotation=annotations.get(name, Parameter.empty),
                )
                for name in fields
                if not name.startswith("_")
                for value in [defaults.get(name, msgspec.NODEFAULT)]
            ]
        )
