"""Write what comes of a run. Every method is one transaction, and writes only under the lease."""

from attrs import frozen

from ..json_types import JsonObject
from ..models.builtin import CallFunctions
from ..storage import events, messages, runs
from ..storage.database import Database, Row, Tx
from .citations import MessageText
from .lifecycle import (
    MESSAGE_CREATED,
    MESSAGE_DELTA,
    STEP_DELTA,
    MessageStatus,
    RunStatus,
    message_event,
)
from .tool_calls import deltas, details, function_call, output_deltas, required_action
from .transitions import complete_step, end, move, open_step
from .usage import Usage


@frozen
class RunWriter:
    """The writes of a worker; each raises LeaseLost, and writes nothing, if the run is not its."""

    database: Database

    async def require_action(self, run: Row, turn: CallFunctions, usage: Usage) -> None:
        """Ask the caller for the results of functions."""
        async with self.database.write() as tx:
            calls = [function_call(tx.ids, call) for call in turn.calls]
            await self._open(tx, run, calls, usage, {})
            action = required_action(calls)
            values = {"status": RunStatus.REQUIRES_ACTION, "required_action": action}
            await move(tx, run["id"], values)

    async def begin_call(self, run: Row, call: JsonObject, usage: Usage, notes: JsonObject) -> None:
        """Begin a tool call of the service's own."""
        async with self.database.write() as tx:
            await self._open(tx, run, [call], usage, notes)

    async def _open(
        self, tx: Tx, run: Row, calls: list[JsonObject], usage: Usage, notes: JsonObject
    ) -> None:
        await _add_usage(tx, run, usage)
        step = await open_step(tx, run, details(calls), {**notes, "usage": usage.to_json()})
        await events.emit_all(tx, run["id"], STEP_DELTA, deltas(step["id"], calls))

    async def complete_call(self, run: Row, step: Row, call: JsonObject, notes: JsonObject) -> None:
        """Write what came of a tool call of the service's own."""
        async with self.database.write() as tx:
            await runs.hold(tx, run)
            if call["type"] == "code_interpreter":
                outputs = output_deltas(step["id"], call)
                await events.emit_all(tx, run["id"], STEP_DELTA, outputs)
            await complete_step(tx, step, details([call]), notes.get("usage"), notes)

    async def complete(self, run: Row, text: MessageText, usage: Usage) -> None:
        """Write the message, the step that made it and the end of the run, all at once."""
        async with self.database.write() as tx:
            await _add_usage(tx, run, usage)
            await self._write_message(tx, run, text, usage)
            if text.complete:
                await end(tx, run, RunStatus.COMPLETED)
            else:
                reason = {"incomplete_details": {"reason": "max_completion_tokens"}}
                await end(tx, run, RunStatus.INCOMPLETE, reason)

    async def _write_message(self, tx: Tx, run: Row, text: MessageText, usage: Usage) -> None:
        values: Row = {
            "role": "assistant",
            "content": text.content(),
            "assistant_id": run["assistant_id"],
            "run_id": run["id"],
        }
        if text.complete:
            values.update(status=MessageStatus.COMPLETED, completed_at=tx.now)
        else:
            values.update(
                status=MessageStatus.INCOMPLETE,
                incomplete_at=tx.now,
                incomplete_details={"reason": "max_tokens"},
            )
        message = await messages.create(tx, run["thread_id"], values, [])
        made = {"type": "message_creation", "message_creation": {"message_id": message["id"]}}
        step = await open_step(tx, run, made)
        await _emit_message(tx, run["id"], message, text)
        await complete_step(tx, step, made, usage.to_json())

    async def end(self, run: Row, status: RunStatus, values: Row | None = None) -> None:
        """Bring the run to an end without a message."""
        async with self.database.write() as tx:
            await runs.hold(tx, run)
            await end(tx, run, status, values)


async def _add_usage(tx: Tx, run: Row, usage: Usage) -> None:
    held = await runs.hold(tx, run)
    await runs.hold(tx, run, {"usage": usage.added_to(held["usage"])})


async def _emit_message(tx: Tx, run_id: str, message: Row, text: MessageText) -> None:
    """Write the events of a message, from empty to complete."""
    started: Row = {
        **message,
        "content": [],
        "status": MessageStatus.IN_PROGRESS,
        "completed_at": None,
        "incomplete_at": None,
        "incomplete_details": None,
    }
    await events.emit(tx, run_id, MESSAGE_CREATED, started)
    await events.emit(tx, run_id, message_event(MessageStatus.IN_PROGRESS), started)
    parts: list[JsonObject] = []
    for piece, annotations in text.pieces():
        delta: JsonObject = {"value": piece}
        if not parts or annotations:
            delta["annotations"] = [
                {"index": text.annotations.index(one), **one} for one in annotations
            ]
        content = [{"index": 0, "type": "text", "text": delta}]
        parts.append(
            {
                "id": message["id"],
                "object": MESSAGE_DELTA,
                "delta": {"content": content},
            }
        )
    await events.emit_all(tx, run_id, MESSAGE_DELTA, parts)
    await events.emit(tx, run_id, message_event(message["status"]), message)
