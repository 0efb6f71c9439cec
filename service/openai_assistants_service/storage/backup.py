"""A copy of a database and its files, taken while others write to them.

Contents never change once a file has its row, and are deleted only after it. So a snapshot of the
database comes first, and then what the files of the snapshot hold; if some of them was deleted
meanwhile, a newer snapshot is taken, which does not know it any more.
"""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from uuid import uuid4

from attrs import frozen

from . import private, sqlite
from .blob_folder import OWNER, sync_folder
from .database import StorageError
from .migrate import require_ours

_PIECE = 1 << 20
_SNAPSHOTS = 100


@frozen
class StoredFile:
    """What the row of a file says about its contents: bytes, and SHA-256 in hexadecimal."""

    size: int
    digest: str | None


def backup(database: Path, target: Path) -> int:
    """Copy a database and its files into a new folder; return how many files there were.

    The folder appears once all is in it, and on the disk. To restore it, serve the database in it.

    Raises:
        StorageError: the database cannot be read, a file is damaged, or the folder is there.
    """
    database = database.resolve()
    if not database.exists():
        raise StorageError(f"there is no database {database}")
    if target.exists():
        raise StorageError(f"{target} is there already: name a folder that is not")
    part = target.with_name(f"{target.name}.{uuid4().hex}.part")
    try:
        part.mkdir(private.FOLDER, parents=True)
        number = _copy(database, part)
        sync_folder(part)
        part.rename(target)
        sync_folder(target.parent)
    except OSError as error:
        raise StorageError(f"cannot write the backup: {private.reason(error)}") from error
    except sqlite3.Error as error:
        reason = sqlite.reason(error)
        raise StorageError(f"cannot copy the database {database}: {reason}") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return number


def _copy(database: Path, part: Path) -> int:
    source = database.with_name(f"{database.name}.files")
    copied = part / source.name
    copied.mkdir(private.FOLDER)
    for _ in range(_SNAPSHOTS):
        files = _snapshot(database, part / database.name)
        gone = [
            one
            for one, file in files.items()
            if not copy_contents(source / one, copied / one, file)
        ]
        if not gone:
            break
        if lost := _still_known(database, gone):
            raise StorageError(
                f"file {lost[0]} has no contents in {source}: delete the file, or bring them back"
            )
    else:
        raise StorageError("files are deleted faster than they can be copied: try again")
    for path in copied.iterdir():
        if path.name not in files:
            path.unlink()
    shutil.copyfile(source / OWNER, copied / OWNER)
    sync_folder(copied)
    return len(files)


def _snapshot(database: Path, target: Path) -> Mapping[str, StoredFile]:
    """Copy the database as it is at one moment; return its files."""
    target.unlink(missing_ok=True)
    private.create_file(target)
    with closing(sqlite3.connect(database)) as live, closing(sqlite3.connect(target)) as copy:
        require_ours({name for (name,) in live.execute(sqlite.TABLES)})
        live.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, until it is served
        if copy.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            raise StorageError(f"the database {database} is damaged")
        rows = copy.execute("SELECT id, bytes, digest FROM files")
        return {name: StoredFile(size, digest) for name, size, digest in rows}


def _still_known(database: Path, ids: list[str]) -> list[str]:
    with closing(sqlite3.connect(database)) as live:
        find = "SELECT id FROM files WHERE id = ?"
        return [one for one in ids if live.execute(find, (one,)).fetchone()]


def copy_contents(source: Path, target: Path, file: StoredFile) -> bool:
    """Copy the contents of a file, unless that is done; return whether they were there.

    Raises:
        StorageError: they are not what was uploaded.
    """
    if target.exists():
        return True
    digest, size = hashlib.sha256(), 0
    try:
        contents = source.open("rb")
    except FileNotFoundError:
        return False
    private.create_file(target)
    with contents, target.open("wb") as copy:
        while piece := contents.read(_PIECE):
            digest.update(piece)
            size += copy.write(piece)
        copy.flush()
        os.fsync(copy.fileno())
    if size != file.size or file.digest not in (None, digest.hexdigest()):
        raise StorageError(f"{source} is damaged: it is not what was uploaded")
    return True
