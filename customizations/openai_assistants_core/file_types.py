"""What may be given as a file to upload."""

import os
from collections.abc import AsyncIterable, Callable, Iterable, Mapping
from typing import IO, Any

from msgspec import Struct

Progress = Callable[[int, int | None], object]
"""Is called with the bytes that are through, and with how many there are in all, or None if that is
unknown."""

FileContent = IO[bytes] | bytes | os.PathLike[str] | Iterable[bytes] | AsyncIterable[bytes]
"""What the bytes of a file may be taken from."""


class FileWithProgress(Struct, frozen=True):
    """A file to upload, and who is told how that goes.

    Attributes:
        file: anything else that may be given as a file.
        progress: called with the bytes of it that are sent, and with its size or None; again from 0
            if the upload has to begin anew.
    """

    file: Any
    progress: Progress


FileTypes = (
    FileContent
    | tuple[str | None, FileContent]
    | tuple[str | None, FileContent, str | None]
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
    | FileWithProgress
)
"""What may be given as a file: its content, also with its name, MIME type and headers."""
