"""What only Foundry has is kept."""

from alembic import op

revision = "0004"
down_revision = "0003"

_COLUMNS = (
    ("assistants", "foundry"),
    ("threads", "foundry"),
    ("messages", "data_attachments"),
    ("runs", "foundry"),
    ("runs", "unread"),
)


def upgrade() -> None:
    """Add the columns."""
    for table, column in _COLUMNS:
        op.execute(f"ALTER TABLE {table} ADD COLUMN {column} JSON")
