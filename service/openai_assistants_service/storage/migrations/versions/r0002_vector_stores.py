"""Vector stores have a description, and files go into them by the batch."""

from pathlib import Path

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column and the tables."""
    statements = Path(__file__).with_name("0002_vector_stores.sql").read_text("utf-8")
    for statement in statements.split(";\n\n"):
        op.execute(statement)
