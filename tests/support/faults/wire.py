"""HTTP/1.1 as it is on the wire: heads that can be altered, and bodies that are passed on as is."""

from asyncio import StreamReader
from collections.abc import AsyncGenerator, Sequence

from attrs import frozen

_PIECE = 1 << 16
Header = tuple[str, str]


@frozen
class Head:
    """The first line and the headers of a request or an answer, in their order."""

    start: str
    headers: tuple[Header, ...]

    def __bytes__(self) -> bytes:
        lines = [self.start, *(f"{name}: {value}" for name, value in self.headers)]
        return "\r\n".join([*lines, "", ""]).encode("latin-1")

    def get(self, name: str) -> str | None:
        """Return the first header of a name in lower case."""
        return next((value for one, value in self.headers if one.lower() == name), None)

    def but(self, without: Sequence[str] = (), *more: Header) -> "Head":
        """Return the head without some headers (by their names in lower case), and with more."""
        left = tuple(header for header in self.headers if header[0].lower() not in without)
        return Head(self.start, left + more)

    @property
    def length(self) -> int | None:
        """The length that the body is said to have."""
        length = self.get("content-length")
        return None if length is None else int(length)


async def read_head(reader: StreamReader, first: bytes = b"") -> Head:
    """Read a head, of which the first bytes may have been read already."""
    text = (first + await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    start, *lines = text.removesuffix("\r\n\r\n").split("\r\n")
    split = (line.partition(":") for line in lines)
    return Head(start, tuple((name, value.strip()) for name, _, value in split))


async def request_body(reader: StreamReader, head: Head) -> AsyncGenerator[bytes]:
    """Yield the bytes of a request's body, with the marks of its chunks."""
    async for piece in _framed(reader, head, 0):
        yield piece


async def answer_body(reader: StreamReader, head: Head) -> AsyncGenerator[bytes]:
    """Yield the bytes of an answer's body; one that does not say how long it is ends with all."""
    bodiless = head.start.split()[1] in ("204", "304")
    async for piece in _framed(reader, head, 0 if bodiless else None):
        yield piece


async def _framed(reader: StreamReader, head: Head, otherwise: int | None) -> AsyncGenerator[bytes]:
    if head.get("transfer-encoding") == "chunked":
        pieces = _chunks(reader)
    else:
        pieces = _bytes(reader, otherwise if head.length is None else head.length)
    async for piece in pieces:
        yield piece


async def _bytes(reader: StreamReader, length: int | None) -> AsyncGenerator[bytes]:
    """Yield so many bytes, or all there are."""
    while length is None or length > 0:
        piece = await reader.read(_PIECE if length is None else min(length, _PIECE))
        if not piece:
            if length is not None:
                raise ConnectionResetError("the body is shorter than it should be")
            return
        yield piece
        length = None if length is None else length - len(piece)


async def _chunks(reader: StreamReader) -> AsyncGenerator[bytes]:
    size = -1
    while size != 0:
        yield (line := await reader.readuntil(b"\r\n"))
        size = int(line.partition(b";")[0], 16)
        if size:
            async for piece in _bytes(reader, size + 2):
                yield piece
    while line != b"\r\n":
        yield (line := await reader.readuntil(b"\r\n"))
