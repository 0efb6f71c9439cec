"""A relay on loopback that cuts off what a service answers, after so many bytes."""

from __future__ import annotations

import socket
import struct
import threading
from contextlib import suppress
from typing import Self

_RESET_ON_CLOSE = struct.pack("ii", 1, 0)
_PATIENCE = 10.0

RESET, CLOSE, STALL = "reset", "close", "stall"


class CuttingRelay:
    """Passes connections on, for as long as its `with` block lasts.

    Args:
        target_port: of the service.
        way: how a connection ends when its bytes are used up: it is reset, closed in good order, or
            stays open without another byte.
        lengths: of each connection in turn, how many bytes from the service come through, heads
            included; those that follow are left whole.
    """

    def __init__(self, target_port: int, way: str, lengths: list[int]) -> None:
        self._target = target_port
        self._way = way
        self._lengths = list(lengths)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._stopped = threading.Event()
        self._threads = [threading.Thread(target=self._accept)]
        self.cut = 0

    @property
    def url(self) -> str:
        """The URL of the relay."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for thread in self._threads:
            thread.join(_PATIENCE)
            assert not thread.is_alive(), "a connection of the relay did not end"

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                left = self._lengths.pop(0) if self._lengths else None
                thread = threading.Thread(target=self._relay, args=(client, left))
                self._threads.append(thread)
                thread.start()

    def _relay(self, client: socket.socket, left: int | None) -> None:
        with client, socket.create_connection(("127.0.0.1", self._target)) as service:
            upward = threading.Thread(target=_pump, args=(client, service))
            upward.start()
            with suppress(OSError):
                while data := service.recv(4096):
                    client.sendall(data if left is None else data[:left])
                    left = None if left is None else left - len(data)
                    if left is not None and left <= 0:
                        self.cut += 1
                        self._cut(client)
                        break
            with suppress(OSError):
                # Wakes what reads from it: while it is read from, closing it does nothing.
                client.shutdown(socket.SHUT_RD)
            upward.join(_PATIENCE)

    def _cut(self, client: socket.socket) -> None:
        if self._way == RESET:
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
        elif self._way == STALL:
            self._stopped.wait(_PATIENCE)


def _pump(client: socket.socket, service: socket.socket) -> None:
    """What the client sends, to its end; then the service has no more to expect."""
    with suppress(OSError):
        while data := client.recv(4096):
            service.sendall(data)
    with suppress(OSError):
        service.shutdown(socket.SHUT_RDWR)
