"""One message in full, and what its citations refer to."""

from starlette.responses import Response

from ....errors import not_found
from ....storage import messages, overview, threads
from ...serializers import serialize_message
from ..citations import find_cited
from ..content import annotations_of
from ..conversation import file_names
from ..visit import API_VERSION, Visit


async def show(visit: Visit) -> Response:
    """Show all of a message."""
    async with visit.services.database.read() as tx:
        await threads.require(tx, visit.path("thread_id"))
        row = await messages.get(tx, visit.path("thread_id"), visit.path("message_id"))
        names = await file_names(tx, [row])
    message = serialize_message(row, API_VERSION)
    return await visit.render("message.html", message=message, filenames=names)


async def citation(visit: Visit) -> Response:
    """Show the chunk that a citation refers to; for a dialog, nothing but that."""
    number = int(visit.path("number"))
    async with visit.services.database.read() as tx:
        await threads.require(tx, visit.path("thread_id"))
        row = await messages.get(tx, visit.path("thread_id"), visit.path("message_id"))
        steps = await overview.steps_of(tx, [row["run_id"]]) if row["run_id"] else []
    annotations = annotations_of(row)
    if number >= len(annotations) or "file_citation" not in annotations[number]:
        raise not_found("citation", str(number))
    return await visit.render(
        "_citation.html" if "hx-request" in visit.request.headers else "citation.html",
        cited=find_cited(annotations[number], steps),
        message=row,
    )
