"""Run by alembic: migrates over the connection that `migrate.py` hands in."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
