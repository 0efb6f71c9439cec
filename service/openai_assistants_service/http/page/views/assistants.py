"""Assistants."""

from starlette.responses import Response

from ..visit import Visit
from .lists import read_list


async def index(visit: Visit) -> Response:
    """List the assistants."""
    rows, more = await read_list(visit, "list_assistants")
    return await visit.render("assistants.html", assistants=rows, more=more)


async def show(visit: Visit) -> Response:
    """Show an assistant."""
    path = {"assistant_id": visit.path("assistant_id")}
    return await visit.render("assistant.html", assistant=await visit.call("get_assistant", path))
