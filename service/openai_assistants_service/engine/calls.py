"""The tool calls of steps, as they are asked for and as they are told bit by bit."""

import json
from collections.abc import Sequence

from ..ids import Ids
from ..planner import FunctionCall
from ..sandbox import Outcome
from ..search.find import Found
from ..store.database import Record


def details(calls: Sequence[Record]) -> Record:
    """Return the details of a step that uses tools."""
    return {"type": "tool_calls", "tool_calls": list(calls)}


def function_call(ids: Ids, call: FunctionCall) -> Record:
    """Return a call of one of the caller's functions, without its output."""
    arguments = json.dumps(dict(call.arguments), ensure_ascii=False)
    function = {"name": call.name, "arguments": arguments, "output": None}
    return {"id": ids.new("call"), "type": "function", "function": function}


def required_action(calls: Sequence[Record]) -> Record:
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


def code_call(ids: Ids, source: str) -> Record:
    """Return a program that is about to run."""
    code: Record = {"input": source, "outputs": []}
    return {"id": ids.new("call"), "type": "code_interpreter", "code_interpreter": code}


def code_done(call: Record, outcome: Outcome) -> Record:
    """Return the program with what it showed."""
    outputs = [{"type": "logs", "logs": outcome.text}] if outcome.text else []
    code = {"input": call["code_interpreter"]["input"], "outputs": outputs}
    return {**call, "code_interpreter": code}


def search_call(ids: Ids, ranking: Record) -> Record:
    """Return a search that is about to start."""
    search: Record = {"ranking_options": ranking, "results": []}
    return {"id": ids.new("call"), "type": "file_search", "file_search": search}


def search_done(call: Record, found: Sequence[Found]) -> Record:
    """Return the search with what it found."""
    results: list[Record] = [
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


def deltas(step_id: str, calls: Sequence[Record]) -> list[Record]:
    """Return the bits in which new calls are told: first what they are, then what is in them."""
    bits: list[Record] = []
    for index, call in enumerate(calls):
        start = {"index": index, "id": call["id"], "type": call["type"]}
        if call["type"] == "function":
            function: Record = call["function"]
            empty = {"name": function["name"], "arguments": "", "output": None}
            bits.append({**start, "function": empty})
            bits.append(_more(index, "function", {"arguments": function["arguments"]}))
        elif call["type"] == "code_interpreter":
            bits.append({**start, "code_interpreter": {"input": "", "outputs": []}})
            source = {"input": call["code_interpreter"]["input"]}
            bits.append(_more(index, "code_interpreter", source))
        else:
            bits.append({**start, "file_search": call["file_search"]})
    return [_delta(step_id, bit) for bit in bits]


def output_deltas(step_id: str, call: Record) -> list[Record]:
    """Return the bits in which the outputs of a program are told."""
    outputs = [
        {"index": index, **output}
        for index, output in enumerate(call["code_interpreter"]["outputs"])
    ]
    return [_delta(step_id, _more(0, "code_interpreter", {"outputs": outputs}))]


def _more(index: int, kind: str, more: Record) -> Record:
    return {"index": index, "type": kind, kind: more}


def _delta(step_id: str, bit: Record) -> Record:
    return {
        "id": step_id,
        "object": "thread.run.step.delta",
        "delta": {"step_details": {"type": "tool_calls", "tool_calls": [bit]}},
    }
