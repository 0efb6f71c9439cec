"""The text of Word documents and PowerPoint presentations: XML in a ZIP archive (ECMA-376)."""

import re
import zlib
from collections.abc import Iterator
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser, ParseError

from .unreadable import invalid

_WORD = re.compile(r"word/(?:document|footnotes|endnotes|comments)\d*\.xml")
_SLIDES = re.compile(r"ppt/(?:slides/slide|notesSlides/notesSlide)(?P<number>\d+)\.xml")
_MOST = 256 * 1024 * 1024
"""Bytes of XML, unpacked. The archive says how many there are, and zipfile reads no more."""

_PIECE = 1 << 16
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n"}
_ENDS = {"p": "\n", "tc": "\t", "tr": "\n"}


def text_of_docx(contents: IO[bytes]) -> Iterator[str]:
    """Yield the text of a Word document, its notes and comments."""
    with ZipFile(contents) as archive:
        names = sorted(filter(_WORD.fullmatch, archive.namelist()), key=_main_first)
        yield from _text_of(archive, names)


def text_of_pptx(contents: IO[bytes]) -> Iterator[str]:
    """Yield the text of the slides, each with its notes."""
    with ZipFile(contents) as archive:
        found = [(int(m["number"]), m[0]) for m in map(_SLIDES.fullmatch, archive.namelist()) if m]
        yield from _text_of(archive, [name for _, name in sorted(found, key=_slide_first)])


def _main_first(name: str) -> bool:
    return not name.startswith("word/document")


def _slide_first(slide: tuple[int, str]) -> tuple[int, bool]:
    number, name = slide
    return number, "notes" in name


def _text_of(archive: ZipFile, names: list[str]) -> Iterator[str]:
    parts = [archive.getinfo(name) for name in names]
    if sum(part.file_size for part in parts) > _MOST:
        raise invalid(f"The document unpacks to more than {_MOST >> 20} MiB.")
    if any(part.flag_bits & 1 for part in parts):
        raise invalid("The document is encrypted: save it without a password.")
    for part in parts:
        try:
            yield from _text_of_part(archive, part)
        except DefusedXmlException:
            raise invalid("The document defines entities, which no office writes.") from None
        except (BadZipFile, EOFError, ParseError, zlib.error) as error:
            raise invalid(f"The document is damaged, in its part {part.filename}.") from error


def _text_of_part(archive: ZipFile, part: ZipInfo) -> Iterator[str]:
    text = _Text()
    parser = DefusedXMLParser(target=text, forbid_dtd=True)
    with archive.open(part) as xml:
        while piece := xml.read(_PIECE):
            parser.feed(piece)
            yield text.taken()
    parser.close()
    yield text.taken() + "\n"


class _Text:
    """Takes the parser's events, without a tree: neither size nor depth of it costs memory."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._in_text = 0
        self._in_fallback = 0

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        """Begin an element; of alternatives the fallback repeats what the choice has."""
        name = tag.rpartition("}")[2]
        self._in_text += name == "t"
        self._in_fallback += name == "Fallback"
        if name in _SPACES:
            self._parts.append(_SPACES[name])

    def end(self, tag: str) -> None:
        """End an element."""
        name = tag.rpartition("}")[2]
        self._in_text -= name == "t"
        self._in_fallback -= name == "Fallback"
        if name in _ENDS:
            self._parts.append(_ENDS[name])

    def data(self, data: str) -> None:
        """Keep the characters that are text of the document."""
        if self._in_text and not self._in_fallback:
            self._parts.append(data)

    def close(self) -> None:
        """End the document."""

    def taken(self) -> str:
        """Return what came since the last time."""
        text = "".join(self._parts)
        self._parts.clear()
        return text
