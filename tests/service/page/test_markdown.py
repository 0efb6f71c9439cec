"""What a model says is shown as it meant it, and does nothing."""

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup

from openai_assistants_service.http.page.content import render_text
from openai_assistants_service.http.page.markdown import LONGEST, plain, render

TAGS = {
    "div",
    "p",
    "em",
    "strong",
    "code",
    "pre",
    "a",
    "ul",
    "ol",
    "li",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "br",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}
ATTRIBUTES = {"class", "href", "rel", "title", "start", "align"}
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](&#106;avascript:alert(1))",
    "[a](data:text/html,<script>)",
    "[a](vbscript:x)",
    "[a](/page/session/end)",
    "[a](//evil.example)",
    "<javascript:alert(1)>",
    '[a](https://a "x\\" onmouseover=\\"alert(1)")',
    "![a](https://evil.example/x.png)",
    "[a]: javascript:alert(1)\n\n[a]",
    "```\n</code></pre><script>\n```",
    '```"><script>\nx\n```',
    "`<b>`",
    "<!-- a -->",
    "&lt;script&gt;",
    "【4:0†<script>】",
    '[【4:0†a】](https://a "【4:0†a】")',
]


def no_citations(_: str) -> Markup | None:
    return None


def every_citation(marker: str) -> Markup:
    return Markup('<a class="citation" href="/page/c">{}</a>').format(marker)


class Seen(HTMLParser):
    """The elements of some HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


@given(
    st.lists(st.sampled_from([*HOSTILE, *"<>&\"'`*_#[]()!\\|-\n 【】:/ax"]), max_size=12).map(
        "".join
    )
)
@example("\n\n".join(HOSTILE))
def test_nothing_but_harmless_elements_comes_of_it(text: str) -> None:
    for cite in (no_citations, every_citation):
        for tag, attributes in Seen(render(text, cite)).elements:
            assert tag in TAGS
            assert set(attributes) <= ATTRIBUTES
            href = attributes.get("href") or ""
            if attributes.get("class") != "citation" and tag == "a":
                assert href.lower().startswith(("https://", "http://", "mailto:"))
                assert attributes["rel"] == "noopener noreferrer nofollow"


@given(st.text(alphabet="<>&\"'【】†0: \nab", max_size=40))
def test_plain_text_has_no_elements(text: str) -> None:
    assert [tag for tag, _ in Seen(plain(text, no_citations)).elements] == ["div"]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**a** _b_", "<p><strong>a</strong> <em>b</em></p>"),
        ("<b>", "<p>&lt;b&gt;</p>"),
        (
            "![a](https://b/c.png)",
            '<p>!<a href="https://b/c.png" rel="noopener noreferrer nofollow">a</a></p>',
        ),
        ("[a](mailto:b@c)", '<p><a href="mailto:b@c" rel="noopener noreferrer nofollow">a</a></p>'),
        ("[a](ftp://b)", "<p>[a](ftp://b)</p>"),
        ("```py\na<b\n```", '<pre><code class="language-py">a&lt;b\n</code></pre>'),
        (
            "|a|\n|-|\n|b|",
            "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>",
        ),
    ],
)
def test_markdown(text: str, html: str) -> None:
    assert render(text, no_citations) == f'<div class="markdown">{html}\n</div>'


def test_a_long_text_is_shown_as_it_is() -> None:
    """Markdown that takes long to read is never read: brackets that nothing closes."""
    text = "[" * (LONGEST + 1)
    assert render(text, no_citations) == f'<div class="plain">{text}</div>'


def message(text: str, *markers: str, role: str = "assistant") -> dict[str, object]:
    annotations = [
        {"type": "file_citation", "text": marker, "file_citation": {"file_id": "file-a"}}
        for marker in markers
    ]
    part = {"type": "text", "text": {"value": text, "annotations": annotations}}
    return {
        "id": "msg_a",
        "thread_id": "thread_a",
        "role": role,
        "content": [part],
    }


def rendered(said: dict[str, object], most: int | None = None) -> str:
    content: list[dict[str, object]] = said["content"]  # type: ignore[assignment]
    return render_text(said, content[0], most)


def test_markers_that_cite_are_links_in_their_order() -> None:
    html = rendered(
        message(
            "a【1:0†x】b【1:1†y】c【1:0†x】【9:9†z】`【1:0†x】`",
            "【1:0†x】",
            "【1:1†y】",
            "【1:0†x】",
        )
    )
    found = [(one["href"], one["aria-label"]) for tag, one in Seen(html).elements if tag == "a"]
    path = "/page/threads/thread_a/messages/msg_a/citations/"
    assert found == [
        (path + "0", "Citation of x"),
        (path + "1", "Citation of y"),
        (path + "2", "Citation of x"),
    ]
    assert "【9:9†z】<code>【1:0†x】</code>" in html


def test_a_name_in_a_marker_stays_text() -> None:
    marker = """【1:0†"><img src=x onerror='alert(1)'>】"""
    elements = Seen(rendered(message(f"a{marker}", marker))).elements
    assert [tag for tag, _ in elements] == ["div", "p", "a"]
    assert elements[2][1]["aria-label"] == """Citation of "><img src=x onerror='alert(1)'>"""


def test_what_was_typed_is_no_markdown() -> None:
    assert rendered(message("**a**", role="user")) == '<div class="plain">**a**</div>'


def test_the_beginning_of_a_long_text() -> None:
    assert rendered(message("abc"), most=2) == '<div class="plain">ab</div>'
