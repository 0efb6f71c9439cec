"""What a model says, as HTML: Markdown without HTML, without images, with links to the web only."""

import re
from collections.abc import Callable, MutableMapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup, escape

LONGEST = 20_000
"""The most characters of a text that is read as Markdown."""

_LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_MARKER = re.compile(r"【[^【】]*】")
_CITES = "cites"

Cite = Callable[[str], Markup | None]
"""Returns the link of the next citation with a marker, if the marker is one."""


def render(text: str, cite: Cite) -> Markup:
    """Return a text as HTML; a marker that cites something becomes its link, but not in code."""
    if len(text) > LONGEST:
        return plain(text, cite)
    html: str = _PARSER.render(text, {_CITES: cite})
    return Markup(f'<div class="markdown">{html}</div>')  # noqa: S704 (made by the parser)


def plain(text: str, cite: Cite) -> Markup:
    """Return a text as it is, but for the links of its citations."""
    pieces = [link or escape(piece) for piece, link in _split(text, cite)]
    return Markup('<div class="plain">{}</div>').format(Markup("").join(pieces))


def _split(text: str, cite: Cite) -> list[tuple[str, Markup | None]]:
    """Return the pieces of a text, with the link in whose place a marker stands."""
    pieces: list[tuple[str, Markup | None]] = []
    start = 0
    for found in _MARKER.finditer(text):
        link = cite(found[0])
        if link is not None:
            pieces += [(text[start : found.start()], None), (found[0], link)]
            start = found.end()
    return [*pieces, (text[start:], None)]


def _citations(state: StateCore) -> None:
    """Make tokens of their own of the markers in texts: a rule of the parser."""
    cite: Cite = state.env[_CITES]
    for block in state.tokens:
        if block.children:
            block.children = [new for old in block.children for new in _cut(old, cite)]


def _cut(token: Token, cite: Cite) -> list[Token]:
    if token.type != "text" or "【" not in token.content:
        return [token]
    return [
        Token("text", "", 0, content=piece)
        if link is None
        else Token("citation", "", 0, content=str(link))
        for piece, link in _split(token.content, cite)
    ]


def _citation(
    _: RendererHTML,
    tokens: Sequence[Token],
    at: int,
    __: OptionsDict,
    ___: MutableMapping[str, Any],
) -> str:
    return tokens[at].content


def _link(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    at: int,
    options: OptionsDict,
    env: MutableMapping[str, Any],
) -> str:
    tokens[at].attrSet("rel", "noopener noreferrer nofollow")
    return renderer.renderToken(tokens, at, options, env)


class _WebLinks(MarkdownIt):
    """A parser that takes links to elsewhere for nothing but text."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 (the library's name)
        return _LINK.match(url) is not None


def _parser() -> MarkdownIt:
    parser = _WebLinks("commonmark", {"html": False}).enable("table").disable("image")
    parser.core.ruler.push("citations", _citations)
    parser.add_render_rule("citation", _citation)
    parser.add_render_rule("link_open", _link)
    return parser


_PARSER = _parser()
