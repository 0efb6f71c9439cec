"""A small HTTP server on loopback that takes uploads, gives downloads, and breaks off as told."""

import asyncio
import re
import socket
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import attrs
import httpx
import httpx2

from openai_assistants import AssistantsClient, AsyncAssistantsClient, CompatibleEndpoint
from openai_assistants.testing import FakeClock

FILE = b'{"id": "file-1", "object": "file"}'


@attrs.frozen
class Turn:
    """How the server answers one request.

    Attributes:
        status: other than the usual, without a body.
        cut: break off after so many bytes of the body; of the request's, for an upload.
        ranges: whether to take notice of Range.
        headers: instead of the usual; None leaves one out.
        content: instead of what there is on the shelf.
    """

    status: int | None = None
    cut: int | None = None
    ranges: bool = True
    headers: dict[str, str | None] = attrs.field(factory=dict[str, str | None])
    content: bytes | None = None


@attrs.define
class Shelf:
    """What is served, how the next requests are answered, and what was asked."""

    content: bytes = b""
    etag: str | None = '"one"'
    turns: list[Turn] = attrs.field(factory=list[Turn])
    asked: list[dict[str, str]] = attrs.field(factory=list[dict[str, str]])
    taken: list[bytes] = attrs.field(factory=list[bytes])
    url: str = ""

    @property
    def ranges(self) -> list[str | None]:
        """The Range of each request."""
        return [headers.get("range") for headers in self.asked]

    def turn(self) -> Turn:
        """How to answer now."""
        return self.turns.pop(0) if self.turns else Turn()


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    shelf: ClassVar[Shelf]

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""

    def begin(self) -> Turn:
        self.shelf.asked.append({name.lower(): value for name, value in self.headers.items()})
        return self.shelf.turn()

    def do_GET(self) -> None:
        turn = self.begin()
        whole = self.shelf.content if turn.content is None else turn.content
        fields: dict[str, str | None] = {"etag": self.shelf.etag}
        status, body = 200, whole
        if turn.status is not None:
            status, body = turn.status, b""
        elif turn.ranges and (start := self.start(whole)) is not None:
            status, body = 206, whole[start:]
            fields["content-range"] = f"bytes {start}-{len(whole) - 1}/{len(whole)}"
        fields |= {"content-length": str(len(body)), **turn.headers}
        self.answer(status, fields, body, turn.cut)

    def start(self, whole: bytes) -> int | None:
        """Where the range asked for begins, if it is to be given."""
        found = re.fullmatch(r"bytes=(\d+)-", self.headers.get("range", ""))
        if found is None or self.headers.get("if-range") not in (None, self.shelf.etag):
            return None
        return int(found[1])

    def do_POST(self) -> None:
        turn = self.begin()
        body = b"".join(self.pieces(turn.cut))
        self.shelf.taken.append(body)
        if turn.cut is None:
            answer = FILE if turn.status is None else b""
            fields: dict[str, str | None] = {"content-length": str(len(answer)), **turn.headers}
            self.answer(turn.status or 200, fields, answer, None)
        else:
            self.reset()

    def pieces(self, most: int | None) -> Iterator[bytes]:
        """The body of the request, or the beginning of it."""
        if most is not None:
            yield self.rfile.read(most)
        elif "content-length" in self.headers:
            yield self.rfile.read(int(self.headers["content-length"]))
        else:
            while size := int(self.rfile.readline(), 16):
                yield self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()

    def answer(
        self, status: int, fields: dict[str, str | None], body: bytes, cut: int | None
    ) -> None:
        self.send_response(status)
        for name, value in fields.items():
            if value is not None:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body if cut is None else body[:cut])
        if cut is not None or fields.get("content-length") != str(len(body)):
            self.wfile.flush()
            self.reset()

    def reset(self) -> None:
        """Breaks the connection."""
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)


class Server(ThreadingHTTPServer):
    """The server; connections that break are what it is there for."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing."""


@contextmanager
def serving(shelf: Shelf) -> Iterator[Shelf]:
    """Serves a shelf; its `url` says where."""
    handler = type("Handler", (Handler,), {"shelf": shelf})
    with Server(("127.0.0.1", 0), handler) as server:
        shelf.url = f"http://127.0.0.1:{server.server_port}/v1"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield shelf
        finally:
            server.shutdown()
            thread.join()


@attrs.define
class Kind:
    """A client of one kind, with a clock that only waiting moves."""

    library: Any
    asynchronous: bool
    clock: FakeClock = attrs.field(factory=FakeClock)
    ticks: list[float] = attrs.field(factory=list[float])

    @property
    def waits(self) -> list[float]:
        """How long each wait was, in seconds."""
        return self.clock.sleeps

    def tick(self, seconds: float) -> None:
        """Lets time pass."""
        self.ticks.append(seconds)
        self.clock.advance(seconds)

    def call(
        self, shelf: Shelf, act: Callable[[Any], Any], transport: Any = None, **options: Any
    ) -> Any:
        """What a call on a client returns; transport: in place of the network."""
        endpoint = CompatibleEndpoint(shelf.url)
        if not self.asynchronous:
            with self.library.Client(transport=transport, verify=False) as http:
                client = AssistantsClient(endpoint, http_client=http, **options)
                return act(self.clock.attach(client))

        async def run() -> Any:
            async with self.library.AsyncClient(transport=transport, verify=False) as http:
                client = AsyncAssistantsClient(endpoint, http_client=http, **options)
                made: Awaitable[Any] = act(self.clock.attach(client))
                return await made

        return asyncio.run(run())


KINDS = {
    "sync": (httpx, False),
    "async": (httpx, True),
    "sync-httpx2": (httpx2, False),
    "async-httpx2": (httpx2, True),
}
