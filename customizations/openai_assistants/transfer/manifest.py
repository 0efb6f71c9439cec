"""The manifest of an export: where it is from, what it has, and the digest of every file."""

from hashlib import file_digest
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field

from .errors import TransferError

FORMAT = "openai-assistants-export"
VERSION = 1


class FileEntry(Struct, frozen=True):
    """A file of an export.

    Attributes:
        bytes: its size.
        sha256: its digest, in hexadecimal.
    """

    bytes: int
    sha256: str

    @classmethod
    def of(cls, path: Path) -> "FileEntry":
        """Reads a file."""
        with path.open("rb") as file:
            return cls(path.stat().st_size, file_digest(file, "sha256").hexdigest())


class Manifest(Struct, frozen=True, kw_only=True):
    """What an export has.

    Attributes:
        source: the base URL that it is from.
        complete: whether all is there; else start the export again.
        counts: how many objects there are, by their `object`.
        missing: why something is not there that was asked for or is referred to, by its id.
        active: the threads with a run that was still at work.
        files: the files by their paths, in the order in which they are to be read.
    """

    source: str
    complete: bool = False
    counts: dict[str, int] = field(default_factory=dict[str, int])
    missing: dict[str, str] = field(default_factory=dict[str, str])
    active: list[str] = field(default_factory=list[str])
    files: dict[str, FileEntry] = field(default_factory=dict[str, FileEntry])
    format: str = FORMAT
    version: int = VERSION

    @classmethod
    def read(cls, path: Path) -> "Manifest | None":
        """Reads a manifest; None if there is none.

        Raises:
            TransferError: it is none, or of a later version.
        """
        try:
            raw = path.read_bytes()
        except FileNotFoundError:
            return None
        try:
            manifest = msgspec.json.decode(raw, type=cls)
        except msgspec.DecodeError as error:
            raise TransferError(f"{path} is no manifest of an export: {error}") from None
        if manifest.format != FORMAT or manifest.version != VERSION:
            raise TransferError(
                f"{path} is of another format, {manifest.format} {manifest.version}: use the "
                "version of this library that wrote it, or a later one"
            )
        return manifest

    def paths(self, folder: Path, kind: str) -> list[Path]:
        """The files of one kind, such as "threads", in their order."""
        return [folder / name for name in self.files if name.startswith(f"{kind}/")]

    def encoded(self) -> bytes:
        """The manifest as it is written: JSON for people to read."""
        raw: Any = msgspec.to_builtins(self)
        first = {"format": FORMAT, "version": VERSION}
        return msgspec.json.format(msgspec.json.encode({**first, **raw})) + b"\n"
