"""Execute one run until it ends, waits for its caller, or is another worker's."""

import asyncio
from collections.abc import Sequence
from contextlib import aclosing

from attrs import evolve, frozen

from ..models.base import ContextTooLong, FindModel, ModelError
from ..models.conversation import CodeOptions, Conversation
from ..storage import expiry, messages, steps
from ..storage.database import Database, Row
from ..storage.runs import LeaseLost
from .batching import batches
from .context import build_conversation
from .engine_tools import EngineTools
from .lease import check, while_held
from .lifecycle import RunStatus, StepStatus
from .message_step import MessageDeleted
from .run_ends import RunEnds
from .tool_rules import keep_tool_rules
from .truncation import fit, shorten
from .turn_writer import TurnWriter
from .unsupported_tools import unsupported_tool
from .usage import estimate_scale, remaining, used_by_steps
from .writer import RunWriter, failed, incomplete

_MAX_TURNS = 30


class TooManyTurns(Exception):
    """The model went on calling tools without end."""


@frozen
class Executor:
    """Takes the turns of runs: asks the model, writes what it says, and uses its tools."""

    database: Database
    models: FindModel
    tools: EngineTools
    ends: RunEnds

    async def execute(self, run: Row, stopping: asyncio.Event) -> None:
        """Execute a claimed run, for which there are the objects of its tenant alone.

        `stopping` makes it pause after a turn.

        Raises:
            LeaseLost: the run was taken away.
        """
        own = evolve(self, database=self.database.of(run["tenant"]))
        await own._execute(run, stopping)

    async def _execute(self, run: Row, stopping: asyncio.Event) -> None:
        writer = RunWriter(self.database, self.ends)
        if run["status"] == RunStatus.CANCELLING:
            await writer.end(run, RunStatus.CANCELLED)
            return
        try:
            await self._take_turns(run, writer, stopping)
        except ModelError as error:
            await writer.end(run, RunStatus.FAILED, failed(error.code, error.message))
        except MessageDeleted as error:
            reason = f"Message {error} was deleted while it was being written."
            await writer.end(run, RunStatus.FAILED, failed("server_error", reason))

    async def _take_turns(self, run: Row, writer: RunWriter, stopping: asyncio.Event) -> None:
        for _ in range(_MAX_TURNS):
            if stopping.is_set() or await self._take_turn(run, writer):
                return
        raise TooManyTurns(run["id"])

    async def _take_turn(self, run: Row, writer: RunWriter) -> bool:
        """Take one turn; return whether the run is out of the worker's hands."""
        async with self.database.read() as tx:
            thread = await messages.history(tx, run["thread_id"])
            taken = await steps.history(tx, run["id"])
            expired = await expiry.expired(tx, run["store_ids"])
            code = await self.tools.sessions.options(tx, run)
        if begun := [step for step in taken if step["status"] == StepStatus.IN_PROGRESS]:
            await self._use_tools(run, begun[0], writer)
            return False
        if reason := _unable(run, expired):
            await writer.end(run, RunStatus.FAILED, reason)
            return True
        scale = estimate_scale(taken)
        conversation = _fitting(run, thread, taken, scale, code)
        if isinstance(conversation, str):
            await writer.end(run, RunStatus.INCOMPLETE, incomplete(conversation))
            return True
        turn = await self._ask(run, conversation, scale)
        if turn.engine_step is None:
            return True
        await self._use_tools(run, turn.engine_step, writer)
        if not turn.functions:
            return False
        await writer.require_action(run, turn.functions)
        return True

    async def _ask(self, run: Row, conversation: Conversation, scale: float) -> TurnWriter:
        """Take a turn; of a conversation that is too long for the model, with less of it."""
        while True:
            try:
                return await self._stream(run, conversation)
            except ContextTooLong as error:
                shorter = shorten(run, conversation, error, scale)
                if shorter is None:
                    raise
                conversation = shorter

    async def _stream(self, run: Row, conversation: Conversation) -> TurnWriter:
        """Write a turn as it comes; a lease that is lost ends the work of the model."""
        turn = TurnWriter(run, conversation)
        stream = keep_tool_rules(self.models(conversation.model), conversation)
        timed = self.ends.time_turn()
        async with aclosing(batches(stream)) as coming:
            async for batch in coming:
                if not batch.deltas and not batch.last:
                    await check(self.database, run)
                    continue
                async with self.database.write() as tx:
                    await turn.write(tx, batch)
                timed.heard()
                if turn.done:
                    timed.done(turn.counted)
                    break
        if turn.ended is not None:
            self.ends.ended(turn.ended)
        return turn

    async def _use_tools(self, run: Row, step: Row, writer: RunWriter) -> None:
        used = await while_held(self.database, run, self.tools.use(run, step))
        try:
            await writer.complete_tools(run, step, used)
        except LeaseLost:
            await self.tools.sessions.discard(used.files)
            raise


def _unable(run: Row, expired: Sequence[str]) -> Row | None:
    """Return why a run cannot be executed as it was asked for."""
    if expired and any(tool["type"] == "file_search" for tool in run["tools"]):
        return failed("invalid_prompt", f"Vector store {expired[0]} is expired.")
    if reason := unsupported_tool(run["tool_choice"], run["tools"]):
        return failed("server_error", reason)
    return None


def _fitting(
    run: Row,
    thread: Sequence[Row],
    taken: Sequence[Row],
    scale: float,
    code: CodeOptions | None,
) -> Conversation | str:
    """Return as much of the conversation as the run may read, or the budget that is used up."""
    used = used_by_steps(taken)
    left = remaining(run["max_completion_tokens"], used.completion_tokens)
    if left == 0:
        return "max_completion_tokens"
    conversation = build_conversation(run, thread, taken, left, code)
    limit = remaining(run["max_prompt_tokens"], used.prompt_tokens)
    return fit(conversation, limit, scale) or "max_prompt_tokens"
