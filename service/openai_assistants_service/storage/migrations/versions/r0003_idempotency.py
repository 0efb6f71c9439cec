"""Requests may carry an idempotency key; what was answered to them is kept."""

from pathlib import Path

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the table."""
    statements = Path(__file__).with_name("0003_idempotency.sql").read_text("utf-8")
    for statement in statements.split(";\n\n"):
        op.execute(statement)
