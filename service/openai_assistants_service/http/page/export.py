"""A thread with all that belongs to it, in one JSON object."""

from ...json_types import JsonObject
from ...storage import messages, overview, runs, threads
from ...storage.database import Tx
from ...storage.paging import Window
from ..serializers import serialize_message, serialize_run, serialize_step, serialize_thread
from .visit import API_VERSION

_ALL = 1_000_000


async def read_thread(tx: Tx, thread_id: str) -> JsonObject:
    """Return `thread`, `messages`, and `runs` each with its `steps`, all oldest first.

    The objects are what the API shows of them, the texts that searches found included.

    Raises:
        ApiError: there is no such thread.
    """
    window = Window(limit=_ALL, ascending=True)
    thread = await threads.get(tx, thread_id)
    said = await messages.listing(tx, thread_id, window, None)
    made = await runs.listing(tx, thread_id, window)
    exported: dict[str, JsonObject] = {
        run["id"]: {**serialize_run(run, API_VERSION), "steps": []} for run in made.rows
    }
    for row in await overview.steps_of(tx, list(exported)):
        step = serialize_step(row, API_VERSION, contents=True)
        exported[row["run_id"]]["steps"].append(step)
    return {
        "thread": serialize_thread(thread, API_VERSION),
        "messages": [serialize_message(row, API_VERSION) for row in said.rows],
        "runs": list(exported.values()),
    }
