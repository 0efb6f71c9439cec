"""Runs."""

from typing import Any

from .. import intake
from ..errors import bad_request
from ..starting import refuse_stream, start_run
from ..store import runs, threads
from ..store.database import Record, Tx
from ..store.paging import Window
from ..tool_outputs import submit
from ..views import page_view, run_view
from .call import Call, Handler
from .threads import write_thread

_CANCELLABLE = ("queued", "in_progress", "requires_action")


async def create(call: Call) -> dict[str, Any]:
    """Start a run."""
    refuse_stream(call.body)
    thread_id = call.path["thread_id"]
    async with call.database.write() as tx:
        await threads.require(tx, thread_id)
        return _woken(tx, call, await start_run(tx, thread_id, call.body))


async def create_with_thread(call: Call) -> dict[str, Any]:
    """Create a thread and start a run on it."""
    refuse_stream(call.body)
    async with call.database.write() as tx:
        thread_id = await write_thread(tx, call.body.get("thread") or {}, "thread.")
        return _woken(tx, call, await start_run(tx, thread_id, call.body))


def _woken(tx: Tx, call: Call, run: Record) -> dict[str, Any]:
    tx.afterwards(call.parts.worker.wake)
    return run_view(run, call.generation)


async def listing(call: Call) -> dict[str, Any]:
    """List the runs of a thread."""
    thread_id = call.path["thread_id"]
    async with call.database.read() as tx:
        await threads.require(tx, thread_id)
        found = await runs.listing(tx, thread_id, Window.of(call.query))
    return page_view([run_view(row, call.generation) for row in found.rows], found.has_more)


async def retrieve(call: Call) -> dict[str, Any]:
    """Read a run."""
    async with call.database.read() as tx:
        await threads.require(tx, call.path["thread_id"])
        row = await runs.get(tx, call.path["thread_id"], call.path["run_id"])
    return run_view(row, call.generation)


async def update(call: Call) -> dict[str, Any]:
    """Change the metadata of a run, unless it is just being worked on."""
    thread_id, run_id = call.path["thread_id"], call.path["run_id"]
    async with call.database.write() as tx:
        await threads.require(tx, thread_id)
        run = await runs.get(tx, thread_id, run_id)
        if run["status"] == "in_progress":
            raise bad_request(f"Cannot update run with status '{run['status']}'.")
        if "metadata" in call.body:
            await runs.set_metadata(tx, run_id, intake.metadata(call.body["metadata"]))
        return run_view(await runs.get(tx, thread_id, run_id), call.generation)


async def cancel(call: Call) -> dict[str, Any]:
    """Ask for a run to be cancelled; the worker does it."""
    async with call.database.write() as tx:
        await threads.require(tx, call.path["thread_id"])
        run = await runs.get(tx, call.path["thread_id"], call.path["run_id"])
        if run["status"] not in _CANCELLABLE:
            raise bad_request(f"Cannot cancel run with status '{run['status']}'.")
        run = await runs.move(tx, run["id"], {"status": "cancelling", "required_action": None})
        return _woken(tx, call, run)


async def submit_outputs(call: Call) -> dict[str, Any]:
    """Take the outputs of the functions a run waits for."""
    refuse_stream(call.body)
    async with call.database.write() as tx:
        await threads.require(tx, call.path["thread_id"])
        run = await runs.get(tx, call.path["thread_id"], call.path["run_id"])
        return _woken(tx, call, await submit(tx, run, call.body["tool_outputs"]))


HANDLERS: dict[str, Handler] = {
    "create_run": create,
    "create_thread_and_run": create_with_thread,
    "list_runs": listing,
    "get_run": retrieve,
    "update_run": update,
    "cancel_run": cancel,
    "submit_tool_outputs": submit_outputs,
}
