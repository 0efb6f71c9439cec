"""The attributes of a span, by the semantic conventions of OpenTelemetry. No I/O."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

from openai_assistants_core import RawResponse, Request

if TYPE_CHECKING:
    from ..endpoints import Endpoint

Attributes = dict[str, Any]

OPERATION_NAMES = {
    "create_assistant": "create_agent",
    "create_run": "invoke_agent",
    "create_thread_and_run": "invoke_agent",
    "search_vector_store": "retrieval",
}
"""Operations that the conventions have a name for; the others keep their own."""

_FROM_BODY = {
    "model": "gen_ai.request.model",
    "temperature": "gen_ai.request.temperature",
    "top_p": "gen_ai.request.top_p",
    "max_completion_tokens": "gen_ai.request.max_tokens",
    "assistant_id": "gen_ai.agent.id",
}
_DOUBLES = {"gen_ai.request.temperature", "gen_ai.request.top_p"}
_FROM_ASSISTANT = {"name": "gen_ai.agent.name", "description": "gen_ai.agent.description"}
_FROM_PATH = {"thread_id": "gen_ai.conversation.id", "assistant_id": "gen_ai.agent.id"}
_FROM_RESULT = {
    "assistant": {"id": "gen_ai.agent.id"},
    "thread": {"id": "gen_ai.conversation.id"},
    "thread.run": {
        "id": "gen_ai.response.id",
        "model": "gen_ai.response.model",
        "thread_id": "gen_ai.conversation.id",
        "assistant_id": "gen_ai.agent.id",
    },
}


def request_attributes(endpoint: "Endpoint", request: Request) -> tuple[str, Attributes]:
    """The name of a span, and its attributes that are known before the call is made."""
    operation, body = request.operation, request.body or {}
    name = OPERATION_NAMES.get(operation.id, operation.id)
    host, port, path = server_of(endpoint.base_url)
    attributes: Attributes = {
        "gen_ai.operation.name": name,
        "gen_ai.provider.name": endpoint.traced_as,
        "http.request.method": operation.method,
        "server.address": host,
        "server.port": port,
        "url.template": path + operation.path,
    }
    if endpoint.traced_as.startswith("azure."):
        attributes["azure.resource_provider.namespace"] = "Microsoft.CognitiveServices"
    for param, value in zip(operation.path_params, request.path, strict=True):
        if param in _FROM_PATH:
            attributes[_FROM_PATH[param]] = value
    attributes |= _texts_and_numbers(body, _FROM_BODY)
    for double in _DOUBLES & attributes.keys():
        if isinstance(attributes[double], int):
            attributes[double] = float(attributes[double])
    if operation.id == "create_assistant":
        attributes |= _texts_and_numbers(body, _FROM_ASSISTANT)
    if operation.id == "search_vector_store":
        attributes["gen_ai.data_source.id"] = request.path[0]
    target = attributes.get("gen_ai.agent.name") or attributes.get("gen_ai.data_source.id")
    return f"{name} {target}" if target else name, attributes


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


def result_attributes(result: object) -> tuple[object, Attributes]:
    """The object that a call returned, and its attributes."""
    if isinstance(result, RawResponse):
        try:
            result = cast("Any", result).json()
        except ValueError:
            return None, {}
    kind = field(result, "object")
    names = _FROM_RESULT.get(kind, {}) if isinstance(kind, str) else {}
    return result, _texts_and_numbers(result, names)
