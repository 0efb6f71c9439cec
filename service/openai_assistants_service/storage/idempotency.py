"""The answers to requests with an idempotency key, stored for a day."""

from sqlalchemy import delete, insert, select

from .database import Row, Tx
from .tables import idempotency_keys

RETENTION = 86_400
"""Seconds for which an answer is stored."""


async def find(tx: Tx, key: str) -> Row | None:
    """Return the answer of a key: `digest`, `status`, `headers` and `body`."""
    table = idempotency_keys.c
    statement = select(idempotency_keys).where(table.key == key, table.expires_at > tx.now)
    return await tx.first(statement)


async def save(tx: Tx, key: str, answer: Row) -> None:
    """Store the answer of a key, in place of one that has expired."""
    statement = insert(idempotency_keys).prefix_with("OR REPLACE")
    await tx.run(statement.values(key=key, expires_at=tx.now + RETENTION, **answer))


async def expire(tx: Tx) -> None:
    """Delete the answers that have expired."""
    await tx.run(delete(idempotency_keys).where(idempotency_keys.c.expires_at <= tx.now))
