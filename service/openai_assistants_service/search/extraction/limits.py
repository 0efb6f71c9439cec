"""How much the reading of one file may use."""

from collections.abc import Iterable

from attrs import frozen

from .unreadable import Unreadable, invalid


@frozen
class ExtractionLimits:
    """Seconds, bytes of address space, characters of text.

    20 million characters are about the five million tokens that the hosted service takes.
    """

    seconds: float = 60.0
    memory: int = 1024 * 1024 * 1024
    characters: int = 20_000_000


DEFAULT_LIMITS = ExtractionLimits()


def joined(pieces: Iterable[str], characters: int) -> str:
    """Return the pieces as one text.

    Raises:
        Unreadable: there are more characters than that.
    """
    parts: list[str] = []
    left = characters
    for piece in pieces:
        left -= len(piece)
        if left < 0:
            raise too_long(characters)
        parts.append(piece)
    return "".join(parts)


def too_long(characters: int) -> Unreadable:
    """Make the error of a file that has more text than that."""
    return invalid(f"The file has more than {characters:,} characters of text: split it up.")
