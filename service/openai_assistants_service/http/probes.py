"""What supervisors ask for: whether the process lives, whether it can serve, and its numbers."""

import logging

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from ..errors import ApiError
from ..runs.lifecycle import RunStatus
from ..storage import readiness
from ..storage.database import StorageError
from ..storage.overview import queue_state
from .auth import Gate, require_metrics
from .body import lower_case
from .exposition import exposition
from .handlers import Services
from .observed import OPERATION

_LOG = logging.getLogger(__name__)
_PATHS = {"/healthz": "healthz", "/readyz": "readyz", "/metrics": "metrics"}


class Probes:
    """Answers these paths, and passes everything else on."""

    def __init__(self, app: ASGIApp, services: Services, gate: Gate) -> None:
        self._app = app
        self._services = services
        self._gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        name = _PATHS.get(scope.get("path", ""))
        if name is None or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        scope[OPERATION] = name
        try:
            response = await self._answer(name, Request(scope))
        except ApiError as error:
            response = JSONResponse(error.body(), error.status, error.headers)
        except StorageError as error:
            _LOG.warning("not ready: %s", error)
            # A cause means that it names the path of the database, which is not for everybody.
            response = _unready("the database cannot be used" if error.__cause__ else str(error))
        await response(scope, receive, send)

    async def _answer(self, name: str, request: Request) -> Response:
        if name == "healthz":
            return JSONResponse({"status": "ok"})
        if name == "readyz":
            return await self._ready()
        headers = lower_case(request.headers)
        require_metrics(await self._gate.admit(headers, request.url.scheme))
        async with self._services.database.read() as tx:
            queue = await queue_state(tx, RunStatus.QUEUED)
        text, media_type = exposition(self._services.metrics, queue)
        return Response(text, media_type=media_type)

    async def _ready(self) -> Response:
        if self._services.stopping.is_set():
            return _unready("the service is shutting down")
        await readiness.check(self._services.database, self._services.blobs)
        return JSONResponse({"status": "ok"})


def _unready(reason: str) -> Response:
    return JSONResponse({"status": "unavailable", "reason": reason}, 503)
