"""A proxy before the service, for clients that send placeholders in place of ids."""

import json
import socket
import threading
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager, contextmanager

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from openai_assistants import AsyncAssistantsClient, CompatibleEndpoint

from .placeholders import Target

_OWN = ("host", "content-length")
"""Headers that a request to the service gets anew."""


@contextmanager
def proxy(base_url: str) -> Iterator[str]:
    """Give the base URL of a proxy, in a thread, before the service that has this one.

    Its socket says that it is TCP: only then does asyncio switch Nagle's algorithm off, with which
    every answer would wait 40 ms.
    """
    with socket.socket(proto=socket.IPPROTO_TCP) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        config = uvicorn.Config(
            _app(base_url), log_config=None, access_log=False, timeout_graceful_shutdown=5
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


def _app(base_url: str) -> Starlette:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncGenerator[None]:
        async with (
            httpx.AsyncClient(base_url=base_url) as app.state.http,
            AsyncAssistantsClient(
                CompatibleEndpoint(base_url), http_client=app.state.http
            ) as app.state.client,
        ):
            yield

    route = Route("/{path:path}", _forward, methods=["GET", "POST", "DELETE"])
    return Starlette(routes=[route], exception_handlers={Exception: _failed}, lifespan=lifespan)


def _failed(request: Request, error: Exception) -> Response:
    """Say what the proxy could not do, to clients that are not to try again."""
    return Response(repr(error), 500, {"x-should-retry": "false"})


async def _forward(request: Request) -> Response:
    """Send a request on with real ids, and give back what is answered, as it comes."""
    http: httpx.AsyncClient = request.app.state.http
    target = await Target.of(request.app.state.client, request.path_params["path"])
    query = await target.query(request.query_params.multi_items())
    body = await request.body()
    if body and request.headers.get("content-type") == "application/json":
        body = json.dumps(await target.body(json.loads(body))).encode()
    headers = [(name, value) for name, value in request.headers.items() if name not in _OWN]
    sent = http.build_request(
        request.method, target.path, params=tuple(query), headers=headers, content=body
    )
    answered = await http.send(sent, stream=True)
    return StreamingResponse(
        answered.aiter_raw(),
        answered.status_code,
        dict(answered.headers),
        background=BackgroundTask(answered.aclose),
    )
