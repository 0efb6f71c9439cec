"""The tools that the engine itself runs: file search and the code interpreter."""

from collections.abc import Sequence

from attrs import asdict, evolve, frozen

from ..json_types import JsonObject
from ..models.base import ToolCallDelta
from ..models.conversation import ToolKind
from ..search.find import find
from ..search.index import Indexer
from ..storage.database import Database, Row
from ..storage.ids import Ids
from .code_sessions import CodeSessions
from .tool_calls import argument, code_call, code_done, search_call, search_done

_MOST_RESULTS = 20


@frozen
class EngineCall:
    """A call of an engine's tool, as far as the model has written it."""

    id: str
    kind: ToolKind
    arguments: str = ""

    @classmethod
    def begun_by(cls, delta: ToolCallDelta, ids: Ids) -> "EngineCall":
        """Begin a call with its first piece."""
        return cls(delta.id or ids.new("call"), delta.kind)

    def continued(self, arguments: str) -> "EngineCall":
        """Return the call with the next piece of its arguments."""
        return evolve(self, arguments=self.arguments + arguments)

    def stored(self, run: Row) -> JsonObject:
        """Return the call as a step has it before it is made."""
        if self.kind == "code_interpreter":
            return code_call(self.id, argument(self.arguments, "input"))
        return search_call(self.id, _search_options(run)["ranking_options"])


def queries(calls: Sequence[EngineCall]) -> JsonObject:
    """Return what the searches look for, by the id of the call; steps do not show it."""
    return {
        call.id: argument(call.arguments, "query") for call in calls if call.kind == "file_search"
    }


@frozen
class Used:
    """What came of the calls of a step.

    Attributes:
        calls: as the step has them from now on.
        notes: of the step.
        files: the rows of the files that programs wrote.
    """

    calls: Sequence[JsonObject]
    notes: JsonObject
    files: Sequence[Row]


@frozen
class EngineTools:
    """Makes the calls of a step. Making one twice does no harm."""

    database: Database
    indexer: Indexer
    sessions: CodeSessions

    async def use(self, run: Row, step: Row) -> Used:
        """Make the calls of a step that was begun; return what came of them, to be written.

        Cancelling the task ends the program that runs.
        """
        notes: JsonObject = step["notes"]
        errors: dict[str, str | None] = {}
        made: dict[str, list[JsonObject]] = {}
        done: list[JsonObject] = []
        rows: list[Row] = []
        for call in step["step_details"]["tool_calls"]:
            if call["type"] == "code_interpreter":
                source: str = call["code_interpreter"]["input"]
                outcome, kept = await self.sessions.run(run, source)
                files = [one.file for one in kept]
                rows += [one.row for one in kept]
                errors[call["id"]] = outcome.error
                made[call["id"]] = [asdict(file) for file in files]
                done.append(code_done(call, outcome, files))
            else:
                done.append(await self._search(run, call, notes["queries"][call["id"]]))
        return Used(done, {**notes, "errors": errors, "files": made}, rows)

    async def _search(self, run: Row, call: JsonObject, query: str) -> JsonObject:
        options = _search_options(run)
        await self.indexer.catch_up(run["store_ids"])
        (wanted,) = await self.indexer.queries([query])
        async with self.database.of(run["tenant"]).read() as tx:
            found = await find(
                tx,
                run["store_ids"],
                wanted,
                limit=int(options.get("max_num_results") or _MOST_RESULTS),
                threshold=options["ranking_options"]["score_threshold"],
            )
        return search_done(call, found)


def _search_options(run: Row) -> JsonObject:
    """Return the settings of the run's file search, which it has: else no call was begun."""
    tools: list[JsonObject] = run["tools"]
    options: JsonObject = next(one["file_search"] for one in tools if one["type"] == "file_search")
    return options
