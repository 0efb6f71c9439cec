"""Multipart bodies (RFC 7578), encoded chunk by chunk.

The encoder of httpx takes no iterators and reports no progress.
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

OCTET_STREAM = "application/octet-stream"

_TYPES = {
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".jsonl": "application/jsonl",
    ".md": "text/markdown",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Types of common files that differ between machines, or are missing from their tables."""

_ESCAPES = {"\\": "\\\\", '"': "%22", "\x7f": "%7F", **{chr(n): f"%{n:02X}" for n in range(32)}}
_TO_ESCAPE = re.compile(r'[\\"\x00-\x1f\x7f]')
_HEADER_NAME = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_NOT_IN_HEADERS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


def guess_type(filename: str) -> str:
    """The MIME type of a file of this name; a compressed file has the type of its compression."""
    name = PurePosixPath(filename)
    if known := _TYPES.get(name.suffix.lower()):
        return known
    kind, encoding = mimetypes.guess_type("file" + "".join(name.suffixes[-2:]))
    if encoding is not None:
        return "application/gzip" if encoding == "gzip" else OCTET_STREAM
    return kind or OCTET_STREAM


def field_headers(name: str) -> bytes:
    """The headers of the part of a plain field."""
    parameter = _parameter("name", name)
    return utf8(f"Content-Disposition: form-data; {parameter}\r\n\r\n", repr(name))


def utf8(text: str, what: str) -> bytes:
    """A text of a form as it is sent.

    Raises:
        ValueError: it has a lone surrogate in it, which UTF-8 cannot write; `what` says where.
    """
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise ValueError(f"{what} has a lone surrogate in it") from None


def file_headers(name: str, filename: str, mime: str | None, headers: Mapping[str, str]) -> bytes:
    """The headers of the part of a file.

    Args:
        name: of the field.
        filename: of the file; characters that could end the quotes are escaped.
        mime: its MIME type; None, guessed from the name.
        headers: more headers.

    Raises:
        ValueError: a header has control characters, or a lone surrogate.
    """
    utf8(filename, f"the name of {name!r}")
    disposition = f"form-data; {_parameter('name', name)}; {_parameter('filename', filename)}"
    written = {"Content-Disposition": disposition, **headers}
    if not any(given.lower() == "content-type" for given in headers):
        written["Content-Type"] = mime or guess_type(filename)
    for given, value in written.items():
        if not _HEADER_NAME.fullmatch(given) or _NOT_IN_HEADERS.search(value):
            raise ValueError(f"the header {given!r} of a file has control characters in it")
    lines = [
        utf8(f"{given}: {value}\r\n", f"the header {given!r} of {name!r}")
        for given, value in written.items()
    ]
    return b"".join(lines) + b"\r\n"


def _parameter(name: str, value: str) -> str:
    return f'{name}="{_TO_ESCAPE.sub(lambda found: _ESCAPES[found[0]], value)}"'


class OpenedFile(Struct, frozen=True):
    """A file in the body of one attempt: an opened source, and the callback for its progress."""

    source: Source
    progress: Progress | None = None

    def report(self, sent: int) -> int:
        """Calls back with how many bytes are sent; returns it."""
        if self.progress is not None:
            self.progress(sent, self.source.size)
        return sent


class MultipartBody(Struct, frozen=True):
    """The body of one attempt: bytes, and files in between."""

    content_type: str
    segments: Sequence[bytes | OpenedFile]

    @property
    def headers(self) -> dict[str, str]:
        """The type, and the length unless the size of a file is unknown."""
        sizes = [
            len(segment) if isinstance(segment, bytes) else segment.source.size
            for segment in self.segments
        ]
        known = [size for size in sizes if size is not None]
        length = {"content-length": str(sum(known))} if len(known) == len(sizes) else {}
        return {"content-type": self.content_type, **length}


class MultipartStream(Struct):
    """The chunks of a body, for a synchronous client.

    Attributes:
        body: what is sent.
        check: called before each chunk; raises if there is no time left.
        exhausted: whether the final boundary was read; without it no service accepts the body.
    """

    body: MultipartBody
    check: Callable[[], object]
    exhausted: bool = False

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._chunks():
            self.check()
            yield chunk

    def _chunks(self) -> Iterator[bytes]:
        self.exhausted = False
        with _wrapping_caller_errors():
            for segment in self.body.segments:
                if isinstance(segment, bytes):
                    self.exhausted = segment is self.body.segments[-1]
                    yield segment
                    continue
                sent = segment.report(0)
                for chunk in segment.source:
                    yield chunk
                    sent = segment.report(sent + len(chunk))


class AsyncMultipartStream(Struct):
    """The chunks of a body, for an asynchronous client; see `MultipartStream`."""

    body: MultipartBody
    exhausted: bool = False
    _started: list[AsyncGenerator[bytes]] = field(default_factory=list[AsyncGenerator[bytes]])

    def __aiter__(self) -> AsyncIterator[bytes]:
        chunks = self._chunks()
        self._started.append(chunks)
        return chunks

    async def aclose(self) -> None:
        """Closes the sources that were not read to their end."""
        for chunks in self._started:
            await chunks.aclose()

    async def _chunks(self) -> AsyncGenerator[bytes]:
        self.exhausted = False
        with _wrapping_caller_errors():
            for segment in self.body.segments:
                if isinstance(segment, bytes):
                    self.exhausted = segment is self.body.segments[-1]
                    yield segment
                    continue
                sent = segment.report(0)
                async with aclosing(segment.source.read()) as chunks:
                    async for chunk in chunks:
                        yield chunk
                        sent = segment.report(sent + len(chunk))


class _CallerError(Exception):
    """Wraps an exception of a source or a callback, which else would pass for a network error."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


@contextmanager
def _wrapping_caller_errors() -> Generator[None]:
    try:
        yield
    except Exception as error:
        raise _CallerError(error) from error


@contextmanager
def raising_caller_errors() -> Generator[None]:
    """A context to send a body in, which raises what its files or callbacks raised, unwrapped."""
    try:
        yield
    except _CallerError as wrapped:
        raise wrapped.error from wrapped.error.__cause__
