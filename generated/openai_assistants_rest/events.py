# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""The events of a stream, each with the object it brings. Told apart by their name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, TypeAlias

from openai_assistants_core import DoneEvent, Model, StreamEvent, UnknownEvent
from openai_assistants_core import decode_event as _decode_event

from .models.deltas import MessageDeltaEvent, RunStepDeltaEvent
from .models.errors import ErrorObject
from .models.messages import Message
from .models.runs import Run
from .models.steps import RunStep
from .models.threads import Thread

__all__ = [
    "AssistantStreamEvent",
    "decode_event",
    "DoneEvent",
    "ErrorEvent",
    "EVENTS",
    "ThreadCreated",
    "ThreadMessageCompleted",
    "ThreadMessageCreated",
    "ThreadMessageDelta",
    "ThreadMessageIncomplete",
    "ThreadMessageInProgress",
    "ThreadRunCancelled",
    "ThreadRunCancelling",
    "ThreadRunCompleted",
    "ThreadRunCreated",
    "ThreadRunExpired",
    "ThreadRunFailed",
    "ThreadRunIncomplete",
    "ThreadRunInProgress",
    "ThreadRunQueued",
    "ThreadRunRequiresAction",
    "ThreadRunStepCancelled",
    "ThreadRunStepCompleted",
    "ThreadRunStepCreated",
    "ThreadRunStepDelta",
    "ThreadRunStepExpired",
    "ThreadRunStepFailed",
    "ThreadRunStepInProgress",
    "UnknownEvent",
]


class ThreadCreated(StreamEvent, frozen=True):
    """`thread.created`, with a Thread."""

    event: Literal["thread.created"]
    data: Thread


class ThreadRunCreated(StreamEvent, frozen=True):
    """`thread.run.created`, with a Run."""

    event: Literal["thread.run.created"]
    data: Run


class ThreadRunQueued(StreamEvent, frozen=True):
    """`thread.run.queued`, with a Run."""

    event: Literal["thread.run.queued"]
    data: Run


class ThreadRunInProgress(StreamEvent, frozen=True):
    """`thread.run.in_progress`, with a Run."""

    event: Literal["thread.run.in_progress"]
    data: Run


class ThreadRunRequiresAction(StreamEvent, frozen=True):
    """`thread.run.requires_action`, with a Run."""

    event: Literal["thread.run.requires_action"]
    data: Run


class ThreadRunCompleted(StreamEvent, frozen=True):
    """`thread.run.completed`, with a Run."""

    event: Literal["thread.run.completed"]
    data: Run


class ThreadRunIncomplete(StreamEvent, frozen=True):
    """`thread.run.incomplete`, with a Run."""

    event: Literal["thread.run.incomplete"]
    data: Run


class ThreadRunFailed(StreamEvent, frozen=True):
    """`thread.run.failed`, with a Run."""

    event: Literal["thread.run.failed"]
    data: Run


class ThreadRunCancelling(StreamEvent, frozen=True):
    """`thread.run.cancelling`, with a Run."""

    event: Literal["thread.run.cancelling"]
    data: Run


class ThreadRunCancelled(StreamEvent, frozen=True):
    """`thread.run.cancelled`, with a Run."""

    event: Literal["thread.run.cancelled"]
    data: Run


class ThreadRunExpired(StreamEvent, frozen=True):
    """`thread.run.expired`, with a Run."""

    event: Literal["thread.run.expired"]
    data: Run


class ThreadRunStepCreated(StreamEvent, frozen=True):
    """`thread.run.step.created`, with a RunStep."""

    event: Literal["thread.run.step.created"]
    data: RunStep


class ThreadRunStepInProgress(StreamEvent, frozen=True):
    """`thread.run.step.in_progress`, with a RunStep."""

    event: Literal["thread.run.step.in_progress"]
    data: RunStep


class ThreadRunStepDelta(StreamEvent, frozen=True):
    """`thread.run.step.delta`, with a RunStepDeltaEvent."""

    event: Literal["thread.run.step.delta"]
    data: RunStepDeltaEvent


class ThreadRunStepCompleted(StreamEvent, frozen=True):
    """`thread.run.step.completed`, with a RunStep."""

    event: Literal["thread.run.step.completed"]
    data: RunStep


class ThreadRunStepFailed(StreamEvent, frozen=True):
    """`thread.run.step.failed`, with a RunStep."""

    event: Literal["thread.run.step.failed"]
    data: RunStep


class ThreadRunStepCancelled(StreamEvent, frozen=True):
    """`thread.run.step.cancelled`, with a RunStep."""

    event: Literal["thread.run.step.cancelled"]
    data: RunStep


class ThreadRunStepExpired(StreamEvent, frozen=True):
    """`thread.run.step.expired`, with a RunStep."""

    event: Literal["thread.run.step.expired"]
    data: RunStep


class ThreadMessageCreated(StreamEvent, frozen=True):
    """`thread.message.created`, with a Message."""

    event: Literal["thread.message.created"]
    data: Message


class ThreadMessageInProgress(StreamEvent, frozen=True):
    """`thread.message.in_progress`, with a Message."""

    event: Literal["thread.message.in_progress"]
    data: Message


class ThreadMessageDelta(StreamEvent, frozen=True):
    """`thread.message.delta`, with a MessageDeltaEvent."""

    event: Literal["thread.message.delta"]
    data: MessageDeltaEvent


class ThreadMessageCompleted(StreamEvent, frozen=True):
    """`thread.message.completed`, with a Message."""

    event: Literal["thread.message.completed"]
    data: Message


class ThreadMessageIncomplete(StreamEvent, frozen=True):
    """`thread.message.incomplete`, with a Message."""

    event: Literal["thread.message.incomplete"]
    data: Message


class ErrorEvent(StreamEvent, frozen=True):
    """`error`, with a ErrorObject."""

    event: Literal["error"]
    data: ErrorObject


AssistantStreamEvent: TypeAlias = (
    ThreadCreated
    | ThreadRunCreated
    | ThreadRunQueued
    | ThreadRunInProgress
    | ThreadRunRequiresAction
    | ThreadRunCompleted
    | ThreadRunIncomplete
    | ThreadRunFailed
    | ThreadRunCancelling
    | ThreadRunCancelled
    | ThreadRunExpired
    | ThreadRunStepCreated
    | ThreadRunStepInProgress
    | ThreadRunStepDelta
    | ThreadRunStepCompleted
    | ThreadRunStepFailed
    | ThreadRunStepCancelled
    | ThreadRunStepExpired
    | ThreadMessageCreated
    | ThreadMessageInProgress
    | ThreadMessageDelta
    | ThreadMessageCompleted
    | ThreadMessageIncomplete
    | ErrorEvent
    | DoneEvent
    | UnknownEvent
)
"""Any event; one that is not known is an UnknownEvent."""

EVENTS: dict[str, tuple[Callable[..., Any], type[Model]]] = {
    "thread.created": (ThreadCreated, Thread),
    "thread.run.created": (ThreadRunCreated, Run),
    "thread.run.queued": (ThreadRunQueued, Run),
    "thread.run.in_progress": (ThreadRunInProgress, Run),
    "thread.run.requires_action": (ThreadRunRequiresAction, Run),
    "thread.run.completed": (ThreadRunCompleted, Run),
    "thread.run.incomplete": (ThreadRunIncomplete, Run),
    "thread.run.failed": (ThreadRunFailed, Run),
    "thread.run.cancelling": (ThreadRunCancelling, Run),
    "thread.run.cancelled": (ThreadRunCancelled, Run),
    "thread.run.expired": (ThreadRunExpired, Run),
    "thread.run.step.created": (ThreadRunStepCreated, RunStep),
    "thread.run.step.in_progress": (ThreadRunStepInProgress, RunStep),
    "thread.run.step.delta": (ThreadRunStepDelta, RunStepDeltaEvent),
    "thread.run.step.completed": (ThreadRunStepCompleted, RunStep),
    "thread.run.step.failed": (ThreadRunStepFailed, RunStep),
    "thread.run.step.cancelled": (ThreadRunStepCancelled, RunStep),
    "thread.run.step.expired": (ThreadRunStepExpired, RunStep),
    "thread.message.created": (ThreadMessageCreated, Message),
    "thread.message.in_progress": (ThreadMessageInProgress, Message),
    "thread.message.delta": (ThreadMessageDelta, MessageDeltaEvent),
    "thread.message.completed": (ThreadMessageCompleted, Message),
    "thread.message.incomplete": (ThreadMessageIncomplete, Message),
    "error": (ErrorEvent, ErrorObject),
}


def decode_event(name: str, data: bytes) -> AssistantStreamEvent:
    """Makes an event from its name and the bytes of its data.

    Raises:
        ResponseDecodeError: the data of a known event is not JSON, or a value in it has not its
            declared JSON type.
    """
    event: AssistantStreamEvent = _decode_event(EVENTS, name, data)  # type: ignore[assignment]
    return event
