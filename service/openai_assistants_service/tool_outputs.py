"""What the caller's functions returned: check it against what the run waits for, and go on."""

from collections.abc import Sequence

from .errors import bad_request
from .store import runs, steps
from .store.database import Record, Tx


async def submit(tx: Tx, run: Record, outputs: Sequence[Record]) -> Record:
    """Write the outputs into the step that waits for them, and put the run back in the queue."""
    if run["status"] != "requires_action":
        raise bad_request(f'Runs in status "{run["status"]}" do not accept tool outputs.')
    step = (await steps.history(tx, run["id"]))[-1]
    details: Record = step["step_details"]
    answers = _answers(outputs)
    expected = [call["id"] for call in details["tool_calls"]]
    given = [one["tool_call_id"] for one in outputs]
    if sorted(expected) != sorted(given):
        raise bad_request(f"Expected tool outputs for call_ids {expected}, got {given}")
    calls = [
        {**call, "function": {**call["function"], "output": answers[call["id"]]}}
        for call in details["tool_calls"]
    ]
    notes: Record = step["notes"] or {}
    await steps.complete(tx, step, {**details, "tool_calls": calls}, notes.get("usage"))
    return await runs.move(tx, run["id"], {"status": "queued", "required_action": None})


def _answers(outputs: Sequence[Record]) -> dict[str, str]:
    """Return the outputs by call; one without text counts as empty."""
    answers: dict[str, str] = {}
    for index, one in enumerate(outputs):
        if one.get("tool_call_id") is None:
            name = f"tool_outputs[{index}].tool_call_id"
            raise bad_request(
                f"Missing required parameter: '{name}'.", name, "missing_required_parameter"
            )
        answers[one["tool_call_id"]] = one.get("output") or ""
    return answers
