"""One request on its way from a client to the service, and what can be done with it."""

import asyncio
import socket
import struct
from asyncio import StreamReader, StreamWriter
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing, suppress
from http import HTTPStatus

from .wire import Head, Header, answer_body, read_head, request_body

_RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class Unreachable(ConnectionError):
    """The service is not there, or goes away before it has answered."""


class Side:
    """An end of the proxy: a connection from a client, or to the service."""

    def __init__(self, reader: StreamReader, writer: StreamWriter) -> None:
        self.reader = reader
        self.writer = writer
        self.open = True

    async def send(self, data: bytes) -> None:
        """Send bytes."""
        self.writer.write(data)
        await self.writer.drain()

    def reset(self) -> None:
        """End the connection with a reset."""
        raw: socket.socket = self.writer.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
        self.open = False
        self.writer.transport.abort()

    async def close(self) -> None:
        """End the connection in good order."""
        self.open = False
        self.writer.close()
        with suppress(OSError):
            await self.writer.wait_closed()

    def drop(self) -> None:
        """Let go of the connection, if it is open still."""
        self.writer.transport.abort()


class Service:
    """The service, as one client's connection knows it: by a connection once it is needed."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._side: Side | None = None

    async def side(self) -> Side:
        """Return the connection to the service."""
        if self._side is None:
            self._side = Side(*await asyncio.open_connection("127.0.0.1", self._port))
        return self._side

    @property
    def reader(self) -> StreamReader:
        """What the service answers."""
        assert self._side is not None
        return self._side.reader

    def drop(self) -> None:
        """Let go of the connection, if there is one."""
        if self._side is not None:
            self._side.drop()


class Exchange:
    """A request of which the first byte has come; nothing more is read or sent by itself."""

    def __init__(self, first: bytes, client: Side, service: Service, pause: float) -> None:
        self._first = first
        self._service = service
        self._answer: Head | None = None
        self.client = client
        self.pause = pause

    @property
    def executed(self) -> bool:
        """Whether the service has done what was asked."""
        return self._answer is not None

    async def swallow(self) -> None:
        """Read the request, and no more."""
        head = await read_head(self.client.reader, self._first)
        async for _ in request_body(self.client.reader, head):
            pass

    async def forward(self) -> Head:
        """Send the request to the service; return the head of its answer: it has been done.

        Raises:
            Unreachable: the service has not answered.
        """
        head = await read_head(self.client.reader, self._first)
        await self._tell(bytes(head))
        async for piece in request_body(self.client.reader, head):
            await self._tell(piece)
        try:
            self._answer = await read_head(self._service.reader)
        except (OSError, asyncio.IncompleteReadError) as error:
            raise Unreachable from error
        return self._answer

    async def _tell(self, data: bytes) -> None:
        try:
            await (await self._service.side()).send(data)
        except OSError as error:
            raise Unreachable from error

    async def answered(self) -> AsyncGenerator[bytes]:
        """Yield the body of the service's answer."""
        assert self._answer is not None
        async for piece in answer_body(self._service.reader, self._answer):
            yield piece
        unbounded = self._answer.length is None and self._answer.get("transfer-encoding") is None
        if unbounded or self._answer.get("connection") == "close":
            await self.client.close()

    async def execute(self) -> None:
        """Have the request done, and throw the answer away."""
        await self.forward()
        async for _ in self.answered():
            pass

    async def pass_on(self, head: Head) -> None:
        """Send a head, and the body of the service's answer."""
        await self.client.send(bytes(head))
        async for piece in self.answered():
            await self.client.send(piece)

    async def pass_half(self, head: Head) -> None:
        """Send a head, and half of the body of the service's answer."""
        await self.client.send(bytes(head))
        left = (head.length or 0) // 2
        async with aclosing(self.answered()) as pieces:
            async for piece in pieces:
                await self.client.send(piece[:left])
                left -= len(piece[:left])
                if left <= 0:
                    break

    async def reply(self, status: int, headers: Sequence[Header], body: str) -> None:
        """Give an answer of our own, with a body of ASCII."""
        length = ("content-length", str(len(body)))
        head = Head(f"HTTP/1.1 {status} {HTTPStatus(status).phrase}", (*headers, length))
        await self.client.send(bytes(head) + body.encode("ascii"))
