"""Small documents of every format, the same bytes each time.

PDF, DOCX and PPTX come from the libraries that people make them with.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
import pptx
from fpdf import FPDF

Writer = Callable[..., bytes]
"""Takes a title and paragraphs."""

_MADE = datetime(2026, 1, 1, tzinfo=UTC)


def pdf(title: str, *paragraphs: str) -> bytes:
    document = FPDF()
    document.set_creation_date(_MADE)
    document.set_title(title)
    document.add_page()
    document.set_font("Helvetica", "B", 16)
    document.multi_cell(0, 10, title, new_x="LMARGIN", new_y="NEXT")
    document.set_font("Helvetica", size=11)
    for paragraph in paragraphs:
        document.multi_cell(0, 6, paragraph, new_x="LMARGIN", new_y="NEXT")
        document.ln(2)
    return bytes(document.output())


def word(title: str, *paragraphs: str) -> bytes:
    document = docx.Document()
    document.add_heading(title)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return _saved(document.save)


def slides(title: str, *paragraphs: str) -> bytes:
    presentation = pptx.Presentation()
    for number, paragraph in enumerate(paragraphs):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = title if number == 0 else f"{title} ({number + 1})"
        slide.placeholders[1].text = paragraph
    return _saved(presentation.save)


def _saved(save: Callable[[BytesIO], None]) -> bytes:
    """Return what is saved, without the time in the entries of its archive."""
    saved, target = BytesIO(), BytesIO()
    save(saved)
    with ZipFile(saved) as made, ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for entry in made.infolist():
            archive.writestr(ZipInfo(entry.filename), made.read(entry), ZIP_DEFLATED)
    return target.getvalue()


def html(title: str, *paragraphs: str) -> bytes:
    body = "".join(f"<p>{escape(one)}</p>" for one in paragraphs)
    page = (
        f"<!doctype html><html><head><title>{escape(title)}</title><style>p{{margin:0}}</style>"
        f"<script>track('page')</script></head><body><nav>Home | About</nav>"
        f"<h1>{escape(title)}</h1>{body}</body></html>"
    )
    return page.encode()


def markdown(title: str, *paragraphs: str) -> bytes:
    return "\n\n".join((f"# {title}", *paragraphs, "")).encode()


def text(title: str, *paragraphs: str) -> bytes:
    return "\n".join((title.upper(), "", *paragraphs, "")).encode()


def text_utf16(title: str, *paragraphs: str) -> bytes:
    return text(title, *paragraphs).decode().encode("utf-16")


def as_json(title: str, *paragraphs: str) -> bytes:
    return json.dumps({"title": title, "notes": paragraphs}, indent=2).encode()


def as_csv(title: str, *rows: str) -> bytes:
    return "\n".join((title, *rows, "")).encode()
