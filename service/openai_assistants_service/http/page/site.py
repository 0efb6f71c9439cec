"""The page as an ASGI application: who may see what, and what every answer says to the browser."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

from attrs import evolve
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route, Router
from starlette.staticfiles import StaticFiles
from starlette.types import Message, Receive, Scope, Send

from ...errors import ApiError
from ..auth import Gate
from ..body import lower_case
from ..handlers import Services
from ..same_origin import require_same_origin
from ..validation import Checker
from .access import Access, keep
from .forms import read_form
from .paths import ROOT
from .views import PUBLIC, VIEWS, View
from .views.sessions import ask_for_key
from .visit import TOKEN, Visit

_LOG = logging.getLogger(__name__)

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": _POLICY,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",  # with no-referrer, the Origin of a form would be null
    "x-content-type-options": "nosniff",
}
"""What every answer of the page says: only files of the package run as scripts, and style it."""

_FAILED = "The service had an error with this page; its log has more."
_STATIC = ROOT + "/static/"


class Site:
    """Answers the requests that `is_page` is true of."""

    def __init__(self, services: Services, gate: Gate, checker: Checker) -> None:
        self._services = services
        self._checker = checker
        self._gate = gate
        self._access = Access(gate, services.database.clock)
        self._static = StaticFiles(directory=Path(__file__).with_name("static"))
        routes = [
            Route(path, self._endpoint(view, public=path in PUBLIC), methods=[method])
            for method, path, view in VIEWS
        ]
        self._router = Router(
            [Route(_STATIC + "{name}", self._file), *routes], redirect_slashes=False
        )
        self._router.default = self._endpoint_of_nothing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers.setdefault("cache-control", "no-store")
            await send(message)

        await self._router(scope, receive, send_with_headers)

    async def _file(self, request: Request) -> Response:
        """Send a file that belongs to the page, to anyone."""
        try:
            response = await self._static.get_response(request.path_params["name"], request.scope)
        except HTTPException as error:
            response = Response(status_code=error.status_code)
        response.headers["cache-control"] = "no-cache"
        return response

    def _endpoint(
        self, view: View, *, public: bool = False
    ) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            known = self._access.session(request)
            visit = Visit(
                self._services,
                self._checker,
                self._access,
                request,
                known or self._access.new(),
                {},
            )
            response = await self._answer(visit, view, known, public)
            if known is None and "set-cookie" not in response.headers:
                keep(response, request, visit.session)
            return response

        return endpoint

    async def _answer(self, visit: Visit, view: View, known: str | None, public: bool) -> Response:
        """Return what a view says, or what is wrong, as a page."""
        try:
            await self._gate.refresh()
            if not self._access.guarded:
                require_same_origin(lower_case(visit.request.headers), visit.request.url.scheme)
            if visit.request.method == "POST":
                form = await read_form(visit.request)
                if not self._access.is_own(known, form.get(TOKEN, "")):
                    raise _foreign_form()
                visit = evolve(visit, form=form)
            tenant = self._access.tenant(visit.session)
            if tenant is not None:
                visit = evolve(visit, services=self._services.of(tenant))
            elif not public:
                return await ask_for_key(visit)
            return await view(visit)
        except ApiError as error:
            return await visit.render("error.html", error.status, message=error.message)
        except (ClientDisconnect, asyncio.CancelledError):
            return Response(status_code=400)  # nobody reads it: the connection is gone
        except Exception:
            _LOG.exception("%s failed", visit.request.url.path)
            return await visit.render("error.html", 500, message=_FAILED)

    async def _endpoint_of_nothing(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await self._endpoint(_nothing)(Request(scope, receive))
        await response(scope, receive, send)


async def _nothing(visit: Visit) -> Response:
    raise ApiError(404, f"There is no page {visit.request.url.path}.")


def _foreign_form() -> ApiError:
    return ApiError(
        403,
        "This form is not of this session: go back, load the page again, and send it once more. "
        "The page needs its cookie.",
    )
