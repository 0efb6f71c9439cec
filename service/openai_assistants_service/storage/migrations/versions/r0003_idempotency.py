"""Requests may carry an idempotency key; what was answered to them is kept."""

from openai_assistants_service.storage.migrations import ddl

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the table."""
    ddl.run_file("0003_idempotency.sql")
