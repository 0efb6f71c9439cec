"""Write one turn of a model while it comes, and bring the run to where that leads."""

from collections.abc import Sequence

from ..json_types import JsonObject
from ..models.base import CountsTokens, Delta, FinishReason, TextDelta, ToolCallDelta, Usage
from ..models.conversation import Conversation
from ..storage import events, runs
from ..storage.database import Row, Tx
from .batching import Batch
from .citations import CitationParser
from .engine_tools import EngineCall, queries
from .function_step import FunctionStep
from .lifecycle import STEP_DELTA, RunStatus
from .message_step import MessageStep
from .step_deltas import call_deltas, of_step
from .tool_calls import details
from .tool_choice import may_call
from .transitions import end, open_step
from .truncation import count_tokens
from .unsupported_tools import unsearchable_reason
from .usage import CompletionBudget, total, usage_from_json, usage_to_json
from .writer import failed, incomplete

_INCOMPLETE_RUN: dict[FinishReason, str] = {
    "length": "max_completion_tokens",
    "content_filter": "content_filter",
}
_INCOMPLETE_MESSAGE: dict[FinishReason, str] = {
    "length": "max_tokens",
    "content_filter": "content_filter",
}


class TurnWriter:
    """Takes the deltas of a turn.

    Attributes:
        done: the turn is over.
        engine_step: the step of the engine's tools that have to be used now, if there is one.
        functions: the functions that were called.
    """

    def __init__(self, run: Row, conversation: Conversation) -> None:
        self.done = False
        self.engine_step: Row | None = None
        self.functions = FunctionStep(run)
        self._run = run
        self._conversation = conversation
        self._budget = CompletionBudget(conversation.max_completion_tokens)
        self._citations = CitationParser(conversation.passages, conversation.files)
        self._message: MessageStep | None = None
        self._new_files = conversation.new_files
        self._engine_calls: dict[int, EngineCall] = {}
        self._usage: Usage | None = None
        self._finish: FinishReason | None = None
        self._refused: str | None = None

    async def write(self, tx: Tx, batch: Batch) -> None:
        """Write what came; with the last of it, or with what is too much, the turn is done.

        Raises:
            LeaseLost: the run is not this worker's any more; the transaction must not be committed.
        """
        held = await runs.hold(tx, self._run)
        for delta in batch.deltas:
            await self._take(tx, delta)
            if self._budget.exceeded:
                self._finish = "length"
            if self._is_cut:
                break
        if self._is_cut or batch.last:
            await self._end(tx, held)
        else:
            await self._flush(tx)

    @property
    def _is_cut(self) -> bool:
        """Whether nothing more of the turn is taken."""
        return self._budget.exceeded or self._refused is not None

    async def _take(self, tx: Tx, delta: Delta) -> None:
        if isinstance(delta, TextDelta):
            await self._take_text(tx, self._budget.take(delta.text))
        elif isinstance(delta, ToolCallDelta):
            await self._take_call(tx, delta)
        elif isinstance(delta, Usage):
            self._usage = delta
        elif isinstance(delta, CountsTokens):
            self._budget = CompletionBudget(None)
        else:
            self._finish = delta.reason

    async def _take_text(self, tx: Tx, text: str) -> None:
        if not text:
            return
        if self._message is None:
            await self.functions.flush(tx)
            self._message = await MessageStep.open(tx, self._run, self._new_files)
            self._new_files = ()
        self._message.add(self._citations.feed(text))

    async def _take_call(self, tx: Tx, delta: ToolCallDelta) -> None:
        call = self._engine_calls.get(delta.index)
        begins = call is None and delta.index not in self.functions
        if begins and not may_call(self._conversation, delta.kind, delta.name):
            self._refused = delta.name or delta.kind
            return
        await self._close_message(tx, None)
        self._budget.take(delta.name)
        self._budget.take(delta.arguments)
        if delta.index in self.functions or (begins and delta.kind == "function"):
            self.functions.add(tx, delta)
            return
        call = call or EngineCall.begun_by(delta, tx.ids)
        self._engine_calls[delta.index] = call.continued(delta.arguments)

    async def _flush(self, tx: Tx) -> None:
        if self._message is not None:
            await self._message.flush(tx)
        await self.functions.flush(tx)

    async def _close_message(
        self, tx: Tx, usage: JsonObject | None, incomplete_reason: str | None = None
    ) -> None:
        if self._message is not None:
            self._message.add(self._citations.finish())
            await self._message.close(tx, usage, incomplete_reason)
            self._message = None

    async def _end(self, tx: Tx, held: Row) -> None:
        """End the turn, and with it the run, unless it waits for its caller or uses tools."""
        self.done = True
        estimate = self._estimate()
        counted = self._usage or estimate
        limit = self._conversation.max_completion_tokens
        if limit is not None and counted.completion_tokens > limit:
            self._finish = "length"
        usage = usage_to_json(counted)
        used = usage_to_json(total([usage_from_json(held["usage"]), usage_from_json(usage)]))
        notes = {"usage": usage, "estimate": estimate.prompt_tokens}
        calls = list(self._engine_calls.values())
        ending = self._ending(calls)
        if self._finish is not None:
            await self._close_message(tx, usage, _INCOMPLETE_MESSAGE.get(self._finish))
        await self._flush(tx)
        if ending is not None:
            status, values = ending
            await end(tx, self._run, status, {**values, "usage": used})
        elif calls:
            await runs.hold(tx, self._run, {"usage": used})
            self.engine_step = await self._begin(tx, calls, notes)
        else:
            await self.functions.require_action(tx, notes, {"usage": used})

    def _ending(self, calls: Sequence[EngineCall]) -> tuple[RunStatus, Row] | None:
        """Return how the run ends with this turn; None if it goes on."""
        if self._refused:
            reason = f"The model called {self._refused}, which is no tool of this run."
            return RunStatus.FAILED, failed("invalid_prompt", reason)
        if self._finish is None:
            broken = failed("rate_limit_exceeded", "The answer of the model broke off.")
            return RunStatus.FAILED, broken
        if self._finish in _INCOMPLETE_RUN:
            return RunStatus.INCOMPLETE, incomplete(_INCOMPLETE_RUN[self._finish])
        if self._run["unread"] and any(call.kind == "file_search" for call in calls):
            return RunStatus.FAILED, failed(
                "server_error", unsearchable_reason(self._run["unread"])
            )
        return None if calls or self.functions else (RunStatus.COMPLETED, {})

    def _estimate(self) -> Usage:
        return Usage(count_tokens(self._conversation), self._budget.used)

    async def _begin(self, tx: Tx, calls: Sequence[EngineCall], notes: JsonObject) -> Row:
        """Begin the step of the engine's tools; whoever holds the run can make its calls."""
        stored = [call.stored(self._run) for call in calls]
        notes = {**notes, "queries": queries(calls)}
        step = await open_step(tx, self._run, details(stored), notes)
        deltas = [one for index, call in enumerate(stored) for one in call_deltas(index, call)]
        events.emit_all(tx, self._run["id"], STEP_DELTA, of_step(step["id"], deltas))
        return step
