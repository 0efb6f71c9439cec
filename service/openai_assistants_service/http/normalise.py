"""Turn what a checked request says, in either API version's words, into what is stored."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from ..errors import bad_request
from ..json_types import JsonObject
from ..runs.lifecycle import MessageStatus
from ..storage.messages import NewMessage
from ..storage.vector_store_files import Addition
from .providers import ApiVersion

_MOST_TOKENS = 2**53 - 1
_RANKING: JsonObject = {"ranker": "default_2024_08_21", "score_threshold": 0.0}
_EVERY_TOOL: list[JsonObject] = [{"type": "file_search"}, {"type": "code_interpreter"}]


def tools(asked: Sequence[JsonObject] | None) -> list[JsonObject]:
    """Return tools as v2 has them, with the settings that were left out."""
    return [_tool(tool) for tool in asked or ()]


def _tool(tool: JsonObject) -> JsonObject:
    if tool["type"] in ("retrieval", "file_search"):
        settings: JsonObject = tool.get("file_search") or {}
        ranking: JsonObject = {**_RANKING, **(settings.get("ranking_options") or {})}
        return {"type": "file_search", "file_search": {**settings, "ranking_options": ranking}}
    if tool["type"] == "function":
        strict = bool(tool["function"].get("strict"))
        return {**tool, "function": {**tool["function"], "strict": strict}}
    return tool


def tool_choice(choice: Any) -> Any:
    """Return a tool choice as v2 has it; one that is a function must say which."""
    if not isinstance(choice, dict):
        return choice
    kind: str = cast("JsonObject", choice)["type"]
    if kind != "function":
        return {"type": "file_search" if kind == "retrieval" else kind}
    if "function" not in choice:
        name = "tool_choice.function"
        raise bad_request(
            f"Missing required parameter: '{name}'.", name, "missing_required_parameter"
        )
    return cast("JsonObject", choice)


def _token_limit(body: Mapping[str, Any], name: str) -> int | None:
    """Return a limit of tokens; the description knows no largest, but a database does."""
    limit = body.get(name)
    if limit is None:
        return None
    if limit > _MOST_TOKENS:
        raise bad_request(
            f"Invalid '{name}': integer above maximum value. "
            f"Expected a value <= {_MOST_TOKENS}, but got {limit} instead.",
            name,
            "integer_above_max_value",
        )
    return int(limit)


def metadata(asked: Mapping[str, Any] | None) -> JsonObject:
    """Return metadata as it is stored: text by key (v1 takes other values and writes them out)."""
    return {
        key: value if isinstance(value, str) else str(value) for key, value in (asked or {}).items()
    }


def _content(asked: str | Sequence[JsonObject]) -> list[JsonObject]:
    """Return the content of a message, in parts."""
    if isinstance(asked, str):
        return [_text(asked)]
    return [_part(part) for part in asked]


def _part(part: JsonObject) -> JsonObject:
    if part["type"] == "text":
        return _text(part["text"])
    inner: JsonObject = part[part["type"]]
    return {"type": part["type"], part["type"]: {**inner, "detail": inner.get("detail") or "auto"}}


def _text(value: str) -> JsonObject:
    return {"type": "text", "text": {"value": value, "annotations": []}}


def message(body: Mapping[str, Any]) -> NewMessage:
    """Return the columns of a message, and the files that are attached to it."""
    values = {
        "role": body["role"],
        "status": MessageStatus.COMPLETED,
        "content": _content(body["content"]),
        "metadata": metadata(body.get("metadata")),
        "data_attachments": data_attachments(body),
    }
    return values, attachments(body)


def attachments(body: Mapping[str, Any]) -> list[JsonObject]:
    """Return the files of a message; a v1 file is there for every tool that reads files."""
    linked = [
        {"file_id": file_id, "tools": _EVERY_TOOL}
        for file_id in dict.fromkeys(body.get("file_ids") or ())
    ]
    attached: list[JsonObject] = [
        {"file_id": one["file_id"], "tools": one.get("tools") or []}
        for one in body.get("attachments") or ()
        if one.get("file_id")
    ]
    return linked + attached


def data_attachments(body: Mapping[str, Any]) -> list[JsonObject]:
    """Return the attachments of a message that are stored outside of this service."""
    return [
        {"data_source": one["data_source"], "tools": one.get("tools") or []}
        for one in body.get("attachments") or ()
        if "data_source" in one
    ]


def run(body: Mapping[str, Any]) -> JsonObject:
    """Return what a request says of a run; a message to add comes with its attachments."""
    added = body.get("additional_messages") or ()
    return {
        **body,
        "additional_messages": [message(one) for one in added],
        "tools": None if body.get("tools") is None else tools(body["tools"]),
        "tool_choice": tool_choice(body.get("tool_choice")),
        "metadata": metadata(body.get("metadata")),
        "max_prompt_tokens": _token_limit(body, "max_prompt_tokens"),
        "max_completion_tokens": _token_limit(body, "max_completion_tokens"),
    }


_COPIED = (
    "name",
    "description",
    "model",
    "instructions",
    "temperature",
    "top_p",
    "response_format",
    "reasoning_effort",
)


def assistant(body: Mapping[str, Any]) -> JsonObject:
    """Return the columns of an assistant that a request names."""
    values: JsonObject = {name: body[name] for name in _COPIED if name in body}
    if "tools" in body:
        values["tools"] = tools(body["tools"])
    if "metadata" in body:
        values["metadata"] = metadata(body["metadata"])
    return values


def file_ids(body: Mapping[str, Any], api_version: ApiVersion) -> list[str] | None:
    """Return the v1 file ids of a request for an assistant; None if it does not speak of them."""
    if api_version is not ApiVersion.V1 or "file_ids" not in body:
        return None
    return list(dict.fromkeys(body["file_ids"] or ()))


def vector_store(body: Mapping[str, Any]) -> JsonObject:
    """Return the columns of a vector store that a request names."""
    values: JsonObject = {name: body[name] for name in ("name", "description") if name in body}
    if "metadata" in body:
        values["metadata"] = metadata(body["metadata"])
    if "expires_after" in body:
        values["expires_after"] = body["expires_after"]
    return values


def additions(body: Mapping[str, Any]) -> list[Addition]:
    """Return the files of a batch, with the settings of each."""
    if body.get("files"):
        return [addition(one["file_id"], one) for one in body["files"]]
    return [addition(file_id, body) for file_id in body["file_ids"]]


def addition(file_id: str, settings: Mapping[str, Any]) -> Addition:
    """Return a file that is to go into a vector store."""
    return Addition(file_id, settings.get("chunking_strategy"), settings.get("attributes"))
