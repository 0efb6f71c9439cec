"""Markers in what a model writes become citations, however they arrive."""

import json

import pytest

from openai_assistants_service.json_types import JsonObject
from openai_assistants_service.models.base import TextDelta
from openai_assistants_service.models.builtin import Answer, Segment
from openai_assistants_service.models.builtin_model import deltas
from openai_assistants_service.models.conversation import (
    Conversation,
    EarlierTurn,
    Passage,
    ToolCall,
)
from openai_assistants_service.runs.citations import CitationParser, TextPiece, marker
from openai_assistants_service.runs.usage import CompletionBudget

PASSAGES = (
    Passage(marker(4, 0, "a.txt"), "file-1", "a.txt", "one"),
    Passage(marker(4, 1, "b.txt"), "file-2", "b.txt", "two"),
)
ANSWER = Answer((Segment("One.", 0), Segment(" And "), Segment("two.", 1)))
TEXT = "One.【4:0†a.txt】 And two.【4:1†b.txt】"


def written(answer: Answer, response_format: JsonObject | None = None) -> list[str]:
    """Return the text of an answer of the built-in model as it yields it."""
    search = ToolCall("call_1", "file_search", "file_search", "{}", passages=PASSAGES)
    turns = (EarlierTurn("", (search,)),)
    talk = Conversation("m", None, (), turns=turns, response_format=response_format)
    return [one.text for one in deltas(answer, talk) if isinstance(one, TextDelta)]


def parsed(pieces: list[str], passages: tuple[Passage, ...] = PASSAGES) -> list[TextPiece]:
    parser = CitationParser(passages)
    found = [piece for text in pieces for piece in parser.feed(text)]
    return [*found, *parser.finish()]


def value(pieces: list[TextPiece]) -> str:
    return "".join(piece.text for piece in pieces)


def annotations(pieces: list[TextPiece]) -> list[JsonObject]:
    return [piece.annotation for piece in pieces if piece.annotation is not None]


def check(pieces: list[TextPiece]) -> None:
    text = value(pieces)
    assert text == TEXT
    for annotation, passage in zip(annotations(pieces), PASSAGES, strict=True):
        start, end = annotation["start_index"], annotation["end_index"]
        assert text[start:end] == annotation["text"]
        assert annotation["file_citation"]["file_id"] == passage.file_id


def test_citations_stand_where_they_say() -> None:
    pieces = parsed(written(ANSWER))
    check(pieces)
    for piece in pieces:
        assert piece.annotation is None or piece.text == piece.annotation["text"]


@pytest.mark.parametrize("size", range(1, len(TEXT)))
def test_a_marker_may_come_in_pieces(size: int) -> None:
    check(parsed([TEXT[at : at + size] for at in range(0, len(TEXT), size)]))


def test_only_an_unfinished_marker_is_held_back() -> None:
    parser = CitationParser(PASSAGES)
    assert value(list(parser.feed("One.【4:0"))) == "One."
    assert value(list(parser.feed("†a.txt】 And【"))) == "【4:0†a.txt】 And"
    assert value(list(parser.finish())) == "【"


@pytest.mark.parametrize(
    "text", ["【4:2†a.txt】", "【】", "【【4:0", "】【", "【" + "x" * 1000, "【4:0†a.txt"]
)
def test_what_cites_nothing_is_text(text: str) -> None:
    pieces = parsed(list(text))
    assert value(pieces) == text
    assert not annotations(pieces)


def test_a_quote_is_of_the_file() -> None:
    passage = Passage("【1:0†f】", "file-1", "f", "The king is Rudolf. He is old.")
    (word_for_word,) = annotations(parsed(["The king is Rudolf.【1:0†f】"], (passage,)))
    (reworded,) = annotations(parsed(["Rudolf is king.【1:0†f】"], (passage,)))
    assert word_for_word["file_citation"]["quote"] == "The king is Rudolf."
    assert reworded["file_citation"]["quote"] == passage.text


def test_a_name_with_brackets_still_makes_a_marker() -> None:
    odd = Passage(marker(1, 0, "a【b】.txt"), "file-1", "a【b】.txt", "x")
    assert len(annotations(parsed([f"x{odd.marker}"], (odd,)))) == 1


def test_json_forms_are_json() -> None:
    form = {"type": "json_object"}
    assert json.loads("".join(written(ANSWER, form))) == {"answer": "One. And two."}
    ready = Answer((Segment('{"a": 1}'),))
    assert "".join(written(ready, form)) == '{"a": 1}'
    schema = {
        "type": "object",
        "properties": {
            "reply": {"type": "string"},
            "sure": {"type": "boolean"},
            "kind": {"enum": ["x", "y"]},
            "inner": {"type": "object", "properties": {"n": {"type": ["integer", "null"]}}},
        },
    }
    strict = {"type": "json_schema", "json_schema": {"name": "a", "schema": schema}}
    assert json.loads("".join(written(ANSWER, strict))) == {
        "reply": "One. And two.",
        "sure": False,
        "kind": "x",
        "inner": {"n": 0},
    }


def truncated(pieces: list[str], tokens: int) -> tuple[list[TextPiece], CompletionBudget]:
    budget = CompletionBudget(tokens)
    return parsed([budget.take(piece) for piece in pieces]), budget


def test_a_shortened_text_keeps_only_whole_citations() -> None:
    pieces, budget = truncated(written(ANSWER), 12)
    assert TEXT.startswith(value(pieces))
    assert budget.exceeded
    assert [one["text"] for one in annotations(pieces)] == ["【4:0†a.txt】"]
    assert value(truncated(["one two"], 1)[0]) == "one"


@pytest.mark.parametrize("size", range(1, 12))
def test_tokens_are_counted_across_pieces(size: int) -> None:
    text = "one, two_2 three! four"
    pieces = [text[at : at + size] for at in range(0, len(text), size)]
    found, budget = truncated(pieces, 100)
    assert (value(found), budget.used, budget.exceeded) == (text, 6, False)
    found, budget = truncated(pieces, 3)
    assert (value(found).rstrip(), budget.used, budget.exceeded) == ("one, two_2", 3, True)
