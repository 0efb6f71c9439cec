"""What the caller's functions returned: checked against what the run waits for, and written."""

from collections.abc import Sequence

from ..errors import bad_request
from ..json_types import JsonObject
from ..storage import steps
from ..storage.database import Row, Tx
from .lifecycle import RunStatus, StepStatus
from .transitions import complete_step, requeue


async def submit(tx: Tx, run: Row, outputs: Sequence[JsonObject]) -> Row:
    """Write the outputs into the step that waits for them, and put the run back in the queue."""
    if run["status"] != RunStatus.REQUIRES_ACTION:
        raise bad_request(f'Runs in status "{run["status"]}" do not accept tool outputs.')
    (step,) = await steps.in_status(tx, run["id"], StepStatus.IN_PROGRESS)
    details: JsonObject = step["step_details"]
    by_call = _by_call(outputs)
    expected = [call["id"] for call in details["tool_calls"]]
    given = [one["tool_call_id"] for one in outputs]
    if sorted(expected) != sorted(given):
        raise bad_request(f"Expected tool outputs for call_ids {expected}, got {given}")
    calls = [
        {**call, "function": {**call["function"], "output": by_call[call["id"]]}}
        for call in details["tool_calls"]
    ]
    notes: JsonObject = step["notes"] or {}
    await complete_step(tx, step, {**details, "tool_calls": calls}, notes.get("usage"), notes)
    return await requeue(tx, run["id"])


def _by_call(outputs: Sequence[JsonObject]) -> dict[str, str]:
    """Return the outputs by call; one without text counts as empty."""
    by_call: dict[str, str] = {}
    for index, one in enumerate(outputs):
        if one.get("tool_call_id") is None:
            name = f"tool_outputs[{index}].tool_call_id"
            raise bad_request(
                f"Missing required parameter: '{name}'.", name, "missing_required_parameter"
            )
        by_call[one["tool_call_id"]] = one.get("output") or ""
    return by_call
