"""The bytes of a file, as the content operation answers them."""

import os
from collections.abc import Iterator, Mapping
from email.message import Message as Header
from pathlib import Path
from typing import Any


class BinaryContent:
    """A downloaded file: its bytes, and the headers it came with."""

    __slots__ = ("content", "headers")

    def __init__(self, content: bytes, headers: Mapping[str, str]) -> None:
        self.content = content
        self.headers = headers

    @property
    def content_type(self) -> str | None:
        """The MIME type the service names, without parameters."""
        value = self.headers.get("content-type")
        return value.partition(";")[0].strip() if value else None

    @property
    def filename(self) -> str | None:
        """The file name the service names, without any folder; None if it names none."""
        header = Header()
        header["content-disposition"] = self.headers.get("content-disposition", "")
        name = header.get_filename()
        return os.path.basename(name.replace("\\", "/")) or None if name else None

    @property
    def text(self) -> str:
        """The bytes as UTF-8 text; what is not UTF-8 becomes replacement characters."""
        return self.content.decode("utf-8", "replace")

    def read(self) -> bytes:
        """All bytes."""
        return self.content

    async def aread(self) -> bytes:
        """All bytes."""
        return self.content

    def json(self) -> Any:
        """The bytes as parsed JSON.

        Raises:
            ValueError: they are not JSON.
        """
        from ._json import loads

        return loads(self.content)

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The bytes in parts of `chunk_size`, or in one part."""
        size = chunk_size or max(len(self.content), 1)
        for start in range(0, len(self.content), size):
            yield self.content[start : start + size]

    def iter_lines(self) -> Iterator[str]:
        """The lines of the text, without their ends."""
        yield from self.text.splitlines()

    def write_to_file(self, file: str | os.PathLike[str]) -> None:
        """Writes the bytes to a path; a file there is replaced at once or not at all."""
        target = Path(file)
        part = target.with_name(f".{target.name}.part")
        try:
            part.write_bytes(self.content)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)

    def stream_to_file(
        self, file: str | os.PathLike[str], *, chunk_size: int | None = None
    ) -> None:
        """As `write_to_file`; `chunk_size` is accepted for code written for other clients."""
        self.write_to_file(file)

    def __repr__(self) -> str:
        return f"BinaryContent({len(self.content)} bytes, content_type={self.content_type!r})"
