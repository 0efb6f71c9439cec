"""The changes of status of runs and steps, each written together with its event."""

from ..json_types import JsonObject
from ..storage import events, messages, runs, steps
from ..storage.database import Row, Tx
from ..storage.runs import Lease
from .lifecycle import (
    ABORTED_STEPS,
    CLAIMED,
    ENDED_AT,
    INTERRUPTED_MESSAGE,
    LIFETIME,
    MESSAGE_ENDED_AT,
    RUN_CREATED,
    STEP_CREATED,
    THREAD_CREATED,
    MessageStatus,
    RunStatus,
    StepStatus,
    leads_to,
    message_event,
    run_event,
    step_event,
)


async def enqueue(tx: Tx, values: Row, new_thread: Row | None = None) -> Row:
    """Write a new run, which waits for a worker from now on; its events begin with a new thread."""
    row: Row = {"status": RunStatus.QUEUED, "expires_at": tx.now + LIFETIME, **values}
    run = await runs.create(tx, row)
    if new_thread is not None:
        events.emit(tx, run["id"], THREAD_CREATED, new_thread)
    events.emit(tx, run["id"], RUN_CREATED, run)
    events.emit(tx, run["id"], run_event(RunStatus.QUEUED), run)
    tx.notify(runs.WAITING)
    return run


async def requeue(tx: Tx, run_id: str) -> Row:
    """Put a run that got what it waited for back into the queue."""
    return await move(tx, run_id, {"status": RunStatus.QUEUED, "required_action": None})


async def cancel(tx: Tx, run_id: str) -> Row:
    """Ask for a run to be cancelled: its worker loses it, and the next one ends it."""
    return await move(tx, run_id, {"status": RunStatus.CANCELLING, "required_action": None})


async def move(tx: Tx, run_id: str, values: Row) -> Row:
    """Change the status of a run; its worker, if it has one, loses its lease.

    Raises:
        LeaseLost: the run is gone, or its status does not lead there (any more).
    """
    run = await runs.change(tx, run_id, leads_to(values["status"]), values)
    if run["status"] in (RunStatus.QUEUED, RunStatus.CANCELLING):
        tx.notify(runs.WAITING)
    events.emit(tx, run_id, run_event(run["status"]), run)
    return run


async def claim(tx: Tx, owner: str, now: float, seconds: float, limit: int) -> list[Row]:
    """Take the oldest runs whose workers are gone, and then the oldest that wait for one.

    The turn that a worker was in the middle of is taken anew: what it had written of it, a message
    or calls of functions, stays incomplete. Only the engine's tools, once begun, are used as asked.
    """
    lease = Lease(owner, now + seconds)
    abandoned = await runs.claim_abandoned(tx, CLAIMED, lease, now, limit)
    for run in abandoned:
        if run["status"] == RunStatus.IN_PROGRESS:
            await _abort_turn(tx, run)
    if len(abandoned) == limit:
        return abandoned
    waiting = await runs.claim_waiting(
        tx, RunStatus.QUEUED, RunStatus.IN_PROGRESS, lease, limit - len(abandoned)
    )
    for run in waiting:
        events.emit(tx, run["id"], run_event(RunStatus.IN_PROGRESS), run)
    return abandoned + waiting


async def _abort_turn(tx: Tx, run: Row) -> None:
    for step in await steps.in_status(tx, run["id"], StepStatus.IN_PROGRESS):
        if not _uses_engine(step):
            await _abort_step(tx, step, StepStatus.CANCELLED)


def _uses_engine(step: Row) -> bool:
    calls: list[JsonObject] = step["step_details"].get("tool_calls", [])
    return any(call["type"] != "function" for call in calls)


async def end(tx: Tx, run: Row, status: RunStatus, values: Row | None = None) -> Row:
    """Bring a run to its end, and with it the steps that are open and the message they write."""
    ended_at = ENDED_AT.get(status, "completed_at")
    changes: Row = {"status": status, ended_at: tx.now, "required_action": None}
    changes.update(values or {})
    if status in ABORTED_STEPS:
        for step in await steps.in_status(tx, run["id"], StepStatus.IN_PROGRESS):
            await _abort_step(tx, step, ABORTED_STEPS[status], changes.get("last_error"))
    return await move(tx, run["id"], changes)


async def expire(tx: Tx) -> int:
    """End the runs whose time is over; return how many."""
    due = await runs.due(tx, leads_to(RunStatus.EXPIRED))
    for run in due:
        await end(tx, run, RunStatus.EXPIRED)
    return len(due)


async def open_step(tx: Tx, run: Row, details: JsonObject, notes: JsonObject | None = None) -> Row:
    """Begin a step of a run; in its events there are no tool calls yet, which deltas bring."""
    values: Row = {"status": StepStatus.IN_PROGRESS, "step_details": details, "notes": notes}
    step = await steps.create(tx, run, values)
    shown: JsonObject = {**details, "tool_calls": []} if "tool_calls" in details else details
    begun: Row = {**step, "step_details": shown}
    events.emit(tx, run["id"], STEP_CREATED, begun)
    events.emit(tx, run["id"], step_event(StepStatus.IN_PROGRESS), begun)
    return step


async def complete_step(
    tx: Tx,
    step: Row,
    details: JsonObject,
    usage: JsonObject | None,
    notes: JsonObject | None = None,
) -> None:
    """End a step that went well."""
    values: Row = {
        "status": StepStatus.COMPLETED,
        "completed_at": tx.now,
        "step_details": details,
        "usage": usage,
        "notes": notes,
    }
    await _move_step(tx, step, values)


async def _abort_step(
    tx: Tx, step: Row, status: StepStatus, error: JsonObject | None = None
) -> None:
    """End a step that cannot be finished; a message that it was writing stays incomplete."""
    if step["type"] == "message_creation":
        await _interrupt_message(tx, step, INTERRUPTED_MESSAGE[status])
    values: Row = {"status": status, "last_error": error}
    if status in ENDED_AT:
        values[ENDED_AT[status]] = tx.now
    await _move_step(tx, step, values)


async def _interrupt_message(tx: Tx, step: Row, reason: str) -> None:
    status = MessageStatus.INCOMPLETE
    values: Row = {
        "status": status,
        MESSAGE_ENDED_AT[status]: tx.now,
        "incomplete_details": {"reason": reason},
    }
    message_id: str = step["step_details"]["message_creation"]["message_id"]
    message = await messages.change(tx, message_id, values)
    if message is not None:
        events.emit(tx, step["run_id"], message_event(status), message)


async def _move_step(tx: Tx, step: Row, values: Row) -> None:
    changed = await steps.change(tx, step["id"], values)
    events.emit(tx, step["run_id"], step_event(changed["status"]), changed)
