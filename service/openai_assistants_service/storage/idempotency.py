"""The answers to requests with an idempotency key, stored for a day."""

from sqlalchemy import bindparam, delete, select, update

from ..errors import ApiError
from .database import Act, Answer, Joined, Tx
from .tables import idempotency_keys

RETENTION = 86_400
"""Seconds for which an answer is stored."""

_TABLE = idempotency_keys.c
_OF_KEY = _TABLE.key == bindparam("of_key")
_FREE = _TABLE.expires_at <= bindparam("now")
_STORED = select(idempotency_keys).where(_OF_KEY)
_EXPIRE = delete(idempotency_keys).where(_TABLE.expires_at <= bindparam("now"))
_STORE = update(idempotency_keys).where(_OF_KEY)


async def once(tx: Tx, key: str, digest: str, act: Act) -> Answer:
    """Carry a request out and store its answer, or return the one that is stored under its key.

    The key is claimed first: where transactions write side by side, the second one that claims it
    waits for the first.

    Raises:
        ApiError: the key belongs to another request (422).
    """
    if tx.tenant:
        key = f"{tx.tenant} {key}"  # neither has a space: each tenant has keys of its own
    if await _claim(tx, key, digest):
        answer = await act(Joined(tx))
        values = {"status": answer.status, "headers": dict(answer.headers), "body": answer.body}
        await tx.run(_STORE, {"of_key": key, **values})
        return answer
    stored = await tx.first(_STORED, {"of_key": key})
    if stored is None or stored["digest"] != digest:
        raise ApiError(
            422,
            "This idempotency key was used for another request: use a new key for each.",
            code="idempotency_key_reused",
        )
    return Answer(stored["status"], stored["headers"], stored["body"], replayed=True)


async def _claim(tx: Tx, key: str, digest: str) -> bool:
    """Write the row of a key, unless it has one that has not expired."""
    values = {
        "key": key,
        "digest": digest,
        "status": 0,
        "body": b"",
        "expires_at": tx.now + RETENTION,
        "now": tx.now,
    }
    return await tx.run(tx.sql.insert_or_take(idempotency_keys, "key", _FREE), values) == 1


async def expire(tx: Tx) -> None:
    """Delete the answers that have expired."""
    await tx.run(_EXPIRE, {"now": tx.now})
