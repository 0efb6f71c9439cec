"""What may be given as a file to upload."""

import os
from collections.abc import Mapping
from typing import IO

FileContent = IO[bytes] | bytes | os.PathLike[str]
FileTypes = (
    FileContent
    | tuple[str | None, FileContent]
    | tuple[str | None, FileContent, str | None]
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)
