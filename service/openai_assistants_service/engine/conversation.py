"""What the model is told: the stored thread, run and steps as a Conversation."""

import json
from collections.abc import Sequence
from typing import Any

from attrs import evolve

from ..planner import Call, Conversation, FunctionSpec, Passage, Utterance
from ..search.chunking import count
from ..store.database import Record


def conversation(run: Record, messages: Sequence[Record], steps: Sequence[Record]) -> Conversation:
    """Put together what the model may look at."""
    tools: list[Record] = run["tools"]
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


def size(talk: Conversation) -> int:
    """Return how many tokens a conversation is, roughly."""
    texts = [talk.instructions or "", *(message.text for message in talk.messages)]
    texts += [f"{call.arguments} {call.output}" for call in talk.calls]
    texts += [f"{one.name} {one.description} {one.parameters}" for one in talk.functions]
    texts += [passage.text for passage in talk.passages]
    return sum(count(text) for text in texts)


def fitted(talk: Conversation, limit: int | None) -> Conversation | None:
    """Leave out the oldest messages until the rest fits; None if the last alone does not."""
    while limit is not None and size(talk) > limit:
        if len(talk.messages) < 2:
            return None
        talk = evolve(talk, messages=talk.messages[1:])
    return talk


def _utterances(run: Record, messages: Sequence[Record]) -> tuple[Utterance, ...]:
    strategy: Record = run["truncation_strategy"] or {}
    if strategy.get("type") == "last_messages" and strategy.get("last_messages"):
        messages = messages[-int(strategy["last_messages"]) :]
    return tuple(Utterance(row["role"], text_of(row)) for row in messages)


def text_of(message: Record) -> str:
    """Return the text parts of a message."""
    parts: list[Record] = message["content"]
    return "\n".join(part["text"]["value"] for part in parts if part["type"] == "text")


def _function(tool: Record) -> FunctionSpec:
    function: Record = tool["function"]
    return FunctionSpec(
        function["name"], function.get("description") or "", function.get("parameters") or {}
    )


def _choice(choice: Any) -> str:
    if choice is None:
        return "auto"
    if isinstance(choice, str):
        return choice
    named: Record = choice
    return str(named["function"]["name"] if named["type"] == "function" else named["type"])


def _tool_calls(step: Record) -> list[Record]:
    """Return the calls of a step that is done."""
    if step["type"] != "tool_calls" or step["status"] != "completed":
        return []
    calls: list[Record] = step["step_details"]["tool_calls"]
    return calls


def _calls(step: Record) -> list[Call]:
    notes: Record = step["notes"] or {}
    result: list[Call] = []
    for call in _tool_calls(step):
        if call["type"] == "function":
            made: Record = call["function"]
            arguments = json.loads(made["arguments"])
            result.append(Call("function", made["name"], arguments, made["output"] or ""))
        elif call["type"] == "code_interpreter":
            code: Record = call["code_interpreter"]
            logs = "\n".join(one["logs"] for one in code["outputs"])
            source = {"input": code["input"]}
            result.append(Call("code", "code_interpreter", source, logs, notes.get("error")))
        else:
            result.append(Call("search", "file_search", {"query": notes.get("query", "")}))
    return result


def _passages(step: Record) -> list[Passage]:
    return [
        Passage(found["file_id"], found["file_name"], piece["text"], found["score"])
        for call in _tool_calls(step)
        if call["type"] == "file_search"
        for found in call["file_search"]["results"]
        for piece in found["content"]
    ]
