"""What a message cites, and its text with the marks of the citations replaced."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from .record import Record

FileNames: TypeAlias = Mapping[str, str] | Callable[[str], str | None]
"""The names of files by their ids; None, and an id that is missing, leave the id."""


class Citation(Record, frozen=True):
    """A place in a message that cites a file or a page on the web.

    Attributes:
        number: of what is cited, from 1; the same for every place that cites it.
        marker: the mark in the text, such as `【4:0†notes.txt】`.
        start, end: where the mark stands in `message.text`; the same if it is not in the text.
        file_id: the file that is cited; None for a page.
        url, title: the page that is cited; None for a file.
        quote: the words that are cited, from older services.
    """

    number: int
    marker: str
    start: int
    end: int
    file_id: str | None = None
    url: str | None = None
    title: str | None = None
    quote: str | None = None

    def source(self, file_names: FileNames | None = None) -> str:
        """What is cited, for a person: the name of the file, or the title and address of a page."""
        if self.file_id is None:
            return f"{self.title} ({self.url})" if self.title else str(self.url)
        if callable(file_names):
            return file_names(self.file_id) or self.file_id
        return (file_names or {}).get(self.file_id) or self.file_id


class MessageFile(Record, frozen=True):
    """A file that a message brings.

    Attributes:
        file_id: for `files.content`.
        type: image_file, or file_path for one that the code interpreter wrote.
        path: where the code interpreter wrote it, as the text has it; None for an image.
    """

    file_id: str
    type: str
    path: str | None = None


def text_parts(content: Iterable[Any] | None) -> list[Any]:
    """The texts of a message, each with its `value` and `annotations`."""
    parts = (part for part in content or () if part is not None and part.type == "text")
    return [part.text for part in parts if part.text is not None]


def citations_of(content: Iterable[Any] | None) -> tuple[Citation, ...]:
    """The citations of a message, in the order of its text."""
    found: list[Citation] = []
    numbers: dict[str, int] = {}
    offset = 0
    for text in text_parts(content):
        for start, end, annotation, source in _placed(text):
            key = str(source.get("file_id") or source.get("url"))
            number = numbers.setdefault(key, len(numbers) + 1)
            marker = annotation.text or ""
            found.append(Citation(number, marker, offset + start, offset + end, **source))
        offset += len(text.value) + 1
    return tuple(found)


def files_of(content: Iterable[Any] | None) -> tuple[MessageFile, ...]:
    """The files that a message brings, each once."""
    found: dict[str, MessageFile] = {}
    for part in content or ():
        if part is not None and part.type == "image_file" and part.image_file is not None:
            file = MessageFile(part.image_file.file_id, "image_file")
            found.setdefault(file.file_id, file)
        for text in text_parts([part]):
            for annotation in text.annotations or ():
                if annotation.type == "file_path" and annotation.file_path is not None:
                    file = MessageFile(annotation.file_path.file_id, "file_path", annotation.text)
                    found.setdefault(file.file_id, file)
    return tuple(found.values())


def cited_text(
    text: str,
    citations: Iterable[Citation],
    file_names: FileNames | None = None,
    *,
    references: bool = True,
) -> str:
    """A text with `[1]` in the place of each mark, and a list of what is cited below it."""
    sources: dict[int, str] = {}
    pieces: list[str] = []
    done = 0
    for each in citations:
        sources.setdefault(each.number, each.source(file_names))
        if each.start < done:  # within another mark
            continue
        pieces += [text[done : each.start], f"[{each.number}]"]
        done = each.end
    written = "".join([*pieces, text[done:]])
    if not references or not sources:
        return written
    listed = [f"[{number}] {source}" for number, source in sorted(sources.items())]
    return "\n".join([written, "", *listed])


def _placed(text: Any) -> list[tuple[int, int, Any, dict[str, str | None]]]:
    """Start, end, annotation and source of all citations of a text, in order.

    A mark stands where the service says, or else where it is found: services count in other units
    than Python's code points, such as those of UTF-16.
    """
    placed: list[tuple[int, int, Any, dict[str, str | None]]] = []
    taken: dict[str, int] = {}
    for annotation in text.annotations or ():
        source = _source(annotation)
        if source is None:
            continue
        marker = annotation.text or ""
        start = annotation.start_index
        if start is None or not marker or not text.value.startswith(marker, start):
            start = text.value.find(marker, taken.get(marker, 0)) if marker else -1
        if start < 0:
            placed.append((len(text.value), len(text.value), annotation, source))
            continue
        taken[marker] = start + len(marker)
        placed.append((start, start + len(marker), annotation, source))
    return sorted(placed, key=lambda each: each[:2])


def _source(annotation: Any) -> dict[str, str | None] | None:
    """What an annotation cites; None if it cites nothing."""
    if annotation.type == "file_citation" and annotation.file_citation is not None:
        cited = annotation.file_citation
        return {"file_id": cited.file_id, "quote": cited.quote}
    if annotation.type == "url_citation" and annotation.url_citation is not None:
        cited = annotation.url_citation
        return {"url": cited.url, "title": cited.title}
    return None
