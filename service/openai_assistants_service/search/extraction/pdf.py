"""The text of PDF documents."""

from collections.abc import Iterator
from typing import IO

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError

from .unreadable import invalid

_TAIL = 2048
_END = b"%%EOF"


def text_of_pdf(contents: IO[bytes]) -> Iterator[str]:
    """Yield the text of each page.

    A document without its end is refused: what there is of it could be read, but nobody would see
    that the rest is missing.

    Raises:
        Unreadable: it is encrypted, or cut short.
        Exception: it is damaged; pypdf raises errors of many kinds.
    """
    size = contents.seek(0, 2)
    contents.seek(max(0, size - _TAIL))
    if _END not in contents.read():
        raise invalid("The PDF document is cut short: its end is missing.")
    contents.seek(0)
    reader = PdfReader(contents)
    if reader.is_encrypted and not _opens(reader):
        raise invalid("The PDF document is encrypted: save it without a password.")
    for page in reader.pages:
        yield page.extract_text() + "\n\n"


def _opens(reader: PdfReader) -> bool:
    """Whether anyone may read it: many are encrypted only so that they cannot be changed."""
    try:
        return reader.decrypt("") is not PasswordType.NOT_DECRYPTED
    except DependencyError:
        return False
