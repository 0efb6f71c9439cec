"""Vector stores have a description, and files go into them by the batch."""

from openai_assistants_service.storage.migrations import ddl

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column and the tables."""
    ddl.run_file("0002_vector_stores.sql")
