"""What several tables have: their columns, and tables that are alike."""

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

from .column_types import Integer
from .sqlite import KEYS_NEVER_REUSED

if TYPE_CHECKING:
    from sqlalchemy.types import TypeEngine

METADATA = MetaData()
"""Has every table."""


def seq_column() -> "Column[int]":
    """Return the key that gives rows their order: never used twice."""
    return Column("seq", Integer, primary_key=True)


def json_column(name: str) -> "Column[Any]":
    """Return a column of JSON; None is NULL."""
    return Column(name, JSON(none_as_null=True))


def required(name: str, kind: "type[TypeEngine[Any]]") -> "Column[Any]":
    """Return a column that is never NULL."""
    return Column(name, kind, nullable=False)


def parent(name: str, target: str) -> "Column[str]":
    """Return a reference to a row that takes this one along when it is deleted."""
    return Column(name, String, ForeignKey(target, ondelete="CASCADE"), nullable=False, index=True)


def tenant_column() -> "Column[str]":
    """Return the column of whose a row is: '' of the service without keys, else of a project."""
    return Column("tenant", String, nullable=False, server_default="")


def root_table(name: str, *columns: "Column[Any]") -> Table:
    """Return the table of objects that belong to no other object, but to a tenant each."""
    return object_table(
        name, tenant_column(), *columns, Index(f"ix_{name}_tenant", "tenant", "seq")
    )


def object_table(name: str, *columns: "Column[Any] | Index") -> Table:
    """Return the table of an object that has an id and a time of creation."""
    return Table(
        name,
        METADATA,
        seq_column(),
        Column("id", String, nullable=False, unique=True),
        required("created_at", Integer),
        *columns,
        **KEYS_NEVER_REUSED,
    )


def file_links(name: str, owner: str, target: str) -> Table:
    """Return the files of an assistant or thread; `any_tool` marks those linked the v1 way."""
    return Table(
        name,
        METADATA,
        seq_column(),
        parent(owner, target),
        parent("file_id", "files.id"),
        required("created_at", Integer),
        required("any_tool", Boolean),
        UniqueConstraint(owner, "file_id"),
        **KEYS_NEVER_REUSED,
    )
