"""Run the statements of a migration, in the words of the database that is migrated."""

from pathlib import Path

from alembic import op

_VERSIONS = Path(__file__).parent / "versions"
_TYPES = {
    "INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT": "BIGSERIAL PRIMARY KEY",
    "INTEGER": "BIGINT",
    "BLOB": "BYTEA",
}
"""The names of types that PostgreSQL has other names for."""


def of_postgres() -> bool:
    """Whether the database is PostgreSQL."""
    return op.get_context().dialect.name == "postgresql"


def run(statement: str) -> None:
    """Execute a statement that is written for SQLite, with the types that the database has."""
    if of_postgres():
        for name, other in _TYPES.items():
            statement = statement.replace(name, other)
    op.execute(statement)


def run_file(name: str) -> None:
    """Execute the statements of a file of SQL, between which there is an empty line.

    `NAME.sql` is for every database, `NAME.sqlite.sql` and `NAME.postgresql.sql` for one alone.
    """
    statements = (_VERSIONS / name).read_text("utf-8").split(";\n\n")
    own = name.count(".") > 1
    for statement in statements:
        if own:
            op.execute(statement)
        else:
            run(statement)
