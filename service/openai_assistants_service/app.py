"""The web application: every request becomes a checked call of one operation."""

import logging
import time
from collections.abc import Mapping
from contextlib import AsyncExitStack
from functools import partial
from typing import Any
from uuid import uuid4

from attrs import evolve
from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from openai_assistants_core import Operation, dumps

from . import routing
from .access import require_key
from .errors import ApiError, server_error
from .generations import Address, Generation, address
from .idempotency import RETENTION_HEADER, Keyed, digest, key_of
from .requests import flat, read_body
from .routes import HANDLERS, Call, Parts
from .store.database import Transactions
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
        response, signature = await self._respond(request)

        async def signed(message: Message) -> None:
            """Sign every answer, the 416 that a response makes of itself among them."""
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(signature)
            await send(message)

        await response(scope, receive, signed)
        await request.close()

    async def _respond(self, request: Request) -> tuple[Response, dict[str, str]]:
        start = time.perf_counter()
        headers = flat(request.headers)
        azure = not request.url.path.startswith("/v1/")
        request_id = str(uuid4()) if azure else self._parts.database.ids.hexadecimal("req")
        try:
            response = await self._answer(request, headers)
        except ApiError as error:
            response = Response(dumps(error.body()), error.status, media_type=_JSON)
        except ClientDisconnect:
            response = Response(status_code=400)  # nobody reads it
        except Exception:
            _LOG.exception("request %s failed", request_id)
            body = dumps(server_error(request_id).body())
            response = Response(body, 500, media_type=_JSON)
        took = int((time.perf_counter() - start) * 1000)
        return response, _signature(request_id, took, headers, azure=azure)

    async def _answer(self, request: Request, headers: Mapping[str, str]) -> Response:
        require_key(headers, self._key)
        path = _raw_path(request)
        where = address(path, request.query_params, headers, request.method)
        operation, values = routing.find(where, request.method, path)
        if operation.id in UNSERVED:
            raise not_served(operation.id)
        key = key_of(request)
        async with AsyncExitStack() as until_answered:
            call = await self._call(operation, values, where, request, until_answered)
            if key is None:
                return await _carry_out(operation, call, self._parts.database)
            keyed = Keyed(key, call.digest)
            return await keyed.once(self._parts.database, partial(_carry_out, operation, call))

    async def _call(
        self,
        operation: Operation[Any],
        values: Mapping[str, str],
        where: Address,
        request: Request,
        until_answered: AsyncExitStack,
    ) -> Call:
        """Read and check everything a request says."""
        generation: Generation = where.generation
        query = read_query(operation.id, request.query_params.multi_items(), generation)
        self._checker.query(operation.id, query, generation)
        body = await read_body(request, operation.media, self._parts.uploads, until_answered)
        if operation.body is not None:
            self._checker.body(operation.body, body.said, generation)
        return Call(
            self._parts,
            self._parts.database,
            generation,
            values,
            query,
            body.said,
            body.upload,
            digest(request.method, _raw_path(request), request.url.query, generation, body.digest),
        )


async def _carry_out(operation: Operation[Any], call: Call, database: Transactions) -> Response:
    """Do what a call asks for, in transactions from there, and put it into a response."""
    result = await HANDLERS[operation.id](evolve(call, database=database))
    if isinstance(result, Response):
        return result
    response = Response(dumps(operation.decode(result)), media_type=_JSON)
    if result.get("object") == "thread.run" and result["status"] in ACTIVE:
        response.headers["openai-poll-after-ms"] = str(POLL_AFTER_MS)
    return response


def _raw_path(request: Request) -> str:
    """Return the path as it was sent, so that an escaped slash stays inside its segment."""
    raw: bytes | None = request.scope.get("raw_path")
    return request.url.path if raw is None else raw.partition(b"?")[0].decode("latin-1")


def _signature(
    request_id: str, took: int, headers: Mapping[str, str], *, azure: bool
) -> dict[str, str]:
    """Return the headers by which an answer can be told from others."""
    signature = {
        "x-request-id": request_id,
        "openai-processing-ms": str(took),
        **RETENTION_HEADER,
    }
    if not azure:
        return {**signature, "openai-version": "2020-10-01"}
    signature["apim-request-id"] = request_id
    if "x-ms-client-request-id" in headers:
        signature["x-ms-client-request-id"] = headers["x-ms-client-request-id"]
    return signature
