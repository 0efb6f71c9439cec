"""Which callbacks of a handler an event calls, and with what. No I/O.

They are those that handlers of the openai package have, in the same order, but each for the right
object: there the first tool call of a second step, and a second message, count as going on.
"""

from collections.abc import Iterator
from typing import Any

from openai_assistants_core import StreamEvent, run_status

from .indexed_list import IndexedList
from .snapshots import Snapshots

Callback = tuple[str, tuple[Any, ...]]
"""The name of a method, and its arguments."""

STEP_ENDS = frozenset(f"thread.run.step.{end}" for end in run_status.STEP_TERMINAL)
MESSAGE_ENDS = frozenset({"thread.message.completed", "thread.message.incomplete"})
RUN_ENDS = frozenset(f"thread.run.{end}" for end in run_status.TERMINAL | {"requires_action"})


class Callbacks:
    """Goes with one stream.

    Args:
        snapshots: of the same stream, which have taken in each event before it comes here.
    """

    def __init__(self, snapshots: Snapshots) -> None:
        self._snapshots = snapshots
        self._part: tuple[str, int] | None = None
        self._call: tuple[str, int] | None = None

    def of(self, event: StreamEvent) -> Iterator[Callback]:
        """The callbacks of an event, in order; `on_event` is the first."""
        yield "on_event", (event,)
        name, data = event.event, event.data
        if name == "thread.message.delta":
            yield from self._message_delta(data)
        elif name == "thread.run.step.delta":
            yield from self._step_delta(data)
        elif name == "thread.message.created":
            yield "on_message_created", (data,)
        elif name in MESSAGE_ENDS:
            yield from self._part_done()
            yield "on_message_done", (data,)
        elif name == "thread.run.step.created":
            yield "on_run_step_created", (data,)
        elif name in STEP_ENDS:
            yield from self._call_done()
            yield "on_run_step_done", (data,)
        elif name in RUN_ENDS:
            yield from self._call_done()

    def _message_delta(self, piece: Any) -> Iterator[Callback]:
        if piece.id in self._snapshots.finished:
            return
        snapshot = self._snapshots.messages[piece.id]
        for part in piece.delta.content or ():
            block, place = item(snapshot.content, part.index), (piece.id, part.index)
            if part.type == "text" and place != self._part:
                yield "on_text_created", (block.text,)
            if part.type == "text" and part.text is not None:
                yield "on_text_delta", (part.text, block.text)
            if place != self._part:
                yield from self._part_done()
                self._part = place
        yield "on_message_delta", (piece.delta, snapshot)

    def _part_done(self) -> Iterator[Callback]:
        """What follows the last part of a message, once it has all of its text."""
        place, self._part = self._part, None
        if place is None:
            return
        block = item(self._snapshots.messages[place[0]].content, place[1])
        if block is not None and block.type == "text":
            yield "on_text_done", (block.text,)
        elif block is not None and block.type == "image_file":
            yield "on_image_file_done", (block.image_file,)

    def _step_delta(self, piece: Any) -> Iterator[Callback]:
        if piece.id in self._snapshots.finished:
            return
        snapshot, details = self._snapshots.run_steps[piece.id], piece.delta.step_details
        if details is not None and details.type == "tool_calls":
            for part in details.tool_calls or ():
                call, place = self._tool_call((piece.id, part.index)), (piece.id, part.index)
                if place == self._call:
                    yield "on_tool_call_delta", (part, call)
                else:
                    yield from self._call_done()
                    yield "on_tool_call_created", (call,)
                    self._call = place
        yield "on_run_step_delta", (piece.delta, snapshot)

    def _call_done(self) -> Iterator[Callback]:
        """What follows the last tool call, once: when another begins, or its step or run ends."""
        place, self._call = self._call, None
        call = None if place is None else self._tool_call(place)
        if call is not None:
            yield "on_tool_call_done", (call,)

    def _tool_call(self, place: tuple[str, int]) -> Any:
        details: Any = self._snapshots.run_steps[place[0]].step_details
        return item(getattr(details, "tool_calls", None), place[1])


def item(items: Any, number: int) -> Any:
    """The item of a number in a snapshot, or in what the service has stored; None without."""
    if isinstance(items, IndexedList):
        return items.find(number)
    return items[number] if items and 0 <= number < len(items) else None
