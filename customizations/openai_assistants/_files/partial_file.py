"""The file that a download is written to, beside its target, until it is complete."""

import os
import secrets
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import IO


class PartialFile:
    """A file that becomes the target once it is complete.

    With a key, which identifies the content, a later process can resume it. It is locked while it
    is open; where it is locked already, or cannot be locked, a file of another name is written.
    """

    def __init__(self, target: Path, key: str | None) -> None:
        """Opens the file.

        Args:
            target: the path of the complete file.
            key: identifies the content; None, it is unknown, and the file cannot be resumed.

        Raises:
            OSError: it cannot be created.
        """
        self._target = target
        self._path = _sibling(target, _digest(target, key or ""))
        shared = None if key is None else _open_locked(self._path)
        self._resumable = shared is not None
        if shared is None:
            self._path = _sibling(target, secrets.token_hex(8))
        self._file = shared or self._path.open("xb")
        self.size = os.fstat(self._file.fileno()).st_size

    def truncate(self, size: int) -> None:
        """Keeps the first `size` bytes; the next are written behind them."""
        self._file.truncate(size)
        self._file.seek(size)
        self.size = size

    def write(self, data: bytes) -> None:
        """Adds bytes.

        Raises:
            OSError: the disk is full.
        """
        self._file.write(data)
        self.size += len(data)

    def publish(self) -> None:
        """Replaces the target with the file, atomically."""
        self._file.flush()
        self._close_on_windows()
        self._path.replace(self._target)
        self._file.close()

    def close(self, *, keep: bool) -> None:
        """Closes the file, unless it is published, and deletes it unless it can be resumed."""
        if self._file.closed:
            return
        if not (keep and self._resumable and self.size):
            self._close_on_windows()
            self._path.unlink(missing_ok=True)
        with suppress(OSError):  # such as a full disk, which `write` has raised already
            self._file.close()

    def _close_on_windows(self) -> None:
        # Windows moves no open files. Elsewhere the lock is held until the file has left its path.
        if sys.platform == "win32":
            self._file.close()


def check_target(target: Path) -> None:
    """Checks, before anything is downloaded, that the path can become a file.

    Raises:
        OSError: it is a folder, or its folder is missing.
    """
    if target.is_dir():
        raise IsADirectoryError(f"give the path of a file, not of a folder: {target}")
    if not target.parent.is_dir():
        raise FileNotFoundError(f"there is no such folder: {target.parent}")


def _digest(target: Path, key: str) -> str:
    return sha256(f"{target.name}\n{key}".encode("utf-8", "replace")).hexdigest()[:16]


def _sibling(target: Path, distinct: str) -> Path:
    return target.with_name(f".{target.name[:50]}.{distinct}.part")


def _open_locked(path: Path) -> IO[bytes] | None:
    """The file, opened and locked; None if it is locked already, or not safe to use."""
    if sys.platform == "win32":
        return None
    import fcntl

    file = None
    try:
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW
        file = os.fdopen(os.open(path, flags, 0o666), "r+b")
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        mine = os.fstat(file.fileno())
        # Another process may have made it the target since it was opened.
        if os.path.samestat(mine, path.stat()) and mine.st_uid == os.geteuid():
            return file
    except OSError:
        pass
    if file is not None:
        file.close()
    return None
