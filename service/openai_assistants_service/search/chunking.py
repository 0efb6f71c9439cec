"""Cut a text into overlapping chunks."""

import re
from collections.abc import Iterator

from ..storage.terms import PAIRED

_TOKEN = re.compile(rf"[{PAIRED}]|[^\W{PAIRED}]+|[^\w\s]")


def chunks(text: str, size: int = 800, overlap: int = 400) -> Iterator[str]:
    """Yield pieces of `text` of about `size` tokens, each sharing `overlap` with the one before.

    A token is a word, a sign, or a character of a script without spaces, which is near enough to
    what models count.
    """
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text):
        starts.append(match.start())
        ends.append(match.end())
    step = max(1, size - overlap)
    for first in range(0, len(starts), step):
        last = min(first + size, len(starts)) - 1
        yield text[starts[first] : ends[last]]
        if last == len(starts) - 1:
            return


def count(text: str) -> int:
    """Return how many tokens a text is, roughly."""
    return sum(1 for _ in _TOKEN.finditer(text))


def cut(text: str, tokens: int) -> str:
    """Return the start of a text that is so many tokens."""
    end = 0
    for _, match in zip(range(tokens), _TOKEN.finditer(text), strict=False):
        end = match.end()
    return text[:end]
