"""The tables. A change here needs a migration: see migrations/ and its test."""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
)

from .column_types import Integer, only_where
from .sqlite import KEYS_NEVER_REUSED
from .table_parts import (
    METADATA,
    file_links,
    json_column,
    object_table,
    parent,
    required,
    root_table,
    seq_column,
    tenant_column,
)

metadata = METADATA


def _store_links(name: str, owner: str, target: str) -> Table:
    return Table(
        name,
        metadata,
        seq_column(),
        parent(owner, target),
        parent("vector_store_id", "vector_stores.id"),
        UniqueConstraint(owner, "vector_store_id"),
        **KEYS_NEVER_REUSED,
    )


assistants = root_table(
    "assistants",
    Column("name", String),
    Column("description", String),
    required("model", String),
    Column("instructions", String),
    json_column("tools"),
    json_column("metadata"),
    Column("temperature", Float),
    Column("top_p", Float),
    json_column("response_format"),
    Column("reasoning_effort", String),
    json_column("foundry"),
)
assistant_files = file_links("assistant_files", "assistant_id", "assistants.id")
assistant_stores = _store_links("assistant_stores", "assistant_id", "assistants.id")

threads = root_table("threads", json_column("metadata"), json_column("foundry"))
thread_files = file_links("thread_files", "thread_id", "threads.id")
thread_stores = _store_links("thread_stores", "thread_id", "threads.id")

messages = object_table(
    "messages",
    parent("thread_id", "threads.id"),
    required("role", String),
    json_column("content"),
    Column("assistant_id", String),
    Column("run_id", String, index=True),
    json_column("metadata"),
    required("status", String),
    json_column("incomplete_details"),
    Column("completed_at", Integer),
    Column("incomplete_at", Integer),
    json_column("data_attachments"),
)
message_files = Table(
    "message_files",
    metadata,
    seq_column(),
    parent("message_id", "messages.id"),
    parent("file_id", "files.id"),
    required("created_at", Integer),
    json_column("tools"),
    **KEYS_NEVER_REUSED,
)

runs = object_table(
    "runs",
    tenant_column(),  # that of its thread, which a worker need not look up
    parent("thread_id", "threads.id"),
    required("assistant_id", String),
    required("status", String),
    required("model", String),
    Column("instructions", String),
    json_column("tools"),
    json_column("metadata"),
    Column("temperature", Float),
    Column("top_p", Float),
    Column("reasoning_effort", String),
    Column("max_prompt_tokens", Integer),
    Column("max_completion_tokens", Integer),
    json_column("truncation_strategy"),
    json_column("tool_choice"),
    json_column("response_format"),
    required("parallel_tool_calls", Boolean),
    json_column("tool_resources"),
    json_column("file_ids"),
    json_column("store_ids"),
    json_column("required_action"),
    json_column("last_error"),
    json_column("incomplete_details"),
    json_column("usage"),
    Column("started_at", Integer),
    required("expires_at", Integer),
    Column("cancelled_at", Integer),
    Column("failed_at", Integer),
    Column("completed_at", Integer),
    Column("owner", String),
    Column("lease_until", Float),
    json_column("foundry"),
    json_column("unread"),
    Index("ix_runs_status", "status"),
)
Index(
    "one_active_run",
    runs.c.thread_id,
    unique=True,
    **only_where("status IN ('queued', 'in_progress', 'requires_action', 'cancelling')"),
)

steps = object_table(
    "steps",
    parent("run_id", "runs.id"),
    required("thread_id", String),
    required("assistant_id", String),
    required("type", String),
    required("status", String),
    json_column("step_details"),
    json_column("notes"),
    json_column("last_error"),
    json_column("usage"),
    Column("cancelled_at", Integer),
    Column("completed_at", Integer),
    required("expires_at", Integer),
    Column("failed_at", Integer),
)

events = Table(
    "events",
    metadata,
    seq_column(),
    parent("run_id", "runs.id"),
    required("name", String),
    json_column("data"),
    **KEYS_NEVER_REUSED,
)

files = root_table(
    "files",
    required("filename", String),
    required("purpose", String),
    required("bytes", Integer),
    required("status", String),
    Column("status_details", String),
    Column("expires_at", Integer),
    Column("digest", String),
)

vector_stores = root_table(
    "vector_stores",
    Column("name", String),
    Column("description", String),
    json_column("metadata"),
    json_column("expires_after"),
    Column("expires_at", Integer),
    Column("last_active_at", Integer),
)
vector_store_files = Table(
    "vector_store_files",
    metadata,
    seq_column(),
    parent("vector_store_id", "vector_stores.id"),
    parent("file_id", "files.id"),
    required("created_at", Integer),
    required("status", String),
    json_column("last_error"),
    required("usage_bytes", Integer),
    json_column("chunking_strategy"),
    json_column("attributes"),
    UniqueConstraint("vector_store_id", "file_id"),
    Index("ix_vector_store_files_status", "status"),
    **KEYS_NEVER_REUSED,
)
file_batches = object_table(
    "file_batches", parent("vector_store_id", "vector_stores.id"), required("cancelled", Boolean)
)
batch_files = Table(
    "batch_files",
    metadata,
    seq_column(),
    parent("batch_id", "file_batches.id"),
    parent("file_id", "files.id"),
    UniqueConstraint("batch_id", "file_id"),
    **KEYS_NEVER_REUSED,
)
chunks = Table(
    "chunks",
    metadata,
    seq_column(),
    Column(
        "store_file",
        Integer,
        ForeignKey("vector_store_files.seq", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    required("position", Integer),
    required("text", String),
    required("terms", String),
    **KEYS_NEVER_REUSED,
)

chunk_vectors = Table(
    "chunk_vectors",
    metadata,
    Column("chunk", Integer, ForeignKey("chunks.seq", ondelete="CASCADE"), primary_key=True),
    Column("model", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    required("vector", LargeBinary),
)

database_identity = Table("database_identity", metadata, Column("id", String, primary_key=True))

deleted_objects = Table(
    "deleted_objects",
    metadata,
    Column("list", String, primary_key=True),
    Column("owner", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("category", String),
    required("place", Integer),
)

ROOTS = (assistants, threads, files, vector_stores)
"""The tables of what belongs to a tenant by itself; all else is reached through one of these."""

api_keys = object_table(
    "api_keys",
    required("name", String),
    tenant_column(),
    Column("digest", String, nullable=False, unique=True),
    Column("requests_per_minute", Integer),
    Column("last_used_at", Integer),
    Column("revoked_at", Integer),
)

idempotency_keys = Table(
    "idempotency_keys",
    metadata,
    Column("key", String, primary_key=True),
    required("digest", String),
    required("status", Integer),
    json_column("headers"),
    required("body", LargeBinary),
    required("expires_at", Integer),
    Index("ix_idempotency_keys_expires_at", "expires_at"),
)
