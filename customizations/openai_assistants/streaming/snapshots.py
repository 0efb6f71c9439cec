"""What a run has brought so far, accumulated from the events of its stream. No I/O.

A snapshot is an object as `retrieve` returns it, but not yet complete; it grows with the stream.
The event that ends it brings the object that the service has stored, which takes its place.
"""

from collections.abc import Callable
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from openai_assistants_core import StreamEvent, run_status
from openai_assistants_rest.models import Message, RunStep

from .deltas import merge, merge_message

if TYPE_CHECKING:
    from openai_assistants_rest.models import Run


class Snapshots:
    """The run, its messages and its steps.

    Attributes:
        run: as the last event of the run brought it.
        messages, run_steps: by their ids, in the order in which they began.
        finished: the ids of those that are as the service has stored them.
        message_id, step_id: the last message, and the step that is going on.
    """

    def __init__(self) -> None:
        self.run: Run | None = None
        self.messages: dict[str, Message] = {}
        self.run_steps: dict[str, RunStep] = {}
        self.finished: set[str] = set()
        self.message_id: str | None = None
        self.step_id: str | None = None

    @property
    def path(self) -> tuple[str, str] | None:
        """The ids of the thread and of the run; None as long as no event has told them."""
        if self.run is not None:
            return self.run.thread_id, self.run.id
        for step in self.run_steps.values():
            return step.thread_id, step.run_id
        return None

    def add(self, event: StreamEvent) -> None:
        """Takes in what an event brings."""
        take = _BY_EVENT.get(event.event)
        if take is not None and event.data.id not in self.finished:
            take(self, event.data)


def _run(found: Snapshots, run: Any) -> None:
    found.run = run


def _message(found: Snapshots, message: Any) -> None:
    begun, known = deepcopy(message), found.messages.get(message.id)
    if known is not None and not begun.content:
        begun.content = known.content
    found.messages[message.id] = begun
    found.message_id = message.id


def _message_delta(found: Snapshots, piece: Any) -> None:
    message = found.messages.get(piece.id)
    if message is None:
        message = found.messages[piece.id] = Message.construct(id=piece.id, content=[])
    found.message_id = piece.id
    merge_message(message, piece.delta)


def _message_end(found: Snapshots, message: Any) -> None:
    found.messages[message.id] = message
    found.message_id = message.id
    found.finished.add(message.id)


def _step(found: Snapshots, step: Any) -> None:
    begun, known = deepcopy(step), found.run_steps.get(step.id)
    if known is not None and not getattr(begun.step_details, "tool_calls", None):
        begun.step_details = known.step_details
    found.run_steps[step.id] = begun
    found.step_id = step.id


def _step_delta(found: Snapshots, piece: Any) -> None:
    step = found.run_steps.get(piece.id)
    if step is None:
        step = found.run_steps[piece.id] = RunStep.construct(id=piece.id)
    found.step_id = piece.id
    merge(step, piece.delta)


def _step_end(found: Snapshots, step: Any) -> None:
    found.run_steps[step.id] = step
    found.step_id = None
    found.finished.add(step.id)


_BY_EVENT: dict[str, Callable[[Snapshots, Any], None]] = {
    "thread.run.created": _run,
    **{f"thread.run.{status}": _run for status in run_status.ACTIVE | run_status.TERMINAL},
    "thread.message.created": _message,
    "thread.message.in_progress": _message,
    "thread.message.delta": _message_delta,
    "thread.message.completed": _message_end,
    "thread.message.incomplete": _message_end,
    "thread.run.step.created": _step,
    "thread.run.step.in_progress": _step,
    "thread.run.step.delta": _step_delta,
    **{f"thread.run.step.{status}": _step_end for status in run_status.STEP_TERMINAL},
}
