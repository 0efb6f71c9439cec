"""A citation leads to the chunk that was cited, among all that the searches of a run found."""

from typing import Any

from openai_assistants_service.http.page.citations import Cited, find_cited


def step(*searches: list[tuple[str, str]]) -> dict[str, Any]:
    """A step whose searches found texts in files."""
    calls = [
        {
            "type": "file_search",
            "file_search": {
                "results": [
                    {
                        "file_id": file,
                        "file_name": f"{file}.txt",
                        "score": 0.5,
                        "content": [{"type": "text", "text": text}],
                    }
                    for file, text in found
                ]
            },
        }
        for found in searches
    ]
    return {"step_details": {"type": "tool_calls", "tool_calls": calls}}


def annotation(source: int, file: str, quote: str) -> dict[str, Any]:
    marker = f"【3:{source}†{file}.txt】"
    cited = {"file_id": file, "quote": quote}
    return {"type": "file_citation", "text": marker, "file_citation": cited}


MESSAGE: dict[str, Any] = {"step_details": {"type": "message_creation", "message_creation": {}}}
FOUND = [("a", "one two three"), ("b", "two"), ("a", "zero two four")]


def test_the_marker_says_which_chunk_of_a_file() -> None:
    first = find_cited(annotation(0, "a", "two"), [MESSAGE, step(FOUND)])
    third = find_cited(annotation(2, "a", "two"), [MESSAGE, step(FOUND)])
    assert first == Cited("one ", "two", " three", "a", "a.txt", 0.5)
    assert third == Cited("zero ", "two", " four", "a", "a.txt", 0.5)


def test_the_quote_says_which_search() -> None:
    steps = [step([("a", "of the first")], [("a", "of the second")])]
    assert find_cited(annotation(0, "a", "the second"), steps).before == "of "
    assert find_cited(annotation(7, "a", "the second"), steps).before == "of "


def test_the_quote_is_shown_of_a_chunk_that_is_not_kept() -> None:
    gone = Cited("", "words", "", "c", None, None)
    assert find_cited(annotation(0, "c", "words"), [step(FOUND)]) == gone
    assert find_cited(annotation(0, "c", "words"), []) == gone


def test_all_of_a_chunk_is_shown_of_a_citation_without_a_quote() -> None:
    cited = find_cited(annotation(0, "a", ""), [step(FOUND)])
    assert (cited.before, cited.quote) == ("one two three", "")
