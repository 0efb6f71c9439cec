"""The events of a streamed response as the deltas of a turn."""

from collections.abc import Hashable, Iterator, Mapping

from ...json_types import JsonObject
from ..base import Delta, Finish, FinishReason, TextDelta
from ..call_reader import CallReader
from ..offered_tools import OfferedTools
from ..token_usage import read_usage

_TEXT = ("response.output_text.delta", "response.refusal.delta")
_REASONING = ("response.reasoning_text.delta", "response.reasoning_summary_text.delta")
_ARGUMENTS = "response.function_call_arguments.delta"
_ITEMS = ("response.output_item.added", "response.output_item.done")
_FAILED = ("response.failed", "error")
_ENDS = ("response.completed", "response.incomplete")
_INCOMPLETE: Mapping[str, FinishReason] = {"content_filter": "content_filter"}


class EventReader:
    """Reads one stream.

    Attributes:
        finished: the turn has ended.
        exceeded: the server wrote more than it may, and has to be stopped.
    """

    def __init__(self, offered: OfferedTools, limit: int | None) -> None:
        self.finished = False
        self.exceeded = False
        self._limit = limit
        self._written = 0
        self._calls = CallReader(offered)

    def read(self, event: JsonObject) -> Iterator[Delta]:
        """Yield what an event brings.

        Raises:
            ModelError: the arguments of a call turn out to be unusable.
        """
        kind: str = event.get("type") or ""
        if kind in (*_TEXT, *_REASONING, _ARGUMENTS):
            self._written += 1  # such an event is one token, or more
            if self._limit is not None and self._written > self._limit:
                self.finished = self.exceeded = True
                yield Finish("length")
                return
        if kind in _TEXT:
            yield TextDelta(event["delta"])
        elif kind == _ARGUMENTS:
            yield from self._calls.add(_key(event), event["delta"])
        elif kind in _ITEMS and event["item"].get("type") == "function_call":
            yield from self._read_call(_key(event), event["item"])
        elif kind in _ENDS:
            yield from self._finish(event["response"])

    def _read_call(self, key: Hashable, item: JsonObject) -> Iterator[Delta]:
        if key not in self._calls:
            yield self._calls.begin(key, item["name"], item.get("call_id"))
        yield from self._calls.complete(key, item.get("arguments") or "")

    def _finish(self, response: JsonObject) -> Iterator[Delta]:
        self.finished = True
        if response.get("status") == "incomplete":
            details: JsonObject = response.get("incomplete_details") or {}
            yield Finish(_INCOMPLETE.get(details.get("reason") or "", "length"))
        else:
            yield from self._calls.finish()
            yield Finish("tool_calls" if len(self._calls) else "stop")
        if usage := response.get("usage"):
            yield read_usage(usage, "input_tokens", "output_tokens")


def _key(event: JsonObject) -> Hashable:
    """Return what tells an item from the others: its place, or its id (llama.cpp has no places)."""
    item: JsonObject = event.get("item") or {}
    ids: tuple[Hashable, ...] = (
        event.get("output_index"),
        event.get("item_id"),
        item.get("id"),
        item.get("call_id"),
    )
    return next(one for one in ids if one is not None)


def stream_error(event: JsonObject) -> JsonObject | None:
    """Return the error that an event says the answer ended with, if it does."""
    if event.get("type") not in _FAILED:
        return None
    response: JsonObject = event.get("response") or {}
    error: JsonObject = response.get("error") or event.get("error") or event
    return error
