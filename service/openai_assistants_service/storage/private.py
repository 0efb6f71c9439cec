"""Files and folders that only their owner can read."""

import contextlib
import os
from pathlib import Path

FILE = 0o600
FOLDER = 0o700


def create_file(path: Path) -> None:
    """Create an empty file, and the folder for it, unless they are there.

    A file that is there is not even opened: closing it would release the locks that this process
    holds on it (https://www.sqlite.org/howtocorrupt.html, 2.2).
    """
    path.parent.mkdir(FOLDER, parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, FILE))


def reason(error: OSError) -> str:
    """Say in a few words what the system refused, and where."""
    text = error.strerror or str(error)
    return f"{text}: {error.filename}" if error.filename else text


def restrict(path: Path, mode: int) -> None:
    """Take a file or folder away from everybody but its owner, if it is there and ours."""
    with contextlib.suppress(OSError):
        path.chmod(mode)
