"""The value of an argument that was not given, which is not the same as None."""

from typing import TYPE_CHECKING, Final, Literal, final

if TYPE_CHECKING:
    from typing_extensions import TypeIs


@final
class NotGiven:
    """The type of NOT_GIVEN: an argument left out is not sent, while None is sent as null."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "NOT_GIVEN"

    def __reduce__(self) -> str:
        return "NOT_GIVEN"


NOT_GIVEN: Final = NotGiven()

_FOREIGN = {
    (module, name) for module in ("openai", "openai._types") for name in ("NotGiven", "Omit")
}
"""The classes of the sentinels of the openai package, `NOT_GIVEN`, `not_given` and `omit`.

Code written for that package passes them on. They are known by name: it is not a dependency."""


def is_not_given(value: object) -> "TypeIs[NotGiven]":
    """Whether a value stands for an argument left out: NOT_GIVEN, or a sentinel of openai."""
    kind = type(value)
    return kind is NotGiven or (kind.__module__, kind.__name__) in _FOREIGN
