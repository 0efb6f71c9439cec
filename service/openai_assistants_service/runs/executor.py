"""Execute one run until it ends, waits for its caller, or is another worker's."""

import asyncio
from collections.abc import Callable

from attrs import frozen

from ..interpreter.monty import Outcome
from ..interpreter.monty import run as run_code
from ..json_types import JsonObject
from ..models.builtin import Answer, CallFunctions, Conversation, RunCode, Search, Turn, plan
from ..search.find import find
from ..search.index import Indexer
from ..storage import expiry, messages, steps
from ..storage.database import Database, Row
from .citations import render, truncate
from .context import build_conversation, count_tokens, fit
from .lifecycle import RunStatus, StepStatus
from .tool_calls import code_call, code_done, search_call, search_done
from .unsupported_tools import unsearchable_reason, unsupported_tool
from .usage import Usage, completion_tokens, remaining
from .writer import RunWriter

_MAX_TURNS = 30


class TooManyTurns(Exception):
    """The model went on calling tools without end."""


@frozen
class Model:
    """What decides the turns of a run, and what runs the programs it writes."""

    plan: Callable[[Conversation], Turn] = plan
    run: Callable[[str], Outcome] = run_code


@frozen
class Executor:
    """Takes the turns of runs: asks the model for the next one, and does what it decided."""

    database: Database
    indexer: Indexer
    model: Model

    async def execute(self, run: Row, stopping: asyncio.Event) -> None:
        """Execute a claimed run; `stopping` makes it pause after a turn.

        Raises:
            LeaseLost: the run was taken away.
        """
        writer = RunWriter(self.database)
        if run["status"] == RunStatus.CANCELLING:
            await writer.end(run, RunStatus.CANCELLED)
            return
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
        if taken and taken[-1]["status"] == StepStatus.IN_PROGRESS:
            await self._complete_call(run, taken[-1], writer)
            return False
        if expired and _searches(run):
            await writer.end(run, RunStatus.FAILED, _store_expired(expired[0]))
            return True
        if reason := unsupported_tool(run["tool_choice"], run["tools"]):
            await writer.end(run, RunStatus.FAILED, _server_error(reason))
            return True
        used = _used(taken)
        conversation = build_conversation(run, thread, taken)
        fitting = fit(conversation, remaining(run["max_prompt_tokens"], used.prompt))
        if fitting is None:
            await writer.end(run, RunStatus.INCOMPLETE, _incomplete("max_prompt_tokens"))
            return True
        turn = await asyncio.to_thread(self.model.plan, fitting)
        return await self._carry_out(run, fitting, turn, writer, used)

    async def _carry_out(
        self, run: Row, conversation: Conversation, turn: Turn, writer: RunWriter, used: Usage
    ) -> bool:
        """Do what the model decided; return whether the run is out of the worker's hands."""
        usage = Usage(count_tokens(conversation), completion_tokens(turn))
        allowed = remaining(run["max_completion_tokens"], used.completion)
        too_long = allowed is not None and usage.completion > allowed
        if isinstance(turn, Answer):
            place = len(conversation.messages) + len(conversation.calls)
            text = render(turn, conversation.passages, place, run["response_format"])
            if too_long and allowed is not None:
                text = truncate(text, allowed)
                usage = Usage(usage.prompt, allowed)
            await writer.complete(run, text, usage)
        elif too_long:
            await writer.end(run, RunStatus.INCOMPLETE, _incomplete("max_completion_tokens"))
        elif isinstance(turn, CallFunctions):
            await writer.require_action(run, turn, usage)
        elif isinstance(turn, Search) and run["unread"]:
            await writer.end(
                run, RunStatus.FAILED, _server_error(unsearchable_reason(run["unread"]))
            )
        else:
            await self._begin_call(run, turn, usage, writer)
            return False
        return True

    async def _begin_call(
        self, run: Row, turn: RunCode | Search, usage: Usage, writer: RunWriter
    ) -> None:
        """Begin a program or a search; the next turn completes it."""
        ids = self.database.ids
        if isinstance(turn, RunCode):
            await writer.begin_call(run, code_call(ids, turn.source), usage, {})
        else:
            ranking = _search_settings(run)["ranking_options"]
            call = search_call(ids, ranking)
            await writer.begin_call(run, call, usage, {"query": turn.query})

    async def _complete_call(self, run: Row, step: Row, writer: RunWriter) -> None:
        """Run the program, or do the search, of a step that was begun."""
        call: JsonObject = step["step_details"]["tool_calls"][0]
        notes: JsonObject = step["notes"]
        if call["type"] == "code_interpreter":
            source = call["code_interpreter"]["input"]
            outcome = await asyncio.to_thread(self.model.run, source)
            notes = {**notes, "error": outcome.error}
            await writer.complete_call(run, step, code_done(call, outcome), notes)
            return
        settings = _search_settings(run)
        await self.indexer.catch_up(run["store_ids"])
        async with self.database.read() as tx:
            found = await find(
                tx,
                run["store_ids"],
                notes["query"],
                limit=int(settings.get("max_num_results") or 20),
                threshold=settings["ranking_options"]["score_threshold"],
            )
        await writer.complete_call(run, step, search_done(call, found), notes)


def _searches(run: Row) -> bool:
    return any(tool["type"] == "file_search" for tool in run["tools"])


def _store_expired(store_id: str) -> Row:
    message = f"Vector store {store_id} is expired."
    return {"last_error": {"code": "invalid_prompt", "message": message}}


def _server_error(message: str) -> Row:
    return {"last_error": {"code": "server_error", "message": message}}


def _incomplete(reason: str) -> Row:
    return {"incomplete_details": {"reason": reason}}


def _search_settings(run: Row) -> JsonObject:
    """Return the settings of the run's file search."""
    tools: list[JsonObject] = run["tools"]
    return next(tool["file_search"] for tool in tools if tool["type"] == "file_search")


def _used(taken: list[Row]) -> Usage:
    """Return what the turns so far have used."""
    nothing: JsonObject = {}
    usages = [(step["notes"] or nothing).get("usage") or nothing for step in taken]
    return Usage(
        sum(usage.get("prompt_tokens", 0) for usage in usages),
        sum(usage.get("completion_tokens", 0) for usage in usages),
    )
