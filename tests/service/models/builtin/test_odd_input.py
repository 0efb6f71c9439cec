"""Whatever callers send as schemas and outputs, and whatever files hold, there is an answer."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openai_assistants_service.models.builtin import (
    CallFunctions,
    Conversation,
    FunctionSpec,
    RunCode,
    Utterance,
    plan,
)

Ask = Callable[..., Conversation]

SCHEMAS: list[dict[str, Any]] = [
    {},
    {"required": ["gone"]},
    {"properties": []},
    {"properties": {"a": True}},
    {"properties": {"a": {"type": "string"}}, "required": None},
    {"properties": {"a": {"enum": None}}},
    {"properties": {"a": {"enum": [1, None, {"x": 1}, "b"]}}},
    {"properties": {"a": {"type": {"x": 1}}}},
    {"properties": {"a": {"anyOf": None}}},
    {"properties": {"a": {"format": ["x"], "description": 5, "minimum": "x"}}},
    {"properties": {"a": {"pattern": "("}}},
    {"properties": {"a": {"pattern": "^(a+)+$"}}, "required": ["a"]},
    {"properties": {"a": {"$ref": "#"}}, "required": ["a"]},
    {"properties": {"a": {"$ref": "#/properties/a"}}, "required": ["a"]},
    {"properties": {"a": {"$ref": "#/nowhere"}}},
    {"properties": {"a": {"type": "array", "items": {"$ref": "#/properties/a"}}}},
    {
        "properties": {"a": {"type": "object", "properties": {"b": {"$ref": "#/properties/a"}}}},
        "required": ["a"],
    },
]


@pytest.mark.parametrize("schema", SCHEMAS, ids=json.dumps)
@pytest.mark.parametrize("choice", ["auto", "required", "get_thing"])
def test_odd_schemas(talk: Any, ask: Ask, schema: dict[str, Any], choice: str) -> None:
    offered = (FunctionSpec("get_thing", "Gets a thing", schema),)
    question = f"Get the thing a 5 b for Bob and {'a' * 40}!"
    assert talk.run(ask(question, functions=offered, tool_choice=choice))
    for turn in talk.turns:
        if isinstance(turn, CallFunctions):
            json.dumps([dict(call.arguments) for call in turn.calls])


@pytest.mark.parametrize("name", ["", "___", "数据", "a" * 64, "1"])
def test_odd_names(talk: Any, ask: Ask, name: str) -> None:
    offered = (FunctionSpec(name),)
    assert talk.run(ask("Get it 数据", functions=offered, tool_choice="required"))


@pytest.mark.parametrize(
    "output",
    ["null", "[]", "{}", "[[1]]", '{"error": {"a": 1}}', "\ud800", "NaN", "1e999", "[" * 100_000],
)
def test_odd_outputs(talk: Any, ask: Ask, output: str) -> None:
    user: dict[str, Any] = {"properties": {"user_id": {}}, "required": ["user_id"]}
    offered = (
        FunctionSpec("get_user", "Gets the user"),
        FunctionSpec("get_status", "Gets the status of a user", user),
    )
    talk.functions = {"get_user": output, "get_status": output}
    assert talk.run(ask("What is my status?", functions=offered))


@pytest.mark.parametrize(
    "content",
    [
        "[[[[",
        "{" * 50_000,
        "|a|b\n|c|d|",
        "\ta\tb",
        "Q:\nA:",
        '"a,b\n"c',
        "x" * 50_000,
        "\x00,\n\x00",
    ],
)
def test_odd_files(talk: Any, ask: Ask, content: str) -> None:
    talk.files = {"odd.txt": content}
    assert talk.run(ask("What is a b?", file_search=True))


_MIXED = (
    "get the thing weather in Seattle, WA and 'x' \"q 12 3.5 -4 + = ( ) ^ % √ of plus squared x y "
    "a I for my 5! 2024-01-02 bob@x.y 10:30 INV-7 ; . ? then 数据 é “ ” don't 30% times percent "
    "saying named to from 5,000 x: e / // ** == ٣ ² ½ 2x 3(x 9)"
)
WORDS = _MIXED.split()


@given(
    st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.text(),
    st.sampled_from(SCHEMAS),
    st.booleans(),
    st.booleans(),
)
def test_any_words(question: str, schema: dict[str, Any], computes: bool, searches: bool) -> None:
    offered = (FunctionSpec("get_thing", "Gets a thing", schema), FunctionSpec("send_x"))
    said = (Utterance("user", "Get the weather"), Utterance("user", question))
    turn = plan(Conversation(None, said, offered, computes, searches))
    if isinstance(turn, CallFunctions):
        json.dumps([dict(call.arguments) for call in turn.calls])
    if isinstance(turn, RunCode):
        compile(turn.source, "program", "exec")
