"""The value of an argument that was not given, which is not the same as None."""

from typing import Final, Literal, final


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
