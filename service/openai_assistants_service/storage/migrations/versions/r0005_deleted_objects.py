"""The places of deleted objects are kept, so that cursors which name them stay good."""

from openai_assistants_service.storage.migrations import ddl

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the table."""
    ddl.run(
        "CREATE TABLE deleted_objects ("
        "list VARCHAR NOT NULL, owner VARCHAR NOT NULL, id VARCHAR NOT NULL, category VARCHAR, "
        "place INTEGER NOT NULL, PRIMARY KEY (list, owner, id))"
    )
