"""A request with a key is carried out once: what it does and its answer are stored together."""

import hashlib
import re
from collections.abc import Awaitable, Callable

from attrs import frozen
from starlette.requests import Request
from starlette.responses import Response

from ..errors import ApiError, bad_request
from ..json_types import JsonObject
from ..storage import idempotency
from ..storage.database import Database, Joined, Transactions

RETENTION_HEADER = {"idempotency-retention": str(idempotency.RETENTION)}
"""The header of every answer: keys are honoured here, for so many seconds."""

_NAME = "idempotency-key"
_KEY = re.compile(r"[!-~]{1,255}")
_METHODS = ("POST", "DELETE")
_HEADERS = ("content-type", "openai-poll-after-ms")


def key_of(request: Request) -> str | None:
    """Return the key of a request that changes something, if it has one.

    Raises:
        ApiError: it has several, or one that is not 1 to 255 visible characters of ASCII.
    """
    keys = request.headers.getlist(_NAME)
    if request.method not in _METHODS or not keys:
        return None
    if len(keys) > 1 or not _KEY.fullmatch(keys[0]):
        raise bad_request(
            "Invalid 'Idempotency-Key' header: expected one key of 1 to 255 visible characters "
            "of ASCII.",
            code="invalid_idempotency_key",
        )
    return keys[0]


def digest(*parts: str) -> str:
    """Return the SHA-256 digest of the parts of a request, in hexadecimal."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@frozen
class Keyed:
    """The key of a request, and the digest of all that the request says."""

    key: str
    digest: str

    async def once(
        self, database: Database, act: Callable[[Transactions], Awaitable[Response]]
    ) -> Response:
        """Carry the request out, or give the answer that was stored when it was.

        `act` works within the transaction that its answer is stored in: of both or neither is there
        a trace, whenever the process dies. As there is one writer at a time, the same request
        sent twice at once waits, and gets the answer of the first. What `act` raises undoes all,
        so the key can be used again.

        Raises:
            ApiError: the key belongs to another request (422).
        """
        async with database.write() as tx:
            stored = await idempotency.find(tx, self.key)
            if stored is None:
                response = await act(Joined(tx))
                await idempotency.save(tx, self.key, self._answer(response))
                return response
        if stored["digest"] != self.digest:
            raise ApiError(
                422,
                "This idempotency key was used for another request: use a new key for each.",
                code="idempotency_key_reused",
            )
        headers = {**stored["headers"], "idempotency-replayed": "true"}
        return Response(stored["body"], stored["status"], headers)

    def _answer(self, response: Response) -> JsonObject:
        return {
            "digest": self.digest,
            "status": response.status_code,
            "headers": {n: response.headers[n] for n in _HEADERS if n in response.headers},
            "body": bytes(response.body),
        }
