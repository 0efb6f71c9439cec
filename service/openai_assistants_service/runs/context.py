"""The context of the model: the stored thread, run and steps as a Conversation."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from attrs import evolve

from ..json_types import JsonObject
from ..models.conversation import (
    Conversation,
    EarlierTurn,
    FileSearchOptions,
    FunctionSpec,
    ImagePart,
    Message,
    NamedTool,
    TextPart,
    ToolCall,
)
from ..search.chunking import count
from ..storage.database import Row
from .lifecycle import StepStatus
from .tool_calls import read_calls

_Choice = Literal["auto", "none", "required"] | NamedTool


def build_conversation(
    run: Row, thread: Sequence[Row], steps: Sequence[Row], max_completion_tokens: int | None
) -> Conversation:
    """Build what the model is given.

    Args:
        thread: all messages of the thread, oldest first.
        steps: those of the run, oldest first.
        max_completion_tokens: what is left for the run.
    """
    before = [row for row in thread if row["run_id"] != run["id"]]
    own = {row["id"]: row for row in thread if row["run_id"] == run["id"]}
    tools: list[JsonObject] = run["tools"]
    return Conversation(
        model=run["model"],
        instructions=run["instructions"],
        messages=tuple(_message(row) for row in _truncated(run, before)),
        turns=_turns(steps, own, len(before)),
        functions=tuple(_function(one) for one in tools if one["type"] == "function"),
        file_search=_file_search(tools),
        code_interpreter=any(one["type"] == "code_interpreter" for one in tools),
        tool_choice=_tool_choice(run["tool_choice"]),
        parallel_tool_calls=run["parallel_tool_calls"],
        response_format=_response_format(run["response_format"]),
        temperature=run["temperature"],
        top_p=run["top_p"],
        reasoning_effort=run["reasoning_effort"],
        max_completion_tokens=max_completion_tokens,
    )


def count_tokens(conversation: Conversation) -> int:
    """Return how many tokens a conversation is, roughly."""
    texts = [conversation.instructions or "", *(message.text for message in conversation.messages)]
    texts += [turn.text for turn in conversation.turns]
    texts += [f"{call.arguments} {call.output}" for call in conversation.tool_calls]
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


def _truncated(run: Row, messages: Sequence[Row]) -> Sequence[Row]:
    strategy: JsonObject = run["truncation_strategy"] or {}
    if strategy.get("type") == "last_messages" and strategy.get("last_messages"):
        return messages[-int(strategy["last_messages"]) :]
    return messages


def _message(row: Row) -> Message:
    parts: list[TextPart | ImagePart] = []
    for part in row["content"]:
        if part["type"] == "text":
            parts.append(TextPart(part["text"]["value"]))
        elif part["type"] == "image_file":
            image = part["image_file"]
            parts.append(ImagePart(file_id=image["file_id"], detail=image.get("detail")))
        elif part["type"] == "image_url":
            image = part["image_url"]
            parts.append(ImagePart(url=image["url"], detail=image.get("detail")))
    return Message(row["role"], tuple(parts))


def _turns(
    steps: Sequence[Row], messages: Mapping[str, Row], place: int
) -> tuple[EarlierTurn, ...]:
    """Return the turns of a run: a message goes with the calls that follow it."""
    turns: list[EarlierTurn] = []
    calls: list[ToolCall] = []
    text = ""
    for step in steps:
        if step["status"] != StepStatus.COMPLETED:
            continue
        if step["type"] == "tool_calls":
            made = read_calls(step, place + len(calls))
            turns.append(EarlierTurn(text, made))
            calls += made
            text = ""
        elif written := messages.get(step["step_details"]["message_creation"]["message_id"]):
            text += _message(written).text
    if text:
        turns.append(EarlierTurn(text))
    return tuple(turns)


def _function(tool: JsonObject) -> FunctionSpec:
    function: JsonObject = tool["function"]
    return FunctionSpec(
        function["name"],
        function.get("description") or "",
        function.get("parameters") or {},
        function.get("strict"),
    )


def _file_search(tools: Sequence[JsonObject]) -> FileSearchOptions | None:
    for tool in tools:
        if tool["type"] == "file_search":
            options: JsonObject = tool["file_search"]
            limit = options.get("max_num_results")
            return FileSearchOptions(
                None if limit is None else int(limit), options["ranking_options"]["score_threshold"]
            )
    return None


def _tool_choice(choice: Any) -> _Choice:
    if choice is None:
        return "auto"
    if isinstance(choice, str):
        return "none" if choice == "none" else "required" if choice == "required" else "auto"
    kind = choice["type"]
    return NamedTool(kind, choice["function"]["name"] if kind == "function" else kind)


def _response_format(asked: Any) -> JsonObject | None:
    if asked is None or isinstance(asked, str) or asked["type"] == "text":
        return None
    response_format: JsonObject = asked
    return response_format
