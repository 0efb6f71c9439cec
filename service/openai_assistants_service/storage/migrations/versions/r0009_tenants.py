"""API keys; objects belong to tenants. What was there is of the service without keys."""

from alembic import op

from openai_assistants_service.storage.migrations import ddl

revision = "0009"
down_revision = "0008"

_ROOTS = ("assistants", "threads", "files", "vector_stores")


def upgrade() -> None:
    """Add the column to what is nobody else's, and to runs; add the table of keys."""
    for table in (*_ROOTS, "runs"):
        op.execute(f"ALTER TABLE {table} ADD COLUMN tenant VARCHAR DEFAULT '' NOT NULL")
    for table in _ROOTS:
        op.execute(f"CREATE INDEX ix_{table}_tenant ON {table} (tenant, seq)")
    ddl.run(
        "CREATE TABLE api_keys ("
        "seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, id VARCHAR NOT NULL, "
        "created_at INTEGER NOT NULL, name VARCHAR NOT NULL, "
        "tenant VARCHAR DEFAULT '' NOT NULL, digest VARCHAR NOT NULL, "
        "requests_per_minute INTEGER, last_used_at INTEGER, revoked_at INTEGER, "
        "UNIQUE (id), UNIQUE (digest))"
    )
