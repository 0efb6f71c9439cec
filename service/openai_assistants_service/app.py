"""The web application: every request becomes a checked call of one operation."""

import logging
import time
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from openai_assistants_core import Operation, dumps

from . import routing
from .access import require_key
from .errors import ApiError, server_error
from .generations import Address, Generation, address
from .requests import flat, read_form, read_json
from .routes import HANDLERS, Call, Parts
from .store.tables import ACTIVE
from .unserved import UNSERVED, not_served
from .validation import Checker, read_query

_LOG = logging.getLogger(__name__)
_JSON = "application/json"

POLL_AFTER_MS = 20
"""How soon a client that polls a run may ask again."""


class App:
    """The service as an ASGI application."""

    def __init__(self, parts: Parts, api_key: str | None = None) -> None:
        self._parts = parts
        self._key = api_key
        self._checker = Checker()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request; lifespan and websockets are not for us."""
        if scope["type"] != "http":
            return
        request = Request(scope, receive)
        response = await self._respond(request)
        await response(scope, receive, send)
        await request.close()

    async def _respond(self, request: Request) -> Response:
        start = time.perf_counter()
        headers = flat(request.headers)
        azure = not request.url.path.startswith("/v1/")
        request_id = str(uuid4()) if azure else self._parts.database.ids.hexadecimal("req")
        try:
            response = await self._answer(request, headers)
        except ApiError as error:
            response = Response(dumps(error.body()), error.status, media_type=_JSON)
        except Exception:
            _LOG.exception("request %s failed", request_id)
            body = dumps(server_error(request_id).body())
            response = Response(body, 500, media_type=_JSON)
        took = int((time.perf_counter() - start) * 1000)
        response.headers.update(_signature(request_id, took, headers, azure=azure))
        return response

    async def _answer(self, request: Request, headers: Mapping[str, str]) -> Response:
        require_key(headers, self._key)
        path = _raw_path(request)
        where = address(path, request.query_params, headers, request.method)
        operation, values = routing.find(where, request.method, path)
        if operation.id in UNSERVED:
            raise not_served(operation.id)
        call = await self._call(operation, values, where, request)
        result = await HANDLERS[operation.id](call)
        if isinstance(result, Response):
            return result
        response = Response(dumps(operation.decode(result)), media_type=_JSON)
        if result.get("object") == "thread.run" and result["status"] in ACTIVE:
            response.headers["openai-poll-after-ms"] = str(POLL_AFTER_MS)
        return response

    async def _call(
        self,
        operation: Operation[Any],
        values: Mapping[str, str],
        where: Address,
        request: Request,
    ) -> Call:
        """Read and check everything a request says."""
        generation: Generation = where.generation
        query = read_query(operation.id, request.query_params.multi_items(), generation)
        self._checker.query(operation.id, query, generation)
        body: Any = {}
        upload = None
        if operation.media == "multipart/form-data":
            body, upload = await read_form(request)
        elif operation.media is not None:
            body = await read_json(request)
        if operation.body is not None:
            self._checker.body(operation.body, body, generation)
        return Call(self._parts, generation, values, query, body, upload)


def _raw_path(request: Request) -> str:
    """Return the path as it was sent, so that an escaped slash stays inside its segment."""
    raw: bytes | None = request.scope.get("raw_path")
    return request.url.path if raw is None else raw.partition(b"?")[0].decode("latin-1")


def _signature(
    request_id: str, took: int, headers: Mapping[str, str], *, azure: bool
) -> dict[str, str]:
    """Return the headers by which an answer can be told from others."""
    if not azure:
        return {
            "x-request-id": request_id,
            "openai-processing-ms": str(took),
            "openai-version": "2020-10-01",
        }
    signature = {
        "x-request-id": request_id,
        "apim-request-id": request_id,
        "openai-processing-ms": str(took),
    }
    if "x-ms-client-request-id" in headers:
        signature["x-ms-client-request-id"] = headers["x-ms-client-request-id"]
    return signature
