"""A list whose items have numbers, as the parts of a message have in a stream."""

from bisect import bisect_left
from typing import Any


class IndexedList(list[Any]):
    """Items in the order of their numbers, of which some may come later, or never.

    Args:
        items: those that are there already, numbered from 0.
    """

    def __init__(self, items: Any = ()) -> None:
        super().__init__(items)
        self._numbers = list(range(len(self)))

    def find(self, number: int) -> Any:
        """The item of a number; None if there is none yet."""
        place = self._place(number)
        return self[place] if self._has(place, number) else None

    def put(self, number: int, item: Any) -> None:
        """Puts an item where its number belongs, in the place of the one that has it."""
        place = self._place(number)
        if self._has(place, number):
            self[place] = item
        else:
            self.insert(place, item)
            self._numbers.insert(place, number)

    def _place(self, number: int) -> int:
        return bisect_left(self._numbers, number)

    def _has(self, place: int, number: int) -> bool:
        return place < len(self._numbers) and self._numbers[place] == number
