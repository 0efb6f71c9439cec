"""The folder of the contents of files: whose it is, and what in it belongs to no file.

A file in it names the database it belongs to. Nothing is ever deleted because the database does not
know it: that may be a backup, or an empty one that was made by mistake. It goes into quarantine.
"""

import contextlib
import logging
import os
import re
import time
from collections.abc import Set as AbstractSet
from pathlib import Path
from uuid import uuid4

from . import private
from .database import StorageError

PART = ".part"
"""The suffix of contents that are still arriving."""

_LOG = logging.getLogger(__name__)
OWNER = "database-id"
"""The name of what says which database this is the place of."""
_QUARANTINE = "quarantine"
CONTENTS = re.compile(r"file-[A-Za-z0-9]{24}|[0-9a-f]{32}\.part")
"""The names that this service gives; whatever else lies in the folder is left alone."""
ORPHAN_AGE = 3600.0
"""Seconds for which contents without a file are left alone: their row may be on its way."""
_MOST_NAMED = 20


def require_free(folder: Path) -> None:
    """Raise StorageError if the folder has contents, of whatever database."""
    if (folder / OWNER).exists() or _foreign(folder, frozenset()):
        raise StorageError(
            f"the folder {folder} holds the files of another database: put that back, or move the "
            "folder away"
        )


def claim(folder: Path, database_id: str, known: AbstractSet[str]) -> None:
    """Make the folder that of a database, if it is not yet.

    One that names no database, as older versions left it, is taken if there is nothing in it, or
    something that the database knows.

    Raises:
        StorageError: it belongs to another database, or to somebody else.
    """
    folder.mkdir(private.FOLDER, parents=True, exist_ok=True)
    owner = folder / OWNER
    if not owner.exists():
        if _foreign(folder, known):
            raise StorageError(
                f"the folder {folder} was there before, and the database knows nothing in it: "
                "move it away"
            )
        for name in known:
            private.restrict(folder / name, private.FILE)
        named = folder / f"{uuid4().hex}{PART}"
        private.create_file(named)
        named.write_text(database_id, "ascii")
        named.replace(owner)
    private.restrict(folder, private.FOLDER)
    found = owner.read_text("utf-8", "replace").strip()
    if found != database_id:
        raise StorageError(
            f"the folder {folder} holds the files of another database ({found}): move it away, or "
            "put its database back"
        )


def _foreign(folder: Path, known: AbstractSet[str]) -> bool:
    """Whether there are files in a folder, and none of them is known."""
    names = {path.name for path in _entries(folder) if path.suffix != PART}
    return bool(names) and not names & known


def _entries(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []


def sweep(folder: Path, known: AbstractSet[str]) -> None:
    """Put in quarantine what a process that was killed left behind: partial uploads, and contents
    that no file has; say so in the log, and what is missing.

    What was put there and turns out to be known comes back. Young files are left alone, since
    another process may be about to write their row.
    """
    put_back(folder, known)
    moved = _orphans(folder, known)
    quarantine = folder / _QUARANTINE
    for name in moved:
        quarantine.mkdir(private.FOLDER, exist_ok=True)
        (folder / name).replace(_unused(quarantine / name))
    tell(moved, quarantine, [name for name in known if not (folder / name).exists()], folder)


def _orphans(folder: Path, known: AbstractSet[str]) -> list[str]:
    """Return the names of contents that no file has, and that are not young."""
    orphans: list[str] = []
    for path in _entries(folder):
        if CONTENTS.fullmatch(path.name) and path.name not in known:
            with contextlib.suppress(FileNotFoundError):  # another process was first
                if time.time() - path.stat().st_mtime > ORPHAN_AGE:
                    orphans.append(path.name)
    return orphans


def tell(moved: list[str], quarantine: object, missing: list[str], place: object) -> None:
    """Say in the log what was put in quarantine, and which files have no contents."""
    if moved:
        _LOG.warning(
            "%d contents that no file has were moved to %s, to be deleted by --remove-quarantined:"
            " %s",
            len(moved),
            quarantine,
            _listed(moved),
        )
    if missing:
        _LOG.warning("%d files have no contents in %s: %s", len(missing), place, _listed(missing))


def _unused(path: Path) -> Path:
    return path.with_name(f"{path.name}.{uuid4().hex}") if path.exists() else path


def _listed(names: list[str]) -> str:
    more = ", ..." if len(names) > _MOST_NAMED else ""
    return ", ".join(sorted(names)[:_MOST_NAMED]) + more


def put_back(folder: Path, known: AbstractSet[str]) -> None:
    """Take what the database knows out of quarantine."""
    for path in _entries(folder / _QUARANTINE):
        if path.name in known and not (folder / path.name).exists():
            path.replace(folder / path.name)


def remove_quarantined(folder: Path, known: AbstractSet[str]) -> list[str]:
    """Delete what is in quarantine and not known; return the names."""
    put_back(folder, known)
    names = sorted(path.name for path in _entries(folder / _QUARANTINE))
    for name in names:
        (folder / _QUARANTINE / name).unlink()
    with contextlib.suppress(OSError):
        os.rmdir(folder / _QUARANTINE)
    return names


def remove_unknown(folder: Path, known: AbstractSet[str]) -> None:
    """Delete copies of contents that no file has, unless they are young."""
    for name in _orphans(folder, known):
        (folder / name).unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
