"""A thread as people read it: messages, and the runs between them with their steps."""

from collections.abc import Iterable, Sequence
from typing import Any

from attrs import evolve, frozen

from ...json_types import JsonObject
from ...storage import files, messages, overview, runs, threads
from ...storage.database import Row, Tx
from ...storage.paging import Window
from ..serializers import serialize_message, serialize_run, serialize_step, serialize_thread
from .visit import API_VERSION

PAGE = 50
"""The most messages on a page."""


@frozen
class StepView:
    """A step; if it made a message that is at hand, that too.

    Attributes:
        queries: what its searches looked for, by the id of the call.
    """

    step: JsonObject
    queries: JsonObject
    message: JsonObject | None = None

    @classmethod
    def of(cls, row: Row) -> "StepView":
        """Make one of a stored step, without its message."""
        notes: JsonObject = row["notes"] or {}
        queries: JsonObject = notes.get("queries") or {}
        return cls(serialize_step(row, API_VERSION, contents=True), queries)


@frozen
class RunView:
    """A run with its steps, and what it wrote without a step that says so."""

    run: JsonObject
    steps: list[StepView]
    others: list[JsonObject]
    assistant_name: str | None


@frozen
class Conversation:
    """A page of a thread, oldest first.

    Attributes:
        items: messages as the API has them, and runs.
        filenames: of the files that are named in them and still there, by id.
        earlier: the message before which there are more; None if there are none.
    """

    thread: JsonObject
    items: list[JsonObject | RunView]
    filenames: dict[str, str]
    earlier: str | None


async def read_conversation(tx: Tx, thread_id: str, before: str | None) -> Conversation:
    """Read the newest messages of a thread, or those before one of them, with their runs.

    Raises:
        ApiError: there is no such thread or message.
    """
    thread = await threads.get(tx, thread_id)
    found = await messages.listing(tx, thread_id, Window(PAGE, after=before), None)
    rows = found.rows[::-1]
    beside = await overview.runs_beside(tx, thread_id, rows, latest=before is None)
    views = await _views(tx, beside, rows)
    return Conversation(
        serialize_thread(thread, API_VERSION),
        _in_order(rows, beside, views),
        await file_names(tx, rows),
        rows[0]["id"] if found.has_more else None,
    )


async def read_run(tx: Tx, thread_id: str, run_id: str) -> tuple[RunView, dict[str, str]]:
    """Read a run with all that it wrote, and the names of the files in that.

    Raises:
        ApiError: there is no such thread or run.
    """
    run = await runs.get(tx, thread_id, run_id)
    window = Window(limit=1000, ascending=True)
    rows = (await messages.listing(tx, thread_id, window, run_id)).rows
    return (await _views(tx, [run], rows))[run_id], await file_names(tx, rows)


async def file_names(tx: Tx, rows: Iterable[Row]) -> dict[str, str]:
    """Return the names of the files that messages name, by id."""
    ids = {one["file_id"] for row in rows for one in row["attachments"]}
    for row in rows:
        for part in row["content"]:
            if part["type"] == "image_file":
                ids.add(part["image_file"]["file_id"])
    found = await files.by_id(tx, sorted(ids))
    return {file_id: row["filename"] for file_id, row in found.items()}


async def _views(tx: Tx, found: Sequence[Row], rows: Sequence[Row]) -> dict[str, RunView]:
    """Return runs with their steps, by id."""
    written = {row["id"]: serialize_message(row, API_VERSION) for row in rows if row["run_id"]}
    steps: dict[str, list[StepView]] = {run["id"]: [] for run in found}
    for row in await overview.steps_of(tx, list(steps)):
        view = StepView.of(row)
        message = written.pop(_message_id(view.step), None)
        steps[row["run_id"]].append(evolve(view, message=message))
    names = await overview.assistant_names(tx, [run["assistant_id"] for run in found])
    return {
        run["id"]: RunView(
            serialize_run(run, API_VERSION),
            steps[run["id"]],
            [one for one in written.values() if one["run_id"] == run["id"]],
            names.get(run["assistant_id"]),
        )
        for run in found
    }


def _message_id(step: JsonObject) -> str:
    """Return the id of the message that a step made; of another step, no id."""
    made: JsonObject = step["step_details"].get("message_creation") or {}
    return str(made.get("message_id", ""))


def _in_order(
    rows: Sequence[Row], beside: Sequence[Row], views: dict[str, RunView]
) -> list[JsonObject | RunView]:
    """Put runs where their first message is; those without one, by the time of their creation."""
    writers = {row["run_id"] for row in rows}
    silent = [run for run in beside if run["id"] not in writers]
    left = dict(views)
    items: list[JsonObject | RunView] = []

    def place_silent(**limit: Any) -> None:
        while silent and all(silent[0][name] < value for name, value in limit.items()):
            items.append(left.pop(silent.pop(0)["id"]))

    by_id = {run["id"]: run for run in beside}
    for row in rows:
        run = by_id.get(row["run_id"])
        if run is None:
            place_silent(created_at=row["created_at"])
            items.append(serialize_message(row, API_VERSION))
        elif run["id"] in left:
            place_silent(seq=run["seq"])
            items.append(left.pop(run["id"]))
    place_silent()
    return items
