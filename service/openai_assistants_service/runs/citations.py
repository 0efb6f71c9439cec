"""The citations of a message: markers in the text of a model become annotations."""

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from ..json_types import JsonObject
from ..models.conversation import Passage

_MARKER = re.compile(r"【[^【】]*】")
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
    """A piece of a message; a marker that cites a passage is a piece of its own."""

    text: str
    annotation: JsonObject | None = None


class CitationParser:
    """Finds the markers in a text that comes in pieces, wherever it is cut.

    An unfinished marker is held back until the rest of it has come. What looks like a marker and
    cites nothing is text.
    """

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = {one.marker: one for one in passages}
        self._held = ""
        self._length = 0
        self._since_marker = ""

    def feed(self, text: str) -> Iterator[TextPiece]:
        """Yield the pieces that are complete with this text."""
        text = self._held + text
        self._held = ""
        if self._passages:
            unfinished = _OPEN_MARKER.search(text)
            if unfinished and len(unfinished[0]) <= _LONGEST_MARKER:
                text, self._held = text[: unfinished.start()], unfinished[0]
        start = 0
        for found in _MARKER.finditer(text):
            passage = self._passages.get(found[0])
            if passage is not None:
                yield from self._plain(text[start : found.start()])
                yield self._citation(passage)
                start = found.end()
        yield from self._plain(text[start:])

    def finish(self) -> Iterator[TextPiece]:
        """Yield what was held back, once there is no more text."""
        held, self._held = self._held, ""
        yield from self._plain(held)

    def _plain(self, text: str) -> Iterator[TextPiece]:
        if text:
            self._length += len(text)
            self._since_marker += text
            yield TextPiece(text)

    def _citation(self, passage: Passage) -> TextPiece:
        start = self._length
        self._length += len(passage.marker)
        cited = self._since_marker.strip()
        self._since_marker = ""
        quote = cited if cited and cited in passage.text else passage.text
        annotation: JsonObject = {
            "type": "file_citation",
            "text": passage.marker,
            "start_index": start,
            "end_index": self._length,
            "file_citation": {"file_id": passage.file_id, "quote": quote},
        }
        return TextPiece(passage.marker, annotation)
