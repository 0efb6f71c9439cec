"""Chunks are indexed by terms that are the same in all scripts, spaces or not."""

from alembic import op
from sqlalchemy import text

from openai_assistants_service.storage.migrations import ddl
from openai_assistants_service.storage.terms import index_terms

revision = "0007"
down_revision = "0006"

_AT_ONCE = 1_000


def upgrade() -> None:
    """Add the terms to all chunks, and make the index anew."""
    op.execute("ALTER TABLE chunks ADD COLUMN terms VARCHAR NOT NULL DEFAULT ''")
    _fill()
    ddl.run_file(f"0007_terms.{'postgresql' if ddl.of_postgres() else 'sqlite'}.sql")


def _fill() -> None:
    connection, last = op.get_bind(), 0
    some = text("SELECT seq, text FROM chunks WHERE seq > :last ORDER BY seq LIMIT :most")
    change = text("UPDATE chunks SET terms = :terms WHERE seq = :row")
    while rows := connection.execute(some, {"last": last, "most": _AT_ONCE}).fetchall():
        connection.execute(change, [{"row": seq, "terms": index_terms(said)} for seq, said in rows])
        last = rows[-1][0]
