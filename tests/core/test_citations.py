"""What a message cites and brings, and its text with citations."""

from typing import Any

import pytest

from openai_assistants import Citation, MessageFile
from openai_assistants_rest.models import Message


def message(*content: dict[str, Any]) -> Message:
    return Message.decode({"id": "msg_1", "object": "thread.message", "content": list(content)})


def text(value: str, *annotations: dict[str, Any]) -> dict[str, Any]:
    return {"type": "text", "text": {"value": value, "annotations": list(annotations)}}


def file(marker: str, file_id: str, start: int = 0, end: int = 0) -> dict[str, Any]:
    cited = {"file_id": file_id}
    place = {"start_index": start, "end_index": end, "text": marker}
    return {"type": "file_citation", "file_citation": cited, **place}


ONE, TWO = "【4:0†a.txt】", "【4:1†b.txt】"
CITED = f"Apples{ONE} and pears{TWO}, apples{ONE}."
LAST = CITED.rindex(ONE)
CITING = message(
    text(
        CITED,
        file(ONE, "file-a", 6, 6 + len(ONE)),
        file(TWO, "file-b"),
        file(ONE, "file-a", LAST, LAST + len(ONE)),
    )
)


@pytest.mark.parametrize(
    ("names", "listed"),
    [
        ({"file-a": "a.txt"}, "[1] a.txt\n[2] file-b"),
        (None, "[1] file-a\n[2] file-b"),
        (lambda file_id: f"{file_id}.md", "[1] file-a.md\n[2] file-b.md"),
        (lambda file_id: None, "[1] file-a\n[2] file-b"),
    ],
)
def test_marks_are_replaced_and_sources_listed(names: Any, listed: str) -> None:
    """A file has one number; a mark whose place is wrong is found by its text."""
    written = "Apples[1] and pears[2], apples[1]."
    assert CITING.cited_text(names) == f"{written}\n\n{listed}"
    assert CITING.cited_text(names, references=False) == written


def test_where_citations_stand() -> None:
    for each in CITING.citations:
        assert CITING.text[each.start : each.end] == each.marker
    assert [each.number for each in CITING.citations] == [1, 2, 1]
    assert CITING.citations[0] == Citation(1, ONE, 6, 6 + len(ONE), file_id="file-a")


def test_places_that_count_utf16_are_found_all_the_same() -> None:
    """After an emoji they are one too far."""
    made = message(text(f"🍏{ONE}!", file(ONE, "file-a", 2, 12)))
    assert made.cited_text(references=False) == "🍏[1]!"


def test_several_texts_and_pages_on_the_web() -> None:
    page = {"url": "https://example.org", "title": "Example"}
    cited = {"type": "url_citation", "text": "【1†source】", "url_citation": page}
    bare = {
        "type": "url_citation",
        "text": "【2†source】",
        "url_citation": {"url": "https://e.net"},
    }
    made = message(
        text(f"First{ONE}.", file(ONE, "file-a", 5, 15)),
        text("Second【1†source】【2†source】.", {**cited, "start_index": 6, "end_index": 16}, bare),
    )
    assert made.cited_text({"file-a": "a.txt"}) == (
        "First[1].\nSecond[2][3].\n\n[1] a.txt\n[2] Example (https://example.org)\n[3] https://e.net"
    )


def test_a_mark_that_is_not_in_the_text_still_counts() -> None:
    made = message(text("Apples.", file("【9:9†x】", "file-a", 3, 9)))
    assert made.cited_text() == "Apples.[1]\n\n[1] file-a"


def test_a_text_without_citations_stays_as_it_is() -> None:
    assert message(text("Plain 【4:0†a.txt】.")).cited_text() == "Plain 【4:0†a.txt】."
    assert message().cited_text() == ""


def test_unknown_annotations_are_passed_over() -> None:
    made = message(text(f"x{ONE}", {"type": "new_kind", "text": "x"}, file(ONE, "file-a", 1, 11)))
    assert made.cited_text(references=False) == "x[1]"


def test_files() -> None:
    """Images, and what the code interpreter wrote; each once, citations not."""
    path = "sandbox:/mnt/data/table.csv"
    written = {"type": "file_path", "text": path, "file_path": {"file_id": "file-t"}}
    made = message(
        {"type": "image_file", "image_file": {"file_id": "file-i"}},
        text(f"[Table]({path})", {**written, "start_index": 8, "end_index": 35}, written),
        text(ONE, file(ONE, "file-a", 0, 10)),
    )
    assert made.files == (
        MessageFile("file-i", "image_file"),
        MessageFile("file-t", "file_path", path),
    )
    assert made.cited_text(references=False) == f"[Table]({path})\n[1]"
