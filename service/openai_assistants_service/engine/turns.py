"""Write down the turns of a run. Every function here is one transaction, kept by the lease."""

from attrs import frozen

from ..planner import CallFunctions
from ..store import events, messages, runs, steps
from ..store.database import Database, Record, Tx
from .answers import Text
from .budget import Spending
from .calls import deltas, details, function_call, output_deltas, required_action

_STEP_DELTA = "thread.run.step.delta"


@frozen
class Turns:
    """The writes of a worker; each raises LeaseLost, and writes nothing, if the run is not its."""

    database: Database

    async def ask(self, run: Record, turn: CallFunctions, spent: Spending) -> None:
        """Ask the caller for the results of functions."""
        async with self.database.write() as tx:
            calls = [function_call(tx.ids, call) for call in turn.calls]
            await self._open(tx, run, calls, spent, {})
            values = {"status": "requires_action", "required_action": required_action(calls)}
            await runs.move(tx, run["id"], values)

    async def begin(self, run: Record, call: Record, spent: Spending, notes: Record) -> None:
        """Begin a tool call of the service's own."""
        async with self.database.write() as tx:
            await self._open(tx, run, [call], spent, notes)

    async def _open(
        self, tx: Tx, run: Record, calls: list[Record], spent: Spending, notes: Record
    ) -> None:
        kept = await runs.hold(tx, run)
        await runs.hold(tx, run, {"usage": spent.on_top_of(kept["usage"])})
        step = await steps.open_step(tx, run, details(calls), {**notes, "usage": spent.usage()})
        await events.emit_all(tx, run["id"], _STEP_DELTA, deltas(step["id"], calls))

    async def finish(self, run: Record, step: Record, call: Record, notes: Record) -> None:
        """Write what came of a tool call of the service's own."""
        async with self.database.write() as tx:
            await runs.hold(tx, run)
            if call["type"] == "code_interpreter":
                told = output_deltas(step["id"], call)
                await events.emit_all(tx, run["id"], _STEP_DELTA, told)
            await steps.complete(tx, step, details([call]), notes.get("usage"), notes)

    async def answer(self, run: Record, text: Text, spent: Spending) -> None:
        """Write the message, the step that made it and the end of the run, all at once."""
        async with self.database.write() as tx:
            kept = await runs.hold(tx, run)
            await runs.hold(tx, run, {"usage": spent.on_top_of(kept["usage"])})
            await self._write_message(tx, run, text, spent)
            if text.complete:
                await runs.end(tx, run, "completed")
            else:
                reason = {"incomplete_details": {"reason": "max_completion_tokens"}}
                await runs.end(tx, run, "incomplete", reason)

    async def _write_message(self, tx: Tx, run: Record, text: Text, spent: Spending) -> None:
        values: Record = {
            "role": "assistant",
            "content": text.content(),
            "assistant_id": run["assistant_id"],
            "run_id": run["id"],
        }
        if text.complete:
            values.update(status="completed", completed_at=tx.now)
        else:
            values.update(
                status="incomplete",
                incomplete_at=tx.now,
                incomplete_details={"reason": "max_tokens"},
            )
        message = await messages.create(tx, run["thread_id"], values, [])
        made = {"type": "message_creation", "message_creation": {"message_id": message["id"]}}
        step = await steps.open_step(tx, run, made)
        await _tell(tx, run["id"], message, text)
        await steps.complete(tx, step, made, spent.usage())

    async def end(self, run: Record, status: str, values: Record | None = None) -> None:
        """Bring the run to an end without a message."""
        async with self.database.write() as tx:
            await runs.hold(tx, run)
            await runs.end(tx, run, status, values)


async def _tell(tx: Tx, run_id: str, message: Record, text: Text) -> None:
    """Write the events of a message, from empty to complete."""
    unset: Record = {"content": [], "status": "in_progress"}
    times = {"completed_at": None, "incomplete_at": None, "incomplete_details": None}
    await events.emit(tx, run_id, "thread.message.created", {**message, **unset, **times})
    await events.emit(tx, run_id, "thread.message.in_progress", {**message, **unset, **times})
    parts: list[Record] = []
    for piece, annotations in text.pieces():
        told: Record = {"value": piece}
        if not parts or annotations:
            told["annotations"] = [
                {"index": text.annotations.index(one), **one} for one in annotations
            ]
        content = [{"index": 0, "type": "text", "text": told}]
        parts.append(
            {
                "id": message["id"],
                "object": "thread.message.delta",
                "delta": {"content": content},
            }
        )
    await events.emit_all(tx, run_id, "thread.message.delta", parts)
    await events.emit(tx, run_id, f"thread.message.{message['status']}", message)
