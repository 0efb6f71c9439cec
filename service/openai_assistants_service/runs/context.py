"""The context of the model: the stored thread, run and steps as a Conversation."""

import json
from collections.abc import Sequence
from typing import Any

from attrs import evolve

from ..json_types import JsonObject
from ..models.builtin import Call, Conversation, FunctionSpec, Passage, Utterance
from ..search.chunking import count
from ..storage.database import Row
from .lifecycle import StepStatus


def build_conversation(run: Row, messages: Sequence[Row], steps: Sequence[Row]) -> Conversation:
    """Build what the model is given."""
    tools: list[JsonObject] = run["tools"]
    types = {tool["type"] for tool in tools}
    return Conversation(
        instructions=run["instructions"],
        messages=_utterances(run, messages),
        functions=tuple(_function(tool) for tool in tools if tool["type"] == "function"),
        code_interpreter="code_interpreter" in types,
        file_search="file_search" in types,
        calls=tuple(call for step in steps for call in _calls(step)),
        tool_choice=_choice(run["tool_choice"]),
        parallel=run["parallel_tool_calls"],
        passages=tuple(passage for step in steps for passage in _passages(step)),
    )


def count_tokens(conversation: Conversation) -> int:
    """Return how many tokens a conversation is, roughly."""
    texts = [conversation.instructions or "", *(message.text for message in conversation.messages)]
    texts += [f"{call.arguments} {call.output}" for call in conversation.calls]
    texts += [f"{one.name} {one.description} {one.parameters}" for one in conversation.functions]
    texts += [passage.text for passage in conversation.passages]
    return sum(count(text) for text in texts)


def fit(conversation: Conversation, limit: int | None) -> Conversation | None:
    """Leave out the oldest messages until the rest fits; None if the last alone does not."""
    while limit is not None and count_tokens(conversation) > limit:
        if len(conversation.messages) < 2:
            return None
        conversation = evolve(conversation, messages=conversation.messages[1:])
    return conversation


def _utterances(run: Row, messages: Sequence[Row]) -> tuple[Utterance, ...]:
    strategy: JsonObject = run["truncation_strategy"] or {}
    if strategy.get("type") == "last_messages" and strategy.get("last_messages"):
        messages = messages[-int(strategy["last_messages"]) :]
    return tuple(Utterance(row["role"], text_of(row)) for row in messages)


def text_of(message: Row) -> str:
    """Return the text parts of a message."""
    parts: list[JsonObject] = message["content"]
    return "\n".join(part["text"]["value"] for part in parts if part["type"] == "text")


def _function(tool: JsonObject) -> FunctionSpec:
    function: JsonObject = tool["function"]
    return FunctionSpec(
        function["name"], function.get("description") or "", function.get("parameters") or {}
    )


def _choice(choice: Any) -> str:
    if choice is None:
        return "auto"
    if isinstance(choice, str):
        return choice
    named: JsonObject = choice
    return str(named["function"]["name"] if named["type"] == "function" else named["type"])


def _tool_calls(step: Row) -> list[JsonObject]:
    """Return the calls of a step that is done."""
    if step["type"] != "tool_calls" or step["status"] != StepStatus.COMPLETED:
        return []
    calls: list[JsonObject] = step["step_details"]["tool_calls"]
    return calls


def _calls(step: Row) -> list[Call]:
    notes: JsonObject = step["notes"] or {}
    result: list[Call] = []
    for call in _tool_calls(step):
        if call["type"] == "function":
            made: JsonObject = call["function"]
            arguments = json.loads(made["arguments"])
            result.append(Call("function", made["name"], arguments, made["output"] or ""))
        elif call["type"] == "code_interpreter":
            code: JsonObject = call["code_interpreter"]
            logs = "\n".join(one["logs"] for one in code["outputs"])
            source = {"input": code["input"]}
            result.append(Call("code", "code_interpreter", source, logs, notes.get("error")))
        else:
            result.append(Call("search", "file_search", {"query": notes.get("query", "")}))
    return result


def _passages(step: Row) -> list[Passage]:
    return [
        Passage(found["file_id"], found["file_name"], piece["text"], found["score"])
        for call in _tool_calls(step)
        if call["type"] == "file_search"
        for found in call["file_search"]["results"]
        for piece in found["content"]
    ]
