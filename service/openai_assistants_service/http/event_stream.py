"""Answers that are streams of the events of a run: server-sent events, as WHATWG describes them."""

import asyncio
import logging
import re
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Any

from attrs import frozen
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from openai_assistants_core import dumps

from ..errors import ApiError, server_error
from ..runs.event_reader import EventReader, RunDeleted
from ..storage.database import Row
from .event_place import EVENT_STREAM, RETENTION_HEADER, EventPlace
from .providers import ApiVersion
from .serializers import serialize_event

_LOG = logging.getLogger(__name__)

_DONE = b"event: done\ndata: [DONE]\n\n"
_KEEP_ALIVE = b": keep-alive\n"
"""A comment, without an empty line: azure-ai-agents takes what is before one for an event."""

_LINE_ENDS = re.compile("|".join("\x85\u2028\u2029").encode())
"""Ends of lines to Python's str.splitlines, and so to httpx's iter_lines, but not to WHATWG."""


@frozen
class EventView:
    """How events are shown: for which API version, and with the texts of searches or without."""

    api_version: ApiVersion
    contents: bool

    def encode(self, event: Row) -> bytes:
        """Return an event as it is sent; its id comes last, as some parsers want the name first."""
        name: str = event["name"]
        shown = serialize_event(name, event["data"], self.api_version, contents=self.contents)
        data = _LINE_ENDS.sub(_escaped, dumps(shown))
        id_ = str(EventPlace(event["run_id"], event["seq"])).encode()
        return b"event: %b\ndata: %b\nid: %b\n\n" % (name.encode(), data, id_)


def _escaped(found: re.Match[bytes]) -> bytes:
    return b"\\u%04x" % ord(found[0].decode())


class PacedStream(StreamingResponse):
    """Sends what a generator makes, at the pace that the socket sets.

    Args:
        stop: called once the client is gone; makes the generator end.
    """

    def __init__(
        self, body: AsyncGenerator[bytes], stop: Callable[[], None], headers: dict[str, str]
    ) -> None:
        self._body = body
        self._stop = stop
        super().__init__(
            body, headers={"cache-control": "no-cache", **headers}, media_type=EVENT_STREAM
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it to its end, or until the client is gone.

        The base class would cancel what is going on then, which could be a read of the database.
        """
        watching = asyncio.create_task(self._watch(receive))
        try:
            async with aclosing(self._body):
                await self.stream_response(send)
        finally:
            watching.cancel()

    async def _watch(self, receive: Receive) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        self._stop()


class EventStream(PacedStream):
    """Sends what a reader gives, and `done`; without a reader, `done` alone.

    The next page is read when the last one is on its way.
    """

    def __init__(self, reader: EventReader | None, view: EventView, request_id: str) -> None:
        self._reader = reader
        self._view = view
        self._request_id = request_id
        super().__init__(self._chunks(), self._stop_reading, RETENTION_HEADER)

    def _stop_reading(self) -> None:
        if self._reader is not None:
            self._reader.stop()

    async def _chunks(self) -> AsyncGenerator[bytes]:
        try:
            if self._reader is not None:
                async for page in self._reader.pages():
                    yield b"".join(map(self._view.encode, page)) or _KEEP_ALIVE
            yield _DONE
        except RunDeleted as error:
            yield _error(ApiError(404, f"Run {error} was deleted.", code="run_deleted"))
        except Exception:
            _LOG.exception("the stream of request %s failed", self._request_id)
            yield _error(server_error(self._request_id))


def _error(error: ApiError) -> bytes:
    """Return the event of an error, flat as the API has it.

    The openai package raises only for what it finds under `error`, and would end silently.
    """
    body = error.body()
    data: dict[str, Any] = {**body["error"], **body}
    return b"event: error\ndata: %b\n\n" % dumps(data)
