"""Read a multipart form (RFC 7578): fields of text, and one file."""

import asyncio
from collections.abc import AsyncIterator
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from attrs import define, field, frozen
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from ..errors import repeated, too_large
from .disposition import Disposition, read_disposition

FILE = "file"
"""The name of the part that holds a file, whether or not it has a file name."""

_IN_MEMORY = 1 << 20
_MOST_PARTS = 100
_LARGEST_FIELD = 64 * 1024


class UnreadableForm(Exception):
    """A form is not what RFC 7578 describes."""


@frozen
class FilePart:
    """The file of a form; `filename` is None if the part has none."""

    content: IO[bytes]
    filename: str | None


@define
class _Part:
    disposition: Disposition
    target: IO[bytes] | None
    """Where the contents of a file go."""
    value: bytearray = field(factory=bytearray)


class FormReader:
    """Reads one form; its file is in memory or on disk until the reader is closed."""

    def __init__(self, content_type: str) -> None:
        boundary = parse_options_header(content_type)[1].get(b"boundary")
        if not boundary:
            raise UnreadableForm("Missing boundary in multipart.")
        self.fields: list[tuple[str, str]] = []
        self.file: FilePart | None = None
        self._header, self._value = bytearray(), bytearray()
        self._disposition: bytes | None = None
        self._part: _Part | None = None
        self._parts = 0
        self._ended = False
        self._parser = MultipartParser(boundary, self._callbacks())  # type: ignore[arg-type]

    def _callbacks(self) -> dict[str, Any]:
        return {
            "on_part_begin": self._begin,
            "on_header_field": self._header_field,
            "on_header_value": self._header_value,
            "on_header_end": self._end_header,
            "on_headers_finished": self._end_headers,
            "on_part_data": self._data,
            "on_part_end": self._end_part,
            "on_end": self._end,
        }

    async def read(self, pieces: AsyncIterator[bytes], most: int) -> None:
        """Read a body of at most so many bytes.

        Raises:
            UnreadableForm: it is not a form, or ends too early.
            ApiError: it is too large.
        """
        size = 0
        try:
            async for piece in pieces:
                size += len(piece)
                if size > most:
                    raise too_large()
                await asyncio.to_thread(self._parser.write, piece)
        except FormParserError as error:
            raise UnreadableForm("Invalid multipart data.") from error
        if not self._ended:
            raise UnreadableForm("The last boundary is missing.")

    def close(self) -> None:
        """Give up the file."""
        if self.file is not None:
            self.file.content.close()

    def _begin(self) -> None:
        self._parts += 1
        if self._parts > _MOST_PARTS:
            raise UnreadableForm(f"Too many parts: the most is {_MOST_PARTS}.")
        self._disposition = None

    def _header_field(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _end_header(self) -> None:
        if bytes(self._header).lower() == b"content-disposition":
            self._disposition = bytes(self._value)
        self._header.clear()
        self._value.clear()

    def _end_headers(self) -> None:
        try:
            disposition = read_disposition(self._disposition or b"")
        except ValueError as error:
            raise UnreadableForm(str(error)) from None
        if disposition.name != FILE:
            self._part = _Part(disposition, None)
            return
        if self.file is not None:
            raise repeated(FILE)
        content = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed by `close`
        self.file = FilePart(content, disposition.filename)
        self._part = _Part(disposition, content)

    def _data(self, data: bytes, start: int, end: int) -> None:
        part = self._part
        assert part is not None
        if part.target is not None:
            part.target.write(data[start:end])
        elif part.disposition.filename is None:
            part.value += data[start:end]
            if len(part.value) > _LARGEST_FIELD:
                raise UnreadableForm(f"A field is longer than {_LARGEST_FIELD} bytes.")

    def _end_part(self) -> None:
        part = self._part
        assert part is not None
        if part.target is not None:
            part.target.seek(0)
            return
        name, value = part.disposition.name, part.disposition.filename
        if value is None:
            try:
                value = part.value.decode()
            except UnicodeDecodeError:
                raise UnreadableForm(f"The field '{name}' is not UTF-8.") from None
        self.fields.append((name, value))

    def _end(self) -> None:
        self._ended = True
