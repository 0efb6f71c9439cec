"""What a run has brought so far, accumulated from the events of its stream. No I/O.

A snapshot is an object as `retrieve` returns it, but not yet complete; it grows with the stream. The
event that ends it brings the object that the service has stored, which takes its place.
"""

from collections.abc import Callable
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from openai_assistants_core import StreamEvent
from openai_assistants_rest.models import Message, RunStep

from .deltas import merge

if TYPE_CHECKING:
    from openai_assistants_rest.models import Run


class Snapshots:
    """The run, its messages and its steps.

    Attributes:
        run: as the last event of the run brought it.
        messages, run_steps: by their ids, in the order in which they began.
        finished: the ids of those that the service has stored as they are.
        message_id, step_id: the last message, and the step that is going on.
    """

    def __init__(self) -> None:
        self.run: Run | None = None
        self.messages: dict[str, Message] = {}
        self.run_steps: dict[str, RunStep] = {}
        self.finished: set[str] = set()
        self.message_id: str | None = None
        self.step_id: str | None = None

    def add(self, event: StreamEvent) -> None:
        """Takes in what an event brings."""
        take = _BY_EVENT.get(event.event)
        if take is not None:
            take(self, event.data)

    def _run(self, run: Any) -> None:
        self.run = run

    def _message(self, message: Any) -> None:
        self.message_id = message.id
        known = self.messages.get(message.id)
        if message.id in self.finished:
            return
        begun = deepcopy(message)
        if known is not None and known.content:
            begun.content = known.content
        self.messages[message.id] = begun

    def _message_delta(self, piece: Any) -> None:
        if piece.id in self.finished:
            return
        message = self.messages.get(piece.id)
        if message is None:
            message = self.messages[piece.id] = Message.construct(id=piece.id, content=[])
        self.message_id = piece.id
        merge(message, piece.delta)

    def _message_end(self, message: Any) -> None:
        self.message_id = message.id
        self.messages[message.id] = message
        self.finished.add(message.id)

    def _step(self, step: Any) -> None:
        self.step_id = step.id
        known = self.run_steps.get(step.id)
        if step.id in self.finished:
            return
        begun = deepcopy(step)
        if known is not None:
            begun.step_details = known.step_details
        self.run_steps[step.id] = begun

    def _step_delta(self, piece: Any) -> None:
        if piece.id in self.finished:
            return
        step = self.run_steps.get(piece.id)
        if step is None:
            step = self.run_steps[piece.id] = RunStep.construct(id=piece.id)
        self.step_id = piece.id
        merge(step, piece.delta)

    def _step_end(self, step: Any) -> None:
        self.step_id = None
        self.run_steps[step.id] = step
        self.finished.add(step.id)


_BY_EVENT: dict[str, Callable[[Snapshots, Any], None]] = {
    "thread.message.delta": Snapshots._message_delta,
    "thread.message.created": Snapshots._message,
    "thread.message.in_progress": Snapshots._message,
    "thread.message.completed": Snapshots._message_end,
    "thread.message.incomplete": Snapshots._message_end,
    "thread.run.step.delta": Snapshots._step_delta,
    "thread.run.step.created": Snapshots._step,
    "thread.run.step.in_progress": Snapshots._step,
    "thread.run.step.completed": Snapshots._step_end,
    "thread.run.step.failed": Snapshots._step_end,
    "thread.run.step.cancelled": Snapshots._step_end,
    "thread.run.step.expired": Snapshots._step_end,
    "thread.run.created": Snapshots._run,
    "thread.run.queued": Snapshots._run,
    "thread.run.in_progress": Snapshots._run,
    "thread.run.requires_action": Snapshots._run,
    "thread.run.cancelling": Snapshots._run,
    "thread.run.cancelled": Snapshots._run,
    "thread.run.completed": Snapshots._run,
    "thread.run.failed": Snapshots._run,
    "thread.run.incomplete": Snapshots._run,
    "thread.run.expired": Snapshots._run,
}
