"""Run steps."""

from typing import Any

from ...storage import runs, steps
from ...storage.database import Tx
from ...storage.paging import Window
from ..serializers import serialize_page, serialize_step
from .call import Call, Handler


async def _require_run(tx: Tx, call: Call) -> None:
    await runs.get(tx, call.path["thread_id"], call.path["run_id"])


async def listing(call: Call) -> dict[str, Any]:
    """List the steps of a run."""
    async with call.database.read() as tx:
        await _require_run(tx, call)
        found = await steps.listing(tx, call.path["run_id"], Window.of(call.query))
    data = [serialize_step(row, call.api_version, contents=call.contents) for row in found.rows]
    return serialize_page(data, found.has_more)


async def retrieve(call: Call) -> dict[str, Any]:
    """Read a step."""
    async with call.database.read() as tx:
        await _require_run(tx, call)
        row = await steps.get(tx, call.path["run_id"], call.path["step_id"])
    return serialize_step(row, call.api_version, contents=call.contents)


HANDLERS: dict[str, Handler] = {"list_run_steps": listing, "get_run_step": retrieve}
