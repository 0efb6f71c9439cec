"""The bases of the generated resource classes."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._door import AsyncDoor, Door


class SyncResource:
    """A group of operations that go through one door."""

    def __init__(self, door: "Door") -> None:
        self._door = door


class AsyncResource:
    """A group of operations that go through one asynchronous door."""

    def __init__(self, door: "AsyncDoor") -> None:
        self._door = door
