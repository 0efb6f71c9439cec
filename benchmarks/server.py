"""A loopback server with one answer: `python -m benchmarks.server` prints the URL it listens at."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from contextlib import suppress

BODY = json.dumps(
    {
        "id": "asst_000000000000000000000001",
        "object": "assistant",
        "created_at": 1_700_000_000,
        "name": "Maths tutor",
        "description": None,
        "model": "gpt-4o-mini",
        "instructions": "You are a maths tutor. Answer in one sentence.",
        "tools": [{"type": "code_interpreter"}],
        "tool_resources": {"code_interpreter": {"file_ids": []}},
        "top_p": 1.0,
        "temperature": 1.0,
        "metadata": {},
        "response_format": "auto",
    }
).encode()
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (
    len(BODY),
    BODY,
)


def answer(client: socket.socket) -> None:
    """Answers the requests of one connection, which have no body, until the client closes it."""
    request = b""
    while part := client.recv(65536):
        request += part
        if request.endswith(b"\r\n\r\n"):
            client.sendall(ANSWER)
            request = b""


def serve(answer: Callable[[socket.socket], None]) -> None:
    """Answers one connection after another, until the process is ended; prints the URL first."""
    listener = socket.create_server(("127.0.0.1", 0))
    print(f"http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
    while True:
        client, _ = listener.accept()
        with client, suppress(ConnectionError):
            answer(client)


if __name__ == "__main__":
    serve(answer)
