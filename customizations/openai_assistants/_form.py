"""Multipart bodies: which fields are files, and what may be given as one."""

import os
from collections.abc import Generator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, cast

from openai_assistants_core.record import Record

from ._flatten import flatten

HttpxFile = tuple[str, IO[bytes] | bytes, str | None, Mapping[str, str]]


class FilePart(Record, frozen=True):
    """A file of a multipart body."""

    _hidden = ("content",)

    field: str
    filename: str
    content: IO[bytes] | bytes | Path
    mime: str | None = None
    headers: Mapping[str, str] = MappingProxyType({})

    @property
    def replayable(self) -> bool:
        """Whether its bytes can be read a second time."""
        if isinstance(self.content, bytes | Path):
            return True
        seekable = getattr(self.content, "seekable", None)
        return bool(seekable is not None and seekable())


class Form(Record, frozen=True):
    """A multipart body: plain fields and files."""

    fields: Mapping[str, Sequence[str]]
    files: Sequence[FilePart]

    @property
    def replayable(self) -> bool:
        """Whether it can be sent a second time."""
        return all(part.replayable for part in self.files)

    @property
    def reads_files(self) -> bool:
        """Whether sending it reads files."""
        return any(not isinstance(part.content, bytes) for part in self.files)

    @contextmanager
    def opened(self) -> Generator[dict[str, Any]]:
        """The arguments httpx takes for it; files given by path are open meanwhile."""
        with ExitStack() as stack:
            yield {
                "data": {name: list(values) for name, values in self.fields.items()},
                "files": [(part.field, _open(part, stack)) for part in self.files],
            }


def make_form(body: Mapping[str, Any]) -> Form:
    """Splits a body into plain fields and files.

    Raises:
        TypeError: a file is missing, or is text, which has no bytes until it is encoded.
    """
    files: list[FilePart] = []
    fields: dict[str, list[str]] = {}
    for name, value in body.items():
        if _is_file(name, value):
            files.append(_file_part(name, value))
            continue
        for key, text in flatten(name, value):
            fields.setdefault(key, []).append(text)
    if not files:
        raise TypeError("a file is missing: bytes, a path, an open file or (name, content)")
    return Form(fields, files)


def _is_file(name: str, value: object) -> bool:
    return (
        name == "file"
        or isinstance(value, bytes | bytearray | memoryview | tuple | os.PathLike)
        or hasattr(value, "read")
    )


def _file_part(field: str, value: Any) -> FilePart:
    if not _is_tuple(value):
        return FilePart(field, _name_of(value), _content(field, value))
    if not 2 <= len(value) <= 4:
        raise TypeError(f"{field}: a tuple must be (name, content[, MIME type[, headers]])")
    name, content, mime, headers = (*value, None, None)[:4]
    return FilePart(
        field, name or _name_of(content), _content(field, content), mime, dict(headers or {})
    )


def _is_tuple(value: object) -> bool:
    return isinstance(value, tuple)


def _content(field: str, value: Any) -> IO[bytes] | bytes | Path:
    if isinstance(value, bytes | bytearray | memoryview):
        return bytes(cast("bytes", value))
    if isinstance(value, os.PathLike):
        return Path(cast("os.PathLike[str]", value))
    if isinstance(value, str):
        raise TypeError(f"{field}: a string is no file: give pathlib.Path(path), or encoded bytes")
    if not hasattr(value, "read"):
        raise TypeError(
            f"{field}: expected bytes, a path, a file opened in binary mode or a tuple of "
            f"(name, content), not {type(value).__name__}"
        )
    if hasattr(value, "encoding"):
        raise TypeError(f"{field}: the file must be opened in binary mode, not as text")
    return cast("IO[bytes]", value)


def _name_of(value: object) -> str:
    if isinstance(value, os.PathLike):
        return Path(cast("os.PathLike[str]", value)).name
    name = getattr(value, "name", None)
    return Path(name).name if isinstance(name, str) and name else "upload"


def _open(part: FilePart, stack: ExitStack) -> HttpxFile:
    content = part.content
    if isinstance(content, Path):
        content = stack.enter_context(content.open("rb"))
    return part.filename, content, part.mime, dict(part.headers)
