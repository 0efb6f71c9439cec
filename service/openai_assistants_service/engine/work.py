"""Work on one run until it ends, waits for its caller, or is someone else's."""

import asyncio
from collections.abc import Callable

from attrs import frozen

from .. import foundry
from ..planner import Answer, CallFunctions, Conversation, RunCode, Search, Turn, plan
from ..sandbox import Outcome
from ..sandbox import run as run_code
from ..search.find import find
from ..search.index import Indexer
from ..store import expiry, messages, steps
from ..store.database import Database, Record
from .answers import shortened, written
from .budget import Spending, left, written_tokens
from .calls import code_call, code_done, search_call, search_done
from .conversation import conversation, fitted, size
from .turns import Turns

_MOST_TURNS = 30


class TooManyTurns(Exception):
    """The model went on calling tools without end."""


@frozen
class Model:
    """What decides the turns of a run, and what runs the programs it writes."""

    plan: Callable[[Conversation], Turn] = plan
    run: Callable[[str], Outcome] = run_code


@frozen
class Work:
    """How runs are worked on."""

    database: Database
    indexer: Indexer
    model: Model

    async def on(self, run: Record, stopping: asyncio.Event) -> None:
        """Work on a claimed run; `stopping` makes it pause after a turn.

        Raises:
            LeaseLost: the run was taken away.
        """
        turns = Turns(self.database)
        if run["status"] == "cancelling":
            await turns.end(run, "cancelled")
            return
        for _ in range(_MOST_TURNS):
            if stopping.is_set() or await self._turn(run, turns):
                return
        raise TooManyTurns(run["id"])

    async def _turn(self, run: Record, turns: Turns) -> bool:
        """Take one turn; return whether the run is out of the worker's hands."""
        async with self.database.read() as tx:
            said = await messages.history(tx, run["thread_id"])
            taken = await steps.history(tx, run["id"])
            gone = await expiry.expired(tx, run["store_ids"])
        if taken and taken[-1]["status"] == "in_progress":
            await self._finish(run, taken[-1], turns)
            return False
        if gone and _searches(run):
            await turns.end(run, "failed", _expired(gone[0]))
            return True
        if obstacle := foundry.obstacle(run["tool_choice"], run["tools"]):
            await turns.end(run, "failed", _cannot(obstacle))
            return True
        used = _used(taken)
        talk = fitted(conversation(run, said, taken), left(run["max_prompt_tokens"], used.prompt))
        if talk is None:
            reason = {"incomplete_details": {"reason": "max_prompt_tokens"}}
            await turns.end(run, "incomplete", reason)
            return True
        turn = await asyncio.to_thread(self.model.plan, talk)
        return await self._take(run, talk, turn, turns, used)

    async def _take(
        self, run: Record, talk: Conversation, turn: Turn, turns: Turns, used: Spending
    ) -> bool:
        """Do what the model decided."""
        spent = Spending(size(talk), written_tokens(turn))
        allowed = left(run["max_completion_tokens"], used.completion)
        too_much = allowed is not None and spent.completion > allowed
        if isinstance(turn, Answer):
            place = len(talk.messages) + len(talk.calls)
            text = written(turn, talk.passages, place, run["response_format"])
            if too_much and allowed is not None:
                text = shortened(text, allowed)
                spent = Spending(spent.prompt, allowed)
            await turns.answer(run, text, spent)
        elif too_much:
            reason = {"incomplete_details": {"reason": "max_completion_tokens"}}
            await turns.end(run, "incomplete", reason)
        elif isinstance(turn, CallFunctions):
            await turns.ask(run, turn, spent)
        elif isinstance(turn, Search) and run["unread"]:
            await turns.end(run, "failed", _cannot(foundry.unreadable(run["unread"])))
        else:
            await self._begin(run, turn, spent, turns)
            return False
        return True

    async def _begin(
        self, run: Record, turn: RunCode | Search, spent: Spending, turns: Turns
    ) -> None:
        """Begin a program or a search; the next turn finishes it."""
        ids = self.database.ids
        if isinstance(turn, RunCode):
            await turns.begin(run, code_call(ids, turn.source), spent, {})
        else:
            ranking = _settings(run)["ranking_options"]
            await turns.begin(run, search_call(ids, ranking), spent, {"query": turn.query})

    async def _finish(self, run: Record, step: Record, turns: Turns) -> None:
        """Run the program, or do the search, of a step that was begun."""
        call: Record = step["step_details"]["tool_calls"][0]
        notes: Record = step["notes"]
        if call["type"] == "code_interpreter":
            source = call["code_interpreter"]["input"]
            outcome = await asyncio.to_thread(self.model.run, source)
            notes = {**notes, "error": outcome.error}
            await turns.finish(run, step, code_done(call, outcome), notes)
            return
        settings = _settings(run)
        await self.indexer.catch_up(run["store_ids"])
        async with self.database.read() as tx:
            found = await find(
                tx,
                run["store_ids"],
                notes["query"],
                limit=int(settings.get("max_num_results") or 20),
                threshold=settings["ranking_options"]["score_threshold"],
            )
        await turns.finish(run, step, search_done(call, found), notes)


def _searches(run: Record) -> bool:
    return any(tool["type"] == "file_search" for tool in run["tools"])


def _expired(store_id: str) -> Record:
    message = f"Vector store {store_id} is expired."
    return {"last_error": {"code": "invalid_prompt", "message": message}}


def _cannot(message: str) -> Record:
    return {"last_error": {"code": "server_error", "message": message}}


def _settings(run: Record) -> Record:
    """Return the settings of the run's file search."""
    tools: list[Record] = run["tools"]
    return next(tool["file_search"] for tool in tools if tool["type"] == "file_search")


def _used(taken: list[Record]) -> Spending:
    """Return what the turns so far have spent."""
    nothing: Record = {}
    usages = [(step["notes"] or nothing).get("usage") or nothing for step in taken]
    return Spending(
        sum(usage.get("prompt_tokens", 0) for usage in usages),
        sum(usage.get("completion_tokens", 0) for usage in usages),
    )
