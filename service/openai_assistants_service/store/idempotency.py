"""The answers to requests with an idempotency key, kept for a day."""

from sqlalchemy import delete, insert, select

from .database import Record, Tx
from .tables import idempotency_keys

RETENTION = 86_400
"""Seconds for which an answer is kept."""


async def find(tx: Tx, key: str) -> Record | None:
    """Return what is kept under a key: `digest`, `status`, `headers` and `body`."""
    table = idempotency_keys.c
    statement = select(idempotency_keys).where(table.key == key, table.expires_at > tx.now)
    return await tx.first(statement)


async def keep(tx: Tx, key: str, answer: Record) -> None:
    """Keep an answer under a key, whose last use is over, if there was one."""
    statement = insert(idempotency_keys).prefix_with("OR REPLACE")
    await tx.run(statement.values(key=key, expires_at=tx.now + RETENTION, **answer))


async def expire(tx: Tx) -> None:
    """Forget the answers whose time is over."""
    await tx.run(delete(idempotency_keys).where(idempotency_keys.c.expires_at <= tx.now))
