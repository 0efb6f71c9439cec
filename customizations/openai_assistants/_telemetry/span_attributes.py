"""What a trace tells of a call, in the words of the semantic conventions. No I/O."""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

from openai_assistants_core import RawResponse, Request, dumps

if TYPE_CHECKING:
    from ..endpoints import Endpoint

Attributes = dict[str, Any]

CALLED = {
    "create_assistant": "create_agent",
    "create_run": "invoke_agent",
    "create_thread_and_run": "invoke_agent",
    "search_vector_store": "retrieval",
}
"""Operations that the conventions have a name for; the others go by their own."""

_SETTINGS = {
    "model": "gen_ai.request.model",
    "temperature": "gen_ai.request.temperature",
    "top_p": "gen_ai.request.top_p",
    "max_completion_tokens": "gen_ai.request.max_tokens",
    "assistant_id": "gen_ai.agent.id",
}
_DOUBLES = {"gen_ai.request.temperature", "gen_ai.request.top_p"}
_OF_ASSISTANT = {"name": "gen_ai.agent.name", "description": "gen_ai.agent.description"}
_IN_PATH = {"thread_id": "gen_ai.conversation.id", "assistant_id": "gen_ai.agent.id"}
_BROUGHT = {
    "assistant": {"id": "gen_ai.agent.id"},
    "thread": {"id": "gen_ai.conversation.id"},
    "thread.run": {
        "id": "gen_ai.response.id",
        "model": "gen_ai.response.model",
        "thread_id": "gen_ai.conversation.id",
        "assistant_id": "gen_ai.agent.id",
    },
}


def asked_for(endpoint: "Endpoint", request: Request) -> tuple[str, Attributes]:
    """The name of a span, and what is known of the call before it is made."""
    operation, body = request.operation, request.body or {}
    called = CALLED.get(operation.id, operation.id)
    host, port, path = server_of(endpoint.base_url)
    attributes: Attributes = {
        "gen_ai.operation.name": called,
        "gen_ai.provider.name": endpoint.traced_as,
        "http.request.method": operation.method,
        "server.address": host,
        "server.port": port,
        "url.template": path + operation.path,
    }
    if endpoint.traced_as.startswith("azure."):
        attributes["azure.resource_provider.namespace"] = "Microsoft.CognitiveServices"
    for name, value in zip(operation.path_params, request.path, strict=True):
        if name in _IN_PATH:
            attributes[_IN_PATH[name]] = value
    attributes |= _texts_and_numbers(body, _SETTINGS)
    for name in _DOUBLES & attributes.keys():
        if isinstance(attributes[name], int):
            attributes[name] = float(attributes[name])
    if operation.id == "create_assistant":
        attributes |= _texts_and_numbers(body, _OF_ASSISTANT)
    if operation.id == "search_vector_store":
        attributes["gen_ai.data_source.id"] = request.path[0]
    of = attributes.get("gen_ai.agent.name") or attributes.get("gen_ai.data_source.id")
    return f"{called} {of}" if of else called, attributes


@lru_cache(maxsize=64)
def server_of(url: str) -> tuple[str, int, str]:
    """Host, port and path of a URL."""
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80), parts.path


def _texts_and_numbers(source: object, names: Mapping[str, str]) -> Attributes:
    found = {attribute: field(source, name) for name, attribute in names.items()}
    return {name: value for name, value in found.items() if isinstance(value, str | int | float)}


def field(source: object, name: str) -> Any:
    """A field of a model, or of the JSON of one; None if it has no such field."""
    if isinstance(source, Mapping):
        return cast("Mapping[str, Any]", source).get(name)
    return getattr(source, name, None)


def brought(result: object) -> tuple[object, Attributes]:
    """The object that a call brought, and what it tells."""
    if isinstance(result, RawResponse):
        try:
            result = cast("Any", result).json()
        except ValueError:
            return None, {}
    kind = field(result, "object")
    names = _BROUGHT.get(kind, {}) if isinstance(kind, str) else {}
    return result, _texts_and_numbers(result, names)


def said(request: Request) -> Attributes:
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
    told = {
        "gen_ai.system_instructions": [
            {"type": "text", "content": text} for text in instructions if isinstance(text, str)
        ],
        "gen_ai.input.messages": [
            *(_message(message) for message in messages),
            *(_tool_message(output) for output in _objects(body.get("tool_outputs"))),
        ],
    }
    return {name: _json(value) for name, value in told.items() if value}


def answered(result: object) -> Attributes:
    """The messages of an assistant that a call brought, as JSON."""
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
