"""Documents made to harm whoever reads them, or that are not what they say."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from pypdf import PdfReader, PdfWriter

from . import writing

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_BOMB = 600 * 1024 * 1024
_PIECE = 1 << 20


def archive(parts: dict[str, bytes | Iterator[bytes]]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as zipped:
        for name, contents in parts.items():
            with zipped.open(name, "w") as part:
                for piece in [contents] if isinstance(contents, bytes) else contents:
                    part.write(piece)
    return target.getvalue()


def _docx(document: bytes | Iterator[bytes]) -> bytes:
    return archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": document})


def zip_bomb() -> bytes:
    """600 MiB of spaces in a Word document of 600 KiB."""

    def unpacked() -> Iterator[bytes]:
        yield f'<w:document xmlns:w="{_W}"><w:t>'.encode()
        for _ in range(_BOMB // _PIECE):
            yield b" " * _PIECE
        yield b"</w:t></w:document>"

    return _docx(unpacked())


def lying_zip_bomb() -> bytes:
    """The same, and the archive says that it unpacks to a hundred bytes."""
    data = bytearray(zip_bomb())
    entry = data.index(b"word/document.xml", data.rindex(b"PK\x01\x02") - 1) - 46
    data[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    return bytes(data)


def long_text() -> bytes:
    """A Word document of 200 million letters, within what may be unpacked."""

    def unpacked() -> Iterator[bytes]:
        yield f'<w:document xmlns:w="{_W}"><w:t>'.encode()
        for _ in range(200):
            yield b"word " * 200_000
        yield b"</w:t></w:document>"

    return _docx(unpacked())


def billion_laughs() -> bytes:
    """Entities that stand for ten of the one before, nine times over."""
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    return _docx(
        f'<!DOCTYPE d [{entities}]><w:document xmlns:w="{_W}"><w:t>&a9;</w:t></w:document>'.encode()
    )


def foreign_entity() -> bytes:
    """A slide that asks for a file of the reader's machine."""
    slide = (
        '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        f'<p:sld xmlns:p="p" xmlns:a="{_A}"><a:t>&x;</a:t></p:sld>'
    )
    return archive({"ppt/presentation.xml": b"<p/>", "ppt/slides/slide1.xml": slide.encode()})


def deep_xml() -> bytes:
    """Five million elements, each inside the one before, and none closed."""

    def unpacked() -> Iterator[bytes]:
        yield f'<w:document xmlns:w="{_W}">'.encode()
        for _ in range(500):
            yield b"<w:p>" * 10_000

    return _docx(unpacked())


def pdf_of(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of objects 1, 2, ..., the first being its catalog."""
    data = bytearray(b"%PDF-1.7\n")
    offsets: list[int] = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for offset in offsets:
        data += b"%010d 00000 n \n" % offset
    data += b"trailer << /Size %d /Root 1 0 R %b >>\n" % (len(objects) + 1, trailer)
    return bytes(data + b"startxref\n%d\n%%%%EOF\n" % start)


_CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"


_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_PAGE = b"<< /Type /Page /Parent 2 0 R /Resources << /Font << /F %b >> >> " % _FONT


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(content), more, content)


def pdf_saying(text: bytes) -> bytes:
    """A page with a text, as PDF writes it."""
    kids = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    content = stream(b"BT /F 9 Tf (%b) Tj ET" % text)
    return pdf_of(_CATALOG, kids, _PAGE + b"/Contents 4 0 R >>", content)


def endless_pages() -> bytes:
    """Pages that are their own children."""
    node = b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"
    return pdf_of(_CATALOG, node, b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>")


def endless_tables() -> bytes:
    """A table of objects whose predecessor is itself."""
    kids = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    page = b"<< /Type /Page /Parent 2 0 R >>"
    made = pdf_of(_CATALOG, kids, page)
    start = made.index(b"xref\n")
    return pdf_of(_CATALOG, kids, page, trailer=b"/Prev %d" % start)


def pages_without_number() -> bytes:
    """A hundred million pages: eight levels of ten times the same."""
    levels = [
        b"<< /Type /Pages /Count 100000000 /Kids [%b] >>" % (b"%d 0 R " % (number + 1) * 10)
        for number in range(2, 10)
    ]
    content = stream(b"BT /F 9 Tf (word) Tj ET")
    return pdf_of(_CATALOG, *levels, _PAGE + b"/Contents 11 0 R >>", content)


def drawing_itself() -> bytes:
    """A page whose form draws itself twice, and so on."""
    kids = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    resources = b"/Resources << /XObject << /X 5 0 R >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R %b >>" % resources
    form = stream(b"/X Do /X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] " + resources)
    return pdf_of(_CATALOG, kids, page, stream(b"/X Do /X Do"), form)


def pdf_bomb() -> bytes:
    """A page whose contents unpack to 600 MiB."""
    packer = zlib.compressobj(9)
    packed = b"".join(
        packer.compress(b"BT /F 9 Tf (word) Tj ET" + b" " * 1_048_553)
        for _ in range(_BOMB // _PIECE)
    )
    content = stream(packed + packer.flush(), b"/Filter /FlateDecode")
    kids = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return pdf_of(_CATALOG, kids, _PAGE + b"/Contents 4 0 R >>", content)


def slow_pdf() -> bytes:
    """A thousand pages that share two megabytes of drawing."""
    kids = b"".join(b"%d 0 R " % number for number in range(4, 1004))
    pages = b"<< /Type /Pages /Kids [%b] /Count 1000 >>" % kids
    packed = zlib.compress(b"BT /F 9 Tf (word) Tj ET " * 100_000, 9)
    return pdf_of(
        _CATALOG,
        pages,
        stream(packed, b"/Filter /FlateDecode"),
        *[_PAGE + b"/Contents 3 0 R >>"] * 1000,
    )


def deep_pdf() -> bytes:
    """Arrays in arrays, a million of them."""
    return pdf_of(_CATALOG, b"[" * 1_000_000 + b"]" * 1_000_000)


def scanned() -> bytes:
    """A page with nothing to read on it."""
    kids = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return pdf_of(_CATALOG, kids, _PAGE + b">>")


def encrypted_pdf(reader_password: str = "a password") -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(writing.pdf("Secret", "Nobody reads this."))))
    writer.encrypt(reader_password, "an owner's password", algorithm="RC4-128")
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def encrypted_word() -> bytes:
    """The beginning of a Word document with a password: Microsoft's older container."""
    names = "".join(("EncryptionInfo", "\0" * 18, "EncryptedPackage")).encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016) + names + bytes(4096)


def truncated_pdf() -> bytes:
    whole = writing.pdf("Cut", "The rest of this is missing.")
    return whole[: len(whole) * 2 // 3]


def truncated_word() -> bytes:
    whole = writing.word("Cut", "The rest of this is missing.")
    return whole[: len(whole) * 2 // 3]


def spoiled_word() -> bytes:
    """A Word document of whose main part a few bytes are others."""
    data = bytearray(writing.word("Spoiled", "Some bytes of this are others." * 50))
    at = data.index(b"word/document.xml") + 60
    data[at : at + 20] = bytes(20)
    return bytes(data)


def program() -> bytes:
    return b"\x7fELF\x02\x01\x01" + bytes(2000)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "zip-bomb.docx": (zip_bomb, "unpacks to more than 256 MiB"),
    "lying-zip-bomb.docx": (lying_zip_bomb, "is damaged"),
    "long-text.docx": (long_text, "more than 20,000,000 characters"),
    "billion-laughs.docx": (billion_laughs, "defines entities"),
    "foreign-entity.pptx": (foreign_entity, "defines entities"),
    "deep.docx": (deep_xml, ""),
    "endless-pages.pdf": (endless_pages, ""),
    "endless-tables.pdf": (endless_tables, ""),
    "pages-without-number.pdf": (pages_without_number, ""),
    "drawing-itself.pdf": (drawing_itself, ""),
    "bomb.pdf": (pdf_bomb, ""),
    "slow.pdf": (slow_pdf, ""),
    "deep.pdf": (deep_pdf, ""),
    "encrypted.pdf": (encrypted_pdf, "is encrypted"),
    "encrypted.docx": (encrypted_word, "is encrypted"),
    "truncated.pdf": (truncated_pdf, "cut short"),
    "truncated.docx": (truncated_word, "damaged or cut short"),
    "spoiled.docx": (spoiled_word, "is damaged"),
    "not-a-page.txt": (lambda: writing.pdf("Mislabelled", "A text?"), "contents are a PDF"),
    "not-a-document.pdf": (lambda: writing.html("Mislabelled", "A PDF?"), "contents are text"),
    "program.pdf": (program, "is binary"),
}
"""By the name it is uploaded with: what makes it, and what its error says."""
