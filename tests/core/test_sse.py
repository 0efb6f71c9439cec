"""The decoder of text/event-stream: the examples of the standard, and all ways to write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openai_assistants_core import ResponseDecodeError
from openai_assistants_core.sse import ServerSentEvent, SSEDecoder

STANDARD = [
    ("a stock price", b"data: YHOO\ndata: +2\ndata: 10\n\n", [("message", b"YHOO\n+2\n10", "")]),
    (
        "a comment, an id, an id that is reset, a space that stays",
        b": test stream\n\ndata: first event\nid: 1\n\n"
        b"data:second event\nid\n\ndata:  third event\n\n",
        [
            ("message", b"first event", "1"),
            ("message", b"second event", ""),
            ("message", b" third event", ""),
        ],
    ),
    (
        "lines without a colon, and a last one without a blank line",
        b"data\n\ndata\ndata\n\ndata:",
        [("message", b"", ""), ("message", b"\n", "")],
    ),
    ("one space is left out", b"data:test\n\ndata: test\n\n", [("message", b"test", "")] * 2),
    (
        "events with names",
        b"event: add\ndata: 73857293\n\nevent: remove\ndata: 2153\n\n",
        [("add", b"73857293", ""), ("remove", b"2153", "")],
    ),
    ("a name without data is no event", b"event: add\n\ndata: x\n\n", [("message", b"x", "")]),
    (
        "an empty name is none",
        b"event:\ndata: x\n\nevent: \ndata: x\n\n",
        [("message", b"x", "")] * 2,
    ),
    ("the last name counts", b"event: a\nevent: b\ndata: x\n\n", [("b", b"x", "")]),
    ("unknown fields, and other cases", b"Data: x\nfoo: y\ndata: z\n\n", [("message", b"z", "")]),
    (
        "an id stays",
        b"id: 7\n\ndata: x\n\ndata: y\n\n",
        [("message", b"x", "7"), ("message", b"y", "7")],
    ),
    ("the last of two ids counts", b"id: 7\ndata: x\nid: \n\n", [("message", b"x", "")]),
    ("an id with a NUL is ignored", b"id: 7\n\nid: 8\0\ndata: x\n\n", [("message", b"x", "7")]),
    ("a colon in the value", b"data: a: b\n\n", [("message", b"a: b", "")]),
    ("nothing", b"", []),
    ("blank lines", b"\n\n\n\ndata: x\n\n\n\n\n", [("message", b"x", "")]),
    ("a byte order mark", b"\xef\xbb\xbfdata: x\n\n", [("message", b"x", "")]),
    ("a second one is part of a name", b"\xef\xbb\xbf\xef\xbb\xbfdata: x\n\n", []),
    ("one further behind", b"data: x\n\n\xef\xbb\xbfdata: y\n\n", [("message", b"x", "")]),
    ("bytes that are no UTF-8", b"event: \xff\ndata: \xff\n\n", [("\ufffd", b"\xff", "")]),
]


def decoded(*chunks: bytes, limit: int | None = None) -> list[ServerSentEvent]:
    """The events of a body that comes in these chunks."""
    decoder = SSEDecoder() if limit is None else SSEDecoder(limit)
    return [event for chunk in chunks for event in decoder.feed(chunk)]


@pytest.mark.parametrize(
    ("body", "events"), [one[1:] for one in STANDARD], ids=[one[0] for one in STANDARD]
)
@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b"\r"], ids=["LF", "CRLF", "CR"])
def test_the_standard(body: bytes, events: list[tuple[str, bytes, str]], ending: bytes) -> None:
    """With each kind of line end, whole and byte by byte."""
    body = body.replace(b"\n", ending)
    wanted = [ServerSentEvent(*event) for event in events]
    assert decoded(body) == wanted
    assert decoded(*(body[place : place + 1] for place in range(len(body)))) == wanted


def test_retry_is_read() -> None:
    decoder = SSEDecoder()
    decoder.feed(b"retry: 2500\ndata: x\n\nretry: soon\n\nretry\n\nretry: " + b"9" * 5000 + b"\n\n")
    assert decoder.retry_ms == 2500


line = st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"), max_size=12)
field = st.tuples(st.sampled_from(["data", "event", "id", "", "retry", "other"]), line)
blocks = st.lists(st.lists(field, max_size=4), max_size=6)
endings = st.sampled_from(["\n", "\r\n", "\r"])


@given(blocks, st.data())
def test_neither_cuts_nor_line_ends_nor_comments_make_a_difference(
    written: list[list[tuple[str, str]]], data: st.DataObject
) -> None:
    plain = "".join("".join(f"{name}: {value}\n" for name, value in one) + "\n" for one in written)
    other = data.draw(st.sampled_from(["", "\ufeff"]))
    for block in written:
        for name, value in block:
            if data.draw(st.booleans()):
                other += ":" + data.draw(line) + data.draw(endings)
            other += f"{name}: {value}{data.draw(endings)}"
        # A CR in front of a lone LF would be one line end with it.
        other += "\r\n" if other.endswith("\r") else data.draw(endings)
    body = other.encode()
    cuts = sorted(data.draw(st.lists(st.integers(0, len(body)), max_size=12)))
    chunks = [body[start:end] for start, end in zip([0, *cuts], [*cuts, len(body)], strict=True)]
    assert decoded(*chunks) == decoded(plain.encode())


@given(st.integers(1, 300), st.integers(1, 40))
def test_an_event_has_a_longest_size(length: int, chunk: int) -> None:
    """However it comes: in one piece, or in many; in one line, or in many."""
    for body in (b"data: " + b"x" * length + b"\n\n", b"data:x\n" * length + b"\n"):
        size = len(body) - 2
        chunks = [body[start : start + chunk] for start in range(0, len(body), chunk)]
        for pieces in ([body], chunks):
            assert len(decoded(*pieces, limit=size + 1)) == 1
            with pytest.raises(ResponseDecodeError, match=f"longer than {size // 2} bytes"):
                decoded(*pieces, limit=size // 2)


def test_a_long_event_costs_what_its_bytes_cost() -> None:
    """The chunks of an event are joined once, however many there are."""
    decoder, pieces = SSEDecoder(), 20_000
    for _ in range(pieces):
        assert decoder.feed(b"data: x\n") == []
        assert len(decoder._pending) <= pieces
    [event] = decoder.feed(b"\n")
    assert len(event.data) == 2 * pieces - 1
