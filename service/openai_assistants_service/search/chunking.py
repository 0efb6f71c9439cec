"""Cut a text into overlapping chunks."""

import re
from collections import deque
from collections.abc import Iterator

from ..storage.terms import PAIRED

_TOKEN = re.compile(rf"[{PAIRED}]|[^\W{PAIRED}]+|[^\w\s]")


def chunks(text: str, size: int = 800, overlap: int = 400) -> Iterator[str]:
    """Yield pieces of `text` of about `size` tokens, each sharing `overlap` with the one before.

    A token is a word, a sign, or a character of a script without spaces, which is near enough to
    what models count.
    """
    spans: deque[tuple[int, int]] = deque()
    fresh = False
    for match in _TOKEN.finditer(text):
        spans.append(match.span())
        fresh = True
        if len(spans) == size:
            yield text[spans[0][0] : spans[-1][1]]
            for _ in range(max(1, size - overlap)):
                spans.popleft()
            fresh = False
    if fresh:
        yield text[spans[0][0] : spans[-1][1]]


def count(text: str) -> int:
    """Return how many tokens a text is, roughly."""
    return sum(1 for _ in _TOKEN.finditer(text))


def cut(text: str, tokens: int) -> str:
    """Return the start of a text that is so many tokens."""
    end = 0
    for _, match in zip(range(tokens), _TOKEN.finditer(text), strict=False):
        end = match.end()
    return text[:end]
