"""What kind of document a file is: by its name, and by how its contents begin."""

from enum import StrEnum
from pathlib import PurePath
from typing import IO
from zipfile import BadZipFile, ZipFile

from .unreadable import invalid, unsupported


class Kind(StrEnum):
    """The kinds that are told apart."""

    PDF = "a PDF document"
    DOCX = "a Word document (DOCX)"
    PPTX = "a PowerPoint presentation (PPTX)"
    HTML = "an HTML page"
    JSON = "JSON"
    TEXT = "text"


_TEXTS = (
    "adoc bat c cc cfg conf cpp cs css csv cxx env go h hpp ini java js jsonl jsx kt less lock log "
    "lua m markdown md mjs php pl properties ps1 py r rb rs rst scala scss sh sql srt svg swift "
    "tex text toml ts tsv tsx txt vtt xml yaml yml"
)
_BY_SUFFIX = {f".{suffix}": Kind.TEXT for suffix in _TEXTS.split()} | {
    ".pdf": Kind.PDF,
    ".docx": Kind.DOCX,
    ".pptx": Kind.PPTX,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".json": Kind.JSON,
}
_WRITTEN = (Kind.TEXT, Kind.HTML, Kind.JSON)
"""Those that are told apart by their names alone."""

_READ = "PDF, DOCX, PPTX, HTML, and text in UTF-8 or UTF-16"
_HEAD = 1024
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_COMPOUND_SEARCHED = 8 * 1024 * 1024


def claimed_kind(filename: str) -> Kind | None:
    """Return the kind that a name stands for; None if it stands for none."""
    return _BY_SUFFIX.get(PurePath(filename).suffix.lower())


def kind_of(claimed: Kind | None, contents: IO[bytes]) -> Kind:
    """Return what a file is; its contents are back at their beginning then.

    Args:
        claimed: what it is by its name.
        contents: can be read from any place.

    Raises:
        Unreadable: it is nothing that is read, or not what its name says.
    """
    found = _found(contents)
    contents.seek(0)
    if claimed is None or claimed is found:
        return found
    if claimed in _WRITTEN and found is Kind.TEXT:
        return claimed
    raise invalid(f"By its name the file is {claimed}, but its contents are {found}.")


def _found(contents: IO[bytes]) -> Kind:
    head = contents.read(_HEAD)
    if b"%PDF-" in head:
        return Kind.PDF
    if head.startswith(b"PK\3\4"):
        return _archive(contents)
    if head.startswith(_COMPOUND):
        raise _compound(contents)
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise unsupported(f"The file is binary, and none of what can be read: {_READ}.")
    return Kind.TEXT


def _archive(contents: IO[bytes]) -> Kind:
    try:
        with ZipFile(contents) as archive:
            folders = {name.partition("/")[0] for name in archive.namelist()}
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise invalid("The file begins like a ZIP archive, but is damaged or cut short.") from error
    if "word" in folders:
        return Kind.DOCX
    if "ppt" in folders:
        return Kind.PPTX
    raise unsupported(f"The file is a ZIP archive, and none of what can be read: {_READ}.")


def _compound(contents: IO[bytes]) -> Exception:
    """Tell the two kinds of Microsoft's older container apart."""
    contents.seek(0)
    if _ENCRYPTED in contents.read(_COMPOUND_SEARCHED):
        return invalid("The document is encrypted: save it without a password.")
    return unsupported("The document is of the format before 2007: save it as DOCX or PPTX.")
