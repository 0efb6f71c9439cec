"""What the fields of models are declared with, and how their constructors fill them."""

from functools import cache
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
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
"""The default of an optional field: msgspec does not check it, and `__post_init__` puts None in its
place. Not msgspec's UNSET, so that callers may give NOT_GIVEN for a field as they may elsewhere."""


TAG_FIELD = "type"
"""The field that tells the members of every union apart (spec/README.md)."""

UNKNOWN_TAG = "<unknown>"
"""The tag of the variant that stands for those this version does not know."""


STATE = ("_absent", "_extra")
"""The first fields of every model, which are none of its own."""


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
    return msgspec.field(default=value, name="the tag of this Struct")


class _Constant:
    def __init__(self, value: object) -> None:
        self.value = value


def constant(value: T) -> T:
    """The value that a constructor gives a field; in an answer it is absent if it is not there."""
    return cast("T", _Constant(value))


if TYPE_CHECKING:
    _StructMeta = type
else:
    _StructMeta = msgspec.StructMeta


@dataclass_transform(kw_only_default=True)
class ModelMeta(_StructMeta):
    """Makes models: Structs with constants, whose signature shows nothing but their fields."""

    __struct_fields__: tuple[str, ...]
    __struct_defaults__: tuple[Any, ...]
    _constants: dict[str, object]

    if not TYPE_CHECKING:

        def __new__(mcs, name: str, bases: Any, namespace: dict[str, Any], **config: Any) -> Any:
            constants = {key: one.value for key, one in namespace.items() if type(one) is _Constant}
            for key in constants:
                del namespace[key]
            namespace["_constants"] = {**getattr(bases[0], "_constants", {}), **constants}
            return super().__new__(mcs, name, bases, namespace, kw_only=True, **config)

        def __call__(cls, *arguments: Any, **given: Any) -> Any:  # noqa: N805
            if arguments:
                raise TypeError(f"{cls.__name__}() takes no positional arguments")
            if unknown := given.keys() - cls.__struct_fields__[len(STATE) :]:
                raise TypeError(f"{cls.__name__}() has no field {min(unknown)!r}")
            absent = [name for name, value in given.items() if value is ABSENT]
            values = {**cls._constants, **given, **dict.fromkeys(absent)}
            try:
                made = super().__call__(**values)
            except TypeError:
                for name, taken in cls.__signature__.parameters.items():
                    if taken.default is taken.empty and name not in values:
                        raise TypeError(f"{cls.__name__}() lacks the argument {name!r}") from None
                raise
            made._absent += tuple(absent)
            return made

    @property
    def __signature__(cls) -> "Signature":  # noqa: N805
        from inspect import Parameter, Signature, get_annotations

        fields, values = cls.__struct_fields__, cls.__struct_defaults__
        given = dict(zip(fields[len(fields) - len(values) :], values, strict=True))
        defaults = {n: one for n, one in given.items() if one is not msgspec.NODEFAULT}
        defaults |= cls._constants
        annotations: dict[str, Any] = {}
        for base in reversed(cls.__mro__):
            annotations |= get_annotations(base)
        return Signature(
            [
                Parameter(
                    name,
                    Parameter.KEYWORD_ONLY,
                    default=defaults.get(name, Parameter.empty),
                    annotation=annotations.get(name, Parameter.empty),
                )
                for name in fields
                if not name.startswith("_")
            ]
        )


if TYPE_CHECKING:

    class _State:
        _absent: tuple[str, ...]
        _extra: dict[str, Any] | None

    class ModelStruct(_State, metaclass=ModelMeta):
        """For type checkers a class whose constructor takes its fields, and not its state."""

        def __init_subclass__(
            cls, *, tag_field: str = "", tag: str = "", dict: bool = False
        ) -> None: ...

else:

    class ModelStruct(msgspec.Struct, metaclass=ModelMeta, forbid_unknown_fields=True, eq=False):
        """What a model has besides its fields.

        The names of the fields that were absent, which read None; and the fields that are not
        known, if there were any.
        """

        _absent: Undecodable = ()
        _extra: Undecodable = None


def unknown_field(model: Any, name: str) -> Any:
    """The `__getattr__` of a model with unknown fields."""
    if name not in STATE and model._extra is not None and name in model._extra:
        return model._extra[name]
    raise AttributeError(f"{type(model).__name__!r} object has no attribute {name!r}")


@cache
def with_unknown_fields(model: Any) -> Any:
    """The class of a model's objects that have unknown fields, where these can be read.

    Not all objects have it: of a class with `__getattr__`, CPython reads every attribute the slow
    way (Python/specialize.c), which would double what decoding costs beyond msgspec.
    """
    if "__getattr__" in vars(model):
        return model
    body = {"__module__": model.__module__, "__qualname__": model.__qualname__, "_model": model}
    return type(model)(model.__name__, (model,), {**body, "__getattr__": unknown_field})
