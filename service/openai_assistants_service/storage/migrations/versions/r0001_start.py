"""The first schema: assistants, threads, messages, runs, steps, events, files, search."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create everything."""
    statements = Path(__file__).with_name("0001_start.sql").read_text("utf-8")
    for statement in statements.split(";\n\n"):
        op.execute(statement)
