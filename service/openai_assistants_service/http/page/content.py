"""The text of messages as HTML, with links at the markers that cite."""

from collections import defaultdict

from markupsafe import Markup

from ...json_types import JsonObject
from . import markdown
from .paths import ROOT

_LINK = Markup(
    '<a class="citation" href="{url}" hx-get="{url}" hx-target="#dialog"'
    ' aria-label="Citation of {name}">{name}</a>'
)


def annotations_of(message: JsonObject) -> list[JsonObject]:
    """Return the annotations of a message in the order by which they are numbered here."""
    texts = [part["text"] for part in message["content"] if part["type"] == "text"]
    return [one for text in texts for one in text["annotations"]]


def render_text(message: JsonObject, part: JsonObject, most: int | None) -> Markup:
    """Return a text part as HTML; what a model said is read as Markdown.

    Args:
        most: the most characters that are shown; None for all of them.
    """
    text: str = part["text"]["value"]
    cite = _citations(message)
    if most is not None and len(text) > most:
        return markdown.plain(text[:most], cite)
    if message["role"] != "assistant":
        return markdown.plain(text, cite)
    return markdown.render(text, cite)


def _citations(message: JsonObject) -> markdown.Cite:
    """Return what makes the links of a message's citations, from first to last."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(annotations_of(message)):
        numbers[one["text"]].append(number)

    def cite(marker: str) -> Markup | None:
        waiting = numbers.get(marker)
        if not waiting:
            return None
        number = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        path = f"{ROOT}/threads/{message['thread_id']}/messages/{message['id']}/citations/{number}"
        name = marker.strip("【】").partition("†")[2] or marker
        return _LINK.format(url=path, name=name)

    return cite
