"""Starlette and uvicorn with one answer: `python -m benchmarks.bare_server` prints its URL."""

from __future__ import annotations

import socket

import uvicorn
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router

from .server import BODY


async def answer(_: Request) -> Response:
    """The assistant, whatever its id."""
    return Response(BODY, media_type="application/json")


def main() -> None:
    """Serves until the process is ended."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=1024)
    print(f"http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
    app = Router([Route("/v1/assistants/{id}", answer)])
    config = uvicorn.Config(app, lifespan="off", log_config=None, access_log=False)
    uvicorn.Server(config).run([listener])


if __name__ == "__main__":
    main()
