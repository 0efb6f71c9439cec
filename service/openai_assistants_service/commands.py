"""What the command line does beside serving: each a word in first place."""

import argparse
import asyncio
import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from .key_commands import keys
from .storage.backup import backup
from .storage.copying import Progress, copy
from .storage.database import StorageError
from .storage.location import Postgres, locate

PROGRAM = "openai-assistants-service"


def _backup(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(
        prog=f"{PROGRAM} backup",
        description="Copy a database and its files into a new folder, while it is served.",
    )
    parser.add_argument("--database", required=True, help="the SQLite file")
    parser.add_argument("target", type=Path, help="the folder to make")
    options = parser.parse_args(arguments)
    source = locate(options.database)
    if isinstance(source, Postgres):
        raise StorageError(
            "a database on PostgreSQL is copied by pg_dump; copy the folder of files after it"
        )
    number = backup(source, options.target)
    database = options.target / source.resolve().name
    sys.stdout.write(f"{database} and {number} files\n")


def _copy(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(
        prog=f"{PROGRAM} copy",
        description="Copy a database and its files into an empty one, of SQLite or PostgreSQL.",
    )
    parser.add_argument("source", metavar="FROM", help="an SQLite file, or postgresql://...")
    parser.add_argument("target", metavar="TO", help="an SQLite file, or postgresql://...")
    for end in ("from", "to"):
        parser.add_argument(
            f"--{end}-files", metavar="FOLDER|URL", help="the files, with PostgreSQL"
        )
    options = parser.parse_args(arguments)
    source = locate(options.source, options.from_files)
    target = locate(options.target, options.to_files)
    with _progress() as show:
        counts = asyncio.run(copy(source, target, show))
    sys.stdout.write(f"{target}: {sum(counts.values())} rows and {counts['files']} files\n")


@contextmanager
def _progress() -> Generator[Progress]:
    """Tell a terminal how far a copy is, in one line, which is ended whatever happens."""
    shown = False

    def show(what: str, number: int) -> None:
        nonlocal shown
        if sys.stderr.isatty():
            shown = True
            sys.stderr.write(f"\r\x1b[K{what}: {number}")

    try:
        yield show
    finally:
        if shown:
            sys.stderr.write("\n")


COMMANDS: Mapping[str, Callable[[Sequence[str]], None]] = {
    "backup": _backup,
    "copy": _copy,
    "keys": partial(keys, PROGRAM),
}


def run(name: str, arguments: Sequence[str]) -> int:
    """Do what a word stands for; return the exit code."""
    try:
        COMMANDS[name](arguments)
    except (StorageError, ValueError) as error:
        sys.stderr.write(f"error: {error}\n")
        return 1
    return 0
