"""The bytes of a file, as the content operation answers them."""

import os
from collections.abc import AsyncIterator, Generator, Iterator, Mapping
from email.message import Message as Header
from email.utils import collapse_rfc2231_value
from typing import Any, Generic, Self, TypeVar

from .atomic_file import replacing

T = TypeVar("T")


class Parts(Generic[T]):
    """Parts of what is there already, as code reads them that expects to wait for them."""

    def __init__(self, parts: Iterator[T]) -> None:
        self._parts = parts

    def __await__(self) -> Generator[Any, Any, Self]:
        yield from ()
        return self

    async def __aiter__(self) -> AsyncIterator[T]:
        for part in self._parts:
            yield part


class BinaryContent:
    """A downloaded file: its bytes, and the headers and the response it came with.

    Attributes:
        content: the bytes.
        headers: of the response.
        response: of the HTTP library; None if it did not come over HTTP.
    """

    __slots__ = ("content", "headers", "response")

    def __init__(
        self, content: bytes, headers: Mapping[str, str], response: Any | None = None
    ) -> None:
        self.content = content
        self.headers = headers
        self.response = response

    @property
    def content_type(self) -> str | None:
        """The MIME type the service names, without parameters."""
        value = self.headers.get("content-type")
        return value.partition(";")[0].strip() if value else None

    @property
    def charset_encoding(self) -> str | None:
        """The encoding that the service names; None if it names none."""
        return self._header("content-type").get_content_charset()

    @property
    def encoding(self) -> str:
        """The encoding that the service names, or UTF-8."""
        return self.charset_encoding or "utf-8"

    @property
    def filename(self) -> str | None:
        """The file name the service names, without any folder; None if it names none."""
        named = self._header("content-disposition").get_params([], "content-disposition")
        # The extended form, filename*, comes last, and says more.
        values = [value for key, value in named if key == "filename"]
        name = collapse_rfc2231_value(values[-1]) if values else None
        return os.path.basename(name.replace("\\", "/")) or None if name else None

    def _header(self, name: str) -> "Header[str, str]":
        header = Header()
        header[name] = self.headers.get(name, "")
        return header

    @property
    def text(self) -> str:
        """The bytes as UTF-8 text; what is not UTF-8 becomes replacement characters."""
        return self.content.decode("utf-8", "replace")

    def read(self) -> bytes:
        """All bytes."""
        return self.content

    def json(self) -> Any:
        """The bytes as parsed JSON.

        Raises:
            ValueError: they are not JSON.
        """
        from .json_codec import loads

        return loads(self.content)

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The bytes in parts of `chunk_size`, or in one part."""
        size = chunk_size or max(len(self.content), 1)
        for start in range(0, len(self.content), size):
            yield self.content[start : start + size]

    iter_raw = iter_bytes

    def iter_text(self, chunk_size: int | None = None) -> Iterator[str]:
        """The text in parts of `chunk_size` characters, or in one part."""
        text = self.text
        size = chunk_size or max(len(text), 1)
        for start in range(0, len(text), size):
            yield text[start : start + size]

    def iter_lines(self) -> Iterator[str]:
        """The lines of the text, without their ends."""
        yield from self.text.splitlines()

    def write_to_file(self, file: str | os.PathLike[str]) -> None:
        """Writes the bytes to a path; a file there is replaced at once or not at all."""
        with replacing(file) as part:
            part.write(self.content)

    def stream_to_file(
        self, file: str | os.PathLike[str], *, chunk_size: int | None = None
    ) -> None:
        """As `write_to_file`; `chunk_size` is accepted for code written for other clients."""
        self.write_to_file(file)

    def close(self) -> None:
        """Does nothing: all is read, and the connection is free."""

    async def aread(self) -> bytes:
        """All bytes."""
        return self.content

    def aiter_bytes(self, chunk_size: int | None = None) -> "Parts[bytes]":
        """As `iter_bytes`, for `async for`, with an `await` before it or without."""
        return Parts(self.iter_bytes(chunk_size))

    aiter_raw = aiter_bytes

    def aiter_text(self, chunk_size: int | None = None) -> "Parts[str]":
        """As `iter_text`, for `async for`, with an `await` before it or without."""
        return Parts(self.iter_text(chunk_size))

    def aiter_lines(self) -> "Parts[str]":
        """As `iter_lines`, for `async for`, with an `await` before it or without."""
        return Parts(self.iter_lines())

    async def astream_to_file(
        self, file: str | os.PathLike[str], *, chunk_size: int | None = None
    ) -> None:
        """As `write_to_file`, in a thread."""
        from anyio.to_thread import run_sync

        await run_sync(self.write_to_file, file)

    async def aclose(self) -> None:
        """Does nothing: all is read, and the connection is free."""

    def __repr__(self) -> str:
        return f"BinaryContent({len(self.content)} bytes, content_type={self.content_type!r})"
