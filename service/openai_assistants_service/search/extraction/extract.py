"""The text of one file, whatever it is."""

from collections.abc import Iterator
from typing import IO

from .kinds import Kind, kind_of
from .limits import joined, too_long
from .plain import decode, unescaped
from .unreadable import Unreadable, invalid

_BYTES_PER_CHARACTER = 4


def extract(claimed: Kind | None, contents: IO[bytes], characters: int) -> str:
    """Return the text of a file.

    Args:
        claimed: what it is by its name.
        contents: can be read from any place.
        characters: the most there may be.

    Raises:
        Unreadable: there is no reading it.
        MemoryError: it takes too much.
    """
    kind = kind_of(claimed, contents)
    if kind in (Kind.TEXT, Kind.JSON, Kind.HTML):
        return joined([_written(kind, contents, characters)], characters)
    try:
        text = joined(_pieces(kind, contents), characters)
        text = text.replace("\0", "")  # parsers give it for what they do not know
    except (Unreadable, MemoryError):
        raise
    except Exception as error:  # parsers raise whatever a damaged file leads them to
        reason = str(error).partition("\n")[0][:200] or type(error).__name__
        raise invalid(f"The file could not be read as {kind}: {reason}") from error
    if not text.strip():
        raise invalid(f"The file is {kind} without text; what is only a picture cannot be read.")
    return text


def _written(kind: Kind, contents: IO[bytes], characters: int) -> str:
    data = contents.read(characters * _BYTES_PER_CHARACTER + 1)
    if len(data) > characters * _BYTES_PER_CHARACTER:
        raise too_long(characters)
    text = decode(data)
    if kind is Kind.HTML:
        from .markup import text_of_html

        return text_of_html(text)
    return unescaped(text) if kind is Kind.JSON else text


def _pieces(kind: Kind, contents: IO[bytes]) -> Iterator[str]:
    if kind is Kind.PDF:
        from .pdf import text_of_pdf

        return text_of_pdf(contents)
    from .office import text_of_docx, text_of_pptx

    return text_of_docx(contents) if kind is Kind.DOCX else text_of_pptx(contents)
