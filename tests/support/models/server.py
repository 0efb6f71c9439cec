"""A model server that follows a script, on a socket of the loopback."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from attrs import field, frozen


@frozen
class Request:
    """What the server was asked."""

    path: str
    headers: Mapping[str, str]
    body: dict[str, Any]


@frozen
class Refusal:
    """An answer that is no stream: JSON, or text."""

    status: int
    body: Any = ""
    headers: Mapping[str, str] = field(factory=dict)


HANG_UP = object()
"""In a stream: the connection breaks here."""
WAIT = object()
"""In a stream: nothing more comes until the client goes."""

Stream = Sequence[object]
"""Events, each a dict or the text behind `data:`, with HANG_UP or WAIT among them."""
Reply = Stream | Refusal
Plan = Callable[[Request], Reply]


class ScriptedServer:
    """Answers as the plan has it.

    Attributes:
        requests: what it was asked so far.
        waiting, left: that it waits in the middle of a stream, and that the client has gone then.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.requests: list[Request] = []
        self.waiting = threading.Event()
        self.left = threading.Event()
        scripted = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True
            server: ThreadingHTTPServer

            def do_POST(self) -> None:
                sent = self.rfile.read(int(self.headers["content-length"]))
                headers = {name.lower(): value for name, value in self.headers.items()}
                request = Request(self.path, headers, json.loads(sent))
                scripted.requests.append(request)
                reply = scripted.plan(request)
                if isinstance(reply, Refusal):
                    self._refuse(reply)
                else:
                    self._stream(reply)

            def _refuse(self, reply: Refusal) -> None:
                text = reply.body if isinstance(reply.body, str) else json.dumps(reply.body)
                self.send_response(reply.status)
                for name, value in {"content-type": "text/plain", **reply.headers}.items():
                    self.send_header(name, value)
                self.send_header("content-length", str(len(text.encode())))
                self.end_headers()
                self.wfile.write(text.encode())

            def _stream(self, reply: Stream) -> None:
                self.send_response(200)
                self.send_header("content-type", "text/event-stream")
                self.send_header("transfer-encoding", "chunked")
                self.end_headers()
                for event in reply:
                    if event is HANG_UP:
                        self.close_connection = True
                        return
                    if event is WAIT:
                        scripted.waiting.set()
                        assert self.rfile.read(1) == b""
                        scripted.left.set()
                        self.close_connection = True
                        return
                    self._send(event if isinstance(event, str) else json.dumps(event))
                self.wfile.write(b"0\r\n\r\n")

            def _send(self, data: str) -> None:
                piece = f"data: {data}\n\n".encode()
                self.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        if not self._thread.is_alive():
            return
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def in_order(*replies: Reply) -> Plan:
    """Give replies in order, the last one again and again."""
    coming: Iterator[Reply] = iter(replies)
    last = replies[-1]
    return lambda request: next(coming, last)
