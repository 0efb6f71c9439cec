"""Bring a database to the schema of this version; the migrations ship with the package."""

import logging
import threading
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

from .database import StorageError

_HERE = Path(__file__).parent / "migrations"
_OURS = frozenset({"alembic_version", "assistants", "threads", "vector_store_files"})
"""Tables that every version of this service has."""


class WrongSchema(StorageError):
    """The database is another application's, or was written by a newer version of this service."""


_ONE_AT_A_TIME = threading.Lock()
"""alembic keeps what it migrates in globals, and several services may start at once."""


def migrate(connection: Connection, revision: str = "head") -> None:
    """Apply the migrations that are still missing, in the transaction of the connection.

    Raises:
        WrongSchema: the database is newer; nothing is changed.
    """
    config = Config()
    config.set_main_option("script_location", str(_HERE).replace("%", "%%"))
    config.attributes["connection"] = connection
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        with _ONE_AT_A_TIME:
            command.upgrade(config, revision)
    except CommandError as error:
        found = MigrationContext.configure(connection).get_current_revision()
        raise WrongSchema(
            f"it was written by a newer version of this service (schema {found})"
        ) from error


@cache
def latest() -> str:
    """Return the revision that `migrate` leads to."""
    head = ScriptDirectory(str(_HERE)).get_current_head()
    assert head is not None
    return head


def require_ours(tables: AbstractSet[str], *, or_none: bool = True) -> None:
    """Raise WrongSchema for a database that has other tables than those of this service.

    Args:
        or_none: whether it may have no tables yet.
    """
    if tables and not tables >= _OURS:
        raise WrongSchema("it belongs to another application")
    if not tables and not or_none:
        raise WrongSchema("there is nothing in it: name the one that the service was started with")
