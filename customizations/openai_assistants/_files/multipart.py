"""Multipart bodies: how a form is written, piece by piece.

The libraries under the clients have encoders of their own, which take no iterators and tell no
progress.
"""

import mimetypes
import re
from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Callable,
    Generator,
    Iterator,
    Mapping,
    Sequence,
)
from contextlib import aclosing, contextmanager
from pathlib import PurePosixPath

from msgspec import Struct, field

from openai_assistants_core.file_types import Progress

from .sources import Source

UNKNOWN = "application/octet-stream"

_TYPES = {
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".jsonl": "application/jsonl",
    ".md": "text/markdown",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Types of common files that machines do not agree on, or do not know."""

_ESCAPES = {"\\": "\\\\", '"': "%22", "\x7f": "%7F", **{chr(n): f"%{n:02X}" for n in range(32)}}
_TO_ESCAPE = re.compile(r'[\\"\x00-\x1f\x7f]')
_HEADER_NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_NOT_IN_HEADERS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


def guess_type(filename: str) -> str:
    """The MIME type of a file of this name; what is compressed is not what it was before."""
    name = PurePosixPath(filename)
    if known := _TYPES.get(name.suffix.lower()):
        return known
    kind, encoding = mimetypes.guess_type("file" + "".join(name.suffixes[-2:]))
    if encoding is not None:
        return "application/gzip" if encoding == "gzip" else UNKNOWN
    return kind or UNKNOWN


def field_head(name: str) -> bytes:
    """What comes before the value of a plain field."""
    return f"Content-Disposition: form-data; {_parameter('name', name)}\r\n\r\n".encode()


def file_head(name: str, filename: str, mime: str | None, headers: Mapping[str, str]) -> bytes:
    """What comes before the bytes of a file.

    Args:
        name: of the field.
        filename: of the file; whatever is in it, it stays within its quotes.
        mime: its MIME type; None, guessed from its name.
        headers: more headers of the part.

    Raises:
        ValueError: a header has characters that end it.
    """
    disposition = f"form-data; {_parameter('name', name)}; {_parameter('filename', filename)}"
    written = {"Content-Disposition": disposition, **headers}
    if not any(given.lower() == "content-type" for given in headers):
        written["Content-Type"] = mime or guess_type(filename)
    for given, value in written.items():
        if not _HEADER_NAME.fullmatch(given) or _NOT_IN_HEADERS.search(value):
            raise ValueError(f"the header {given!r} of a file has control characters in it")
    lines = "".join(f"{given}: {value}\r\n" for given, value in written.items())
    return f"{lines}\r\n".encode("utf-8", "replace")


def _parameter(name: str, value: str) -> str:
    return f'{name}="{_TO_ESCAPE.sub(lambda found: _ESCAPES[found[0]], value)}"'


class Part(Struct, frozen=True):
    """A file as it is sent in one attempt: an opened source, and who is told how it goes."""

    source: Source
    progress: Progress | None = None

    def tell(self, sent: int) -> int:
        """Reports how many bytes are through; returns it."""
        if self.progress is not None:
            self.progress(sent, self.source.size)
        return sent


class Body(Struct, frozen=True):
    """What is sent in one attempt: bytes, and files in between."""

    content_type: str
    segments: Sequence[bytes | Part]

    @property
    def headers(self) -> dict[str, str]:
        """Its type, and its length unless a file does not tell its size."""
        sizes = [
            len(segment) if isinstance(segment, bytes) else segment.source.size
            for segment in self.segments
        ]
        known = [size for size in sizes if size is not None]
        length = {"content-length": str(sum(known))} if len(known) == len(sizes) else {}
        return {"content-type": self.content_type, **length}


class SyncBody(Struct):
    """A body as a synchronous client sends it.

    Attributes:
        body: what is sent.
        check: called before each piece; raises if there is no time left.
        ended: whether its end was asked for, without which no service takes it.
    """

    body: Body
    check: Callable[[], object]
    ended: bool = False

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces():
            self.check()
            yield piece

    def _pieces(self) -> Iterator[bytes]:
        self.ended = False
        with _blaming_the_caller():
            for segment in self.body.segments:
                if isinstance(segment, bytes):
                    self.ended = segment is self.body.segments[-1]
                    yield segment
                    continue
                sent = segment.tell(0)
                for piece in segment.source:
                    yield piece
                    sent = segment.tell(sent + len(piece))


class AsyncBody(Struct):
    """A body as an asynchronous client sends it; see `SyncBody`."""

    body: Body
    ended: bool = False
    _begun: list[AsyncGenerator[bytes]] = field(default_factory=list[AsyncGenerator[bytes]])

    def __aiter__(self) -> AsyncIterator[bytes]:
        pieces = self._pieces()
        self._begun.append(pieces)
        return pieces

    async def aclose(self) -> None:
        """Ends what was not sent to its end."""
        for pieces in self._begun:
            await pieces.aclose()

    async def _pieces(self) -> AsyncGenerator[bytes]:
        self.ended = False
        with _blaming_the_caller():
            for segment in self.body.segments:
                if isinstance(segment, bytes):
                    self.ended = segment is self.body.segments[-1]
                    yield segment
                    continue
                sent = segment.tell(0)
                async with aclosing(segment.source.read()) as pieces:
                    async for piece in pieces:
                        yield piece
                        sent = segment.tell(sent + len(piece))


class _CallersError(Exception):
    """Wraps an exception of a source or a callback, so that it is not taken for the network's."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


@contextmanager
def _blaming_the_caller() -> Generator[None]:
    try:
        yield
    except Exception as error:
        raise _CallersError(error) from error


@contextmanager
def callers_errors() -> Generator[None]:
    """Sends a body within; what its files or callbacks raise comes out as it is."""
    try:
        yield
    except _CallersError as wrapped:
        raise wrapped.error from wrapped.error.__cause__
