"""test-model does what a script says, and says what is wrong with one."""

import asyncio
import json
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
from openai_assistants_service.models.conversation import (
    Conversation,
    EarlierTurn,
    Message,
    TextPart,
)
from openai_assistants_service.models.test_model import TestModel


def conversation(script: str, turns: int = 0, instructions: str | None = None) -> Conversation:
    asked = Message("user", (TextPart(script),))
    earlier = (Message("user", (TextPart("[before]"),)), Message("assistant", (TextPart("[]"),)))
    taken = (EarlierTurn("said"),) * turns
    return Conversation("test-model", instructions, (*earlier, asked), taken)


async def taken(model: TestModel, talk: Conversation) -> list[Delta]:
    return [delta async for delta in model.stream(talk)]


def deltas(*script: dict[str, Any], turns: int = 0) -> list[Delta]:
    return asyncio.run(taken(TestModel(), conversation(json.dumps(script), turns)))


def refused(model: TestModel, talk: Conversation) -> tuple[str, str]:
    with pytest.raises(ModelError) as caught:
        asyncio.run(taken(model, talk))
    return caught.value.code, caught.value.message


def test_text_in_pieces() -> None:
    assert deltas({"text": ["Hel", "lo"]}) == [TextDelta("Hel"), TextDelta("lo"), Finish("stop")]
    assert deltas({"text": "Hello"}) == [TextDelta("Hello"), Finish("stop")]


def test_calls_in_pieces() -> None:
    calls = [
        {"name": "weather", "arguments": ['{"city"', ': "Rome"}'], "id": "call_1"},
        {"type": "code_interpreter", "arguments": {"input": "1 + 1"}},
    ]
    assert deltas({"text": "a", "calls": calls}) == [
        TextDelta("a"),
        ToolCallDelta(0, id="call_1", name="weather"),
        ToolCallDelta(0, '{"city"'),
        ToolCallDelta(0, ': "Rome"}'),
        ToolCallDelta(1, kind="code_interpreter", name="code_interpreter"),
        ToolCallDelta(1, '{"input": "1 + 1"}'),
        Finish("tool_calls"),
    ]


def test_tokens_and_ends() -> None:
    usage = {"prompt_tokens": 3, "completion_tokens": 2, "cached_tokens": 1}
    assert deltas({"usage": usage, "finish": "length"}) == [Usage(3, 2, 1), Finish("length")]
    assert deltas({"text": "So", "cut_short": True}) == [TextDelta("So")]
    assert deltas({"text": "a"}, {"text": "b"}, turns=1) == [TextDelta("b"), Finish("stop")]


def test_the_instructions_come_first_and_may_go_on() -> None:
    talk = conversation('[{"text": "no"}]', instructions='[{"text": "yes"}]\nBe brief.')
    assert asyncio.run(taken(TestModel(), talk)) == [TextDelta("yes"), Finish("stop")]


def test_an_error_may_pass() -> None:
    """So often for each turn of a script, whatever thread it is in."""
    limit = {"code": "rate_limit_exceeded", "retry_after": 4, "times": 2}
    talk = conversation(json.dumps([{"text": "a", "error": limit}]))
    model = TestModel()
    for _ in range(2):
        assert refused(model, talk) == (
            "rate_limit_exceeded",
            "Rate limit is exceeded. Try again in 4 seconds.",
        )
    assert asyncio.run(taken(model, talk)) == [TextDelta("a"), Finish("stop")]
    always = conversation(json.dumps([{"error": {"code": "server_error", "message": "Mine."}}]))
    assert [refused(model, always) for _ in range(3)] == [("server_error", "Mine.")] * 3


def test_silence_ends_with_the_stream() -> None:
    async def silent() -> list[Delta]:
        stream = TestModel().stream(conversation('[{"text": "a", "wait": true}]'))
        first = await anext(stream)
        waiting = asyncio.ensure_future(anext(stream))
        await asyncio.sleep(0)
        assert not waiting.done()
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        return [first]

    assert asyncio.run(silent()) == [TextDelta("a")]


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("Hello", "test-model needs a script, a JSON array of turns, in the instructions"),
        ("[{]", "cannot be read: Expecting property name enclosed in double quotes: line 1"),
        ('[{"text": 1}]', "cannot be read: Expected `str | array`, got `int` - at `$[0].text`"),
        ('[{"say": "a"}]', "cannot be read: Object contains unknown field `say` - at `$[0]`"),
        ('[{"error": {"code": "boom"}}]', "cannot be read: Invalid enum value 'boom'"),
        ("[" * 100_000, "cannot be read"),
        ("[]", "The script of test-model has no turn 1."),
    ],
)
def test_what_is_no_script_is_said(script: str, message: str) -> None:
    code, said = refused(TestModel(), conversation(script))
    assert code == "invalid_prompt"
    assert message in said
