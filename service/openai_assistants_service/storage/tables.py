"""The tables. A change here needs a migration: see migrations/ and its test."""

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

from .column_types import Integer, only_where
from .sqlite import KEYS_NEVER_REUSED

if TYPE_CHECKING:
    from sqlalchemy.types import TypeEngine

metadata = MetaData()


def _seq() -> "Column[int]":
    """Return the key that gives rows their order: never used twice."""
    return Column("seq", Integer, primary_key=True)


def _json(name: str) -> "Column[Any]":
    return Column(name, JSON(none_as_null=True))


def _some(name: str, kind: "type[TypeEngine[Any]]") -> "Column[Any]":
    return Column(name, kind, nullable=False)


def _parent(name: str, target: str) -> "Column[str]":
    """Return a reference to a row that takes this one along when it is deleted."""
    return Column(name, String, ForeignKey(target, ondelete="CASCADE"), nullable=False, index=True)


def _tenant() -> "Column[str]":
    """Return the column of whose a row is: '' of the service without keys, else of a project."""
    return Column("tenant", String, nullable=False, server_default="")


def _root(name: str, *columns: "Column[Any]") -> Table:
    """Return the table of objects that belong to no other object, but to a tenant each."""
    return _object(name, _tenant(), *columns, Index(f"ix_{name}_tenant", "tenant", "seq"))


def _object(name: str, *columns: "Column[Any] | Index") -> Table:
    """Return the table of an object that has an id and a time of creation."""
    return Table(
        name,
        metadata,
        _seq(),
        Column("id", String, nullable=False, unique=True),
        _some("created_at", Integer),
        *columns,
        **KEYS_NEVER_REUSED,
    )


def _file_links(name: str, owner: str, target: str) -> Table:
    """Return the files of an assistant or thread; `any_tool` marks those linked the v1 way."""
    return Table(
        name,
        metadata,
        _seq(),
        _parent(owner, target),
        _parent("file_id", "files.id"),
        _some("created_at", Integer),
        _some("any_tool", Boolean),
        UniqueConstraint(owner, "file_id"),
        **KEYS_NEVER_REUSED,
    )


def _store_links(name: str, owner: str, target: str) -> Table:
    return Table(
        name,
        metadata,
        _seq(),
        _parent(owner, target),
        _parent("vector_store_id", "vector_stores.id"),
        UniqueConstraint(owner, "vector_store_id"),
        **KEYS_NEVER_REUSED,
    )


assistants = _root(
    "assistants",
    Column("name", String),
    Column("description", String),
    _some("model", String),
    Column("instructions", String),
    _json("tools"),
    _json("metadata"),
    Column("temperature", Float),
    Column("top_p", Float),
    _json("response_format"),
    Column("reasoning_effort", String),
    _json("foundry"),
)
assistant_files = _file_links("assistant_files", "assistant_id", "assistants.id")
assistant_stores = _store_links("assistant_stores", "assistant_id", "assistants.id")

threads = _root("threads", _json("metadata"), _json("foundry"))
thread_files = _file_links("thread_files", "thread_id", "threads.id")
thread_stores = _store_links("thread_stores", "thread_id", "threads.id")

messages = _object(
    "messages",
    _parent("thread_id", "threads.id"),
    _some("role", String),
    _json("content"),
    Column("assistant_id", String),
    Column("run_id", String, index=True),
    _json("metadata"),
    _some("status", String),
    _json("incomplete_details"),
    Column("completed_at", Integer),
    Column("incomplete_at", Integer),
    _json("data_attachments"),
)
message_files = Table(
    "message_files",
    metadata,
    _seq(),
    _parent("message_id", "messages.id"),
    _parent("file_id", "files.id"),
    _some("created_at", Integer),
    _json("tools"),
    **KEYS_NEVER_REUSED,
)

runs = _object(
    "runs",
    _tenant(),  # that of its thread, which a worker need not look up
    _parent("thread_id", "threads.id"),
    _some("assistant_id", String),
    _some("status", String),
    _some("model", String),
    Column("instructions", String),
    _json("tools"),
    _json("metadata"),
    Column("temperature", Float),
    Column("top_p", Float),
    Column("reasoning_effort", String),
    Column("max_prompt_tokens", Integer),
    Column("max_completion_tokens", Integer),
    _json("truncation_strategy"),
    _json("tool_choice"),
    _json("response_format"),
    _some("parallel_tool_calls", Boolean),
    _json("tool_resources"),
    _json("file_ids"),
    _json("store_ids"),
    _json("required_action"),
    _json("last_error"),
    _json("incomplete_details"),
    _json("usage"),
    Column("started_at", Integer),
    _some("expires_at", Integer),
    Column("cancelled_at", Integer),
    Column("failed_at", Integer),
    Column("completed_at", Integer),
    Column("owner", String),
    Column("lease_until", Float),
    _json("foundry"),
    _json("unread"),
    Index("ix_runs_status", "status"),
)
Index(
    "one_active_run",
    runs.c.thread_id,
    unique=True,
    **only_where("status IN ('queued', 'in_progress', 'requires_action', 'cancelling')"),
)

steps = _object(
    "steps",
    _parent("run_id", "runs.id"),
    _some("thread_id", String),
    _some("assistant_id", String),
    _some("type", String),
    _some("status", String),
    _json("step_details"),
    _json("notes"),
    _json("last_error"),
    _json("usage"),
    Column("cancelled_at", Integer),
    Column("completed_at", Integer),
    _some("expires_at", Integer),
    Column("failed_at", Integer),
)

events = Table(
    "events",
    metadata,
    _seq(),
    _parent("run_id", "runs.id"),
    _some("name", String),
    _json("data"),
    **KEYS_NEVER_REUSED,
)

files = _root(
    "files",
    _some("filename", String),
    _some("purpose", String),
    _some("bytes", Integer),
    _some("status", String),
    Column("status_details", String),
    Column("expires_at", Integer),
    Column("digest", String),
)

vector_stores = _root(
    "vector_stores",
    Column("name", String),
    Column("description", String),
    _json("metadata"),
    _json("expires_after"),
    Column("expires_at", Integer),
    Column("last_active_at", Integer),
)
vector_store_files = Table(
    "vector_store_files",
    metadata,
    _seq(),
    _parent("vector_store_id", "vector_stores.id"),
    _parent("file_id", "files.id"),
    _some("created_at", Integer),
    _some("status", String),
    _json("last_error"),
    _some("usage_bytes", Integer),
    _json("chunking_strategy"),
    _json("attributes"),
    UniqueConstraint("vector_store_id", "file_id"),
    Index("ix_vector_store_files_status", "status"),
    **KEYS_NEVER_REUSED,
)
file_batches = _object(
    "file_batches", _parent("vector_store_id", "vector_stores.id"), _some("cancelled", Boolean)
)
batch_files = Table(
    "batch_files",
    metadata,
    _seq(),
    _parent("batch_id", "file_batches.id"),
    _parent("file_id", "files.id"),
    UniqueConstraint("batch_id", "file_id"),
    **KEYS_NEVER_REUSED,
)
chunks = Table(
    "chunks",
    metadata,
    _seq(),
    Column(
        "store_file",
        Integer,
        ForeignKey("vector_store_files.seq", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    _some("position", Integer),
    _some("text", String),
    _some("terms", String),
    **KEYS_NEVER_REUSED,
)

chunk_vectors = Table(
    "chunk_vectors",
    metadata,
    Column("chunk", Integer, ForeignKey("chunks.seq", ondelete="CASCADE"), primary_key=True),
    Column("model", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    _some("vector", LargeBinary),
)

database_identity = Table("database_identity", metadata, Column("id", String, primary_key=True))

deleted_objects = Table(
    "deleted_objects",
    metadata,
    Column("list", String, primary_key=True),
    Column("owner", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("category", String),
    _some("place", Integer),
)

ROOTS = (assistants, threads, files, vector_stores)
"""The tables of what belongs to a tenant by itself; all else is reached through one of these."""

api_keys = _object(
    "api_keys",
    _some("name", String),
    _tenant(),
    Column("digest", String, nullable=False, unique=True),
    Column("requests_per_minute", Integer),
    Column("last_used_at", Integer),
    Column("revoked_at", Integer),
)

idempotency_keys = Table(
    "idempotency_keys",
    metadata,
    Column("key", String, primary_key=True),
    _some("digest", String),
    _some("status", Integer),
    _json("headers"),
    _some("body", LargeBinary),
    _some("expires_at", Integer),
    Index("ix_idempotency_keys_expires_at", "expires_at"),
)
