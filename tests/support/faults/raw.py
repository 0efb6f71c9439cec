"""A client that hides nothing: one request over a socket, and what came back."""

import json
import socket
from collections.abc import Sequence

from attrs import frozen


@frozen
class Received:
    """What a client got: the head and body of an answer, as far as they came, and the end.

    `ending` is `open` if the connection was left open after a whole answer, `closed` if it was
    closed in good order, `reset` if it was reset.
    """

    status: int | None
    headers: tuple[tuple[str, str], ...]
    body: bytes
    ending: str

    def all(self, name: str) -> list[str]:
        return [value for one, value in self.headers if one == name]

    @property
    def length(self) -> int | None:
        lengths = self.all("content-length")
        return int(lengths[0]) if lengths else None


def create(port: int, name: str, extra: Sequence[str] = ()) -> Received:
    """Ask for an assistant of this name."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        send_creation(connection, name, extra)
        return receive(connection)


def send_creation(connection: socket.socket, name: str, extra: Sequence[str] = ()) -> None:
    body = json.dumps({"model": "m", "name": name})
    head = ["POST /v1/assistants HTTP/1.1", "Host: x", f"Content-Length: {len(body)}", *extra]
    connection.sendall("\r\n".join([*head, "", body]).encode())


def receive(connection: socket.socket) -> Received:
    """Read one answer, or until the connection ends."""
    data, ending = b"", ""
    while not ending:
        try:
            piece = connection.recv(1 << 16)
        except ConnectionResetError:
            ending = "reset"
            break
        data += piece
        found = split(data, "open")
        if not piece:
            ending = "closed"
        elif found.length is not None and len(found.body) == found.length:
            ending = still(connection)
    return split(data, ending)


def still(connection: socket.socket) -> str:
    """Return what became of the connection after a whole answer."""
    connection.settimeout(0.05)
    try:
        return "closed" if connection.recv(1) == b"" else "more"
    except TimeoutError:
        return "open"
    except ConnectionResetError:
        return "reset"
    finally:
        connection.settimeout(10)


def split(data: bytes, ending: str) -> Received:
    head, found, body = data.partition(b"\r\n\r\n")
    if not found:
        return Received(None, (), b"", ending)
    start, *lines = head.decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in lines)
    headers = tuple((name.lower(), value.strip()) for name, _, value in pairs)
    return Received(int(start.split()[1]), headers, body, ending)
