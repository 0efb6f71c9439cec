"""The tool calls of steps, as objects of a step and as the deltas of a stream."""

import json
from collections.abc import Sequence

from ..interpreter.monty import Outcome
from ..json_types import JsonObject
from ..models.builtin import FunctionCall
from ..search.find import Found
from ..storage.ids import Ids
from .lifecycle import STEP_DELTA


def details(calls: Sequence[JsonObject]) -> JsonObject:
    """Return the details of a step that uses tools."""
    return {"type": "tool_calls", "tool_calls": list(calls)}


def function_call(ids: Ids, call: FunctionCall) -> JsonObject:
    """Return a call of one of the caller's functions, without its output."""
    arguments = json.dumps(dict(call.arguments), ensure_ascii=False)
    function = {"name": call.name, "arguments": arguments, "output": None}
    return {"id": ids.new("call"), "type": "function", "function": function}


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


def code_call(ids: Ids, source: str) -> JsonObject:
    """Return a program that is about to run."""
    code: JsonObject = {"input": source, "outputs": []}
    return {"id": ids.new("call"), "type": "code_interpreter", "code_interpreter": code}


def code_done(call: JsonObject, outcome: Outcome) -> JsonObject:
    """Return the program with what it showed."""
    outputs = [{"type": "logs", "logs": outcome.text}] if outcome.text else []
    code = {"input": call["code_interpreter"]["input"], "outputs": outputs}
    return {**call, "code_interpreter": code}


def search_call(ids: Ids, ranking: JsonObject) -> JsonObject:
    """Return a search that is about to start."""
    search: JsonObject = {"ranking_options": ranking, "results": []}
    return {"id": ids.new("call"), "type": "file_search", "file_search": search}


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


def deltas(step_id: str, calls: Sequence[JsonObject]) -> list[JsonObject]:
    """Return the deltas of new calls: first what they are, then what is in them."""
    parts: list[JsonObject] = []
    for index, call in enumerate(calls):
        start = {"index": index, "id": call["id"], "type": call["type"]}
        if call["type"] == "function":
            function: JsonObject = call["function"]
            empty = {"name": function["name"], "arguments": "", "output": None}
            parts.append({**start, "function": empty})
            parts.append(_more(index, "function", {"arguments": function["arguments"]}))
        elif call["type"] == "code_interpreter":
            parts.append({**start, "code_interpreter": {"input": "", "outputs": []}})
            source = {"input": call["code_interpreter"]["input"]}
            parts.append(_more(index, "code_interpreter", source))
        else:
            parts.append({**start, "file_search": call["file_search"]})
    return [_delta(step_id, part) for part in parts]


def output_deltas(step_id: str, call: JsonObject) -> list[JsonObject]:
    """Return the deltas of the outputs of a program."""
    outputs = [
        {"index": index, **output}
        for index, output in enumerate(call["code_interpreter"]["outputs"])
    ]
    return [_delta(step_id, _more(0, "code_interpreter", {"outputs": outputs}))]


def _more(index: int, kind: str, more: JsonObject) -> JsonObject:
    return {"index": index, "type": kind, kind: more}


def _delta(step_id: str, call: JsonObject) -> JsonObject:
    return {
        "id": step_id,
        "object": STEP_DELTA,
        "delta": {"step_details": {"type": "tool_calls", "tool_calls": [call]}},
    }
