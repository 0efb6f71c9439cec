"""The text of HTML pages."""

from html.parser import HTMLParser

_SILENT = {"script", "style", "template"}
_BLOCK_NAMES = (
    "address article aside blockquote body br dd details div dl dt figcaption footer form h1 h2 h3 "
    "h4 h5 h6 header hr li main nav ol option p pre section summary table title tr ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_CELLS = {"td", "th"}


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        if tag in _BLOCKS:
            self.parts.append("\n")
        elif tag in _CELLS:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in _SILENT))
        if tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def text_of_html(markup: str) -> str:
    """Return what a page shows, its title included: a line for each block."""
    parser = _Text()
    parser.feed(markup)
    parser.close()
    lines = (line.strip() for line in "".join(parser.parts).splitlines())
    return "\n".join(line for line in lines if line)
