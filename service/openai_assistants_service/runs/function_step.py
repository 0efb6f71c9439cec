"""The step of the caller's functions that a turn calls, written while the calls come."""

from ..json_types import JsonObject
from ..models.base import ToolCallDelta
from ..storage import events, steps
from ..storage.database import Row, Tx
from .lifecycle import STEP_DELTA, RunStatus
from .step_deltas import arguments_delta, first_delta, of_step
from .tool_calls import details, function_call, required_action
from .transitions import move, open_step


class FunctionStep:
    """Writes the calls of one step; what is added is in the database after the next `flush`."""

    def __init__(self, run: Row) -> None:
        self._run = run
        self._step: Row | None = None
        self._calls: dict[int, JsonObject] = {}
        self._added: list[JsonObject] = []

    def __bool__(self) -> bool:
        """Whether anything was called."""
        return bool(self._calls)

    def __contains__(self, index: int) -> bool:
        """Whether a call of this index was begun."""
        return index in self._calls

    def add(self, tx: Tx, delta: ToolCallDelta) -> None:
        """Add a piece of a call."""
        call = self._calls.get(delta.index)
        if call is None:
            call = function_call(delta.id or tx.ids.new("call"), delta.name)
            self._calls[delta.index] = call
            self._added.append(first_delta(len(self._calls) - 1, call))
        if delta.arguments:
            call["function"]["arguments"] += delta.arguments
            place = list(self._calls).index(delta.index)
            self._added.append(arguments_delta(place, delta.arguments))

    async def flush(self, tx: Tx) -> None:
        """Write what was added, and its deltas; the step begins with the first."""
        if not self._added:
            return
        made = details(list(self._calls.values()))
        if self._step is None:
            self._step = await open_step(tx, self._run, made)
        else:
            self._step = await steps.change(tx, self._step["id"], {"step_details": made})
        deltas = of_step(self._step["id"], self._added)
        events.emit_all(tx, self._run["id"], STEP_DELTA, deltas)
        self._added.clear()

    async def require_action(self, tx: Tx, notes: JsonObject, values: Row) -> None:
        """Ask the caller for the results, once all is written.

        Args:
            notes: kept with the step until they are there.
            values: what else is written to the run.
        """
        if self._step is None:
            raise RuntimeError("no function was called")
        await steps.change(tx, self._step["id"], {"notes": notes})
        action = required_action(list(self._calls.values()))
        waiting: Row = {"status": RunStatus.REQUIRES_ACTION, "required_action": action}
        await move(tx, self._run["id"], {**waiting, **values})
