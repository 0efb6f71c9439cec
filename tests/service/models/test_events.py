"""The events of Responses servers, OpenAI's and llama.cpp's, which has no places of items."""

from typing import Any

import pytest
from tests.service.models.test_chunks import CONVERSATION, calls

from openai_assistants_service.models.base import Delta, Finish, ModelError, TextDelta, Usage
from openai_assistants_service.models.offered_tools import offered_tools
from openai_assistants_service.models.responses.stream import EventReader, stream_error

ADDED, DONE = "response.output_item.added", "response.output_item.done"
ARGUMENTS = "response.function_call_arguments.delta"


def read(*events: dict[str, Any], limit: int | None = None) -> list[Delta]:
    reader = EventReader(offered_tools(CONVERSATION), limit)
    return [delta for one in events for delta in reader.read(one)]


def item(kind: str, name: str, arguments: str = "", **where: Any) -> dict[str, Any]:
    called = {"type": "function_call", "call_id": f"call_{name}", "id": f"fc_{name}"}
    return {"type": kind, "item": {**called, "name": name, "arguments": arguments}, **where}


def piece(text: str, **where: Any) -> dict[str, Any]:
    return {"type": ARGUMENTS, "delta": text, **where}


def end(status: str = "completed", **response: Any) -> dict[str, Any]:
    return {"type": f"response.{status}", "response": {"status": status, **response}}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"output_index": 1}, {"output_index": 2}),
        ({"item_id": "fc_f"}, {"item_id": "fc_g"}),
    ],
    ids=["OpenAI", "llama.cpp"],
)
def test_the_pieces_of_calls(first: dict[str, Any], second: dict[str, Any]) -> None:
    where = [{} if "item_id" in one else one for one in (first, second)]
    deltas = read(
        item(ADDED, "f", **where[0]),
        piece('{"a"', **first),
        item(ADDED, "g", **where[1]),
        piece(": 1}", **first),
        piece("{}", **second),
        item(DONE, "f", '{"a": 1}', **where[0]),
        item(DONE, "g", "{}", **where[1]),
        end(),
    )
    assert calls(deltas) == [("f", '{"a": 1}'), ("g", "{}")]
    assert deltas[-1] == Finish("tool_calls")


def test_arguments_that_come_whole() -> None:
    deltas = read(item(DONE, "f", '{"a": 1}', output_index=0), end())
    assert calls(deltas) == [("f", '{"a": 1}')]


def test_malformed_arguments() -> None:
    with pytest.raises(ModelError, match="called f with arguments"):
        read(item(DONE, "f", '{"a', output_index=0), end())


@pytest.mark.parametrize(
    ("reason", "finish"), [("max_output_tokens", "length"), ("content_filter", "content_filter")]
)
def test_incomplete(reason: str, finish: Any) -> None:
    (ending,) = read(end("incomplete", incomplete_details={"reason": reason}))
    assert ending == Finish(finish)


def test_usage_follows_the_end() -> None:
    usage = {
        "input_tokens": 7,
        "output_tokens": 5,
        "input_tokens_details": {"cached_tokens": 3},
        "output_tokens_details": {"reasoning_tokens": 2},
    }
    assert read(end(usage=usage)) == [Finish("stop"), Usage(7, 5, 3, 2)]


def test_reasoning_is_no_answer_and_counts() -> None:
    thinking = {"type": "response.reasoning_text.delta", "delta": "Hm"}
    said = {"type": "response.output_text.delta", "delta": "Hi"}
    assert read(thinking, said) == [TextDelta("Hi")]
    assert read(thinking, thinking, said, limit=2) == [Finish("length")]


@pytest.mark.parametrize(
    "event",
    [
        {"type": "error", "code": "x", "message": "Oops"},
        {"type": "error", "error": {"code": "x", "message": "Oops"}},
        {"type": "response.failed", "response": {"error": {"code": "x", "message": "Oops"}}},
    ],
)
def test_errors(event: dict[str, Any]) -> None:
    error = stream_error(event)
    assert error is not None
    assert (error["code"], error["message"]) == ("x", "Oops")
