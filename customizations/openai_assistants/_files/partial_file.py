"""The file that a download grows in, beside its target, until it is complete."""

import os
import secrets
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import IO


class Part:
    """A file that becomes the target once it is complete.

    What is known by a key, which names the content, can be gone on with by a later process. It is
    locked meanwhile; whoever finds it locked, or finds no locks at all, takes a file of its own.
    """

    def __init__(self, target: Path, key: str | None) -> None:
        """Opens the file.

        Args:
            target: where the content is to be in the end.
            key: says what the content is; None, nothing does, and the file is of no later use.

        Raises:
            OSError: it cannot be made.
        """
        self._target = target
        self._path = _beside(target, _digest(target, key or ""))
        shared = None if key is None else _locked(self._path)
        self._keep = shared is not None
        if shared is None:
            self._path = _beside(target, secrets.token_hex(8))
        self._file = shared or self._path.open("xb")
        self.size = os.fstat(self._file.fileno()).st_size

    def cut(self, size: int) -> None:
        """Drops what is behind the first `size` bytes; what is written comes there."""
        self._file.truncate(size)
        self._file.seek(size)
        self.size = size

    def write(self, piece: bytes) -> None:
        """Adds bytes.

        Raises:
            OSError: there is no room.
        """
        self._file.write(piece)
        self.size += len(piece)

    def publish(self) -> None:
        """Puts the file in the place of the target, at once."""
        self._file.flush()
        self._close_where_moving_needs_it()
        self._path.replace(self._target)
        self._file.close()

    def leave(self, *, keep: bool) -> None:
        """Closes the file, unless it is published; kept is only what can be gone on with."""
        if self._file.closed:
            return
        if not (keep and self._keep and self.size):
            self._close_where_moving_needs_it()
            self._path.unlink(missing_ok=True)
        with suppress(OSError):  # such as a full disk, which was told before
            self._file.close()

    def _close_where_moving_needs_it(self) -> None:
        # Elsewhere the lock is held until the file has gone from its path.
        if sys.platform == "win32":
            self._file.close()


def check_target(target: Path) -> None:
    """Refuses, before anything is downloaded, what cannot become a file.

    Raises:
        OSError: it is a folder, or its folder is missing.
    """
    if target.is_dir():
        raise IsADirectoryError(f"give the path of a file, not of a folder: {target}")
    if not target.parent.is_dir():
        raise FileNotFoundError(f"there is no such folder: {target.parent}")


def _digest(target: Path, key: str) -> str:
    return sha256(f"{target.name}\n{key}".encode("utf-8", "replace")).hexdigest()[:16]


def _beside(target: Path, distinct: str) -> Path:
    return target.with_name(f".{target.name[:50]}.{distinct}.part")


def _locked(path: Path) -> IO[bytes] | None:
    """The file, opened and locked; None if another has it, or it is not safe to use."""
    if sys.platform == "win32":
        return None
    import fcntl

    file = None
    try:
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW
        file = os.fdopen(os.open(path, flags, 0o666), "r+b")
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        mine = os.fstat(file.fileno())
        # Another may have made it the target since it was opened.
        if os.path.samestat(mine, path.stat()) and mine.st_uid == os.geteuid():
            return file
    except OSError:
        pass
    if file is not None:
        file.close()
    return None
