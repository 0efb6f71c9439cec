"""Do again what was undone for the sake of another transaction."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from .database import Conflict

_TRIES = 5

_Result = TypeVar("_Result")


async def until_settled(act: Callable[[], Awaitable[_Result]]) -> _Result:
    """Return the result of something that may be done again from its beginning.

    Raises:
        Conflict: it was undone five times.
    """
    for _ in range(_TRIES - 1):
        try:
            return await act()
        except Conflict:
            continue
    return await act()
