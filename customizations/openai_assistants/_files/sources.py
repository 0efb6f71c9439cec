"""Where the bytes of an upload come from: memory, a path, an open file, or an iterable.

A source is opened for each attempt to send it; then its size is known, if it can be. It gives its
bytes in pieces of at most `PIECE`; asynchronously, whatever may block does so in a thread.
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

PIECE = 64 * 1024


class Source(Protocol):
    """The bytes of a file."""

    @property
    def blocks(self) -> bool:
        """Whether reading it may have to wait for a disk or the like."""
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
        """Its bytes, without holding up the event loop."""
        ...


class Memory(Record, frozen=True):
    """Bytes that are there already."""

    _hidden = ("data",)

    data: memoryview
    blocks = False
    synchronous = True
    replayable = True

    @property
    def size(self) -> int:
        return len(self.data)

    def open(self, files: ExitStack) -> "Memory":
        return self

    def __iter__(self) -> Iterator[bytes]:
        return _cut(self.data)

    async def read(self) -> AsyncGenerator[bytes]:
        for piece in self:
            yield piece


class OnDisk(Struct, frozen=True):
    """A file by its path, opened anew for each attempt."""

    path: Path
    blocks = True
    synchronous = True
    replayable = True
    size = None

    def open(self, files: ExitStack) -> "OpenFile":
        return OpenFile(files.enter_context(self.path.open("rb"))).open(files)

    def __iter__(self) -> Iterator[bytes]:
        with ExitStack() as files:
            yield from self.open(files)

    def read(self) -> AsyncGenerator[bytes]:
        return _in_threads(self)


class OpenFile(Struct):
    """A file object: read from its beginning each time, or once if it cannot be rewound."""

    file: IO[bytes]
    size: int | None = None
    _begun: bool = False
    blocks = True
    synchronous = True

    @property
    def replayable(self) -> bool:
        return self._seekable or not self._begun

    @property
    def _seekable(self) -> bool:
        seekable = getattr(self.file, "seekable", None)
        return seekable is not None and bool(seekable())

    def open(self, files: ExitStack) -> "OpenFile":
        if self._seekable:
            self.file.seek(0, os.SEEK_END)
            self.size = self.file.tell()
        return self

    def __iter__(self) -> Iterator[bytes]:
        _refuse_twice(self)
        self._begun = True
        if self._seekable:
            self.file.seek(0)
        left = self.size
        while left is None or left > 0:
            piece = self.file.read(PIECE if left is None else min(PIECE, left))
            if not piece:
                break
            yield from _cut(piece)
            left = None if left is None else left - len(piece)
        if left:
            raise OSError(f"the file became shorter while it was sent: {left} bytes are missing")

    def read(self) -> AsyncGenerator[bytes]:
        return _in_threads(self)


class Iterated(Struct):
    """Pieces as an iterable gives them: anew each time, or once if it is an iterator."""

    pieces: Iterable[bytes] | AsyncIterable[bytes]
    _begun: bool = False
    size = None

    @property
    def blocks(self) -> bool:
        return not isinstance(self.pieces, AsyncIterable)

    @property
    def synchronous(self) -> bool:
        return isinstance(self.pieces, Iterable)

    @property
    def replayable(self) -> bool:
        once = hasattr(self.pieces, "__next__") or hasattr(self.pieces, "__anext__")
        return not (once and self._begun)

    def open(self, files: ExitStack) -> "Iterated":
        return self

    def __iter__(self) -> Iterator[bytes]:
        _refuse_twice(self)
        self._begun = True
        for piece in cast("Iterable[bytes]", self.pieces):
            yield from _cut(piece)

    def read(self) -> AsyncGenerator[bytes]:
        return _in_threads(self) if self.blocks else self._awaited()

    async def _awaited(self) -> AsyncGenerator[bytes]:
        _refuse_twice(self)
        self._begun = True
        async for given in cast("AsyncIterable[bytes]", self.pieces):
            for piece in _cut(given):
                yield piece


def source_of(name: str, value: Any) -> Source:
    """What a caller gave as a file.

    Args:
        name: what the message of an error calls it.
        value: bytes, a path, an open file, or an iterable of bytes; an asynchronous one, too.

    Raises:
        TypeError: it is none of these, or is text, which has no bytes until it is encoded.
    """
    if isinstance(value, str):
        raise TypeError(f"{name}: a string is no file: give pathlib.Path(path), or encoded bytes")
    if _is_bytes(value):
        view = memoryview(cast("bytes", value))
        return Memory(view.cast("B") if view.c_contiguous else memoryview(bytes(view)))
    if isinstance(value, os.PathLike):
        return OnDisk(Path(cast("os.PathLike[str]", value)))
    if hasattr(value, "encoding") and hasattr(value, "read"):
        raise TypeError(f"{name}: the file must be opened in binary mode, not as text")
    if inspect.iscoroutinefunction(getattr(value, "read", None)):
        return Iterated(_read_async(value))
    if hasattr(value, "read"):
        return OpenFile(value)
    if _is_iterable(value):
        return Iterated(value)
    raise TypeError(
        f"{name}: expected bytes, a path, a file opened in binary mode, an iterable of bytes or a "
        f"tuple of (name, content), not {type(value).__name__}"
    )


async def _read_async(file: Any) -> AsyncGenerator[bytes]:
    while piece := await file.read(PIECE):
        yield piece


async def _in_threads(pieces: Iterable[bytes]) -> AsyncGenerator[bytes]:
    from anyio.to_thread import run_sync

    iterator = iter(pieces)
    while (piece := await run_sync(next, iterator, None)) is not None:
        yield piece


def _is_iterable(value: object) -> bool:
    return isinstance(value, Iterable | AsyncIterable) and not isinstance(value, Mapping)


def _cut(given: Any) -> Iterator[bytes]:
    if not _is_bytes(given):
        raise TypeError(f"a file must consist of bytes, not {type(given).__name__}")
    for start in range(0, len(given), PIECE):
        yield bytes(given[start : start + PIECE])


def _is_bytes(value: object) -> bool:
    return isinstance(value, bytes | bytearray | memoryview)


def _refuse_twice(source: OpenFile | Iterated) -> None:
    if not source.replayable:
        raise AssistantsError("the file can be read only once, and was to be sent again")
