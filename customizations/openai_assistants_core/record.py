"""Small immutable records, which cost next to nothing to define."""

from typing import ClassVar

from msgspec import Struct


class Record(Struct, frozen=True):
    """A record that keeps what it should not show out of its printed form."""

    _hidden: ClassVar[tuple[str, ...]] = ()
    """The fields that hold secrets, or are too long to print."""

    def __repr__(self) -> str:
        shown = [name for name in self.__struct_fields__ if name not in self._hidden]
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__name__}({fields})"
