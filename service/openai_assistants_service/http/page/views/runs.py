"""One run in full, its progress, and what can be done about it."""

from starlette.responses import Response

from ....errors import bad_request
from ..conversation import read_run
from ..live import open_live
from ..paths import ROOT
from ..visit import Visit

_OUTPUT = "output."


def _ids(visit: Visit) -> dict[str, str]:
    return {"thread_id": visit.path("thread_id"), "run_id": visit.path("run_id")}


def _thread(visit: Visit) -> Response:
    return visit.go_to(f"{ROOT}/threads/{visit.path('thread_id')}#end")


async def show(visit: Visit) -> Response:
    """Show all of a run."""
    async with visit.services.database.read() as tx:
        view, names = await read_run(tx, **_ids(visit))
    return await visit.render("run.html", view=view, filenames=names)


async def live(visit: Visit) -> Response:
    """Send what changes of a run that is shown, until it ends or waits for its caller."""
    return await open_live(visit, **_ids(visit))


async def cancel(visit: Visit) -> Response:
    """Cancel a run."""
    await visit.act("cancel_run", _ids(visit))
    return _thread(visit)


async def submit(visit: Visit) -> Response:
    """Give a run the outputs of the functions that it waits for."""
    outputs = [
        {"tool_call_id": name.removeprefix(_OUTPUT), "output": value}
        for name, value in visit.form.items()
        if name.startswith(_OUTPUT)
    ]
    if not outputs:
        raise bad_request("No output was given.")
    await visit.act("submit_tool_outputs", _ids(visit), {"tool_outputs": outputs})
    return _thread(visit)
