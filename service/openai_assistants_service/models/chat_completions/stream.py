"""The chunks of a streamed chat completion as the deltas of a turn."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from ...json_types import JsonObject, as_object
from ..base import Delta, Finish, FinishReason, TextDelta
from ..call_reader import CallReader
from ..offered_tools import OfferedTools
from ..token_usage import read_usage

_FINISH: Mapping[str, FinishReason] = {
    "length": "length",
    "max_tokens": "length",
    "content_filter": "content_filter",
}
"""The reasons that end a run as incomplete; any other is the natural end of a turn."""

_TEXTS = ("content", "refusal")
_REASONING = ("reasoning_content", "reasoning")


@frozen
class _Begun:
    """A call that was begun, and the id that the server gave it."""

    number: int
    id: str | None


class ChunkReader:
    """Reads one stream.

    Attributes:
        finished: the server has said why the turn ended.
        exceeded: it wrote more than it may, and has to be stopped.
    """

    def __init__(self, offered: OfferedTools, limit: int | None) -> None:
        self.finished = False
        self.exceeded = False
        self._limit = limit
        self._written = 0
        self._calls = CallReader(offered)
        self._begun: dict[Any, _Begun] = {}

    def read(self, event: JsonObject) -> Iterator[Delta]:
        """Yield what a chunk brings.

        Raises:
            ModelError: the arguments of a call turn out to be unusable.
        """
        choices: list[JsonObject] = event.get("choices") or []
        for choice in choices[:1]:
            delta: JsonObject = choice.get("delta") or choice.get("message") or {}
            yield from self._read_delta(delta)
            if self.exceeded:
                yield from self._finish("length")
            elif choice.get("finish_reason") and not self.finished:
                yield from self._finish(choice["finish_reason"])
        if usage := event.get("usage"):
            yield read_usage(usage, "prompt_tokens", "completion_tokens")

    def _read_delta(self, delta: JsonObject) -> Iterator[Delta]:
        texts = [delta[name] for name in _TEXTS if delta.get(name)]
        calls: list[JsonObject] = delta.get("tool_calls") or []
        if texts or calls or any(delta.get(name) for name in _REASONING):
            self._written += 1  # a chunk is one token, or more
            self.exceeded = self._limit is not None and self._written > self._limit
        if not self.exceeded:
            yield from map(TextDelta, texts)
            for call in calls:
                yield from self._read_call(call)

    def _read_call(self, call: JsonObject) -> Iterator[Delta]:
        function: JsonObject = call.get("function") or {}
        key = self._number(call)
        if key not in self._calls:
            yield self._calls.begin(key, str(function.get("name") or ""), call.get("id"))
        arguments = function.get("arguments")
        if arguments is not None:
            whole = arguments if isinstance(arguments, str) else json.dumps(arguments)
            yield from self._calls.add(key, whole)

    def _number(self, call: JsonObject) -> int:
        """Return which call of the turn a piece belongs to.

        Its index says so; but some servers give none, or 0 to every call, each with its own id.
        """
        index, call_id = call.get("index"), call.get("id")
        function: JsonObject = call.get("function") or {}
        begun = self._begun.get(index)
        if (
            begun is None
            or (call_id and call_id != begun.id)
            or (index is None and not call_id and function.get("name"))
        ):
            begun = self._begun[index] = _Begun(len(self._calls), call_id)
        return begun.number

    def _finish(self, reason: str) -> Iterator[Delta]:
        self.finished = True
        ending = _FINISH.get(reason)
        if ending is None:
            yield from self._calls.finish()
            ending = "tool_calls" if self._calls else "stop"
        yield Finish(ending)


def stream_error(chunk: JsonObject) -> JsonObject | None:
    """Return the error that a server sends in the place of a chunk, if this is one."""
    error = chunk.get("error")
    return None if error is None else as_object(error) or {"message": str(error)}
