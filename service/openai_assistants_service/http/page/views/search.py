"""Search in all that people wrote or named."""

import re

from attrs import frozen
from starlette.responses import Response

from ....storage import text_search
from ....storage.paging import Window
from ..templates import text_of
from ..visit import Visit
from .lists import next_page

_MESSAGES = 20
_OTHERS = 10
_AROUND = 80


@frozen
class Snippet:
    """A piece of a text: what was looked for, and some of what is before and behind it."""

    before: str
    found: str
    after: str


def snippet(text: str, wanted: str) -> Snippet:
    """Return the piece of a text around the first place of what was looked for."""
    match = re.search(re.escape(wanted), text, re.IGNORECASE)
    start, end = match.span() if match else (0, 0)
    before = text[max(start - _AROUND, 0) : start]
    after = text[end : end + _AROUND]
    return Snippet(
        ("…" if start > _AROUND else "") + before,
        text[start:end],
        after + ("…" if len(text) > end + _AROUND else ""),
    )


async def show(visit: Visit) -> Response:
    """Show what has a text; in messages, newest first, a page at a time."""
    text = (visit.query("q") or "").strip()
    if not text:
        return await visit.render("search.html", text="", found=[], others=[], more=None)
    after = visit.query("after")
    async with visit.services.database.read() as tx:
        page = await text_search.messages_with(tx, text, Window(_MESSAGES, after=after))
        others = []
        if after is None:
            others = [
                ("Assistants", "assistants", await text_search.assistants_with(tx, text, _OTHERS)),
                ("Files", "files", await text_search.files_with(tx, text, _OTHERS)),
                (
                    "Vector stores",
                    "vector-stores",
                    await text_search.vector_stores_with(tx, text, _OTHERS),
                ),
            ]
    last = page.rows[-1]["id"] if page.has_more else None
    return await visit.render(
        "search.html",
        text=text,
        found=[(row, snippet(text_of(row), text)) for row in page.rows],
        others=[one for one in others if one[2]],
        more=next_page(visit, last),
    )
