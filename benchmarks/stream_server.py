"""A loopback server that streams: `python -m benchmarks.stream_server` prints where it listens.

A POST is answered with a run that writes one message, in as many deltas and as much text as its
query says, such as `/threads/t/runs?deltas=2000&size=100`; with `pack` events in each chunk.
"""

from __future__ import annotations

import json
import socket
from typing import Any
from urllib.parse import parse_qs, urlsplit

from .server import serve

RUN = {
    "id": "run_0000000000000000000000001",
    "object": "thread.run",
    "created_at": 1_700_000_000,
    "assistant_id": "asst_000000000000000000000001",
    "thread_id": "thread_00000000000000000000001",
    "status": "queued",
}
MESSAGE: dict[str, Any] = {
    "id": "msg_0000000000000000000000001",
    "object": "thread.message",
    "created_at": 1_700_000_001,
    "assistant_id": "asst_000000000000000000000001",
    "thread_id": "thread_00000000000000000000001",
    "run_id": "run_0000000000000000000000001",
    "status": "in_progress",
    "role": "assistant",
    "content": [],
    "attachments": [],
    "metadata": {},
}
HEAD = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n"
    b"Transfer-Encoding: chunked\r\n\r\n"
)


def events(deltas: int, size: int) -> list[bytes]:
    """The events of a stream: deltas of so many characters each, and what is around them."""
    piece = ("The launch is planned for the fourteenth of March. " * (size // 50 + 1))[:size]
    text: dict[str, Any] = {"value": piece * deltas, "annotations": []}
    stored = {**MESSAGE, "status": "completed", "content": [{"type": "text", "text": text}]}
    return [
        _event("thread.run.created", RUN),
        _event("thread.message.created", MESSAGE),
        *[_event("thread.message.delta", _delta(piece))] * deltas,
        _event("thread.message.completed", stored),
        _event("thread.run.completed", {**RUN, "status": "completed"}),
        b"event: done\ndata: [DONE]\n\n",
    ]


def _delta(piece: str) -> dict[str, Any]:
    part = {"index": 0, "type": "text", "text": {"value": piece}}
    return {"id": MESSAGE["id"], "object": "thread.message.delta", "delta": {"content": [part]}}


def _event(name: str, data: Any) -> bytes:
    return f"event: {name}\ndata: {json.dumps(data, separators=(',', ':'))}\n\n".encode()


def body(deltas: int, size: int, pack: int) -> bytes:
    """The body of an answer, with so many events in each of its chunks."""
    sent = events(deltas, size)
    chunks = [b"".join(sent[first : first + pack]) for first in range(0, len(sent), pack)]
    return b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"


def answer(client: socket.socket) -> None:
    """Answers the requests of one connection until the client closes it."""
    request = b""
    while part := client.recv(65536):
        request += part
        head, end, rest = request.partition(b"\r\n\r\n")
        if not end or len(rest) < _length(head):
            continue
        query = parse_qs(urlsplit(head.split(b" ")[1].decode()).query)
        wanted = {name: int(values[0]) for name, values in query.items()}
        client.sendall(HEAD + body(wanted["deltas"], wanted["size"], wanted["pack"]))
        request = b""


def _length(head: bytes) -> int:
    lines = (line.partition(b":") for line in head.lower().split(b"\r\n"))
    return next((int(value) for name, _, value in lines if name == b"content-length"), 0)


if __name__ == "__main__":
    serve(answer)
