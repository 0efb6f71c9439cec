"""The web application: every request becomes a checked call of one operation."""

import asyncio
import logging
import time
from collections.abc import Mapping
from contextlib import AsyncExitStack
from functools import cache, partial
from typing import Any
from uuid import uuid4

from attrs import evolve
from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from openai_assistants_core import Operation, dumps

from ..errors import ApiError, server_error
from ..runs.lifecycle import ACTIVE
from ..storage.conflicts import until_settled
from ..storage.database import Transactions
from ..turns import Turns
from . import routing
from .auth import Gate
from .body import lower_case, read_body
from .event_place import last_event
from .handlers import HANDLERS, Call, Services
from .idempotency import RETENTION_HEADER, Keyed, digest, key_of
from .models import ModelList
from .observed import KEY_NAME, OPERATION, REQUEST_ID
from .page.paths import is_page
from .polls import WAITED, PollHint, preferred_wait
from .providers import Address, ApiVersion, address
from .streaming import open_stream
from .unsupported import UNSUPPORTED_OPERATIONS, unsupported_operation
from .validation import Checker, read_query

_LOG = logging.getLogger(__name__)
_JSON = "application/json"


class App:
    """The service as an ASGI application."""

    def __init__(self, services: Services, gate: Gate | None = None) -> None:
        self._services = services
        self._gate = gate or Gate(services.database)
        self._of_tenant = cache(services.of)
        self._checker = Checker()
        self._turns = Turns()
        self._hint = PollHint(services.database.clock)
        self._models = ModelList(services.models.names(), int(services.database.clock()))
        self._site: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request; lifespan and websockets are not for us."""
        if scope["type"] != "http":
            return
        request = Request(scope, receive)
        if is_page(request.method, request.url.path, request.headers):
            await self._page()(scope, receive, send)
            return
        response, added = await self._respond(request)

        async def send_with_headers(message: Message) -> None:
            """Add the headers of every answer, the 416 that a response makes of itself included."""
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(added)
            await send(message)

        await response(scope, receive, send_with_headers)
        await request.close()

    def _page(self) -> ASGIApp:
        """Return the page; its libraries are loaded when it is first asked for."""
        if self._site is None:
            from .page.site import Site

            self._site = Site(self._services, self._gate, self._checker)
        return self._site

    async def _respond(self, request: Request) -> tuple[Response, dict[str, str]]:
        start = time.perf_counter()
        if request.method != "GET":
            await self._turns.begin()
        headers = lower_case(request.headers)
        azure = not request.url.path.startswith("/v1/")
        request_id = str(uuid4()) if azure else self._services.database.ids.hexadecimal("req")
        request.scope[REQUEST_ID] = request_id
        try:
            response = await self._answer(request, headers, request_id)
        except ApiError as error:
            response = Response(dumps(error.body()), error.status, error.headers, _JSON)
        except (ClientDisconnect, asyncio.CancelledError):
            response = Response(status_code=400)  # nobody reads it: the connection is gone
        except Exception:
            _LOG.exception("request %s failed", request_id)
            body = dumps(server_error(request_id).body())
            response = Response(body, 500, media_type=_JSON)
        took = int((time.perf_counter() - start) * 1000)
        return response, _headers(request_id, took, headers, azure=azure)

    async def _answer(
        self, request: Request, headers: Mapping[str, str], request_id: str
    ) -> Response:
        caller = await self._gate.admit(headers, request.url.scheme)
        request.scope[KEY_NAME] = caller.name
        path = _raw_path(request)
        where = address(path, request.query_params, headers, request.method)
        if models := self._models.answer(where, request.method):
            return models
        operation, values = routing.find(where, request.method, path)
        request.scope[OPERATION] = operation.id
        if operation.id in UNSUPPORTED_OPERATIONS:
            raise unsupported_operation(operation.id)
        key = key_of(request)
        async with AsyncExitStack() as until_answered:
            services = self._of_tenant(caller.tenant)
            call = await self._call(
                services, operation, values, where, request, until_answered=until_answered
            )
            carry_out = partial(self._carry_out, operation, call, key)
            if call.streams:
                return await open_stream(call, last_event(request), carry_out, request_id)
            return await carry_out()

    async def _carry_out(self, operation: Operation[Any], call: Call, key: str | None) -> Response:
        """Handle a call; with a key, once. What lost against another call is tried again."""
        database = call.services.database
        act = partial(self._handle, operation, call)
        if key is None:
            return await until_settled(partial(act, database))
        return await until_settled(partial(Keyed(key, call.digest).once, database, act))

    async def _handle(
        self, operation: Operation[Any], call: Call, database: Transactions
    ) -> Response:
        """Handle a call, in transactions of `database`, and serialize its result."""
        result = await HANDLERS[operation.id](evolve(call, database=database))
        if isinstance(result, Response):
            return result
        response = Response(dumps(result), media_type=_JSON)
        if result.get("object") == "thread.run":
            if result["status"] in ACTIVE:
                response.headers.update(await self._hint.headers(result, database))
            if call.wait:
                response.headers.update(WAITED)
        return response

    async def _call(
        self,
        services: Services,
        operation: Operation[Any],
        values: Mapping[str, str],
        where: Address,
        request: Request,
        *,
        until_answered: AsyncExitStack,
    ) -> Call:
        """Read and check everything a request says."""
        api_version: ApiVersion = where.api_version
        query = read_query(operation.id, request.query_params.multi_items(), api_version)
        query = self._checker.query(operation.id, query, api_version)
        body = await read_body(request, operation.media, services.blobs, until_answered)
        fields = body.fields
        if operation.body is not None:
            fields = self._checker.body(operation.body, fields, api_version)
        return Call(
            services,
            services.database,
            api_version,
            where.provider,
            values,
            query,
            fields,
            body.upload,
            preferred_wait(request.headers) if request.method == "GET" else 0.0,
            digest(request.method, _raw_path(request), request.url.query, api_version, body.digest),
        )


def _raw_path(request: Request) -> str:
    """Return the path as it was sent, so that an escaped slash stays inside its segment."""
    raw: bytes | None = request.scope.get("raw_path")
    return request.url.path if raw is None else raw.partition(b"?")[0].decode("latin-1")


def _headers(
    request_id: str, took: int, headers: Mapping[str, str], *, azure: bool
) -> dict[str, str]:
    """Return the headers that every answer has, as OpenAI or Azure sends them."""
    added = {
        "x-request-id": request_id,
        "openai-processing-ms": str(took),
        **RETENTION_HEADER,
    }
    if not azure:
        return {**added, "openai-version": "2020-10-01"}
    added["apim-request-id"] = request_id
    if "x-ms-client-request-id" in headers:
        added["x-ms-client-request-id"] = headers["x-ms-client-request-id"]
    return added
