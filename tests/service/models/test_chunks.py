"""The oddities of chat completions servers, chunk by chunk."""

from typing import Any

import pytest

from openai_assistants_service.models.base import (
    Delta,
    Finish,
    ModelError,
    TextDelta,
    ToolCallDelta,
    Usage,
)
from openai_assistants_service.models.chat_completions.stream import ChunkReader
from openai_assistants_service.models.conversation import CodeOptions, Conversation, FunctionSpec
from openai_assistants_service.models.offered_tools import offered_tools

CONVERSATION = Conversation(
    "m", None, (), functions=(FunctionSpec("f"), FunctionSpec("g")), code_interpreter=CodeOptions()
)


def chunk(finish: str | None = None, **delta: Any) -> dict[str, Any]:
    return {"choices": [{"delta": delta, "finish_reason": finish}]}


def called(name: str | None = None, arguments: Any = None, **call: Any) -> dict[str, Any]:
    return chunk(tool_calls=[{**call, "function": {"name": name, "arguments": arguments}}])


def read(*chunks: dict[str, Any], limit: int | None = None) -> list[Delta]:
    reader = ChunkReader(offered_tools(CONVERSATION), limit)
    return [delta for one in chunks for delta in reader.read(one)]


def calls(deltas: list[Delta]) -> list[tuple[str, str]]:
    """The calls of a turn, put together."""
    made: dict[int, tuple[str, str]] = {}
    for delta in deltas:
        if isinstance(delta, ToolCallDelta):
            name, arguments = made.get(delta.index, ("", ""))
            made[delta.index] = (name + delta.name, arguments + delta.arguments)
    return [made[index] for index in sorted(made)]


END = chunk("tool_calls")


@pytest.mark.parametrize(
    "chunks",
    [
        [called("f", '{"a": 1}', index=0, id="x"), called("g", "{}", index=1, id="y")],
        [called("f", '{"a": 1}', index=0, id="x"), called("g", "{}", index=0, id="y")],
        [called("f", '{"a": 1}', id="x"), called("g", "{}", id="y")],
        [called("f", '{"a": 1}'), called("g", "{}")],
        [called("f", {"a": 1}, index=0, id="x"), called("g", None, index=1, id="y")],
        [
            called("f", "", index=0, id="x"),
            called(None, '{"a"', index=0),
            called("g", "{}", index=1, id="y"),
            called(None, ": 1}", index=0),
        ],
        [
            called("f", "", index=0, id="x"),
            called("f", '{"a": 1}', index=0, id="x"),
            called("g", "", index=0, id="y"),
            called(None, "{}", index=0),
        ],
    ],
)
def test_the_pieces_of_calls(chunks: list[dict[str, Any]]) -> None:
    assert calls(read(*chunks, END)) == [("f", '{"a": 1}'), ("g", "{}")]


@pytest.mark.parametrize("reason", ["stop", "tool_calls", "function_call", "eos", "end_turn"])
def test_a_turn_with_calls_ends_in_calls(reason: str) -> None:
    assert read(called("f", "{}", index=0), chunk(reason))[-1] == Finish("tool_calls")
    assert read(chunk(content="Hi"), chunk(reason))[-1] == Finish("stop")


def test_a_call_that_was_cut_off_is_not_judged() -> None:
    assert read(called("f", '{"a', index=0), chunk("length"))[-1] == Finish("length")


def test_reasoning_is_no_answer_and_counts() -> None:
    thinking = chunk(reasoning_content="Hm")
    assert read(thinking, chunk(content="Hi")) == [TextDelta("Hi")]
    assert read(thinking, thinking, chunk(content="Hi"), limit=2) == [Finish("length")]


def test_a_refusal_is_text() -> None:
    assert read(chunk(refusal="I won't.")) == [TextDelta("I won't.")]


def test_chunks_without_choices() -> None:
    usage = {
        "prompt_tokens": 7,
        "completion_tokens": 5,
        "prompt_tokens_details": {"cached_tokens": 3},
        "completion_tokens_details": {"reasoning_tokens": 2},
    }
    assert read({"choices": [], "prompt_filter_results": []}, {"choices": [], "usage": usage}) == [
        Usage(7, 5, 3, 2)
    ]


@pytest.mark.parametrize(
    ("arguments", "is_taken"),
    [
        ('{"input": "1"}', True),
        ("print(1)", True),
        ('{"input": "pri', False),
        ('{"code": "1"}', False),
        ("17", False),
    ],
)
def test_arguments_of_the_engine_s_tools(arguments: str, is_taken: bool) -> None:
    """A program that stands alone is clear; JSON has to be what was asked for."""
    chunks = called("code_interpreter", arguments, index=0), END
    if is_taken:
        assert calls(read(*chunks)) == [("code_interpreter", arguments)]
    else:
        with pytest.raises(ModelError, match="called code_interpreter with arguments"):
            read(*chunks)
