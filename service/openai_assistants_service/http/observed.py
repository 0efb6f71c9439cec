"""Tell what is asked for and how it was answered, in the log and in the metrics: never contents."""

import asyncio
import logging
import time

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ..metrics import Metrics

_LOG = logging.getLogger(__name__)

OPERATION = "assistants.operation"
REQUEST_ID = "assistants.request_id"
KEY_NAME = "assistants.key_name"
"""What the application writes into the scope of a request, once it knows."""


class Observed:
    """Counts and logs the requests to an application."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and tell of it once it is answered."""
        start = time.perf_counter()
        began, status, streams = 0.0, 0, False

        async def observe(message: Message) -> None:
            nonlocal began, status, streams
            if message["type"] == "http.response.start":
                began, status = time.perf_counter() - start, message["status"]
                if _is_stream(message):
                    streams = True
                    self._metrics.streams.value += 1
            await send(message)

        try:
            await self._app(scope, receive, observe)
        except asyncio.CancelledError:
            status = status or 499  # as nginx counts a client that went away
            raise
        finally:
            self._metrics.streams.value -= streams
            if status:
                self._tell(scope, status, began, time.perf_counter() - start)

    def _tell(self, scope: Scope, status: int, began: float, took: float) -> None:
        operation: str = scope.get(OPERATION, "")
        self._metrics.requests[operation, status] += 1
        self._metrics.request_seconds.observe(began)
        if _LOG.isEnabledFor(logging.INFO):
            fields = {
                "operation": operation or None,
                "method": scope["method"],
                "status": status,
                "ms": round(took * 1000, 1),
                "request_id": scope.get(REQUEST_ID),
                "key": scope.get(KEY_NAME),
            }
            _LOG.info("request", extra={"fields": fields})


def _is_stream(start: Message) -> bool:
    headers: list[tuple[bytes, bytes]] = start["headers"]
    return any(
        name == b"content-type" and value.startswith(b"text/event-stream")
        for name, value in headers
    )
