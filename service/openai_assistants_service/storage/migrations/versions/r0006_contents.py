"""A database has an id, which the folder of its files names; files have the digest of contents."""

from uuid import uuid4

from alembic import op
from sqlalchemy import column, table

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the table with the id, and the column."""
    op.execute("CREATE TABLE database_identity (id VARCHAR NOT NULL, PRIMARY KEY (id))")
    op.bulk_insert(table("database_identity", column("id")), [{"id": uuid4().hex}])
    op.execute("ALTER TABLE files ADD COLUMN digest VARCHAR")
