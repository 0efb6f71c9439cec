"""A conversation as the body of a Responses request."""

from collections.abc import Iterator, Mapping
from typing import Any

from ...json_types import JsonObject
from ..conversation import (
    Conversation,
    EarlierTurn,
    FunctionSpec,
    ImagePart,
    Message,
    NamedTool,
    TextPart,
)
from ..offered_tools import OfferedTools, result_text
from ..server import ServerConfig
from ..server.budget import completion_limit


def build_request(
    conversation: Conversation,
    config: ServerConfig,
    offered: OfferedTools,
    images: Mapping[str, str],
) -> JsonObject:
    """Return the body of a request for the next turn, streamed, of which the server keeps nothing.

    Args:
        images: the data URLs of the image files, by id.
    """
    body: JsonObject = {
        "model": config.model or conversation.model,
        "input": list(_input(conversation, offered, images)),
        "stream": True,
        "store": False,
    }
    effort = conversation.reasoning_effort
    optional: dict[str, Any] = {
        "instructions": conversation.instructions,
        "temperature": conversation.temperature,
        "top_p": conversation.top_p,
        "reasoning": None if effort is None else {"effort": effort},
        "text": _text(conversation.response_format),
        "max_output_tokens": completion_limit(conversation, config),
    }
    body.update({name: value for name, value in optional.items() if value is not None})
    if offered.functions:
        body.update(_tools(conversation, offered))
    return {**body, **config.extra_body}


def _input(
    conversation: Conversation, offered: OfferedTools, images: Mapping[str, str]
) -> Iterator[JsonObject]:
    for message in conversation.messages:
        if message.role == "user":
            content = [_part(one, images) for one in message.content]
            yield {"type": "message", "role": "user", "content": content}
        else:
            yield _assistant(message)
    for turn in conversation.turns:
        yield from _turn(turn, offered)


def _assistant(message: Message) -> JsonObject:
    content: list[JsonObject] = [{"type": "output_text", "text": message.text, "annotations": []}]
    return {"type": "message", "role": "assistant", "content": content}


def _part(part: TextPart | ImagePart, images: Mapping[str, str]) -> JsonObject:
    if isinstance(part, TextPart):
        return {"type": "input_text", "text": part.text}
    return {
        "type": "input_image",
        "image_url": images[part.file_id] if part.file_id else part.url,
        "detail": part.detail or "auto",
    }


def _turn(turn: EarlierTurn, offered: OfferedTools) -> Iterator[JsonObject]:
    if turn.text:
        yield _assistant(Message("assistant", (TextPart(turn.text),)))
    for call in turn.tool_calls:
        yield {
            "type": "function_call",
            "call_id": call.id,
            "name": offered.name(call.kind, call.name),
            "arguments": call.arguments,
        }
    for call in turn.tool_calls:
        yield {
            "type": "function_call_output",
            "call_id": call.id,
            "output": result_text(call),
        }


def _text(response_format: JsonObject | None) -> JsonObject | None:
    """Return a response format in the form of this API, where a schema lies one level higher."""
    if response_format is None:
        return None
    schema: JsonObject = response_format.get("json_schema") or {}
    return {"format": {"type": response_format["type"], **schema}}


def _tools(conversation: Conversation, offered: OfferedTools) -> JsonObject:
    tools: JsonObject = {"tools": [_tool(one) for one in offered.functions]}
    choice = conversation.tool_choice
    if isinstance(choice, NamedTool):
        name = offered.name(choice.kind, choice.name)
        tools["tool_choice"] = {"type": "function", "name": name}
    elif choice != "auto":
        tools["tool_choice"] = choice
    if not conversation.parallel_tool_calls:
        tools["parallel_tool_calls"] = False
    return tools


def _tool(spec: FunctionSpec) -> JsonObject:
    """Return a function; this API takes it for strict unless it says that it is not."""
    tool: JsonObject = {
        "type": "function",
        "name": spec.name,
        "parameters": spec.parameters or {"type": "object", "properties": {}},
        "strict": bool(spec.strict),
    }
    if spec.description:
        tool["description"] = spec.description
    return tool
