"""A conversation as the body of a chat completions request."""

from collections.abc import Iterator, Mapping

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
    """Return the body of a request for the next turn, streamed.

    Args:
        images: the data URLs of the image files, by id.
    """
    body: JsonObject = {
        "model": config.model or conversation.model,
        "messages": list(_messages(conversation, offered, images)),
        "stream": True,
        "stream_options": {"include_usage": True},
    }
    for name in ("temperature", "top_p", "response_format", "reasoning_effort"):
        if (value := getattr(conversation, name)) is not None:
            body[name] = value
    if offered.functions:
        body.update(_tools(conversation, offered))
    if (limit := completion_limit(conversation, config)) is not None:
        # OpenAI's reasoning models refuse the old name; most other servers know no other.
        body["max_completion_tokens" if config.is_hosted else "max_tokens"] = limit
    return {**body, **config.extra_body}


def _messages(
    conversation: Conversation, offered: OfferedTools, images: Mapping[str, str]
) -> Iterator[JsonObject]:
    if conversation.instructions:
        yield {"role": "system", "content": conversation.instructions}
    for message in conversation.messages:
        yield {"role": message.role, "content": _content(message, images)}
    for turn in conversation.turns:
        yield from _turn(turn, offered)


def _content(message: Message, images: Mapping[str, str]) -> str | list[JsonObject]:
    """Return text alone as a string, which is all that many servers take."""
    if message.role != "user" or not any(isinstance(one, ImagePart) for one in message.content):
        return message.text
    return [_part(one, images) for one in message.content]


def _part(part: TextPart | ImagePart, images: Mapping[str, str]) -> JsonObject:
    if isinstance(part, TextPart):
        return {"type": "text", "text": part.text}
    image: JsonObject = {"url": images[part.file_id] if part.file_id else part.url}
    if part.detail:
        image["detail"] = part.detail
    return {"type": "image_url", "image_url": image}


def _turn(turn: EarlierTurn, offered: OfferedTools) -> Iterator[JsonObject]:
    said: JsonObject = {"role": "assistant", "content": turn.text or None}
    if turn.tool_calls:
        said["tool_calls"] = [
            {
                "id": call.id,
                "type": "function",
                "function": {
                    "name": offered.name(call.kind, call.name),
                    "arguments": call.arguments,
                },
            }
            for call in turn.tool_calls
        ]
    yield said
    for call in turn.tool_calls:
        yield {"role": "tool", "tool_call_id": call.id, "content": result_text(call)}


def _tools(conversation: Conversation, offered: OfferedTools) -> JsonObject:
    tools: JsonObject = {"tools": [_tool(one) for one in offered.functions]}
    choice = conversation.tool_choice
    if isinstance(choice, NamedTool):
        function = {"name": offered.name(choice.kind, choice.name)}
        tools["tool_choice"] = {"type": "function", "function": function}
    elif choice != "auto":
        tools["tool_choice"] = choice
    if not conversation.parallel_tool_calls:
        tools["parallel_tool_calls"] = False
    return tools


def _tool(spec: FunctionSpec) -> JsonObject:
    function: JsonObject = {
        "name": spec.name,
        "parameters": spec.parameters or {"type": "object", "properties": {}},
    }
    if spec.description:
        function["description"] = spec.description
    if spec.strict:
        function["strict"] = True
    return {"type": "function", "function": function}
