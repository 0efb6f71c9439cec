"""Cut a chunk into windows that an embedding model reads whole.

Small models read 512 of their tokens, and leave the rest out without a word. A word is often more
than one of them, so a window has fewer words, and no more characters than are safe for code.
"""

from collections.abc import Iterator

from ..chunking import chunks

_WORDS = 220
_OVERLAP = 40
_CHARACTERS = 1_400


def windows(text: str) -> Iterator[str]:
    """Yield the windows of a text; of a text without words none."""
    for piece in chunks(text, _WORDS, _OVERLAP):
        for start in range(0, len(piece), _CHARACTERS):
            yield piece[start : start + _CHARACTERS]
