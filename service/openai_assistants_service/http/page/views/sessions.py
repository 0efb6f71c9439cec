"""Beginning a session with the key, and ending it."""

from starlette.responses import Response

from ....errors import ApiError
from ..access import keep
from ..visit import Visit

_RETURN = "next"


async def ask_for_key(visit: Visit, error: str | None = None) -> Response:
    """Ask for the key; with it one gets to the page that was asked for."""
    wanted = visit.form.get(_RETURN) or visit.request.url.path
    if visit.request.method != "GET":
        wanted = visit.form.get(_RETURN, "/")
    return await visit.render("key.html", 401, error=error, wanted=wanted)


async def begin(visit: Visit) -> Response:
    """Begin a session with the key that was typed."""
    try:
        session = visit.access.begin(visit.form.get("key", ""))
    except ApiError:
        return await ask_for_key(visit, "That is not the key of this service.")
    response = visit.go_to(_own_path(visit.form.get(_RETURN, "/")))
    keep(response, visit.request, session)
    return response


async def end(visit: Visit) -> Response:
    """End the session."""
    visit.access.end(visit.session)
    return visit.go_to("/")


def _own_path(path: str) -> str:
    """Return a path of the page itself; for anything else, its first."""
    return path if path.startswith("/page/") else "/"
