"""A server that takes what is sent, slowly, and never answers."""

import socket
import threading
from typing import Self


class SilentServer:
    """Counts the bytes that it was sent; reads no more of them than it is asked to wait for."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._connection: socket.socket | None = None
        self._accepted = threading.Event()
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """Its root."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def _accept(self) -> None:
        try:
            self._connection, _ = self._listener.accept()
        except OSError:
            return
        self._accepted.set()

    def wait_for_bytes(self, number: int) -> None:
        """Reads so many bytes of the request."""
        assert self._accepted.wait(30)
        assert self._connection is not None
        self._connection.settimeout(30)
        while number > 0:
            data = self._connection.recv(65536)
            assert data, "the connection was closed"
            number -= len(data)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._connection is not None:
            self._connection.close()
        self._listener.close()
