"""Chunks have vectors, by which they are found by what they mean."""

from openai_assistants_service.storage.migrations import ddl

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the table."""
    ddl.run(
        "CREATE TABLE chunk_vectors ("
        "chunk INTEGER NOT NULL, model VARCHAR NOT NULL, position INTEGER NOT NULL, "
        "vector BLOB NOT NULL, PRIMARY KEY (chunk, model, position), "
        "FOREIGN KEY(chunk) REFERENCES chunks (seq) ON DELETE CASCADE)"
    )
