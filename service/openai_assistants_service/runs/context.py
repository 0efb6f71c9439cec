"""The context of the model: the stored thread, run and steps as a Conversation."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from ..json_types import JsonObject
from ..models.conversation import (
    CodeOptions,
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
from ..storage.database import Row
from .lifecycle import StepStatus
from .tool_calls import read_calls
from .truncation import newest

_Choice = Literal["auto", "none", "required"] | NamedTool


def build_conversation(
    run: Row,
    thread: Sequence[Row],
    steps: Sequence[Row],
    max_completion_tokens: int | None,
    code_interpreter: CodeOptions | None = None,
) -> Conversation:
    """Build what the model is given.

    Args:
        thread: all messages of the thread, oldest first.
        steps: those of the run, oldest first.
        max_completion_tokens: what is left for the run.
        code_interpreter: what programs of the run can be, if it may have any.
    """
    before = [row for row in thread if row["run_id"] != run["id"]]
    own = {row["id"]: row for row in thread if row["run_id"] == run["id"]}
    tools: list[JsonObject] = run["tools"]
    turns = _turns(steps, own, len(before))
    return Conversation(
        model=run["model"],
        tenant=run["tenant"],
        instructions=run["instructions"],
        messages=tuple(_message(row) for row in newest(run, before)),
        turns=turns,
        functions=tuple(_function(one) for one in tools if one["type"] == "function"),
        file_search=_file_search(tools),
        code_interpreter=code_interpreter,
        tool_choice=_tool_choice(run["tool_choice"], turns),
        parallel_tool_calls=run["parallel_tool_calls"],
        response_format=_response_format(run["response_format"]),
        temperature=run["temperature"],
        top_p=run["top_p"],
        reasoning_effort=run["reasoning_effort"],
        max_completion_tokens=max_completion_tokens,
    )


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


def _tool_choice(choice: Any, turns: Sequence[EarlierTurn]) -> _Choice:
    """Return what may or has to be called next; once a run has called, it may answer."""
    if choice == "none":
        return "none"
    if choice in (None, "auto") or any(turn.tool_calls for turn in turns):
        return "auto"
    if choice == "required":
        return "required"
    kind = choice["type"]
    return NamedTool(kind, choice["function"]["name"] if kind == "function" else kind)


def _response_format(asked: Any) -> JsonObject | None:
    if asked is None or isinstance(asked, str) or asked["type"] == "text":
        return None
    response_format: JsonObject = asked
    return response_format
