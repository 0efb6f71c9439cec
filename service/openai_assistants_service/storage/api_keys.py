"""The keys of the service: whose objects each opens, and what it was last used for: never the key.

A key is 256 random bits, so that nobody finds it by trying: its SHA-256 digest is as hard to turn
around as it is to guess, and a slow hash with a salt, which passwords need, would only slow down
every request.
"""

import hashlib
import secrets
from collections.abc import Callable, Mapping

from sqlalchemy import bindparam, select, update

from . import statements
from .database import Row, Tx
from .tables import api_keys

_BYTES = 32
_EVERY = select(api_keys).order_by(api_keys.c.seq)
_USE = update(api_keys).where(api_keys.c.id == bindparam("of_id"))
_REVOKE = _USE.where(api_keys.c.revoked_at.is_(None))


def random_key(token: Callable[[int], str] = secrets.token_urlsafe) -> str:
    """Return a new key, which is stored nowhere."""
    return f"sk-{token(_BYTES)}"


def digest_of(key: str) -> str:
    """Return what is stored of a key: its SHA-256 digest, in hexadecimal."""
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).hexdigest()


async def create(
    tx: Tx, key: str, *, name: str, tenant: str | None, requests_per_minute: int | None
) -> Row:
    """Write a key down; without a tenant it has one of its own, which is called like its id."""
    key_id = tx.ids.new("key")
    values: Row = {
        "id": key_id,
        "created_at": tx.now,
        "name": name,
        "tenant": key_id if tenant is None else tenant,
        "digest": digest_of(key),
        "requests_per_minute": requests_per_minute,
    }
    return await statements.created(tx, api_keys, values)


async def every(tx: Tx) -> list[Row]:
    """Return all keys, the oldest first, those that were revoked among them."""
    return await tx.all(_EVERY)


async def revoke(tx: Tx, id: str) -> bool:
    """Have a key open nothing any more; return False if none has this id, or it is revoked."""
    return await tx.run(_REVOKE, {"of_id": id, "revoked_at": tx.now}) == 1


async def set_used(tx: Tx, times: Mapping[str, int]) -> None:
    """Note when keys, named by their ids, were used last."""
    for key_id in sorted(times):
        await tx.run(_USE, {"of_id": key_id, "last_used_at": times[key_id]})
