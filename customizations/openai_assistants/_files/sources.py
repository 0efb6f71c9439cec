"""The sources of an upload: bytes in memory, a path, an open file, or an iterable.

A source is opened for each attempt to send it; then its size is known, if it can be. It is read in
chunks of at most `CHUNK_SIZE`; asynchronously, what may block runs in a thread.
"""

import inspect
import os
from collections.abc import AsyncGenerator, AsyncIterable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any, Protocol, cast

from msgspec import Struct

from openai_assistants_core import AssistantsError
from openai_assistants_core.record import Record

CHUNK_SIZE = 64 * 1024


class Source(Protocol):
    """The bytes of a file."""

    @property
    def blocks(self) -> bool:
        """Whether reading it may block."""
        ...

    @property
    def synchronous(self) -> bool:
        """Whether it can be read without an event loop."""
        ...

    @property
    def replayable(self) -> bool:
        """Whether it can be read from its beginning, now."""
        ...

    @property
    def size(self) -> int | None:
        """How many bytes it has, if that is known."""
        ...

    def open(self, files: ExitStack) -> "Source":
        """The source to read in one attempt; files are open until `files` is closed."""
        ...

    def __iter__(self) -> Iterator[bytes]:
        """Its bytes."""
        ...

    def read(self) -> AsyncGenerator[bytes]:
        """Its bytes, without blocking the event loop."""
        ...


class BytesSource(Record, frozen=True):
    """Bytes in memory."""

    _hidden = ("data",)

    data: memoryview
    blocks = False
    synchronous = True
    replayable = True

    @property
    def size(self) -> int:
        return len(self.data)

    def open(self, files: ExitStack) -> "BytesSource":
        return self

    def __iter__(self) -> Iterator[bytes]:
        return _chunks(self.data)

    async def read(self) -> AsyncGenerator[bytes]:
        for chunk in self:
            yield chunk


class PathSource(Struct, frozen=True):
    """A file by its path, opened anew for each attempt."""

    path: Path
    blocks = True
    synchronous = True
    replayable = True
    size = None

    def open(self, files: ExitStack) -> "FileSource":
        return FileSource(files.enter_context(self.path.open("rb"))).open(files)

    def __iter__(self) -> Iterator[bytes]:
        with ExitStack() as files:
            yield from self.open(files)

    def read(self) -> AsyncGenerator[bytes]:
        return _in_threads(self)


class FileSource(Struct):
    """A file object: read from its beginning each time, or once if it cannot be rewound."""

    file: IO[bytes]
    size: int | None = None
    _started: bool = False
    blocks = True
    synchronous = True

    @property
    def replayable(self) -> bool:
        return self._seekable or not self._started

    @property
    def _seekable(self) -> bool:
        seekable = getattr(self.file, "seekable", None)
        return seekable is not None and bool(seekable())

    def open(self, files: ExitStack) -> "FileSource":
        if self._seekable:
            self.file.seek(0, os.SEEK_END)
            self.size = self.file.tell()
        return self

    def __iter__(self) -> Iterator[bytes]:
        _check_replayable(self)
        self._started = True
        if self._seekable:
            self.file.seek(0)
        left = self.size
        while left is None or left > 0:
            chunk = self.file.read(CHUNK_SIZE if left is None else min(CHUNK_SIZE, left))
            if not chunk:
                break
            yield from _chunks(chunk)
            left = None if left is None else left - len(chunk)
        if left:
            raise OSError(f"the file became shorter while it was sent: {left} bytes are missing")

    def read(self) -> AsyncGenerator[bytes]:
        return _in_threads(self)


class IterableSource(Struct):
    """The chunks of an iterable: from its beginning each time, or once if it is an iterator."""

    chunks: Iterable[bytes] | AsyncIterable[bytes]
    _started: bool = False
    size = None

    @property
    def blocks(self) -> bool:
        return not isinstance(self.chunks, AsyncIterable)

    @property
    def synchronous(self) -> bool:
        return isinstance(self.chunks, Iterable)

    @property
    def replayable(self) -> bool:
        once = hasattr(self.chunks, "__next__") or hasattr(self.chunks, "__anext__")
        return not (once and self._started)

    def open(self, files: ExitStack) -> "IterableSource":
        return self

    def __iter__(self) -> Iterator[bytes]:
        _check_replayable(self)
        self._started = True
        for chunk in cast("Iterable[bytes]", self.chunks):
            yield from _chunks(chunk)

    def read(self) -> AsyncGenerator[bytes]:
        return _in_threads(self) if self.blocks else self._awaited()

    async def _awaited(self) -> AsyncGenerator[bytes]:
        _check_replayable(self)
        self._started = True
        async for given in cast("AsyncIterable[bytes]", self.chunks):
            for chunk in _chunks(given):
                yield chunk


def source_of(name: str, value: Any) -> Source:
    """The source that a caller gave as a file.

    Args:
        name: of the field, for the message of an error.
        value: bytes, a path, an open file, or an iterable of bytes; an asynchronous one, too.

    Raises:
        TypeError: it is none of these, or it is text, which must be encoded first.
    """
    if isinstance(value, str):
        raise TypeError(f"{name}: a string is no file: give pathlib.Path(path), or encoded bytes")
    if _is_bytes(value):
        view = memoryview(cast("bytes", value))
        return BytesSource(view.cast("B") if view.c_contiguous else memoryview(bytes(view)))
    if isinstance(value, os.PathLike):
        return PathSource(Path(cast("os.PathLike[str]", value)))
    if hasattr(value, "encoding") and hasattr(value, "read"):
        raise TypeError(f"{name}: the file must be opened in binary mode, not as text")
    if inspect.iscoroutinefunction(getattr(value, "read", None)):
        return IterableSource(_read_async(value))
    if hasattr(value, "read"):
        return FileSource(value)
    if _is_iterable(value):
        return IterableSource(value)
    raise TypeError(
        f"{name}: expected bytes, a path, a file opened in binary mode, an iterable of bytes or a "
        f"tuple of (name, content), not {type(value).__name__}"
    )


async def _read_async(file: Any) -> AsyncGenerator[bytes]:
    while chunk := await file.read(CHUNK_SIZE):
        yield chunk


async def _in_threads(chunks: Iterable[bytes]) -> AsyncGenerator[bytes]:
    from anyio.to_thread import run_sync

    iterator = iter(chunks)
    while (chunk := await run_sync(next, iterator, None)) is not None:
        yield chunk


def _is_iterable(value: object) -> bool:
    return isinstance(value, Iterable | AsyncIterable) and not isinstance(value, Mapping)


def _chunks(given: Any) -> Iterator[bytes]:
    if not _is_bytes(given):
        raise TypeError(f"a file must consist of bytes, not {type(given).__name__}")
    for start in range(0, len(given), CHUNK_SIZE):
        yield bytes(given[start : start + CHUNK_SIZE])


def _is_bytes(value: object) -> bool:
    return isinstance(value, bytes | bytearray | memoryview)


def _check_replayable(source: FileSource | IterableSource) -> None:
    if not source.replayable:
        raise AssistantsError("the file can be read only once, and was to be sent again")
