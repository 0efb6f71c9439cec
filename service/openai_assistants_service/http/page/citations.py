"""What a citation refers to: the piece of a file that a search of the run found."""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from ...json_types import JsonObject
from ...storage.database import Row

_SOURCE = re.compile(r"【\d+:(\d+)†")


@frozen
class Cited:
    """A piece of a file, and where in it the quote is."""

    before: str
    quote: str
    after: str
    file_id: str
    filename: str | None
    score: float | None


def find_cited(annotation: JsonObject, steps: Sequence[Row]) -> Cited:
    """Return what an annotation refers to; of a chunk that is not kept, the quote alone.

    The marker says which of the passages of a search it was, and the quote tells the searches of a
    run apart.
    """
    cited: JsonObject = annotation["file_citation"]
    quote: str = cited.get("quote") or ""
    source = _SOURCE.match(annotation["text"])
    place = int(source[1]) if source else None
    fitting = [
        (number == place, result, text)
        for step in steps
        for number, result, text in _passages(step)
        if result["file_id"] == cited["file_id"] and quote in text
    ]
    if not fitting:
        return Cited("", quote, "", cited["file_id"], None, None)
    _, result, text = max(fitting, key=lambda one: one[0])
    before, _, after = text.partition(quote) if quote else (text, "", "")
    return Cited(before, quote, after, cited["file_id"], result["file_name"], result["score"])


def _passages(step: Row) -> Iterator[tuple[int, JsonObject, str]]:
    """Yield what the searches of a step found, each with its number among its search's."""
    for call in step["step_details"].get("tool_calls") or ():
        if call["type"] == "file_search":
            results: list[JsonObject] = call["file_search"]["results"]
            found = [(one, piece["text"]) for one in results for piece in one["content"]]
            for number, (result, text) in enumerate(found):
                yield number, result, text
