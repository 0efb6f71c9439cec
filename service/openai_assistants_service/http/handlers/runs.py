"""Runs."""

from typing import Any

from starlette.responses import Response

from ...errors import bad_request
from ...runs import transitions
from ...runs.create_run import create_run
from ...runs.lifecycle import CANCELLABLE, RunStatus
from ...runs.tool_outputs import submit
from ...storage import events, runs, threads
from ...storage.database import Row, Tx
from ...storage.paging import Window
from .. import normalise
from ..event_place import EventPlace
from ..images import check_images
from ..polls import until_attended
from ..serializers import serialize_page, serialize_run
from .call import Call, Handler
from .threads import write_thread


async def create(call: Call) -> dict[str, Any] | Response:
    """Create a run."""
    thread_id = call.path["thread_id"]
    async with call.database.write() as tx:
        thread = await threads.require(tx, thread_id)
        added = call.body.get("additional_messages") or ()
        await check_images(tx, call.services.blobs, added, "additional_messages")
        return _woken(tx, call, await create_run(tx, thread, normalise.run(call.body)))


async def create_with_thread(call: Call) -> dict[str, Any] | Response:
    """Create a thread and a run on it."""
    async with call.database.write() as tx:
        thread_id = await write_thread(tx, call, call.body.get("thread") or {}, "thread")
        thread = await threads.get(tx, thread_id)
        return _woken(tx, call, await create_run(tx, thread, normalise.run(call.body), new=True))


def _woken(tx: Tx, call: Call, run: Row, after: int = 0) -> dict[str, Any] | Response:
    """Have the run executed; answer with it, or with where the stream that is asked for begins."""
    tx.on_commit(call.services.worker.wake)
    if call.streams:
        return EventPlace(run["id"], after).as_response()
    return serialize_run(run, call.api_version)


async def listing(call: Call) -> dict[str, Any]:
    """List the runs of a thread."""
    thread_id = call.path["thread_id"]
    async with call.database.read() as tx:
        await threads.require(tx, thread_id)
        found = await runs.listing(tx, thread_id, Window.of(call.query))
    return serialize_page(
        [serialize_run(row, call.api_version) for row in found.rows], found.has_more
    )


async def retrieve(call: Call) -> dict[str, Any]:
    """Read a run; a request that prefers to wait is answered when the run needs its caller."""
    thread_id, run_id = call.path["thread_id"], call.path["run_id"]
    if call.wait:
        services = call.services
        row = await until_attended(
            services.database, thread_id, run_id, call.wait, services.stopping
        )
    else:
        async with call.database.read() as tx:
            row = await runs.get(tx, thread_id, run_id)
    return serialize_run(row, call.api_version)


async def update(call: Call) -> dict[str, Any]:
    """Change the metadata of a run, unless a worker is executing it."""
    thread_id, run_id = call.path["thread_id"], call.path["run_id"]
    async with call.database.write() as tx:
        run = await runs.get(tx, thread_id, run_id)
        if run["status"] == RunStatus.IN_PROGRESS:
            raise bad_request(f"Cannot update run with status '{run['status']}'.")
        if "metadata" in call.body:
            await runs.set_metadata(tx, run_id, normalise.metadata(call.body["metadata"]))
        return serialize_run(await runs.get(tx, thread_id, run_id), call.api_version)


async def cancel(call: Call) -> dict[str, Any] | Response:
    """Ask for a run to be cancelled; the worker does it."""
    async with call.database.write() as tx:
        run = await runs.get(tx, call.path["thread_id"], call.path["run_id"])
        if run["status"] not in CANCELLABLE:
            raise bad_request(f"Cannot cancel run with status '{run['status']}'.")
        return _woken(tx, call, await transitions.cancel(tx, run["id"]))


async def submit_outputs(call: Call) -> dict[str, Any] | Response:
    """Take the outputs of the functions a run waits for."""
    async with call.database.write() as tx:
        run = await runs.get(tx, call.path["thread_id"], call.path["run_id"])
        place = await events.last(tx, run["id"])
        return _woken(tx, call, await submit(tx, run, call.body["tool_outputs"]), place)


HANDLERS: dict[str, Handler] = {
    "create_run": create,
    "create_thread_and_run": create_with_thread,
    "list_runs": listing,
    "get_run": retrieve,
    "update_run": update,
    "cancel_run": cancel,
    "submit_tool_outputs": submit_outputs,
}
