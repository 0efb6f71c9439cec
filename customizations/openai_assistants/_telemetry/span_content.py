"""Instructions and messages as attributes of a span, where a client asks for them. No I/O."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, cast

from openai_assistants_core import Request, dumps

from .span_attributes import Attributes, field


def input_attributes(request: Request) -> Attributes:
    """The instructions and messages of a request, as JSON."""
    if request.operation.media != "application/json":
        return {}
    body = json.loads(dumps(request.body or {}))
    instructions = [body.get(name) for name in ("instructions", "additional_instructions")]
    messages = [
        *_objects(body.get("messages")),
        *_objects(field(body.get("thread"), "messages")),
        *_objects(body.get("additional_messages")),
        *([body] if request.operation.id == "create_message" else []),
    ]
    content = {
        "gen_ai.system_instructions": [
            {"type": "text", "content": text} for text in instructions if isinstance(text, str)
        ],
        "gen_ai.input.messages": [
            *(_message(message) for message in messages),
            *(_tool_message(output) for output in _objects(body.get("tool_outputs"))),
        ],
    }
    return {name: _json(value) for name, value in content.items() if value}


def output_attributes(result: object) -> Attributes:
    """The messages of an assistant that a call returned, as JSON."""
    many = [result] if field(result, "object") == "thread.message" else field(result, "data")
    found = [
        _message(_as_json(item))
        for item in _list(many)
        if field(item, "object") == "thread.message" and field(item, "role") == "assistant"
    ]
    return {"gen_ai.output.messages": _json(found)} if found else {}


def _as_json(item: Any) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", item if isinstance(item, dict) else item.to_dict())


def _list(value: Any) -> Sequence[Any]:
    return cast("Sequence[Any]", value) if isinstance(value, list) else ()


def _objects(value: object) -> list[Mapping[str, Any]]:
    return [item for item in _list(value) if isinstance(item, Mapping)]


def _message(message: Mapping[str, Any]) -> dict[str, Any]:
    content = message.get("content")
    if isinstance(content, str):
        parts = [{"type": "text", "content": content}]
    else:
        parts = [_part(part) for part in _objects(content)]
    return {"role": message.get("role"), "parts": parts}


def _tool_message(output: Mapping[str, Any]) -> dict[str, Any]:
    part = {
        "type": "tool_call_response",
        "id": output.get("tool_call_id"),
        "response": output.get("output"),
    }
    return {"role": "tool", "parts": [part]}


def _part(part: Mapping[str, Any]) -> dict[str, Any]:
    kind, content = part.get("type"), part.get("text")
    if kind == "text":
        return {"type": "text", "content": field(content, "value") or content}
    image = part.get("image_file") or part.get("image_url")
    if isinstance(image, Mapping):
        where = cast("Mapping[str, Any]", image)
        if "file_id" in where:
            return {"type": "file", "modality": "image", "file_id": where["file_id"]}
        return {"type": "uri", "modality": "image", "uri": where.get("url")}
    return dict(part)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
