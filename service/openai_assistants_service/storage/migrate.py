"""Bring a database to the schema of this version; the migrations ship with the package."""

import logging
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection

_HERE = Path(__file__).parent / "migrations"


class WrongSchema(Exception):
    """The database was written by a newer version of this service."""


def migrate(connection: Connection, revision: str = "head") -> None:
    """Apply the migrations that are still missing, in the transaction of the connection."""
    config = Config()
    config.set_main_option("script_location", str(_HERE).replace("%", "%%"))
    config.attributes["connection"] = connection
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        command.upgrade(config, revision)
    except CommandError as error:
        raise WrongSchema(f"cannot use this database: {error}") from error
