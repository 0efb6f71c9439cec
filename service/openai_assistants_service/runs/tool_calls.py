"""The tool calls of steps: as they are stored, and as the model is told of them."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve

from ..interpreter.base import Outcome
from ..json_types import JsonObject
from ..models.conversation import MadeFile, Passage, ToolCall, ToolKind
from ..search.find import Found
from ..storage.database import Row
from .citations import marker


def details(calls: Sequence[JsonObject]) -> JsonObject:
    """Return the details of a step that uses tools."""
    return {"type": "tool_calls", "tool_calls": list(calls)}


def function_call(id: str, name: str) -> JsonObject:
    """Return a call of one of the caller's functions, without its arguments and its output."""
    return {
        "id": id,
        "type": "function",
        "function": {"name": name, "arguments": "", "output": None},
    }


def code_call(id: str, source: str) -> JsonObject:
    """Return a program that is about to run."""
    code: JsonObject = {"input": source, "outputs": []}
    return {"id": id, "type": "code_interpreter", "code_interpreter": code}


def search_call(id: str, ranking_options: JsonObject) -> JsonObject:
    """Return a search that is about to start."""
    search: JsonObject = {"ranking_options": ranking_options, "results": []}
    return {"id": id, "type": "file_search", "file_search": search}


def code_done(call: JsonObject, outcome: Outcome, files: Sequence[MadeFile] = ()) -> JsonObject:
    """Return the program with what it showed."""
    outputs: list[JsonObject] = []
    if outcome.text:
        outputs.append({"type": "logs", "logs": outcome.text})
    outputs += [{"type": "image", "image": {"file_id": one.file_id}} for one in files if one.image]
    code = {"input": call["code_interpreter"]["input"], "outputs": outputs}
    return {**call, "code_interpreter": code}


def search_done(call: JsonObject, found: Sequence[Found]) -> JsonObject:
    """Return the search with what it found."""
    results: list[JsonObject] = [
        {
            "file_id": one.file_id,
            "file_name": one.filename,
            "score": one.score,
            "attributes": one.attributes,
            "content": [{"type": "text", "text": one.text}],
        }
        for one in found
    ]
    return {**call, "file_search": {**call["file_search"], "results": results}}


def required_action(calls: Sequence[JsonObject]) -> JsonObject:
    """Return what a run asks of the caller."""
    asked = [
        {
            "id": call["id"],
            "type": "function",
            "function": {
                "name": call["function"]["name"],
                "arguments": call["function"]["arguments"],
            },
        }
        for call in calls
    ]
    return {"type": "submit_tool_outputs", "submit_tool_outputs": {"tool_calls": asked}}


def argument(arguments: str, name: str) -> str:
    """Return the one argument of an engine's tool; text that is not such JSON stands for itself."""
    try:
        value: Any = json.loads(arguments)[name]
    except (ValueError, LookupError, TypeError):
        return arguments
    return value if isinstance(value, str) else arguments


def read_calls(step: Row, place: int) -> tuple[ToolCall, ...]:
    """Return the calls of a step that is done.

    Args:
        place: how many messages and calls came before; the markers of passages count on.
    """
    notes: JsonObject = step["notes"] or {}
    calls: list[JsonObject] = step["step_details"]["tool_calls"]
    return tuple(_read(call, notes, place + n) for n, call in enumerate(calls, start=1))


def _read(call: JsonObject, notes: Mapping[str, Any], place: int) -> ToolCall:
    kind: ToolKind = call["type"]
    made = ToolCall(call["id"], kind, kind, "")
    if kind == "function":
        function: JsonObject = call["function"]
        return evolve(
            made,
            name=function["name"],
            arguments=function["arguments"],
            output=function["output"] or "",
        )
    if kind == "code_interpreter":
        code: JsonObject = call["code_interpreter"]
        files = tuple(MadeFile(**one) for one in notes.get("files", {}).get(call["id"], ()))
        return evolve(
            made,
            arguments=json.dumps({"input": code["input"]}, ensure_ascii=False),
            output=_shown(code, files),
            error=notes["errors"][call["id"]],
            files=files,
        )
    query = {"query": notes["queries"][call["id"]]}
    arguments = json.dumps(query, ensure_ascii=False)
    return evolve(made, arguments=arguments, passages=_passages(call, place))


def _shown(code: JsonObject, files: Sequence[MadeFile]) -> str:
    """Return what a program showed, and how an answer refers to the files that it wrote."""
    logs = [one["logs"] for one in code["outputs"] if one["type"] == "logs"]
    return "\n".join(logs + [f"Written: {one.link}" for one in files])


def _passages(call: JsonObject, place: int) -> tuple[Passage, ...]:
    pieces = [
        (result, piece["text"])
        for result in call["file_search"]["results"]
        for piece in result["content"]
    ]
    return tuple(
        Passage(
            marker(place, source, result["file_name"]),
            result["file_id"],
            result["file_name"],
            text,
            result["score"],
        )
        for source, (result, text) in enumerate(pieces)
    )
