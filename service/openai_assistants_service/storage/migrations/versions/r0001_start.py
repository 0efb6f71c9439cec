"""The first schema: assistants, threads, messages, runs, steps, events, files, search."""

from openai_assistants_service.storage.migrations import ddl

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create everything."""
    ddl.run_file("0001_start.sql")
    if not ddl.of_postgres():
        ddl.run_file("0001_search.sqlite.sql")
