"""The annotations of a message: what in the text of a model refers to files."""

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from ..json_types import JsonObject
from ..models.conversation import MadeFile, Passage

_MARKER = "【[^【】]*】"
_OPEN_MARKER = re.compile(r"【[^【】]*\Z")
_LONGEST_MARKER = 300


def marker(place: int, source: int, filename: str) -> str:
    """Return what cites a passage, as the hosted service writes it.

    Args:
        place: which message or call of the thread it was found with.
        source: which of the passages found with it.
    """
    name = re.sub(r"[【】]", "", filename)[: _LONGEST_MARKER // 2]
    return f"【{place}:{source}†{name}】"


@frozen
class TextPiece:
    """A piece of a message; what refers to a file is a piece of its own."""

    text: str
    annotation: JsonObject | None = None


class CitationParser:
    """Finds markers, and links to files that programs wrote, in a text that comes in pieces.

    One that is unfinished is held back until the rest of it has come. What looks like a marker and
    cites nothing is text.
    """

    def __init__(self, passages: Iterable[Passage], files: Iterable[MadeFile] = ()) -> None:
        self._passages = {one.marker: one for one in passages}
        self._files = {one.link: one for one in files}
        links = sorted(self._files, key=len, reverse=True)
        self._reference = re.compile("|".join([_MARKER, *map(re.escape, links)]))
        self._held = ""
        self._length = 0
        self._since_marker = ""

    def feed(self, text: str) -> Iterator[TextPiece]:
        """Yield the pieces that are complete with this text."""
        text = self._held + text
        self._held = ""
        whole = len(text) - self._unfinished(text)
        text, self._held = text[:whole], text[whole:]
        yield from self._pieces(text)

    def _unfinished(self, text: str) -> int:
        """Return how many characters at the end may be the beginning of a reference."""
        opened = _OPEN_MARKER.search(text) if self._passages else None
        if opened and len(opened[0]) <= _LONGEST_MARKER:
            return len(opened[0])
        longest = max(map(len, self._files), default=0)
        for length in range(min(longest, len(text)), 0, -1):
            end = text[-length:]
            if any(link.startswith(end) and link != end for link in self._files):
                return length
        return 0

    def _pieces(self, text: str) -> Iterator[TextPiece]:
        start = 0
        for found in self._reference.finditer(text):
            reference = self._passages.get(found[0]) or self._files.get(found[0])
            if reference is not None:
                yield from self._plain(text[start : found.start()])
                yield self._annotated(found[0], reference)
                start = found.end()
        yield from self._plain(text[start:])

    def finish(self) -> Iterator[TextPiece]:
        """Yield what was held back, once there is no more text."""
        held, self._held = self._held, ""
        yield from self._pieces(held)

    def _plain(self, text: str) -> Iterator[TextPiece]:
        if text:
            self._length += len(text)
            self._since_marker += text
            yield TextPiece(text)

    def _annotated(self, text: str, reference: Passage | MadeFile) -> TextPiece:
        start = self._length
        self._length += len(text)
        cited = self._since_marker.strip()
        self._since_marker = ""
        annotation: JsonObject = {"text": text, "start_index": start, "end_index": self._length}
        if isinstance(reference, MadeFile):
            file = {"file_id": reference.file_id}
            return TextPiece(text, {"type": "file_path", **annotation, "file_path": file})
        quote = cited if cited and cited in reference.text else reference.text
        citation = {"file_id": reference.file_id, "quote": quote}
        return TextPiece(text, {"type": "file_citation", **annotation, "file_citation": citation})
