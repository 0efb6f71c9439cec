"""The text of files of every kind."""

import asyncio
import json
import os
from io import BytesIO
from pathlib import Path

import docx
import pptx
import pytest
from tests.support.search import hostile, writing

from openai_assistants_service.search.extraction import ExtractionLimits, Reader, Unreadable


def read(tmp_path: Path, name: str, data: bytes, limits: ExtractionLimits | None = None) -> str:
    path = tmp_path / "contents"
    path.write_bytes(data)
    reader = Reader() if limits is None else Reader(limits)
    return asyncio.run(reader.text(path, name))


def refusal(tmp_path: Path, name: str, data: bytes) -> tuple[str, str]:
    with pytest.raises(Unreadable) as caught:
        read(tmp_path, name, data)
    return caught.value.code, caught.value.message


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", "grüße".encode(), "grüße"),
        ("a.txt", b"\xef\xbb\xbftext", "text"),
        ("a.csv", "a;b".encode("utf-16"), "a;b"),
        ("a.py", b"def f():\n    return 1\n", "def f():\n    return 1\n"),
        ("a.unknown", b"text", "text"),
        ("README", b"# A", "# A"),
        ("a\0.txt", b"text", "text"),
        ("a.json", rb'{"name": "J\u00f6rg"}', '{\n "name": "Jörg"\n}'),
        ("a.json", b'{"a": 1}', '{"a": 1}'),
        ("a.json", rb'{"a": "\u00e9"', r'{"a": "\u00e9"'),
        ("a.json", rb'"\ud800"', r'"\ud800"'),
        (
            "a.html",
            b"<html><head><title>t</title></head><body><h1>A &amp; B</h1><script>x()</script>"
            b"<p>one <b>two</b></p><table><tr><td>1<td>2</table></body></html>",
            "t\nA & B\none two\n1 2",
        ),
        (
            "a.htm",
            b"<title>t</title><style>p{}</style><p>the head has no end",
            "t\nthe head has no end",
        ),
    ],
)
def test_texts(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    assert read(tmp_path, name, data) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"\x00\x01",
        b"\xff\xfe\x00",
        b"caf\xe9",
        b"\x89PNG\r\n\x1a\n\0\0",
        "a\0b".encode("utf-16"),
        b"\xef\xbb\xbfa\0b",
    ],
)
@pytest.mark.parametrize("name", ["a.bin", "a.txt"])
def test_what_is_no_text(tmp_path: Path, name: str, data: bytes) -> None:
    assert refusal(tmp_path, name, data)[0] == "unsupported_file"


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("a.pdf", writing.pdf),
        ("a.docx", writing.word),
        ("a.pptx", writing.slides),
        ("a", writing.pdf),
    ],
)
def test_documents(tmp_path: Path, name: str, write: writing.Writer) -> None:
    text = read(tmp_path, name, write("A title", "First words.", "Others & more."))
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    shown = [line for line in lines if not line.startswith("A title")]
    assert (lines[0], shown) == ("A title", ["First words.", "Others & more."])


def test_what_a_pdf_has_for_an_unknown_letter_is_left_out(tmp_path: Path) -> None:
    """U+0000, which PostgreSQL does not store."""
    text = read(tmp_path, "a.pdf", hostile.pdf_saying(rb"First\000 words"))
    assert text.strip() == "First words"


def test_word_documents_have_tables_and_notes(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("before\ttab")
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "left", "right"
    paragraph = document.add_paragraph("remarked")
    document.add_comment(paragraph.runs, text="a comment")
    saved = BytesIO()
    document.save(saved)
    text = read(tmp_path, "a.docx", saved.getvalue())
    assert text.split() == ["before", "tab", "left", "right", "remarked", "a", "comment"]


def test_slides_have_notes_and_tables_in_order(tmp_path: Path) -> None:
    presentation = pptx.Presentation()
    for number in range(12):
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        assert slide.shapes.title is not None
        slide.shapes.title.text = f"title{number}"
        assert slide.notes_slide.notes_text_frame is not None
        slide.notes_slide.notes_text_frame.text = f"note{number}"
    table = slide.shapes.add_table(1, 1, 0, 0, 100, 100).table
    table.cell(0, 0).text = "cell"
    saved = BytesIO()
    presentation.save(saved)
    words = [one for one in read(tmp_path, "a.pptx", saved.getvalue()).split() if not one.isdigit()]
    expected = [f"{kind}{number}" for number in range(12) for kind in ("title", "note")]
    assert [one for one in words if one != "cell"] == expected
    assert "cell" in words


def test_alternatives_count_once(tmp_path: Path) -> None:
    box = "<w:p><w:r><w:t>in the box</w:t></w:r></w:p>"
    document = (
        '<w:document xmlns:w="w" xmlns:mc="mc"><mc:AlternateContent><mc:Choice>'
        f"{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:document>"
    )
    data = hostile.archive({"word/document.xml": document.encode()})
    assert read(tmp_path, "a.docx", data).strip() == "in the box"


def test_a_pdf_that_only_may_not_be_changed_is_read(tmp_path: Path) -> None:
    data = hostile.encrypted_pdf(reader_password="")
    assert "Nobody reads this." in read(tmp_path, "a.pdf", data)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        (
            "a.pdf",
            hostile.pdf_of(b"<< /Type /Catalog /Pages 2 0 R >>"),
            "could not be read as a PDF",
        ),
        ("a.pdf", hostile.scanned(), "without text"),
        ("a.docx", hostile.archive({"word/document.xml": b"<a/>"}), "without text"),
        ("a.docx", hostile.archive({"ppt/a.xml": b"<a/>"}), "contents are a PowerPoint"),
        ("a.docx", hostile.archive({"word/document.xml": b"<a>"}), "damaged"),
        ("a.xlsx", hostile.archive({"xl/workbook.xml": b"<a/>"}), "is a ZIP archive"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9000), "before 2007"),
    ],
)
def test_the_reason_is_said(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    assert message in refusal(tmp_path, name, data)[1]


def test_long_texts_are_refused(tmp_path: Path) -> None:
    limits = ExtractionLimits(characters=1000)
    for name, data in (
        ("a.txt", b"x" * 1001),
        ("a.txt", b"x" * 5000),
        ("a.html", b"<p>" + b"x" * 1001),
        ("a.docx", writing.word("t", "x" * 1001)),
    ):
        with pytest.raises(Unreadable, match="more than 1,000 characters"):
            read(tmp_path, name, data, limits)
    assert len(read(tmp_path, "a.txt", b"x" * 1000, limits)) == 1000


def test_the_reader_has_no_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a document could find, if it had found a hole in a parser."""
    from openai_assistants_service.search.extraction import reader

    monkeypatch.setenv("ASSISTANTS_API_KEY", "tell-no-one")
    code = "import json, os, sys; sys.stdout.write(json.dumps(dict(os.environ)))"
    monkeypatch.setattr(reader, "_CHILD", (reader._CHILD[0], "-c", code))
    seen = json.loads(read(tmp_path, "a.pdf", b"%PDF-"))
    assert "ASSISTANTS_API_KEY" in os.environ
    assert "tell-no-one" not in seen.values()
