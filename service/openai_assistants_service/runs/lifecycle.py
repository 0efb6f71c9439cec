"""The life of a run: its statuses and those of its steps and messages, its deadline, its events."""

from collections.abc import Mapping
from enum import StrEnum

LIFETIME = 600
"""Seconds from its creation after which a run that has not ended expires."""


class RunStatus(StrEnum):
    """How far a run is."""

    QUEUED = "queued"
    IN_PROGRESS = "in_progress"
    REQUIRES_ACTION = "requires_action"
    CANCELLING = "cancelling"
    CANCELLED = "cancelled"
    FAILED = "failed"
    COMPLETED = "completed"
    INCOMPLETE = "incomplete"
    EXPIRED = "expired"


TRANSITIONS: Mapping[RunStatus, tuple[RunStatus, ...]] = {
    RunStatus.QUEUED: (RunStatus.IN_PROGRESS, RunStatus.CANCELLING, RunStatus.EXPIRED),
    RunStatus.IN_PROGRESS: (
        RunStatus.REQUIRES_ACTION,
        RunStatus.CANCELLING,
        RunStatus.COMPLETED,
        RunStatus.INCOMPLETE,
        RunStatus.FAILED,
        RunStatus.EXPIRED,
    ),
    RunStatus.REQUIRES_ACTION: (RunStatus.QUEUED, RunStatus.CANCELLING, RunStatus.EXPIRED),
    RunStatus.CANCELLING: (RunStatus.CANCELLED, RunStatus.EXPIRED),
}
"""The statuses that a run may have next, by its status; the others are ends."""

ACTIVE = tuple(TRANSITIONS)
"""The statuses of a run that has not ended; it locks its thread."""

CANCELLABLE = tuple(one for one in TRANSITIONS if RunStatus.CANCELLING in TRANSITIONS[one])
"""The statuses in which a run can be cancelled."""

CLAIMED = (RunStatus.IN_PROGRESS, RunStatus.CANCELLING)
"""The statuses of a run that a worker has to hold; if none does, another may claim it."""


UNATTENDED = tuple(one for one in ACTIVE if one != RunStatus.REQUIRES_ACTION)
"""The statuses that a run leaves without its caller."""


def leads_to(status: RunStatus) -> list[RunStatus]:
    """Return the statuses from which a run may get to one."""
    return [before for before, after in TRANSITIONS.items() if status in after]


class StepStatus(StrEnum):
    """How far a run step is."""

    IN_PROGRESS = "in_progress"
    CANCELLED = "cancelled"
    FAILED = "failed"
    COMPLETED = "completed"
    EXPIRED = "expired"


class MessageStatus(StrEnum):
    """How far a message is."""

    IN_PROGRESS = "in_progress"
    INCOMPLETE = "incomplete"
    COMPLETED = "completed"


ABORTED_STEPS = {
    RunStatus.CANCELLED: StepStatus.CANCELLED,
    RunStatus.FAILED: StepStatus.FAILED,
    RunStatus.EXPIRED: StepStatus.EXPIRED,
    RunStatus.INCOMPLETE: StepStatus.CANCELLED,
}
"""What becomes of the steps that are still open when a run ends, by the status of the run."""

INTERRUPTED_MESSAGE = {
    StepStatus.CANCELLED: "run_cancelled",
    StepStatus.FAILED: "run_failed",
    StepStatus.EXPIRED: "run_expired",
}
"""Why a message is incomplete whose step was aborted, by the status of the step."""

ENDED_AT = {"cancelled": "cancelled_at", "failed": "failed_at"}
"""The field that has the time of an end, by status, where it is not `completed_at`."""

MESSAGE_ENDED_AT = {
    MessageStatus.COMPLETED: "completed_at",
    MessageStatus.INCOMPLETE: "incomplete_at",
}
"""The field of a message that has the time of its end, by status."""

THREAD_CREATED = "thread.created"
RUN_CREATED = "thread.run.created"
STEP_EVENT, MESSAGE_EVENT = "thread.run.step.", "thread.message."
"""How the names of the events of steps and of messages begin."""
STEP_CREATED = f"{STEP_EVENT}created"
STEP_DELTA = f"{STEP_EVENT}delta"
MESSAGE_CREATED = f"{MESSAGE_EVENT}created"
MESSAGE_DELTA = f"{MESSAGE_EVENT}delta"


def run_event(status: str) -> str:
    """Return the name of the event of a run that has got to a status."""
    return f"thread.run.{status}"


def step_event(status: str) -> str:
    """Return the name of the event of a step that has got to a status."""
    return f"{STEP_EVENT}{status}"


def message_event(status: str) -> str:
    """Return the name of the event of a message that has got to a status."""
    return f"{MESSAGE_EVENT}{status}"


STREAM_ENDS = frozenset(
    run_event(status)
    for status in RunStatus
    if status not in ACTIVE or status == RunStatus.REQUIRES_ACTION
)
"""The names of the events with which a stream ends: the run has ended, or waits for its caller."""
