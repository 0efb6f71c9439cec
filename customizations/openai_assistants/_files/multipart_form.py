"""Multipart forms: which fields of a request are files, and what may be given as a file."""

import os
from collections.abc import AsyncGenerator, Callable, Generator, Mapping, Sequence
from contextlib import ExitStack, aclosing, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, cast

from msgspec import Struct
from msgspec.structs import replace

from openai_assistants_core import FileWithProgress
from openai_assistants_core.file_types import Progress
from openai_assistants_core.jsonable import to_jsonable
from openai_assistants_core.query_encoding import flatten

from .multipart import (
    AsyncMultipartStream,
    MultipartBody,
    MultipartStream,
    OpenedFile,
    field_headers,
    file_headers,
    raising_caller_errors,
    utf8,
)
from .sources import Source, source_of

FILE_FIELD = "file"
"""The one field of a form that is a file, in the whole API."""


class FilePart(Struct, frozen=True):
    """A file of a form.

    Attributes:
        headers: of its part.
        source: its bytes.
        progress: called with the number of bytes sent.
    """

    headers: bytes
    source: Source
    progress: Progress | None = None


class MultipartForm(Struct):
    """A form: plain fields, files, and the boundary, which none of its parts contains."""

    fields: Sequence[bytes]
    files: Sequence[FilePart]
    boundary: str
    _sent: MultipartStream | AsyncMultipartStream | None = None

    @property
    def replayable(self) -> bool:
        """Whether it can be sent, now, from its beginning."""
        return all(part.source.replayable for part in self.files)

    @property
    def sent_whole(self) -> bool:
        """Whether the latest attempt may have sent it to its end."""
        return self._sent is not None and self._sent.exhausted

    @contextmanager
    def opened(
        self, check: Callable[[], object]
    ) -> Generator[tuple[MultipartStream, dict[str, str]]]:
        """The body of one attempt, and its headers; files are open meanwhile.

        Args:
            check: called before each chunk; raises if there is no time left.

        Raises:
            TypeError: a file can only be read asynchronously.
            OSError: a file cannot be opened.
        """
        if not all(part.source.synchronous for part in self.files):
            raise TypeError("an asynchronous iterator can be sent by AsyncAssistantsClient only")
        with ExitStack() as files:
            body = self._open(files)
            self._sent = MultipartStream(body, check)
            with raising_caller_errors():
                yield self._sent, body.headers

    @asynccontextmanager
    async def opened_async(self) -> AsyncGenerator[tuple[AsyncMultipartStream, dict[str, str]]]:
        """As `opened`; what may block runs in threads."""
        from anyio import CancelScope
        from anyio.to_thread import run_sync

        files = ExitStack()
        blocks = any(part.source.blocks for part in self.files)
        try:
            body = await run_sync(self._open, files) if blocks else self._open(files)
            self._sent = AsyncMultipartStream(body)
            async with aclosing(self._sent):
                with raising_caller_errors():
                    yield self._sent, body.headers
        finally:
            with CancelScope(shield=True):
                await run_sync(files.close)

    def _open(self, files: ExitStack) -> MultipartBody:
        delimiter = f"--{self.boundary}\r\n".encode()
        segments: list[bytes | OpenedFile] = [delimiter + field + b"\r\n" for field in self.fields]
        for part in self.files:
            opened = OpenedFile(part.source.open(files), part.progress)
            segments += [delimiter + part.headers, opened, b"\r\n"]
        segments.append(f"--{self.boundary}--\r\n".encode())
        return MultipartBody(f"multipart/form-data; boundary={self.boundary}", segments)


def make_form(body: Mapping[str, Any], boundary: str) -> MultipartForm:
    """Splits a body into plain fields and files.

    Args:
        body: its fields by name.
        boundary: letters and digits that appear in none of them.

    Raises:
        TypeError: a file is missing or cannot be sent as one, or a plain field is no JSON.
        ValueError: a header of a file has control characters in it, or a text a lone surrogate.
    """
    if FILE_FIELD not in body:
        raise TypeError("a file is missing: bytes, a path, an open file or (name, content)")
    fields = [
        field_headers(key) + utf8(text, repr(key))
        for name, value in body.items()
        if name != FILE_FIELD
        for key, text in flatten(name, to_jsonable(value, name))
    ]
    return MultipartForm(fields, [_file_part(FILE_FIELD, body[FILE_FIELD])], boundary)


def _file_part(field: str, value: Any) -> FilePart:
    if isinstance(value, FileWithProgress):
        return replace(_file_part(field, value.file), progress=value.progress)
    if not _is_tuple(value):
        return FilePart(file_headers(field, _name_of(value), None, {}), source_of(field, value))
    if not 2 <= len(value) <= 4:
        raise TypeError(f"{field}: a tuple must be (name, content[, MIME type[, headers]])")
    name, content, mime, headers = (*value, None, None)[:4]
    source = source_of(field, content)
    return FilePart(file_headers(field, name or _name_of(content), mime, headers or {}), source)


def _is_tuple(value: object) -> bool:
    return isinstance(value, tuple)


def _name_of(value: object) -> str:
    if isinstance(value, os.PathLike):
        return Path(cast("os.PathLike[str]", value)).name
    name = getattr(value, "name", None)
    return Path(name).name if isinstance(name, str) and name else "upload"
