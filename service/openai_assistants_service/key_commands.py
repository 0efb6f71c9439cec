"""`keys`: make, list and revoke the keys of a service, also while it runs."""

import argparse
import asyncio
import re
import sys
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from .storage import api_keys
from .storage.database import Database, Row, StorageError
from .storage.location import locate
from .storage.opening import database_at

DEFAULT = "default"
"""What the project is called of objects that were made without a key, or with --api-key."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_COLUMNS = ("id", "name", "project", "created", "last used", "a minute", "revoked")


def keys(prog: str, arguments: Sequence[str]) -> None:
    """Do what a command line says, beginning with its verb."""
    options = _parser(prog).parse_args(arguments)
    asyncio.run(options.act(options))


def _parser(prog: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=f"{prog} keys", description="Make, list and revoke the keys of a service."
    )
    verbs = parser.add_subparsers(required=True, metavar="create|list|revoke")
    create = verbs.add_parser("create", help="make a key, and print it: it is stored nowhere")
    create.set_defaults(act=_create)
    create.add_argument("--name", type=_name, help="what the log calls the key")
    create.add_argument(
        "--project",
        type=_name,
        help="whose objects the key opens: those of the other keys of the project. Without it the "
        f"key has a project of its own, called like its id. '{DEFAULT}' is that of the objects "
        "that were made without a key",
    )
    create.add_argument(
        "--requests-per-minute", type=_limit, metavar="N", help="the most requests (no limit)"
    )
    every = verbs.add_parser("list", help="list all keys, and when each was used last")
    every.set_defaults(act=_list)
    revoke = verbs.add_parser("revoke", help="have a key open nothing any more")
    revoke.set_defaults(act=_revoke)
    revoke.add_argument("id", help="the id that `list` shows, key_...")
    for verb in (create, every, revoke):
        verb.add_argument("--database", required=True, metavar="FILE|URL", help="of the service")
    return parser


def _name(text: str) -> str:
    if not _NAME.fullmatch(text):
        raise argparse.ArgumentTypeError(
            "expected 1 to 64 letters, digits, dots, hyphens and underscores, a letter or digit "
            "first"
        )
    return text


def _limit(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 1_000_000:
        raise argparse.ArgumentTypeError("expected 1 to 1000000 requests")
    return number


@asynccontextmanager
async def _opened(named: str, *, new: bool = False) -> AsyncGenerator[Database]:
    """Open a database; `new` says that there need not be one yet."""
    location = locate(named)
    if not new and isinstance(location, Path) and not location.exists():
        raise StorageError(f"there is no database {location}")
    database = database_at(location)
    try:
        await database.open()
        yield database
    finally:
        await database.close()


async def _create(options: argparse.Namespace) -> None:
    key = api_keys.random_key()
    async with _opened(options.database, new=True) as database, database.write() as tx:
        row = await api_keys.create(
            tx,
            key,
            name=options.name or "",
            tenant="" if options.project == DEFAULT else options.project,
            requests_per_minute=options.requests_per_minute,
        )
    sys.stderr.write(f"{row['id']} of the project {_project(row)}; the key is not shown again:\n")
    sys.stdout.write(f"{key}\n")


async def _list(options: argparse.Namespace) -> None:
    async with _opened(options.database) as database, database.read() as tx:
        rows = await api_keys.every(tx)
    table = [_COLUMNS, *(_shown(row) for row in rows)]
    widths = [max(len(line[column]) for line in table) for column in range(len(_COLUMNS))]
    for line in table:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        sys.stdout.write("  ".join(cells).rstrip() + "\n")


async def _revoke(options: argparse.Namespace) -> None:
    async with _opened(options.database) as database, database.write() as tx:
        if not await api_keys.revoke(tx, options.id):
            raise StorageError(f"there is no key {options.id} that is not revoked: see `keys list`")
    sys.stdout.write(f"{options.id} is revoked\n")


def _project(row: Row) -> str:
    return row["tenant"] or DEFAULT


def _shown(row: Row) -> tuple[str, ...]:
    return (
        row["id"],
        row["name"] or "-",
        _project(row),
        _time(row["created_at"]),
        _time(row["last_used_at"]),
        str(row["requests_per_minute"] or "-"),
        _time(row["revoked_at"]),
    )


def _time(seconds: int | None) -> str:
    if seconds is None:
        return "-"
    return datetime.fromtimestamp(seconds, UTC).isoformat().replace("+00:00", "Z")
