"""The deltas of tool calls, as the stream of a run has them."""

from collections.abc import Sequence

from ..json_types import JsonObject
from .lifecycle import STEP_DELTA


def first_delta(index: int, call: JsonObject) -> JsonObject:
    """Return what begins a call: what it is, and nothing in it yet."""
    content: JsonObject = call[call["type"]]
    if call["type"] == "function":
        content = {**content, "arguments": ""}
    elif call["type"] == "code_interpreter":
        content = {"input": "", "outputs": []}
    return {"index": index, "id": call["id"], "type": call["type"], call["type"]: content}


def arguments_delta(index: int, arguments: str) -> JsonObject:
    """Return the next piece of the arguments of a function."""
    return {"index": index, "type": "function", "function": {"arguments": arguments}}


def call_deltas(index: int, call: JsonObject) -> list[JsonObject]:
    """Return the deltas of a call of an engine's tool."""
    deltas = [first_delta(index, call)]
    if call["type"] == "code_interpreter":
        deltas.append(_code_delta(index, {"input": call["code_interpreter"]["input"]}))
    return deltas


def output_deltas(index: int, call: JsonObject) -> list[JsonObject]:
    """Return the deltas of what came of a call; only programs have any on the wire."""
    if call["type"] != "code_interpreter":
        return []
    outputs = [{"index": n, **one} for n, one in enumerate(call["code_interpreter"]["outputs"])]
    return [_code_delta(index, {"outputs": outputs})]


def of_step(step_id: str, deltas: Sequence[JsonObject]) -> list[JsonObject]:
    """Return deltas of calls as deltas of their step."""
    return [
        {
            "id": step_id,
            "object": STEP_DELTA,
            "delta": {"step_details": {"type": "tool_calls", "tool_calls": [one]}},
        }
        for one in deltas
    ]


def _code_delta(index: int, content: JsonObject) -> JsonObject:
    return {"index": index, "type": "code_interpreter", "code_interpreter": content}
