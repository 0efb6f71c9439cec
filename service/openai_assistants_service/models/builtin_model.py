"""The built-in model behind the protocol of a model: `plan` is asked in a thread."""

import asyncio
import json
from collections.abc import AsyncGenerator, Iterator

from .base import Delta, Finish, TextDelta, ToolCallDelta
from .builtin import plan, types
from .conversation import Conversation, NamedTool, ToolCall, ToolKind
from .response_format import format_answer


class BuiltinModel:
    """Answers from what `plan` decides; it counts no tokens."""

    async def stream(self, conversation: Conversation) -> AsyncGenerator[Delta]:
        """Yield the next turn: an answer line by line, or calls, each its name first."""
        turn = await asyncio.to_thread(plan, to_builtin(conversation))
        for delta in deltas(turn, conversation):
            yield delta


def to_builtin(conversation: Conversation) -> types.Conversation:
    """Return what `plan` may look at."""
    choice = conversation.tool_choice
    return types.Conversation(
        instructions=conversation.instructions,
        messages=tuple(types.Utterance(one.role, one.text) for one in conversation.messages),
        functions=tuple(
            types.FunctionSpec(one.name, one.description, one.parameters)
            for one in conversation.functions
        ),
        code_interpreter=conversation.code_interpreter is not None,
        file_search=conversation.file_search is not None,
        calls=tuple(_call(one) for one in conversation.tool_calls),
        tool_choice=choice.name if isinstance(choice, NamedTool) else choice,
        parallel=conversation.parallel_tool_calls,
        passages=tuple(
            types.Passage(one.file_id, one.filename, one.text, one.score)
            for one in conversation.passages
        ),
    )


def _call(call: ToolCall) -> types.Call:
    arguments = json.loads(call.arguments)
    if call.kind == "function":
        return types.Call("function", call.name, arguments, call.output)
    if call.kind == "code_interpreter":
        return types.Call("code", call.name, arguments, call.output, call.error)
    return types.Call("search", call.name, arguments)


def deltas(turn: types.Turn, conversation: Conversation) -> Iterator[Delta]:
    """Yield a decided turn in pieces."""
    if isinstance(turn, types.Answer):
        yield from map(TextDelta, _pieces(turn, conversation))
        yield Finish("stop")
        return
    if isinstance(turn, types.CallFunctions):
        for index, call in enumerate(turn.calls):
            yield from _call_deltas(index, "function", call.name, dict(call.arguments))
    elif isinstance(turn, types.RunCode):
        yield from _call_deltas(0, "code_interpreter", "code_interpreter", {"input": turn.source})
    else:
        yield from _call_deltas(0, "file_search", "file_search", {"query": turn.query})
    yield Finish("tool_calls")


def _call_deltas(index: int, kind: ToolKind, name: str, arguments: object) -> Iterator[Delta]:
    yield ToolCallDelta(index, kind=kind, name=name)
    yield ToolCallDelta(index, json.dumps(arguments, ensure_ascii=False))


def _pieces(answer: types.Answer, conversation: Conversation) -> Iterator[str]:
    if conversation.response_format is not None:
        yield format_answer(answer.text, conversation.response_format)
        return
    passages = conversation.passages
    for segment in answer.segments:
        yield from segment.text.splitlines(keepends=True)
        if segment.citation is not None:
            yield passages[segment.citation].marker
