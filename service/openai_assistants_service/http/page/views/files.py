"""Uploaded files."""

from starlette.responses import Response

from ..visit import Visit
from .lists import read_list


async def index(visit: Visit) -> Response:
    """List the files."""
    rows, more = await read_list(visit, "list_files")
    return await visit.render("files.html", files=rows, more=more)


async def show(visit: Visit) -> Response:
    """Show what is known of a file."""
    path = {"file_id": visit.path("file_id")}
    return await visit.render("file.html", file=await visit.call("get_file", path))


async def content(visit: Visit) -> Response:
    """Send the bytes of a file, which a browser saves and never opens as a page."""
    answer = await visit.respond("get_file_content", {"file_id": visit.path("file_id")})
    if not isinstance(answer, Response):
        raise TypeError("the contents of a file are no JSON")
    return answer
